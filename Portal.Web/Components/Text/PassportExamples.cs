using Portal.Data.Model;
using Portal.Web.Components.Examples;

namespace Portal.Web.Components.Text;

/// <summary>A passport in all its states.</summary>
public static class PassportExamples
{
    /// <summary>The examples.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } =
    [
        Of("källans siffra", ExampleFigures.Share),
        Of("egen beräkning", ExampleFigures.Share with { IsDerived = true, Derivation = "summan av de två bästa svaren" }),
        Of("osäker och preliminär", ExampleFigures.Share with { IsDoubtful = true, State = ObservationState.Preliminary }),
        Of("medelbetyg", ExampleFigures.Mean),
        Of("antal, utan undersökning", ExampleFigures.Count),
        Of("skyddad siffra", ExampleFigures.Without(ObservationState.Suppressed)),
        Of("uppgifter som saknas", ExampleFigures.Without(ObservationState.Missing) with
        {
            Licence = null,
            PublishedOn = null,
            FetchedAt = null,
            EditionNumber = null,
        }),
    ];

    private static ComponentExample Of(string name, Figure figure) =>
        new(name, new Dictionary<string, object?> { [nameof(Passport.Figure)] = figure });
}
