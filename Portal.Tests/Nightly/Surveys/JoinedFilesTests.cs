using Portal.Data.Nightly;

namespace Portal.Tests.Nightly.Surveys;

/// <summary>A survey institute's own files: figures that point at reports, reports that name units, figures of the municipality in every row.</summary>
public sealed class JoinedFilesTests
{
    private static async Task<MadeNight> New()
    {
        var night = await MadeNight.New();
        night.Sources("kommuner.json", "register.json", "joined.json");
        return night;
    }

    [Fact]
    public async Task Reports_find_their_units_and_figures_their_reports()
    {
        await using var night = await New();
        Assert.Equal(NightOutcome.Published, (await night.Run()).Outcome);
        Assert.Equal(
            ["s1|e1", "s2|e2", "s3|inst-s3", "s4|e1"],
            await night.Rows("select outside_id, unit_id from rpt.unit_outside_id where source_id = 'institutet' order by 1"));
        Assert.Equal(
            [
                "municipality|9901|inst-7-andel|2024|T|1|72.53968253968254|63|85|74.11764705882354|1|0",
                "municipality|9901|inst-7-medel|2023|T|1|4.1|-|-|-|0|0",
                "municipality|9901|inst-7-medel|2024|T|1|4|-|-|-|0|0",
                "unit|e1|inst-7-andel|2024|K|1|82|-|-|-|0|0",
                "unit|e1|inst-7-andel|2024|M|1|78|-|-|-|0|0",
                "unit|e1|inst-7-andel|2024|T|1|80|20|25|80|0|0",
                "unit|e1|inst-7-medel|2023|T|1|4.2|18|25|72|0|0",
                "unit|e1|inst-7-medel|2024|T|1|4.1|20|25|80|0|0",
                // Thirteen answers cannot be seven girls and seven boys.
                "unit|e2|inst-7-andel|2024|K|2|-|-|-|-|0|0",
                "unit|e2|inst-7-andel|2024|M|2|-|-|-|-|0|0",
                "unit|e2|inst-7-andel|2024|T|1|90|13|20|65|0|0",
                "unit|e2|inst-7-medel|2024|T|1|4.4|13|20|65|0|0",
                "unit|inst-s3|inst-7-andel|2024|M|1|61|-|-|-|0|0",
                "unit|inst-s3|inst-7-andel|2024|T|1|60|30|40|75|0|0",
                "unit|inst-s3|inst-7-medel|2024|T|1|3.6|30|40|75|0|0",
            ],
            (await night.AllFigures()).Where(f => !f.Contains("prov-barn", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_most_rows_say_of_the_municipality_is_taken_and_the_rest_remarked_on()
    {
        await using var night = await New();
        var report = await night.RunAndSee("institutet");
        var remark = Assert.Single(report.Rejects, r => r.Reason == "Raderna är oense om kommunens eller områdets värde");
        Assert.Equal(("means.csv", null, "2 rader säger 4, 1 säger annat."), (remark.File, remark.Line, remark.Detail));
    }

    [Fact]
    public async Task A_unit_that_no_register_has_is_listed_with_its_nearest_names()
    {
        await using var night = await New();
        await night.Run();
        Assert.Equal(["1|institutet|s3|Maskrosen|inst-s3"], await night.Rows("select night_number, source_id, outside_id, name, unit_id from stg.unmatched"));
        Assert.Equal(["Maskrosen|9901|1|institutet"], await night.Rows("select name, municipality_code, is_listed, source_id from rpt.unit where unit_id = 'inst-s3'"));
    }

    [Fact]
    public async Task A_report_of_an_unknown_municipality_or_none_at_all_gives_no_figures()
    {
        await using var night = await New();
        night.Append("joined/means.csv", "r9,7,4.0,4.0", "r1,8,4.0,4.0");
        var report = await night.RunAndSee("institutet");
        Assert.Equal(1, report.Reasons[("reject", "Okänd rapport")]);
        Assert.Equal(1, report.Reasons[("reject", "Okänd fråga")]);

        night.Change("joined.json", "\"document\": \"pdf\"", "\"document\": \"pdf\", \"municipality_code\": \"kommun\"");
        night.Change("joined/reports.csv", "rate,pdf", "rate,pdf,kommun");
        foreach (var (from, to) in new[] { ("a.pdf", "a.pdf,9901"), ("b.pdf", "b.pdf,"), ("c.pdf", "c.pdf,9999"), ("d.pdf", "d.pdf,9901") })
            night.Change("joined/reports.csv", from, to);
        report = await night.RunAndSee("institutet");
        Assert.Equal(1, report.Reasons[("remark", "Rapportens kommun är okänd")]);
        Assert.Contains(report.Rejects, r => r.Reason == "Rapportens kommun är okänd" && r.File == "reports.csv");
        Assert.Equal(2, report.Reasons[("reject", "Rapporten används inte")]);
        Assert.Equal("1|80|20|25|80", await night.Figure("e1", "inst-7-andel", 2024));
        Assert.Null(await night.Figure("inst-s3", "inst-7-andel", 2024));
    }

    [Fact]
    public async Task The_same_report_under_two_ids_counts_once()
    {
        await using var night = await New();
        night.Append("joined/reports.csv", "r5,s5,Solrosen 2,2024,20,25,80,a.pdf");
        night.Append("joined/means.csv", "r5,7,4.1,4.0");
        night.Append("joined/sexes.csv", "r5,7,80,82,78");
        var report = await night.RunAndSee("institutet");

        Assert.Equal(1, report.Reasons[("remark", "Samma rapport står under två id och räknas en gång")]);
        Assert.Equal(0, report.RowsRejected);
        Assert.Equal(["e1", "e1"], await night.Rows("select unit_id from rpt.unit_outside_id where outside_id in ('s1', 's5')"));
        Assert.Equal("1|72.5397|63|85|74.1", await night.Figure("9901", "inst-7-andel", 2024, scope: "municipality"));
    }

    [Fact]
    public async Task A_match_that_is_undone_leaves_no_unit_and_no_name_behind()
    {
        await using var night = await New();
        night.Plan("""{ "profile": "kommuner.json" }""", """{ "profile": "register.json" }""", """{ "profile": "joined.json", "aliases": "alias.csv" }""");
        night.Write("alias.csv", "source,outside_id,name,unit_id,reason\ninstitutet,s3,Maskrosen,e4,prov\n");
        await night.Run();
        Assert.Equal(["e4|Maskrosen"], await night.Rows("select unit_id, name from rpt.unit_alias where name = 'Maskrosen'"));
        Assert.Equal("1|60|30|40|75", await night.Figure("e4", "inst-7-andel", 2024));

        // It was another preschool: the alias goes to e3 instead.
        night.Write("alias.csv", "source,outside_id,name,unit_id,reason\ninstitutet,s3,Maskrosen,e3,prov\n");
        await night.Run();
        Assert.Equal(["e3|Maskrosen"], await night.Rows("select unit_id, name from rpt.unit_alias where name = 'Maskrosen'"));
        Assert.Null(await night.Figure("e4", "inst-7-andel", 2024));

        // Without the alias it is a unit of its own, and with it again that unit is no longer listed.
        night.Write("alias.csv", "source,outside_id,name,unit_id,reason\n");
        await night.Run();
        Assert.Equal("1|60|30|40|75", await night.Figure("inst-s3", "inst-7-andel", 2024));
        night.Write("alias.csv", "source,outside_id,name,unit_id,reason\ninstitutet,s3,Maskrosen,e3,prov\n");
        await night.Run();
        Assert.Equal(["0"], await night.Rows("select is_listed from rpt.unit where unit_id = 'inst-s3'"));
        Assert.Equal(["e3"], await night.Rows("select unit_id from rpt.unit_outside_id where outside_id = 's3'"));
    }

    [Fact]
    public async Task A_units_own_id_never_takes_the_place_of_a_registers_unit()
    {
        await using var night = await New();
        night.Change("joined.json", "\"ownUnitPrefix\": \"inst-\",", "");
        night.Change("joined/reports.csv", "r3,s3,Maskrosen", "r3,e5,Maskrosen");
        var report = await night.RunAndSee("institutet");

        Assert.Equal("failed", report.Outcome);
        Assert.Contains("ownUnitPrefix", report.Message, StringComparison.Ordinal);
        Assert.Equal(["Solrosen|9902|registret"], await night.Rows("select name, municipality_code, source_id from rpt.unit where unit_id = 'e5'"));
    }
}
