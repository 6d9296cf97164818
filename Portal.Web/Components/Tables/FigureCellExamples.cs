using Portal.Data.Model;
using Portal.Web.Components.Examples;
using Portal.Web.Text;

namespace Portal.Web.Components.Tables;

/// <summary>A figure in all its states.</summary>
public static class FigureCellExamples
{
    /// <summary>The examples.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } =
    [
        Of("andel", ExampleFigures.Share),
        Of("andel i ord och med år", ExampleFigures.Share, (nameof(FigureCell.WithWords), true), (nameof(FigureCell.WithPeriod), true)),
        Of("noll", ExampleFigures.Share with { Value = 0 }, (nameof(FigureCell.WithWords), true)),
        Of("medelbetyg", ExampleFigures.Mean, (nameof(FigureCell.WithWords), true)),
        Of("andel som inte är svar", ExampleFigures.Share with { SurveyId = null }, (nameof(FigureCell.WithWords), true)),
        Of("antal", ExampleFigures.Count, (nameof(FigureCell.WithWords), true)),
        Of("preliminär", ExampleFigures.Share with { State = ObservationState.Preliminary }),
        Of("egen beräkning", ExampleFigures.Share with { IsDerived = true }),
        Of("osäker uppgift", ExampleFigures.Share with { IsDoubtful = true }),
        Of("äldre siffra", ExampleFigures.Share with { Period = 2020 }, (nameof(FigureCell.WithPeriod), true), (nameof(FigureCell.Note), "nyare siffra finns, 2024")),
        .. from state in new[]
            {
                ObservationState.Suppressed, ObservationState.NotAsked, ObservationState.NoAnswer, ObservationState.NotApplicable,
                ObservationState.Missing,
            }
            select Of(Words.State(state), ExampleFigures.Without(state)),
        Of("ingen siffra", null),
        Of("ingen siffra, med skäl", null, (nameof(FigureCell.IfNone), Words.NotBySex)),
    ];

    private static ComponentExample Of(string name, Figure? figure, params (string Name, object? Value)[] parameters) =>
        new(name, parameters.Append((nameof(FigureCell.Figure), figure)).ToDictionary(p => p.Item1, p => p.Item2));
}
