using System.Globalization;

namespace Portal.Tests.Nightly.Kolada;

/// <summary>A year that Kolada fills in with the year before is told from a measurement.</summary>
public sealed class KoladaRepeatTests : IAsyncLifetime
{
    private KoladaNight night = null!;

    private MadeKolada Kolada => night.Kolada;

    public async ValueTask InitializeAsync() => night = await KoladaNight.New();

    public async ValueTask DisposeAsync() => await night.DisposeAsync();

    [Fact]
    public async Task A_year_that_repeats_the_year_before_is_not_asked_and_says_when_it_was_measured()
    {
        Repeating();
        var report = await night.Run();
        Assert.Equal("1|80|-|-", await night.Figure("n21", "9901", 2023));
        foreach (var kpi in new[] { "n21", "n22", "n23" })
        {
            Assert.Equal("3|-|-|2023", await night.Figure(kpi, "9901", 2024));
            Assert.StartsWith("1|", await night.Figure(kpi, "9902", 2024), StringComparison.Ordinal);
        }
        Assert.Contains("Kolada upprepar året före i 1 fall (en kommun, ett år, en grupp av nyckeltal). De räknas inte som nya mätningar.", report.Notes);
    }

    [Fact]
    public async Task A_repetition_of_a_repetition_says_the_year_that_was_measured()
    {
        Repeating();
        foreach (var (kpi, value) in new[] { ("N21", 80), ("N22", 70), ("N23", 60) })
            Kolada.Value(kpi, "9901", 2025, value);
        await night.Run();
        Assert.Equal("3|-|-|2023", await night.Figure("n21", "9901", 2025));
    }

    [Theory]
    [InlineData("one figure differs")]
    [InlineData("one figure is new")]
    [InlineData("a sex differs")]
    [InlineData("too few figures")]
    [InlineData("a year lies between")]
    [InlineData("the profile has no such rule")]
    public async Task A_year_is_a_measurement_when(string when)
    {
        Repeating();
        switch (when)
        {
            case "one figure differs":
                Kolada.Value("N23", "9901", 2024, 60.5);
                break;
            case "one figure is new":
                Kolada.Kpi("N24", "Fråga 24, andel (%)");
                Kolada.Value("N24", "9901", 2024, 12);
                break;
            case "a sex differs":
                Kolada.Value("N23", "9901", 2023, 61, "K");
                Kolada.Value("N23", "9901", 2024, 62, "K");
                break;
            case "too few figures":
                Kolada.Values.RemoveAll(v => v.Kpi == "N23");
                break;
            case "a year lies between":
                Kolada.Values.RemoveAll(v => v.Year == 2023 && v.Of == "9901");
                foreach (var (kpi, value) in new[] { ("N21", 80), ("N22", 70), ("N23", 60) })
                    Kolada.Value(kpi, "9901", 2022, value);
                break;
            default:
                night.Profile(kpis: """[ { "serviceArea": "grundskola", "ids": [ "N21", "N22", "N23" ] } ]""");
                break;
        }
        await night.Run();
        Assert.Equal("1|80|-|-", await night.Figure("n21", "9901", 2024));
    }

    [Fact]
    public async Task A_repetition_that_Kolada_corrects_becomes_a_measurement()
    {
        Repeating();
        await night.Run();
        night.Clock.Pass(TimeSpan.FromDays(1));
        var today = night.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Kolada.Value("N22", "9901", 2024, 74, changed: today);
        await night.Run();
        Assert.Equal("1|80|-|-", await night.Figure("n21", "9901", 2024));
        Assert.Equal("1|74|-|-", await night.Figure("n22", "9901", 2024));
    }
    // 9901 has the same three figures two years running; 9902 has two of three.
    private void Repeating()
    {
        foreach (var (kpi, value) in new[] { ("N21", 80.0), ("N22", 70), ("N23", 60) })
        {
            Kolada.Kpi(kpi, $"Fråga {kpi}, andel (%)");
            Kolada.Value(kpi, "9901", 2023, value);
            Kolada.Value(kpi, "9901", 2024, value);
            Kolada.Value(kpi, "9902", 2023, value);
            Kolada.Value(kpi, "9902", 2024, kpi == "N23" ? value + 1 : value);
        }
        night.Profile(kpis: """[ { "serviceArea": "grundskola", "better": "higher", "repeatsYearBefore": 3, "ids": [ "N21", "N22", "N23", "N24" ] } ]""");
    }
}
