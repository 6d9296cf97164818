using Portal.Data.Nightly;
using Portal.Data.Reporting;

namespace Portal.Tests.Nightly;

/// <summary>A night that changes anything publishes one edition with the list of what it changed; else it publishes nothing.</summary>
public abstract class EditionTests(DatabaseEngine engine) : NightContract(engine)
{
    [Fact]
    public async Task A_first_night_publishes_what_the_files_say_and_nothing_else()
    {
        await using var night = await New();
        var report = await night.Run();

        Assert.Equal((NightOutcome.Published, 1, 1), (report.Outcome, report.EditionNumber, report.NightNumber));
        Assert.Equal(["read", "read", "read"], report.Sources.Select(s => s.Outcome));
        Assert.Equal(
            [
                "municipality|9901|prov-q1-andel|2023|T|1|86|50|65|76.92307692307692|1|0",
                "municipality|9901|prov-q1-andel|2024|T|1|79.54545454545455|44|80|55|1|0",
                "municipality|9901|prov-q2-andel|2023|T|1|72|50|65|76.92307692307692|1|0",
                "municipality|9902|prov-q1-andel|2024|T|1|70|100|150|66.7|0|0",
                "unit|e1|prov-barn|0|T|1|40|-|-|-|0|0",
                "unit|e1|prov-q1-andel|2023|T|1|80|20|25|80|0|0",
                "unit|e1|prov-q1-andel|2024|T|1|90|22|25|88|0|0",
                "unit|e1|prov-q1-medel|2023|T|1|4.1|20|25|80|0|0",
                "unit|e1|prov-q1-medel|2024|T|1|4.4|22|25|88|0|0",
                "unit|e1|prov-q2-andel|2023|T|1|60|20|25|80|0|0",
                "unit|e1|prov-q2-andel|2024|T|1|80|22|25|88|0|0",
                "unit|e1|prov-q2-medel|2023|T|1|3.6|20|25|80|0|0",
                "unit|e1|prov-q2-medel|2024|T|1|4.1|22|25|88|0|0",
                "unit|e2|prov-barn|0|T|1|55|-|-|-|0|0",
                "unit|e2|prov-q1-andel|2023|T|1|90|30|40|75|0|0",
                "unit|e2|prov-q1-andel|2024|T|1|80|10|40|25|0|0",
                "unit|e2|prov-q1-medel|2023|T|1|4.4|30|40|75|0|0",
                "unit|e2|prov-q1-medel|2024|T|1|4.1|10|40|25|0|0",
                "unit|e2|prov-q2-andel|2023|T|1|80|30|40|75|0|0",
                "unit|e2|prov-q2-andel|2024|T|6|-|-|-|-|0|0",
                "unit|e2|prov-q2-medel|2023|T|1|4.1|30|40|75|0|0",
                "unit|e2|prov-q2-medel|2024|T|6|-|-|-|-|0|0",
                "unit|e3|prov-barn|0|T|1|18|-|-|-|0|0",
                "unit|e3|prov-q1-andel|2023|T|2|-|-|10|-|0|0",
                "unit|e3|prov-q1-medel|2023|T|2|-|-|10|-|0|0",
                "unit|e3|prov-q2-andel|2023|T|6|-|-|-|-|0|0",
                "unit|e3|prov-q2-medel|2023|T|6|-|-|-|-|0|0",
                "unit|e4|prov-barn|0|T|6|-|-|-|-|0|0",
                "unit|e4|prov-q1-andel|2024|T|1|60|12|15|80|0|0",
                "unit|e4|prov-q1-medel|2024|T|1|3.6|12|15|80|0|0",
                "unit|e4|prov-q2-andel|2024|T|6|-|-|-|-|0|0",
                "unit|e4|prov-q2-medel|2024|T|6|-|-|-|-|0|0",
                "unit|e5|prov-barn|0|T|1|33|-|-|-|0|0",
            ],
            (await night.AllFigures()).Where(f => f.Split('|').Length == 12));
        Assert.Equal(["50", "30", "20", "0"], (await night.Rows("""
            select a.share from rpt.answer_distribution as a join rpt.subject as s on s.subject_key = a.subject_key
            join rpt.question as q on q.question_key = a.question_key
            where s.subject_id = 'e1' and q.question_id = 'prov-q1' and a.period = 2023 order by a.answer
            """)));
        Assert.Equal(["1|1|-"], await night.Rows("select edition_number, night_number, nullif(observations, (select count(*) from rpt.observation)) from rpt.edition"));
    }

    [Fact]
    public async Task The_same_files_twice_are_one_edition_and_every_source_unchanged()
    {
        await using var night = await Published();
        var report = await night.Run();

        Assert.Equal((NightOutcome.Unchanged, null, 2), (report.Outcome, report.EditionNumber, report.NightNumber));
        Assert.All(report.Sources, s => Assert.Equal(("unchanged", s.RowsAccepted), (s.Outcome, s.RowsUnchanged)));
        Assert.Equal(1, await night.Count("select count(*) from rpt.edition"));
        Assert.Equal(["published|1", "unchanged|-"], await night.Rows("select outcome, edition_number from rpt.night order by night_number"));
    }

    [Fact]
    public async Task Files_that_are_written_anew_and_say_the_same_are_read_and_publish_nothing()
    {
        await using var night = await Published();
        night.Change("results.csv", "q1,,e1,2023,T,,20,25,80,80,4.1,50,30,20,0", "q1,unit,e1,2023,,published,20,25,80.0,80,4.10,50,30,20,0");
        var report = await night.Run();

        Assert.Equal(NightOutcome.Unchanged, report.Outcome);
        Assert.Equal(["unchanged", "unchanged", "read"], report.Sources.Select(s => s.Outcome));
        Assert.Equal(1, await night.Count("select count(*) from rpt.edition"));
    }

    [Fact]
    public async Task A_changed_figure_is_a_new_edition_that_tells_old_and_new()
    {
        await using var night = await Published();
        night.Change("results.csv", "q1,,e1,2024,T,,22,25,88,90,4.4,60,30,10,0", "q1,,e1,2024,T,,22,25,88,91,4.4,61,30,9,0");
        var report = await night.Run();

        Assert.Equal(2, report.EditionNumber);
        Assert.Equal("1|91|22|25|88", await night.Figure("e1", "prov-q1-andel", 2024));
        // The municipality's own share follows, and nothing else.
        Assert.Equal(
            ["changed|9901|prov-q1-andel|2024|T|1|79.5455|1|80.0455", "changed|e1|prov-q1-andel|2024|T|1|90|1|91"],
            await Changes(night, 2));
        Assert.Equal(2, await night.Count("select count(*) from rpt.observation where edition_number = 2"));
        Assert.Equal(["0|4|0"], await night.Rows("select added, changed, removed from rpt.edition where edition_number = 2"));
    }

    [Fact]
    public async Task Rows_that_come_and_go_are_told_as_added_and_removed()
    {
        await using var night = await Published();
        night.Remove("results.csv", "q2,,e2,2023");
        night.Append("results.csv", "q2,,e4,2024,T,,12,15,80,60,3.6,40,20,40,0");
        Assert.Equal(2, (await night.Run()).EditionNumber);

        Assert.Equal(
            [
                "added|9901|prov-q2-andel|2024|T|-|-|1|72.9412",
                "changed|e2|prov-q2-andel|2023|T|1|80|6|-",
                "changed|e2|prov-q2-medel|2023|T|1|4.1|6|-",
                "changed|e4|prov-q2-andel|2024|T|6|-|1|60",
                "changed|e4|prov-q2-medel|2024|T|6|-|1|3.6",
                "removed|9901|prov-q2-andel|2023|T|1|72|-|-",
            ],
            await Changes(night, 2));
        Assert.Null(await night.Figure("9901", "prov-q2-andel", 2023, scope: "municipality"));
        Assert.Equal(0, await night.Count("""
            select count(*) from rpt.answer_distribution as a join rpt.subject as s on s.subject_key = a.subject_key
            join rpt.question as q on q.question_key = a.question_key
            where s.subject_id = 'e2' and q.question_id = 'prov-q2' and a.period = 2023
            """));
    }

    [Fact]
    public async Task Other_answers_alone_make_an_edition()
    {
        await using var night = await Published();
        night.Change("results.csv", "80,4.1,50,30,20,0\nq1,,e2,2023", "80,4.1,51,29,20,0\nq1,,e2,2023");
        Assert.Equal(2, (await night.Run()).EditionNumber);

        Assert.Empty(await Changes(night, 2));
        Assert.Equal(["0|2|0"], await night.Rows("select added, changed, removed from rpt.edition where edition_number = 2"));
        Assert.Equal(["51", "29"], await night.Rows("select share from rpt.answer_distribution where edition_number = 2 order by answer"));
    }

    [Fact]
    public async Task A_units_new_name_alone_makes_an_edition()
    {
        await using var night = await Published();
        night.Change("units.csv", "Vitsippan", "Blåsippan");
        Assert.Equal(2, (await night.Run()).EditionNumber);

        Assert.Equal(["Blåsippan|Blåsippan"], await night.Rows(
            "select u.name, s.name from rpt.unit as u join rpt.subject as s on s.unit_id = u.unit_id where u.unit_id = 'e3'"));
        Assert.Empty(await Changes(night, 2));
    }

    [Fact]
    public async Task A_dry_run_tells_what_it_would_do_and_leaves_every_table_as_it_was()
    {
        await using var night = await Published();
        var before = await night.Everything();
        var kept = Directory.GetFiles(night.Folder, "*", SearchOption.AllDirectories).Length;
        night.Change("results.csv", "q1,,e1,2024,T,,22,25,88,90,", "q1,,e1,2024,T,,22,25,88,91,");
        var report = await night.Run(dryRun: true);

        Assert.Equal((NightOutcome.Published, 2, 0), (report.Outcome, report.EditionNumber, report.NightNumber));
        Assert.Equal("read", report.Sources[2].Outcome);
        Assert.Equal(report.Sources[2].RowsStaged - 2, report.Sources[2].RowsUnchanged);
        var after = await night.Everything();
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.All(before, table => Assert.Equal(table.Value, after[table.Key]));
        Assert.Equal(kept, Directory.GetFiles(night.Folder, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_dry_run_on_an_empty_database_leaves_it_empty()
    {
        await using var night = await New();
        var before = await night.Everything();
        Assert.Equal(1, (await night.Run(dryRun: true)).EditionNumber);
        Assert.All(await night.Everything(), table => Assert.Equal(before[table.Key], table.Value));
    }

    [Fact]
    public async Task The_files_are_kept_once_byte_for_byte()
    {
        await using var night = await Published();
        await night.Run();
        var kept = await night.Rows("select distinct kept_as from stg.delivery where file_name = 'results.csv'");

        await using var zipped = new System.IO.Compression.GZipStream(
            File.OpenRead(Path.Combine(night.Folder, "raw", Assert.Single(kept))), System.IO.Compression.CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await zipped.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(night.Folder, "results.csv"), TestContext.Current.CancellationToken), bytes.ToArray());
    }

    private static Task<IReadOnlyList<string>> Changes(MadeNight night, int edition) => night.Rows($"""
        select c.kind, s.subject_id, m.measure_id, c.period, c.sex, c.old_state, round(c.old_value, 4), c.new_state, round(c.new_value, 4)
        from rpt.edition_change as c
        join rpt.subject as s on s.subject_key = c.subject_key
        join rpt.measure as m on m.measure_key = c.measure_key
        where c.edition_number = {edition}
        order by 1, 2, 3, 4
        """);

    public sealed class OnSqlite() : EditionTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : EditionTests(DatabaseEngine.SqlServer);
}
