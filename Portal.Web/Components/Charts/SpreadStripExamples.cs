using Portal.Web.Components.Examples;

namespace Portal.Web.Components.Charts;

/// <summary>The strip in each of its states.</summary>
public static class SpreadStripExamples
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } =
    [
        Share("ingen vald", 239),
        Share("fem valda", 239,
            new SpreadMark("Solen", "91 %, över mitten", 91), new SpreadMark("Månen", "90 %, över mitten", 90),
            new SpreadMark("Lilla Björnens förskola", "42 %, under mitten", 42), new SpreadMark("Kometen", "100 %, över mitten", 100),
            new SpreadMark("Stjärnan", "84 %, på mitten", 84)),
        Share("en vald utan siffra", 60, new SpreadMark("Solen", "skyddat: för få svar", null)),
        Share("många skyddade", 12, missing: 340),
        Share("bara en enhet", 1, new SpreadMark("Solen", "60 %", 60)),
        Share("ingen enhet", 0),
        Share("åtta tusen enheter", 8000),
        new("medelbetyg", Parameters("exempel-medel", "Så skiljer sig 120 förskolor", [.. Values(120).Select(v => 1 + (v / 25))], 4.2, "score", 2, 1, 5,
            0, [new SpreadMark("Solen", "4,30, över mitten", 4.3)])),
        new("antal, utan skala", Parameters("exempel-antal", "Så skiljer sig 300 förskolor", [.. Values(300).Select(v => Math.Round(v * 1.3))], 104, "barn", 0,
            null, null, 0, [new SpreadMark("Solen", "61 barn, under mitten", 61)])),
    ];

    private static ComponentExample Share(string name, int count, params SpreadMark[] chosen) => Share(name, count, 0, chosen);

    private static ComponentExample Share(string name, int count, int missing, params SpreadMark[] chosen) => new(name, Parameters(
        $"exempel-{name.Replace(' ', '-')}", $"Så skiljer sig {count} förskolor", Values(count), 84, "percent", 0, 0, 100, missing, chosen));

    // Crowded towards the high end, as answers to surveys are; the same every time.
    private static IReadOnlyList<double> Values(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Math.Round(100 - (60 * Math.Pow((i * 37 % 101) / 100.0, 2))))];

    private static Dictionary<string, object?> Parameters(
        string id, string title, IReadOnlyList<double> values, double median, string unit, int decimals, double? low, double? high,
        int missing, IReadOnlyList<SpreadMark> chosen) => new()
        {
            [nameof(SpreadStrip.Id)] = id,
            [nameof(SpreadStrip.Title)] = title,
            [nameof(SpreadStrip.What)] = "förskolor",
            [nameof(SpreadStrip.Values)] = values,
            [nameof(SpreadStrip.Median)] = median,
            [nameof(SpreadStrip.Unit)] = unit,
            [nameof(SpreadStrip.Decimals)] = decimals,
            [nameof(SpreadStrip.Low)] = low,
            [nameof(SpreadStrip.High)] = high,
            [nameof(SpreadStrip.Missing)] = missing,
            [nameof(SpreadStrip.Chosen)] = chosen,
        };
}
