using Portal.Data.Reporting;

namespace Portal.Tests.Nightly;

/// <summary>What has happened to units, as the portal's own file of events tells it.</summary>
public abstract class UnitEventTests(DatabaseEngine engine) : NightContract(engine)
{
    private const string Header = "unit,kind,date,old_name,new_name,other_unit\n";

    [Fact]
    public async Task A_merger_a_split_a_closing_a_move_and_a_rename_are_kept_with_their_dates()
    {
        await using var night = await WithEvents(
            "e3,merged,2025-07-01,,,e1", "e2,split,2025-07-01,,,e4", "e2,split,2025-07-01,,,e1", "e5,closed,2025-06-30,,,",
            "e4,moved,,Storgatan 1,Lillgatan 2,", "e1,renamed,2020-01-01,Gamla Solrosen,,");

        var report = await night.RunAndSee("handelser");

        Assert.Equal((6, 0), (report.RowsAccepted, report.RowsRejected));
        Assert.Equal(
            [
                "e1|renamed|2020-01-01|Gamla Solrosen|Solrosen|-", "e2|split|2025-07-01|-|-|e1", "e2|split|2025-07-01|-|-|e4",
                "e3|merged|2025-07-01|-|-|e1", "e4|moved|-|Storgatan 1|Lillgatan 2|-", "e5|closed|2025-06-30|-|-|-",
            ],
            await night.Rows("select unit_id, kind, happened_on, old_name, new_name, other_unit_id from rpt.unit_event order by 1, 6"));
        // Found by its old name; the units and their figures are as they were.
        Assert.Equal(["e1|Gamla Solrosen"], await night.Rows("select unit_id, name from rpt.unit_alias"));
        Assert.Equal("1|80|20|25|80", await night.Figure("e1", "prov-q1-andel", 2023));
    }

    [Theory]
    [InlineData("e9,closed,,,,", "Okänd enhet")]
    [InlineData("e1,burned,,,,", "Okänd händelse")]
    [InlineData("e1,closed,1 juli,,,", "Datumet går inte att läsa")]
    [InlineData("e1,merged,2025-07-01,,,", "Okänd enhet")]
    [InlineData("e1,merged,2025-07-01,,,e1", "Enheten kan inte slås ihop med sig själv eller delas till sig själv")]
    [InlineData("e1,renamed,2025-07-01,,Nya,", "Det gamla namnet saknas")]
    [InlineData("e5,closed,2025-06-30,,,", "Dubblett")]
    public async Task An_event_that_does_not_hold_is_rejected(string row, string reason)
    {
        await using var night = await WithEvents("e5,closed,2025-06-30,,,", row);

        var report = await night.RunAndSee("handelser");

        Assert.Equal([("reject", reason)], report.Reasons.Keys);
        Assert.Equal(["e5"], await night.Rows("select unit_id from rpt.unit_event"));
    }

    [Fact]
    public async Task A_unit_may_be_named_by_the_id_of_a_source_where_only_one_has_it()
    {
        await using var night = await WithEvents("s3,closed,2025-06-30,,,");
        night.Sources("kommuner.json", "register.json", "joined.json", "handelser.json");

        await night.Run();

        Assert.Equal(["inst-s3"], await night.Rows("select unit_id from rpt.unit_event"));
    }

    [Fact]
    public async Task An_event_that_is_taken_back_is_gone_and_stays_in_the_edition_that_had_it()
    {
        await using var night = await WithEvents("e5,closed,2025-06-30,,,", "e1,renamed,,Gamla,,");
        await night.Run();
        night.Write("handelser.csv", Header + "e1,renamed,,Förra,,\n");
        night.Plan("""{ "profile": "kommuner.json" }""", """{ "profile": "register.json" }""", """{ "profile": "enkat.json" }""", """{ "profile": "handelser.json", "mayShrink": true }""");

        await night.Run();

        Assert.Equal(["e1|Förra"], await night.Rows("select unit_id, old_name from rpt.unit_event"));
        Assert.Equal(["Förra"], await night.Rows("select name from rpt.unit_alias"));
        Assert.Equal(["e1", "e5"], await night.Rows("select unit_id from rpt.unit_event_past order by 1"));
    }

    [Fact]
    public async Task What_the_register_has_told_is_not_told_twice()
    {
        await using var night = await WithEvents("e1,renamed,2025-07-01,Solrosen,Solrosens förskola,");
        night.Sources("kommuner.json", "register.json", "enkat.json");
        await night.Run();
        night.Change("units.csv", "e1,9901,forskola,Solrosen,", "e1,9901,forskola,Solrosens förskola,");
        night.Sources("kommuner.json", "register.json", "enkat.json", "handelser.json");

        await night.Run();

        Assert.Equal(["registret"], await night.Rows("select source_id from rpt.unit_event"));
    }

    private async Task<MadeNight> WithEvents(params string[] rows)
    {
        var night = await New();
        night.Write("handelser.csv", Header + string.Concat(rows.Select(r => r + "\n")));
        night.Write("handelser.json", """
            {
              "kind": "unit-events",
              "source": { "id": "handelser", "name": "Händelser", "publisher": "Kommunen", "credit": "Källa: Kommunen" },
              "files": { "events": { "path": "handelser.csv" } },
              "unitEvents": {}
            }
            """);
        night.Sources("kommuner.json", "register.json", "enkat.json", "handelser.json");
        return night;
    }

    public sealed class OnSqlite() : UnitEventTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : UnitEventTests(DatabaseEngine.SqlServer);
}
