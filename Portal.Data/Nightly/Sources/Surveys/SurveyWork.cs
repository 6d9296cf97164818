using System.Globalization;
using System.Runtime.InteropServices;
using Portal.Data.Disclosure;
using Portal.Data.Model;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Surveys;

/// <summary>What the passes over a survey's files share.</summary>
internal sealed class SurveyWork(
    SourceReading reading, SurveyQuestions questions, Dictionary<string, UnitReport> reports, RoundRepeats repeats, Floors floors)
{
    private readonly Dictionary<(int Question, string Kind), int> measures = [];
    private readonly Dictionary<(string Scope, string Subject), int?> subjects = [];
    private readonly Floors floorsOfLarger = floors with { SourceKeepsFloor = true };

    public SourceReading Reading => reading;

    public SurveyProfile Survey => reading.Profile.Survey!;

    public Delivery Delivery => reading.Delivery;

    public SurveyQuestions Questions => questions;

    /// <summary>Rounds that the source fills in with an older round's figures.</summary>
    public RoundRepeats Repeats => repeats;

    /// <summary>
    /// The floors of a level: a unit's, or those of what is larger, whose respondents are seldom told and then many. Where
    /// they are told they must reach the floor as well.
    /// </summary>
    public Floors FloorsOf(string scope) => scope == Scopes.Unit ? floors : floorsOfLarger;

    /// <summary>What a distribution says of its own share and mean, to hold against the figures.</summary>
    public Dictionary<(int Subject, int Question, int Period, string Sex), DistributionSum> Distributions { get; } = [];

    /// <summary>The rows whose mean agrees with a whole distribution: their share can be worked out where it is not given.</summary>
    public List<(ResolvedRow Row, double Positive, double Scored)> SharesOfAnswers { get; } = [];

    /// <summary>The signs that stand in a figure's place where there is none.</summary>
    public HashSet<string> Signs { get; } = new(reading.Profile.Survey!.Figures.SelectMany(f => f.ValueCodes.Keys), StringComparer.OrdinalIgnoreCase);

    /// <summary>The files that have been read once.</summary>
    public HashSet<string> FilesRead { get; } = [];

    /// <summary>The question rounds met.</summary>
    public HashSet<QuestionRoundRow> QuestionRounds { get; } = [];

    /// <summary>Shares and their weights, for the municipality's own: by municipality, measure and round.</summary>
    public Dictionary<(string Municipality, int Measure, int Period), WeightedShare> Shares { get; } = [];

    /// <summary>The units of each municipality and round.</summary>
    public Dictionary<(string Municipality, int Period), HashSet<int>> UnitsOfRound { get; } = [];

    /// <summary>The measures that some unit of the round has.</summary>
    public Dictionary<int, HashSet<int>> MeasuresOfRound { get; } = [];

    /// <summary>The newest overall figure of each unit: period, measure and whether it is shown.</summary>
    public Dictionary<string, (int Period, int Measure, bool Shown)> Headlines { get; } = [];

    /// <summary>The measure of a question, made at its first figure.</summary>
    public int Measure(int question, string kind)
    {
        if (measures.TryGetValue((question, kind), out var key))
            return key;
        var row = reading.Picture.Questions[question];
        key = reading.Picture.Measure(new MeasureRow
        {
            MeasureId = $"{row.QuestionId}-{(kind == "share" ? "andel" : "medel")}",
            QuestionKey = question,
            SurveyId = Survey.Id,
            ServiceAreaId = Survey.ServiceArea,
            Name = row.Wording,
            Kind = kind,
            Unit = kind == "share" ? "percent" : "score",
            Decimals = kind == "share" ? 0 : Survey.Mean.Decimals,
            Better = "higher",
            Low = kind == "share" ? 0 : Survey.Mean.Low,
            High = kind == "share" ? 100 : Survey.Mean.High,
            PeriodKind = "round",
            IsHeadline = kind == "share" && question == questions.Headline,
            Derivation = kind == "share" ? SurveyDerivations.Share : null,
            SortOrder = row.SortOrder,
            SourceId = reading.SourceId,
        });
        measures[(question, kind)] = key;
        return key;
    }

    /// <summary>Whether the question has had a figure of the kind.</summary>
    public bool HasMeasure(int question, string kind) => measures.ContainsKey((question, kind));

    /// <summary>
    /// What the current row is about: from its report, or from its own columns. False when it is a copy of another report,
    /// or rejected here with its reason.
    /// </summary>
    public bool TryResolve(TableFile file, RowColumns columns, out ResolvedRow row)
    {
        row = default;
        // Answers and figures may stand in one file, which is then read twice: its rows count once, and so do their faults.
        if (columns.IsFirstReading)
            Delivery.CountRow();
        else if (Delivery.IsRejected(file))
            return false;
        void Reject(string reason, string? detail = null)
        {
            if (columns.IsFirstReading)
                Delivery.Reject(file, reason, detail);
        }
        if (file.Fault is { } fault)
        {
            Reject(fault);
            return false;
        }
        if (columns.Report >= 0)
        {
            if (!reports.TryGetValue(file[columns.Report], out var report))
            {
                Reject("Okänd rapport", file[columns.Report]);
                return false;
            }
            if (!TryQuestion(report.Fields.Period, out var question))
                return false;
            if (report.IsRepeat)
                return false;
            if (report.Unit is null)
            {
                Reject("Rapporten används inte", file[columns.Report]);
                return false;
            }
            row = new ResolvedRow(report.Fields, report.SubjectKey, report.Unit, question);
            return Met(row);
        }

        var (fields, reason, detail) = columns.Fields!.Read();
        if (fields is null)
        {
            Reject(reason, detail);
            return false;
        }
        if (!TryQuestion(fields.Period, out var asked))
            return false;
        var unit = fields.Scope != Scopes.Unit ? null
            : columns.UnitsByName ? reports.GetValueOrDefault(SurveyReports.NamedKey(fields))?.Unit
            : FindUnit(fields.OutsideId);
        var subject = unit is not null ? reading.Picture.UnitSubject(unit) : Subject(fields.Scope, fields.OutsideId, fields.MunicipalityCode);
        if (subject is null)
        {
            Reject(fields.Scope == Scopes.Unit ? "Okänd enhet" : "Okänd kommun eller grupp", fields.OutsideId);
            return false;
        }
        row = new ResolvedRow(fields, subject.Value, unit, asked);
        return Met(row);

        // Where each column is of a question of its own the row is of none: 0.
        bool TryQuestion(int period, out int key)
        {
            key = 0;
            if (columns.Question < 0)
                return true;
            var found = questions.Find(file[columns.Question], period);
            if (found is null)
                Reject("Okänd fråga", file[columns.Question]);
            key = found ?? 0;
            return found is not null;
        }
    }

    /// <summary>The row as one of its columns sees it: of that column's question.</summary>
    /// <exception cref="SourceFaultException">The profile has no such question.</exception>
    public ResolvedRow Asking(ResolvedRow row, string? questionId)
    {
        if (questionId is null)
            return row;
        var key = questions.Find(questionId, row.Fields.Period)
            ?? throw new SourceFaultException($"Profilen för {Survey.Name}: en kolumn gäller frågan {questionId}, men den finns inte bland frågorna.");
        QuestionRounds.Add(new QuestionRoundRow { QuestionKey = key, Period = row.Fields.Period });
        return row with { Question = key };
    }

    /// <summary>The key of what is no unit; null when it is unknown.</summary>
    public int? Subject(string scope, string id, string municipalityCode)
    {
        var key = (scope, scope == Scopes.District ? municipalityCode + id : id);
        if (!subjects.TryGetValue(key, out var subject))
        {
            subjects[key] = subject = scope switch
            {
                Scopes.Municipality => reading.Picture.MunicipalitySubject(id),
                Scopes.Group => reading.Picture.GroupSubject(id),
                Scopes.District => id.Length == 0 ? null : reading.Picture.DistrictSubject(municipalityCode, id),
                Scopes.Country => reading.Picture.CountrySubject(),
                _ => null,
            };
        }
        return subject;
    }

    private UnitRow? FindUnit(string id) =>
        reading.Picture.Units.TryGetValue(id, out var unit) ? unit
        : reading.Picture.OutsideIds.TryGetValue((reading.SourceId, id), out var outside) ? reading.Picture.Units[outside.UnitId]
        : Survey.IdScheme is { } scheme && reading.Picture.UnitOf(scheme, id) is { } shared ? reading.Picture.Units[shared]
        : null;

    private bool Met(ResolvedRow row)
    {
        var period = row.Fields.Period;
        if (row.Question > 0)
            QuestionRounds.Add(new QuestionRoundRow { QuestionKey = row.Question, Period = period });
        if (!reading.Picture.Rounds.ContainsKey((Survey.Id, period)))
        {
            reading.Picture.Rounds[(Survey.Id, period)] = new SurveyRoundRow
            {
                SurveyId = Survey.Id,
                Period = period,
                Name = period.ToString(CultureInfo.InvariantCulture),
            };
        }
        return true;
    }
}

/// <summary>Where a file of figures or answers has what its rows are about. Question is -1 where columns say it.</summary>
internal sealed record RowColumns(bool IsFirstReading, bool UnitsByName, int Question, int Report, FigureFieldReader? Fields)
{
    public static RowColumns Of(SurveyWork work, TableFile file, RowProfile profile, bool columnsSayQuestion)
    {
        var hasReports = work.Survey.Reports is not null;
        return new(
            work.FilesRead.Add(file.Key),
            // Answers about units that are known by name are of the same units as the figures.
            work.Survey.Figures.Any(f => f.UnitsByName),
            columnsSayQuestion ? -1 : file.Need("question_id", profile.Columns),
            hasReports ? file.Need("report", profile.Columns) : -1,
            hasReports ? null : new FigureFieldReader(work.Reading, file, profile));
    }
}

/// <summary>A row whose subject and question are known. Unit is null for other scopes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ResolvedRow(FigureFields Fields, int SubjectKey, UnitRow? Unit, int Question);

/// <summary>What a distribution adds up to: shares in per cent, the mean of the scores.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DistributionSum(double All, double Positive, double Scored, double? Mean);

/// <summary>Shares added up with their respondents as weights.</summary>
internal sealed class WeightedShare
{
    public double Weighted { get; set; }
    public int Respondents { get; set; }
    public int? Invited { get; set; } = 0;
    public int Units { get; set; }
}
