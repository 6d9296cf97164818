using Portal.Data.Model;
using Portal.Data.Queries.Units;

namespace Portal.Web.Text;

/// <summary>
/// How a question has gone, in words. Nothing here has been tested, so nothing here says that anything has changed: both
/// ends are told, and that the difference may be chance.
/// </summary>
public static class TrendWords
{
    /// <summary>Said beneath two figures of a survey that nobody has compared.</summary>
    public const string Untested = "Vi har inte prövat om skillnaden är säker. Små förändringar kan bero på slumpen.";

    /// <summary>When, in a sentence: <c>år 2024</c>, <c>läsåret 2023/24</c>.</summary>
    public static string When(int period, string periodKind) =>
        periodKind == "school_year" ? Words.Period(period, periodKind) : $"år{Format.NoBreakSpace}{Words.Period(period, periodKind)}";

    /// <summary>When, where there is little room: <c>2024</c>, <c>2023/24</c>.</summary>
    public static string Year(int period, string periodKind) =>
        Words.Period(period, periodKind).Replace("läsåret ", "", StringComparison.Ordinal);

    /// <summary>
    /// The first and the last figure that may stand beside each other: <c>Från 78 % år 2020 till 84 % år 2024.</c>, with what
    /// keeps a reader from making more of it than it is. Figures that are preliminary or doubtful are told and not compared.
    /// </summary>
    /// <param name="rows">The rounds, newest first.</param>
    /// <param name="periodKind">As of the measure.</param>
    /// <param name="asked">Who was asked; as of the measure.</param>
    public static string Sentence(IReadOnlyList<TrendRow> rows, string periodKind, string? asked = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var sex = new[] { Sexes.All, Sexes.Women, Sexes.Men }.FirstOrDefault(s => rows.Any(r => Of(r, s)?.Value is not null));
        if (sex is null)
            return "Ingen omgång har en siffra som kan visas.";

        var comparable = rows.TakeWhile(r => r.EarlierWording is null).ToList();
        var firm = comparable.FindAll(r => IsFirm(Of(r, sex)));
        var says = new List<string>();
        if (firm.Count > 1)
        {
            var (first, last) = (Of(firm[^1], sex)!, Of(firm[0], sex)!);
            var (from, to) = (Words.Figure(first), Words.Figure(last));
            var (then, now) = (When(firm[^1].Period, periodKind), When(firm[0].Period, periodKind));
            says.Add(from == to ? $"{to} både {then} och {now}." : $"Från {from} {then} till {to} {now}.");
            if (last.SurveyId is not null)
                says.Add(Untested);
        }
        else if (firm.Count == 1)
        {
            says.Add($"{Words.Figure(Of(firm[0], sex)!)} {When(firm[0].Period, periodKind)}. Det finns ingen annan omgång att jämföra med.");
        }
        if (sex != Sexes.All)
            says.Insert(0, $"{Name(sex, asked)}:");
        says.AddRange(comparable.Where(r => Of(r, sex) is { Value: not null } f && !IsFirm(f)).Select(r =>
            $"Siffran för {Words.Period(r.Period, periodKind)} är {(Of(r, sex)!.IsDoubtful ? "osäker" : Words.Preliminary)} och jämförs inte."));
        return string.Join(' ', says);
    }

    /// <summary>What a picture of the rounds leaves out or breaks off, a sentence each, oldest first.</summary>
    /// <param name="rows">The rounds, newest first.</param>
    /// <param name="periodKind">As of the measure.</param>
    /// <param name="asked">Who was asked; as of the measure.</param>
    public static IEnumerable<string> Gaps(IReadOnlyList<TrendRow> rows, string periodKind, string? asked = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var (row, newer) in rows.Select((r, i) => (r, i == 0 ? null : rows[i - 1])).Reverse())
        {
            foreach (var sex in new[] { Sexes.All, Sexes.Women, Sexes.Men })
            {
                if (Why(row, sex) is { } why)
                {
                    var whose = sex == Sexes.All ? "" : $" i linjen ”{Name(sex, asked)}”";
                    yield return $"{Words.Capital(Words.Period(row.Period, periodKind))} har ingen punkt{whose} ({why}).";
                }
            }
            if (row.EarlierWording is not null && newer is not null)
                yield return $"Frågan ändrades efter {Words.Period(row.Period, periodKind)}. Därför är linjen bruten där.";
        }
    }

    /// <summary>What a line is called: the word of the table's column.</summary>
    public static string Name(string sex, string? asked) => sex switch
    {
        Sexes.Women => SexWords.Women(asked),
        Sexes.Men => SexWords.Men(asked),
        _ => Words.Capital(Words.Sex(sex)),
    };

    /// <summary>Why a round has no point, in a word or two; null where it has one that is final.</summary>
    public static string? Short(TrendRow row, string sex)
    {
        ArgumentNullException.ThrowIfNull(row);
        return (row.Gap, Of(row, sex)?.State) switch
        {
            (TrendGap.NotAsked, _) => "inte ställd",
            (not null, _) or (_, null or ObservationState.NotAsked) => "inte med",
            (_, ObservationState.Published) => null,
            (_, ObservationState.Preliminary) => Words.Preliminary,
            (_, ObservationState.Suppressed) => "skyddat",
            (_, ObservationState.NoAnswer) => "få svar",
            (_, ObservationState.NotApplicable) => "gäller inte",
            _ => "saknas",
        };
    }

    /// <summary>The figure of a sex in a round.</summary>
    public static Figure? Of(TrendRow row, string sex)
    {
        ArgumentNullException.ThrowIfNull(row);
        return sex switch
        {
            Sexes.All => row.All,
            Sexes.Women => row.Women,
            Sexes.Men => row.Men,
            _ => throw new ArgumentOutOfRangeException(nameof(sex), sex, "Not a sex."),
        };
    }

    private static bool IsFirm(Figure? figure) =>
        figure is { Value: not null, State: ObservationState.Published, IsDoubtful: false };

    // A round that does not part its answers by sex has no lines of the sexes to break: the table says so.
    private static string? Why(TrendRow row, string sex) => Of(row, sex) switch
    {
        { Value: null, State: { } state } => Words.State(state),
        null when sex == Sexes.All && row.Gap is { } gap => FigureWords.Gap(gap),
        _ => null,
    };
}
