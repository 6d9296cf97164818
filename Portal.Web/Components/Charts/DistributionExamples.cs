using Portal.Data.Model;
using Portal.Data.Queries.Measures;
using Portal.Web.Components.Examples;

namespace Portal.Web.Components.Charts;

/// <summary>A distribution in all its states.</summary>
public static class DistributionExamples
{
    /// <summary>The examples.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } =
    [
        Of("fem svar och vet inte", Answer("Instämmer helt", 50, 5), Answer("Instämmer till stor del", 22, 4), Answer("Instämmer delvis", 12, 3),
            Answer("Instämmer till liten del", 8, 2), Answer("Instämmer inte alls", 4, 1), Answer("Vet inte", 4, null)),
        Of("två svar", Answer("Ja", 70, 2), Answer("Nej", 30, 1)),
        Of("fler svar än färger", [.. Enumerable.Range(1, 7).Select(i => Answer($"Betyg {8 - i}", i == 1 ? 40 : 10, 8 - i))]),
        Of("skyddad andel", Answer("Ja", 80, 3), Answer("Delvis", null, 2), Answer("Nej", null, 1)),
        Of("avrundade andelar", Answer("Ja", 61, 3), Answer("Delvis", 30, 2), Answer("Nej", 10, 1)),
        Of("alla svarade lika", Answer("Ja", 100, 2), Answer("Nej", 0, 1)),
    ];

    private static ComponentExample Of(string name, params AnswerRow[] answers) => new(name, new Dictionary<string, object?>
    {
        [nameof(Distribution.Title)] = "Så svarade vårdnadshavarna 2024",
        [nameof(Distribution.Answers)] = answers,
    });

    private static AnswerRow Answer(string label, double? share, double? score) => new()
    {
        Label = label,
        Share = share,
        Score = score,
        State = share is null ? ObservationState.Suppressed : ObservationState.Published,
    };
}
