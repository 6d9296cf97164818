using Portal.Data.Queries.Compare;
using Portal.Web.Text;

namespace Portal.Web.Pages.Compare;

/// <summary>
/// What to ask a unit at a visit, made of what the comparison shows: where it lies certainly lower, what matters to the
/// reader, how few have answered and what it has no answers about. They are questions, not verdicts.
/// </summary>
/// <param name="Unit">The unit's short name.</param>
/// <param name="Questions">One to four.</param>
public sealed record VisitQuestions(string Unit, IReadOnlyList<string> Questions)
{
    private const int MostDifferences = 2;

    // Below half, those who did not answer are more than those who did.
    private const double LowRate = 50;

    /// <summary>One list a unit, in the units' order.</summary>
    public static IReadOnlyList<VisitQuestions> Of(CompareView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. view.Names.Select((name, place) => new VisitQuestions(name, [.. For(view, place)]))];
    }

    private static IEnumerable<string> For(CompareView view, int place)
    {
        var differences = Worse(view, place).Take(MostDifferences).ToList();
        foreach (var question in differences)
            yield return question;
        if (view.Important.Count > 0)
            yield return $"Det här är viktigast för oss: {Format.List([.. view.Important.Select(a => a.ToLowerInvariant())])}. Hur arbetar ni med det?";
        if (LowestRate(view, place) is { } rate)
            yield return $"Bara {Format.Percent(rate)} av de tillfrågade svarade. Vad vet ni om vad de andra tycker?";
        else if (!view.Table.Different.Concat(view.Table.Alike).Any(q => q.Cells[place].Figure.Value is not null))
            yield return "Det finns inga svar om er som går att jämföra. Hur tar ni reda på vad de som är här tycker?";
        if (differences.Count < MostDifferences)
            yield return "Vad är ni mest nöjda med, och vad vill ni förbättra?";
    }

    // The widest gaps first. Where no end of the scale is the better one there is nothing to ask for.
    private static IEnumerable<string> Worse(CompareView view, int place) =>
        from question in view.Table.Different
        let better = question.Measure.Better
        where better is "higher" or "lower"
        let others = question.Pairs
            .Where(p => p.IsCertain && (p.First == place || p.Second == place))
            .Where(p => (p.Outcome == PairOutcome.CertainlyHigher == (p.First == place)) == (better == "lower"))
            .Select(p => p.First == place ? p.Second : p.First)
            .ToList()
        where others.Count > 0
        let own = question.Cells[place].Figure
        let gap = others.Max(o => Math.Abs(question.Cells[o].Figure.Value!.Value - own.Value!.Value))
        orderby gap / Math.Max(1e-9, (question.Measure.ScaleHigh ?? 100) - (question.Measure.ScaleLow ?? 0)) descending
        let far = others.MaxBy(o => Math.Abs(question.Cells[o].Figure.Value!.Value - own.Value!.Value))
        select $"”{question.Measure.Title.TrimEnd('.')}”: ni har {Words.Figure(own)}, {view.Names[far]} har {Words.Figure(question.Cells[far].Figure)}. Vad beror det på, och vad gör ni?";

    private static double? LowestRate(CompareView view, int place)
    {
        var rates = view.Table.Different.Concat(view.Table.Alike)
            .Select(q => q.Cells[place].Figure)
            .Where(f => f is { Value: not null, ResponseRate: not null })
            .Select(f => f.ResponseRate!.Value)
            .ToList();
        return rates.Count > 0 && rates.Max() < LowRate ? rates.Max() : null;
    }
}
