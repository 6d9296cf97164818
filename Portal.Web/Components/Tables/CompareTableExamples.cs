using Portal.Data.Model;
using Portal.Data.Queries.Compare;
using Portal.Data.Queries.Measures;
using Portal.Web.Components.Examples;

namespace Portal.Web.Components.Tables;

/// <summary>Units side by side.</summary>
public static class CompareTableExamples
{
    private static readonly string[] Five = ["Solen", "Tallbackens", "Skutan", "Lilla Äventyret", "Ängens"];

    private static readonly MeasureRow Share = new() { Kind = "share", Unit = "percent", Wording = "Mitt barn känner sig tryggt på förskolan", Area = "Trygghet och trivsel", ScaleLow = 0, ScaleHigh = 100 };

    private static readonly MeasureRow Mean = new() { Kind = "mean", Unit = "score", Decimals = 1, Wording = "Hur nöjd är du som helhet?", Area = "Helheten", ScaleLow = 1, ScaleHigh = 5 };

    /// <summary>Two and five units, with figures of all states.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } =
    [
        Of("två enheter, säker skillnad", Five[..2], "exempel-tva", Row(Share, [Shown(93, 40), Shown(71, 38)], (0, 1, PairOutcome.CertainlyHigher))),
        Of("fem enheter, alla slag av tomma rutor", Five, "exempel-fem",
            Row(Share, [Shown(93, 40), Shown(71, 38), Hidden(ObservationState.Suppressed), Hidden(ObservationState.NoAnswer), None(CellGap.NotInSurvey)],
                (0, 1, PairOutcome.CertainlyHigher), (0, 2, PairOutcome.Suppressed)),
            Row(Mean, [Shown(4.4, 40), Shown(4.1, 38), Shown(4.0, 22) with { State = ObservationState.Preliminary }, Shown(4.2, 19) with { IsDerived = true }, None(CellGap.NotInRound)],
                (0, 1, PairOutcome.NoCertainDifference))),
    ];

    private static ComponentExample Of(string name, IReadOnlyList<string> names, string id, params ComparedQuestion[] rows) => new(name, new Dictionary<string, object?>
    {
        [nameof(CompareTable.Names)] = names,
        [nameof(CompareTable.Questions)] = rows,
        [nameof(CompareTable.Id)] = id,
        [nameof(CompareTable.Caption)] = $"Exempel: {name}.",
    });

    private static ComparedQuestion Row(MeasureRow measure, IReadOnlyList<Figure> figures, params (int First, int Second, PairOutcome Outcome)[] pairs) => new()
    {
        Measure = measure,
        Cells = [.. figures.Select(f => new ComparedCell
        {
            Figure = f with { SurveyId = "exempelenkat", Kind = measure.Kind, Unit = measure.Unit, Decimals = measure.Decimals, ScaleHigh = measure.ScaleHigh },
            Gap = f.State is null ? (CellGap)f.Period : null,
        })],
        Pairs = [.. pairs.Select(p => new ComparedPair(p.First, p.Second, p.Outcome))],
    };

    private static Figure Shown(double value, int respondents) =>
        new() { Value = value, Respondents = respondents, State = ObservationState.Published, Period = 2024, PeriodKind = "round" };

    private static Figure Hidden(ObservationState state) => new() { State = state, Period = 2024, PeriodKind = "round" };

    // The reason travels in the year, which a figure that does not exist has no use for.
    private static Figure None(CellGap gap) => new() { Period = (int)gap };
}
