using Portal.Data.Model;
using Portal.Data.Queries.Measures;
using Portal.Data.Queries.Units;

namespace Portal.Web.Text;

/// <summary>What pages say of one measure over many: what it is, how many have it, and where one lies among them.</summary>
public static class MeasureWords
{
    /// <summary>What is measured: of a question <see cref="FigureWords.Kind"/>, else the measure's own name.</summary>
    public static string What(MeasureRow measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.QuestionKey is null ? measure.MeasureName : FigureWords.Kind(measure.Kind, measure.ScaleHigh, measure.MeasureName);
    }

    /// <summary>So many units: <c>239 förskolor</c>, <c>1 enhet</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="unitWord">What they are called in plural; null where they are of no one kind.</param>
    public static string Units(long count, string? unitWord) => Words.Count(count, "enhet", unitWord ?? "enheter");

    /// <summary>So many municipalities.</summary>
    public static string Municipalities(long count) => Words.Count(count, "kommun", "kommuner");

    /// <summary>When, after a preposition of its own: <c>för 2024</c>; for figures without a year nothing.</summary>
    public static string For(int period, string periodKind) =>
        period == 0 || periodKind == "undated" ? "" : $" för {Words.Period(period, periodKind)}";

    /// <summary>
    /// Where a value lies against the middle one, both as the page shows them: <c>över mitten</c>. It says nothing of good or
    /// bad, and nothing of certain.
    /// </summary>
    public static string Place(double value, double median, int decimals) =>
        string.Equals(Format.Number(value, decimals), Format.Number(median, decimals), StringComparison.Ordinal)
            ? "på mitten"
            : value > median ? "över mitten" : "under mitten";

    /// <summary>A chosen unit's figure and where it lies: <c>91 %, över mitten</c>, or why it has none.</summary>
    public static string Chosen(Figure figure, double? median)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var says = Words.Figure(figure);
        if (figure.Value is not { } value)
            return says;
        if (figure.IsDoubtful)
            return $"{says}, {Words.Doubtful}";
        return median is { } middle ? $"{says}, {Place(value, middle, figure.Decimals)}" : says;
    }

    /// <summary>One sentence about all of a year's figures; and if there are none that there are none.</summary>
    /// <param name="year">The figures in short; null where no one has a figure.</param>
    /// <param name="who">How many and who has one: <c>239 förskolor i Göteborg</c>.</param>
    /// <param name="doubtful">How many more have a figure that is in doubt.</param>
    /// <param name="measure">What was measured.</param>
    public static string Summary(MeasureYear? year, string who, int doubtful, MeasureRow measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (year is null)
            return "Det finns ingen siffra att visa här.";
        string Says(double value) => Format.Value(value, measure.Unit, measure.Decimals);
        var when = For(year.Period, measure.PeriodKind);
        var figures = year.Figures == 1
            ? $"{who} har en siffra{when}: {Says(year.Low)}."
            : $"{who} har en siffra{when}. Den lägsta är {Says(year.Low)}, den i mitten {Says(year.Median)} och den högsta {Says(year.High)}.";
        return doubtful == 0 ? figures : $"{figures} {Words.Count(doubtful, "osäker siffra", "osäkra siffror")} till räknas inte med.";
    }

    /// <summary>Those without a certain figure and why: <c>12 förskolor: skyddat: för få svar</c>.</summary>
    public static IEnumerable<string> WithoutFigure(IEnumerable<MeasurePoint> points, string? unitWord) => points
        .Where(p => p.Value is null || p.IsDoubtful)
        .GroupBy(p => p.Value is null ? Words.State(p.State) : Words.Doubtful, StringComparer.Ordinal)
        .OrderByDescending(g => g.Count())
        .ThenBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => $"{Units(g.Count(), unitWord)}: {g.Key}");

    /// <summary>What an order is called; where neither end is better, no one is best.</summary>
    public static string Order(UnitOrder order, string better) => order switch
    {
        UnitOrder.Name => "i bokstavsordning",
        UnitOrder.Result => better == "neither" ? "högst siffra först" : "bäst siffra först",
        UnitOrder.Respondents => "flest svar först",
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "Not an order."),
    };

    /// <summary>What the order by figures means.</summary>
    public static string BestFirst(string better) => string.Concat(
        better switch
        {
            "higher" => "Bäst först betyder här: högst siffra först. ",
            "lower" => "Bäst först betyder här: lägst siffra först. ",
            _ => "Här är varken en hög eller en låg siffra bättre. Högst siffra står först. ",
        },
        "Enheter utan siffra, eller med osäker siffra, står sist.");

    /// <summary>Said of every list that could be read as a ranking.</summary>
    public const string NoRanking =
        "Små skillnader betyder sällan något: mellan de flesta som ligger nära varandra finns ingen säker skillnad. Därför har listan inga placeringar.";
}
