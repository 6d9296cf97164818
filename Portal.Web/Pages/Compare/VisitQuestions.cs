using Portal.Data.Queries.Compare;
using Portal.Web.Text;

namespace Portal.Web.Pages.Compare;

/// <summary>
/// What to ask a unit at a visit, made of what the comparison shows: where it lies certainly lower, else its own lowest
/// results, what the reader says matters before the rest; how few have answered, and what it has no answers about. They are
/// questions, not verdicts, and name no other unit: who is asked shall not have to answer for that.
/// </summary>
/// <param name="Unit">The unit's short name.</param>
/// <param name="Questions">One to three.</param>
public sealed record VisitQuestions(string Unit, IReadOnlyList<string> Questions)
{
    private const int MostResults = 2;

    // Below half, those who did not answer are more than those who did.
    private const double LowRate = 50;

    // Of a scale from 0 to 1: a result above this is nothing to ask about unless another unit is certainly better.
    private const double High = 0.85;

    /// <summary>One list a unit, in the units' order.</summary>
    public static IReadOnlyList<VisitQuestions> Of(CompareView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. view.Names.Select((name, place) => new VisitQuestions(name, [.. For(view, place)]))];
    }

    private static IEnumerable<string> For(CompareView view, int place)
    {
        var results = Worse(view, place).Concat(Lowest(view, place)).Take(MostResults).ToList();
        foreach (var question in results)
            yield return $"”{question.Measure.Title.TrimEnd('.')}”: {Result(question.Cells[place].Figure)}. Vad beror det på, och vad gör ni?";
        if (LowestRate(view, place) is { } rate)
            yield return $"Bara {Format.Percent(rate)} av de tillfrågade svarade. Vad vet ni om vad de andra tycker?";
        else if (!Tested(view).Any(q => q.Cells[place].Figure.Value is not null))
            yield return "Det finns inga svar om er som går att jämföra. Hur tar ni reda på vad de som är här tycker?";
        if (results.Count == 0)
            yield return "Vad är ni mest nöjda med, och vad vill ni förbättra?";
    }

    // What matters first, then the widest gap. Where no end of the scale is the better one there is nothing to ask for.
    private static IEnumerable<ComparedQuestion> Worse(CompareView view, int place) =>
        from question in view.Table.Different
        where question.Measure.Better is "higher" or "lower"
        let others = question.Pairs
            .Where(p => p.IsCertain && (p.First == place || p.Second == place))
            .Where(p => (p.Outcome == PairOutcome.CertainlyHigher == (p.First == place)) == (question.Measure.Better == "lower"))
            .Select(p => p.First == place ? p.Second : p.First)
            .ToList()
        where others.Count > 0
        orderby IsImportant(view, question) descending,
            others.Max(o => Math.Abs(Place(question, o) - Place(question, place))) descending
        select question;

    private static IEnumerable<ComparedQuestion> Lowest(CompareView view, int place) =>
        from question in Tested(view)
        where question.Measure.Better == "higher" && question.Cells[place].Figure is { Value: not null, IsDoubtful: false }
            && Place(question, place) < High && !question.Pairs.Any(p => p.IsCertain && (p.First == place || p.Second == place))
        orderby IsImportant(view, question) descending, Place(question, place)
        select question;

    private static IEnumerable<ComparedQuestion> Tested(CompareView view) => view.Table.Different.Concat(view.Table.Alike);

    private static bool IsImportant(CompareView view, ComparedQuestion question) => question.Measure.Area is { } area && view.Important.Contains(area);

    // Where on its scale a figure lies, 0 to 1, so that shares and means can be set in one order.
    private static double Place(ComparedQuestion question, int place)
    {
        var (low, high) = (question.Measure.ScaleLow ?? 0, question.Measure.ScaleHigh ?? 100);
        return (question.Cells[place].Figure.Value!.Value - low) / Math.Max(1e-9, high - low);
    }

    private static string Result(Data.Model.Figure figure) => figure.Kind == "mean" ? FigureWords.Mean(figure) : $"{Words.Figure(figure)} är positiva";

    private static double? LowestRate(CompareView view, int place)
    {
        var rates = Tested(view)
            .Select(q => q.Cells[place].Figure)
            .Where(f => f is { Value: not null, ResponseRate: not null })
            .Select(f => f.ResponseRate!.Value)
            .ToList();
        return rates.Count > 0 && rates.Max() < LowRate ? rates.Max() : null;
    }
}
