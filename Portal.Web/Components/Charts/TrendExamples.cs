using Portal.Data.Model;
using Portal.Data.Queries.Units;
using Portal.Web.Components.Examples;

namespace Portal.Web.Components.Charts;

/// <summary>A trend in all its states.</summary>
public static class TrendExamples
{
    /// <summary>The examples.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } =
    [
        Of("hel linje", "trend-hel", Row(2024, 84), Row(2023, 81), Row(2022, 83), Row(2020, 78)),
        Of("uppdelad på kön", "trend-kon",
            Row(2024, 84) with { Women = Share(2024, 88), Men = Share(2024, 79) },
            Row(2023, 80) with { Women = Share(2023, 82), Men = Share(2023, 77) },
            Row(2022, 76) with { Women = Share(2022, 80), Men = Without(2022, ObservationState.Suppressed) }),
        Of("skyddad omgång", "trend-skyddad", Row(2024, 84), Row(2023, 81), Row(2022) with { All = Without(2022, ObservationState.Suppressed) }, Row(2021, 70), Row(2020, 78)),
        Of("utebliven omgång", "trend-utebliven", Row(2024, 84), Row(2022) with { Gap = TrendGap.NotInRound }, Row(2021, 81), Row(2020, 78)),
        Of("fråga som inte ställdes", "trend-ostalld", Row(2024, 84), Row(2022) with { Gap = TrendGap.NotAsked }, Row(2020, 78)),
        Of("ändrad fråga", "trend-andrad", Row(2024, 84), Row(2023, 86), Row(2022, 62) with { EarlierWording = "Hur trygg är miljön?" }, Row(2020, 58)),
        Of("preliminär siffra", "trend-preliminar",
            Row(2024) with { All = Share(2024, 90) with { State = ObservationState.Preliminary } }, Row(2023, 81), Row(2022, 83)),
        Of("osäker siffra", "trend-osaker", Row(2024) with { All = Share(2024, 90) with { IsDoubtful = true } }, Row(2023, 81), Row(2022, 83)),
        Of("andel och medelbetyg", "trend-bada", Row(2024, 84) with { Mean = Mean(2024, 4.2) }, Row(2022, 80) with { Mean = Mean(2022, 4.1) }),
        Of("bara medelbetyg", "trend-medel", Row(2024) with { All = Mean(2024, 4.2) }, Row(2022) with { All = Mean(2022, 3.9) }),
        Of("bara uppdelad på kön", "trend-bara-kon",
            Row(2024) with { Women = Share(2024, 88), Men = Share(2024, 79) }, Row(2022) with { Women = Share(2022, 80), Men = Share(2022, 81) }),
        Of("många läsår", "trend-lasar", "school_year", [.. Enumerable.Range(0, 11).Select(i => new TrendRow
        {
            Period = 2023 - i,
            All = ExampleFigures.Count with { Period = 2023 - i, PeriodKind = "school_year", Value = 5.4 - (i % 4 * 0.3), Unit = "barn per anställd", Decimals = 1 },
        })]),
        Of("en enda siffra", "trend-ensam", Row(2024, 84), Row(2022) with { All = Without(2022, ObservationState.NoAnswer) }),
        Of("ingen siffra", "trend-ingen", Row(2024) with { All = Without(2024, ObservationState.Missing) }, Row(2022) with { All = Without(2022, ObservationState.Suppressed) }),
    ];

    private static ComponentExample Of(string name, string id, params TrendRow[] rows) => Of(name, id, "round", rows);

    private static ComponentExample Of(string name, string id, string periodKind, TrendRow[] rows) => new(name, new Dictionary<string, object?>
    {
        [nameof(Trend.Id)] = id,
        [nameof(Trend.Title)] = $"Mitt barn är tryggt, {name}",
        [nameof(Trend.Rows)] = rows,
        [nameof(Trend.PeriodKind)] = periodKind,
    });

    private static TrendRow Row(int period, double? share = null) => new()
    {
        Period = period,
        All = share is { } value ? Share(period, value) : null,
    };

    private static Figure Share(int period, double value) => ExampleFigures.Share with { Period = period, Value = value };

    private static Figure Mean(int period, double value) => ExampleFigures.Mean with { Period = period, Value = value };

    private static Figure Without(int period, ObservationState state) => ExampleFigures.Without(state) with { Period = period };
}
