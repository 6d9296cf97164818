using Portal.Tests.Support;

namespace Portal.Tests.Nightly.Kolada;

/// <summary>
/// Answers recorded in Kolada's own envelope, of made-up figures, read without a network: a full read in two pages, and the
/// changes of a day.
/// </summary>
public sealed class RecordedKoladaTests : IAsyncLifetime
{
    private MadeNight night = null!;

    public async ValueTask InitializeAsync()
    {
        night = await MadeNight.New();
        night.Write("kolada.json", """
            {
              "kind": "kolada",
              "source": { "id": "kolada", "name": "Kolada", "publisher": "RKA", "credit": "Källa: Kolada" },
              "kolada": { "address": "http://127.0.0.1:9", "unitsOf": [ "9901" ], "kpis": [ { "serviceArea": "forskola", "ids": [ "N90001", "N90002" ] } ] }
            }
            """);
        var recorded = Path.Combine(RealData.RepositoryRoot, "Portal.Tests", "Nightly", "Kolada", "recorded").Replace('\\', '/');
        night.Plan(
            """{ "profile": "kommuner.json" }""", """{ "profile": "register.json" }""",
            $$"""{ "profile": "kolada.json", "folder": "{{recorded}}", "fetch": false }""");
    }

    public async ValueTask DisposeAsync() => await night.DisposeAsync();

    [Fact]
    public async Task Every_figure_of_the_recorded_answers_is_read()
    {
        var report = await night.RunAndSee("kolada");
        Assert.Equal(("read", null, 0), (report.Outcome, report.Message, report.RowsRejected));
        Assert.Equal(
            [
                "0000|kolada-n90001|2025|T|7|78.4|-",
                "9901|kolada-n90001|2024|K|1|81|-",
                "9901|kolada-n90001|2024|M|1|76.5|-",
                "9901|kolada-n90001|2024|T|1|79.2|-",
                "9901|kolada-n90001|2025|T|7|80.1|2.75",
                "9901|kolada-n90002|2024|T|1|10512|-",
                "9902|kolada-n90001|2024|T|6|-|-",
                "9902|kolada-n90001|2025|T|2|-|-",
                "e1|kolada-n90001|2024|T|1|88.9|-",
            ],
            await night.Rows("""
                select s.subject_id, m.measure_id, o.period, o.sex, o.state, o.value, o.margin
                from rpt.observation as o
                join rpt.subject as s on s.subject_key = o.subject_key
                join rpt.measure as m on m.measure_key = o.measure_key
                where m.source_id = 'kolada'
                order by s.subject_id, m.measure_id, o.period, o.sex
                """));
        Assert.Equal("Påhittad kostnad, kr/inv|2024", Assert.Single(await night.Rows("select m.name, m.discontinued_after from rpt.measure as m where m.measure_id = 'kolada-n90002'")));
    }

    [Fact]
    public async Task The_recorded_files_are_kept_raw_by_their_names()
    {
        var report = await night.RunAndSee("kolada");
        Assert.Contains(report.Files, f => f.Name == "fetched/full-0001/data-k001-m001-p002.json" && f.KeptAs.Length > 0);
        Assert.Contains(report.Files, f => f.Name == "kolada.json");
    }

    [Fact]
    public async Task A_folder_where_nothing_is_fetched_is_told_of()
    {
        Directory.CreateDirectory(Path.Combine(night.Folder, "tomt"));
        night.Plan("""{ "profile": "kommuner.json" }""", """{ "profile": "kolada.json", "folder": "tomt", "fetch": false }""");
        Assert.StartsWith("Ingenting är hämtat från Kolada ännu.", (await night.RunAndSee("kolada")).Message, StringComparison.Ordinal);
    }
}
