using Portal.Data.Model;
using Portal.Data.Queries.Units;
using Portal.Web.Components.Examples;

namespace Portal.Web.Components.Tables;

/// <summary>The figure of a greater whole in all its states.</summary>
public static class BesideCellExamples
{
    /// <summary>The examples.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } =
    [
        Of("andel", new Beside { Figure = ExampleFigures.Share }),
        Of("medelbetyg", new Beside { Mean = ExampleFigures.Mean }),
        Of("andel och medelbetyg", new Beside { Figure = ExampleFigures.Share, Mean = ExampleFigures.Mean }),
        Of("skyddad", new Beside { Figure = ExampleFigures.Without(ObservationState.Suppressed) }),
        Of("ingen siffra", new Beside()),
        Of("lokal undersökning", new Beside { IsLocalSurvey = true }),
    ];

    private static ComponentExample Of(string name, Beside beside) =>
        new(name, new Dictionary<string, object?> { [nameof(BesideCell.Beside)] = beside });
}
