using Portal.Data.Queries.Compare;
using Portal.Web.Components.Examples;
using Portal.Web.Text;

namespace Portal.Web.Components.Text;

/// <summary>Verdicts on differences.</summary>
public static class DifferenceMarkExamples
{
    /// <summary>Above, alike and untested: three shapes.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } =
    [
        Of("säker skillnad", new Verdict(PairOutcome.CertainlyHigher, "Solen högre än båda de andra")),
        Of("säker skillnad, sedd underifrån", new Verdict(PairOutcome.CertainlyLower, "Humlan lägre än alla de andra")),
        Of("ingen säker skillnad", new Verdict(PairOutcome.NoCertainDifference, FigureWords.Outcome(PairOutcome.NoCertainDifference))),
        Of("inte prövat", new Verdict(PairOutcome.TooFewRespondents, FigureWords.Outcome(PairOutcome.TooFewRespondents))),
    ];

    private static ComponentExample Of(string name, Verdict verdict) =>
        new(name, new Dictionary<string, object?> { [nameof(DifferenceMark.Verdict)] = verdict });
}
