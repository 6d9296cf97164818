using Portal.Tests.Support;

namespace Portal.Tests.Nightly.Skolverket;

/// <summary>
/// Nights on recorded answers of made-up schools, in the shape of Skolverket's APIs: see <c>recorded</c>. A test changes what it
/// is about.
/// </summary>
internal static class MadeSchools
{
    private const string Register = """
        {
          "kind": "skolverket-units",
          "source": { "id": "skolenhetsregistret", "name": "Skolenhetsregistret", "publisher": "Skolverket", "credit": "Källa: Skolverket" },
          "skolverketUnits": { "idPrefix": "gr-" }
        }
        """;

    private const string Statistics = """
        {
          "kind": "skolverket-statistics",
          "source": { "id": "skolverket", "name": "Skolverkets statistik", "publisher": "Skolverket", "credit": "Källa: Skolverket" },
          "skolverketStatistics": {}
        }
        """;

    /// <summary>Municipalities, the register and the statistics, read from the recorded answers.</summary>
    public static async Task<MadeNight> Night()
    {
        var night = await MadeNight.New();
        var recorded = SourceTree.PathTo("Portal.Tests/Nightly/Skolverket/recorded");
        foreach (var file in Directory.EnumerateFiles(recorded, "*", SearchOption.AllDirectories))
            night.Write(Path.GetRelativePath(recorded, file), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        night.Write("skolor.json", Register);
        night.Write("skolstatistik.json", Statistics);
        Plan(night);
        return night;
    }

    /// <summary>Writes the list of sources, with more before the statistics.</summary>
    public static void Plan(MadeNight night, params string[] more) => night.Plan(
    [
        """{ "profile": "kommuner.json" }""",
        """{ "profile": "skolor.json", "folder": "register", "fetch": false }""",
        .. more.Select(m => $$"""{ "profile": "{{m}}" }"""),
        """{ "profile": "skolstatistik.json", "folder": "education", "fetch": false }""",
    ]);
}
