using System.Text.RegularExpressions;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Rows;
using Portal.Data.Reporting;

namespace Portal.Data.Nightly;

/// <summary>
/// What one source gives in one night: counts, rows not taken with their reason, and figures that go straight to
/// staging. A source writes into it; the night decides what becomes of it.
/// </summary>
public sealed partial class Delivery(
    int sourceNumber, IBulkWriter observations, IBulkWriter answers, IReadOnlyDictionary<string, IReadOnlySet<int>>? published = null)
{
    /// <summary>So many rejected rows of a source are kept as they arrived; beyond that only counted. The files are kept whole.</summary>
    public const int KeptRejects = 10_000;

    private readonly object?[] observationValues = new object?[Tables.Observation.Columns.Count];
    private readonly object?[] answerValues = new object?[Tables.Answer.Columns.Count];
    private readonly HashSet<ulong> observed = [];
    private readonly HashSet<ulong> answered = [];
    private readonly HashSet<(string File, int Line)> rejected = [];
    private readonly Dictionary<string, HashSet<int>> parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> kept = new(StringComparer.Ordinal);
    private HashSet<int>? part;

    /// <summary>The place of the source in the night.</summary>
    public int SourceNumber => sourceNumber;

    /// <summary>Data rows read in all files of the source.</summary>
    public int RowsRead { get; private set; }

    /// <summary>Rows not taken.</summary>
    public int RowsRejected { get; private set; }

    /// <summary>Rows that say what was already published.</summary>
    public int RowsUnchanged { get; set; }

    /// <summary>Rows taken.</summary>
    public int RowsAccepted => RowsRead - RowsRejected;

    /// <summary>Remarks on rows that were taken.</summary>
    public int Remarks { get; private set; }

    /// <summary>Figures staged.</summary>
    public int Observations { get; private set; }

    /// <summary>Answers staged.</summary>
    public int Answers { get; private set; }

    /// <summary>Rows not taken or taken with a remark, at most <see cref="KeptRejects"/>.</summary>
    public List<RejectedRow> Rejects { get; } = [];

    /// <summary>How many rows each reason concerns, by kind and reason.</summary>
    public Dictionary<(string Kind, string Reason), int> Reasons { get; } = [];

    /// <summary>Units that no register names.</summary>
    public List<UnmatchedUnit> Unmatched { get; } = [];

    /// <summary>Sentences for the run's report.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The subjects of each file that has been read, for a source whose files hold whole subjects.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<int>> Parts => parts.ToDictionary(p => p.Key, p => (IReadOnlySet<int>)p.Value);

    /// <summary>The subjects that those files held when they were last published; null where no file was left unread.</summary>
    public IReadOnlySet<int>? Before => kept.Count == 0 ? null
        : parts.Keys.Where(published!.ContainsKey).SelectMany(file => published![file]).ToHashSet();

    /// <summary>
    /// Begins a file that holds whole subjects: no figure of it stands in another file, so the keys of the one before are let go.
    /// </summary>
    public void BeginPart(string file)
    {
        observed.Clear();
        parts.Add(file, part = []);
    }

    /// <summary>A subject that the file begun last holds.</summary>
    public void InPart(int subject) => part!.Add(subject);

    /// <summary>Leaves a file unread, since it is as it was; gives the subjects that it holds.</summary>
    public IReadOnlySet<int> KeepPart(string file)
    {
        kept.Add(file);
        return published![file];
    }

    /// <summary>Counts a row that was read.</summary>
    public void CountRow() => RowsRead++;

    /// <summary>A row that is not taken. It counts once, with its first reason, however many of its cells are wrong.</summary>
    public void Reject(TableFile file, string reason, string? detail = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!rejected.Add((file.Key, file.Line)))
            return;
        RowsRejected++;
        Note("reject", file.Name, file.Line, reason, detail, file.Raw);
    }

    /// <summary>A counted row that is not taken, of what has no lines.</summary>
    /// <param name="file">The file, or what was asked for.</param>
    /// <param name="reason">Why, in the words that rows are counted by.</param>
    /// <param name="detail">Which one.</param>
    public void Reject(string file, string reason, string? detail)
    {
        RowsRejected++;
        Note("reject", file, null, reason, detail, null);
    }

    /// <summary>Whether the current row of a file has been rejected, now or in an earlier reading of the file.</summary>
    public bool IsRejected(TableFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return rejected.Contains((file.Key, file.Line));
    }

    /// <summary>A row that is taken although something in it is left out or doubted.</summary>
    public void Remark(TableFile file, string reason, string? detail = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        Remarks++;
        Note("remark", file.Name, file.Line, reason, detail, file.Raw);
    }

    /// <summary>A remark on something that is no single row.</summary>
    public void Remark(string file, string reason, string? detail)
    {
        Remarks++;
        Note("remark", file, null, reason, detail, null);
    }

    /// <summary>Whether a figure of this key has been staged.</summary>
    public bool HasObservation(int subject, int measure, int period, string sex) => observed.Contains(Key(subject, measure, period, sex));

    /// <summary>Stages a figure; false when one of the same key is staged already.</summary>
    public bool Observe(ObservationRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!observed.Add(Key(row.SubjectKey, row.MeasureKey, row.Period, row.Sex)))
            return false;
        Tables.Observation.Write(row, observationValues);
        Written(observations.Write(observationValues, CancellationToken.None));
        Observations++;
        return true;
    }

    /// <summary>Whether the answers of this key are staged; the first to ask gets false and owns the key.</summary>
    public bool HasAnswers(int subject, int question, int period, string sex) => !answered.Add(Key(subject, question, period, sex));

    /// <summary>Stages the share of one answer.</summary>
    public void Answer(AnswerRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        Tables.Answer.Write(row, answerValues);
        Written(answers.Write(answerValues, CancellationToken.None));
        Answers++;
    }

    // Reading is a pull through files and stays synchronous; the embedded writer completes at once, and SQL Server's
    // sends a batch now and then.
    private static void Written(ValueTask write)
    {
        if (!write.IsCompletedSuccessfully)
            write.AsTask().GetAwaiter().GetResult();
    }

    private void Note(string kind, string file, int? line, string reason, string? detail, string? content)
    {
        Reasons[(kind, reason)] = Reasons.GetValueOrDefault((kind, reason)) + 1;
        if (Rejects.Count < KeptRejects)
            Rejects.Add(new RejectedRow(kind, file, line, reason, Hidden(detail), Hidden(content)));
    }

    // A person's own business has that person's identity number as its organisation number, which is nobody's to keep.
    private static string? Hidden(string? text) => text is null ? null : IdentityNumber().Replace(text, "(personnummer)");

    // A date, of birth or with 60 added to its day, and four figures.
    [GeneratedRegex(@"(?<!\d)(19|20)?\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+ ]?\d{4}(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdentityNumber();

    // 27 bits for the subject, 22 for the measure, 12 for the year, 2 for the sex.
    private static ulong Key(int subject, int other, int period, string sex) =>
        ((ulong)subject << 36) | ((ulong)other << 14) | ((ulong)period << 2) | (sex[0] switch { 'T' => 0UL, 'K' => 1UL, _ => 2UL });
}

/// <summary>A row that was not taken (kind reject), or was taken with a remark; line is null for what is no single row.</summary>
public sealed record RejectedRow(string Kind, string File, int? Line, string Reason, string? Detail, string? Content);

/// <summary>A survey's unit that became a unit of its own, and the nearest names in the register.</summary>
public sealed record UnmatchedUnit(string OutsideId, string Name, string UnitId, string Reason, string Candidates);
