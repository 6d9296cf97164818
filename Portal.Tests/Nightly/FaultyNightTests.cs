using Portal.Data.Nightly;
using Portal.Data.Reporting;

namespace Portal.Tests.Nightly;

/// <summary>A bad row is not taken, a bad file fails its source, and nothing fails the night but the night itself.</summary>
public abstract class FaultyNightTests(DatabaseEngine engine) : NightContract(engine)
{
    [Fact]
    public async Task A_bad_row_is_kept_for_reading_and_the_others_are_published()
    {
        await using var night = await New();
        night.Append("results.csv", "q1,,e5,2024,T,,mycket,15,80,60,3.6,40,20,40,0");
        var report = await night.RunAndSee("enkaten");

        Assert.Equal((11, 10, 1), (report.RowsRead - 2, report.RowsAccepted - 2, report.RowsRejected));
        Assert.Equal(
            ["1|enkaten|reject|results.csv|12|Antalet svarande är inget helt tal|mycket|q1,,e5,2024,T,,mycket,15,80,60,3.6,40,20,40,0"],
            (await night.Rows("select night_number, source_id, kind, file_name, line_number, reason, detail, content from stg.reject")).Select(r => r.TrimEnd('\n')));
        Assert.Equal(["enkaten|reject|Antalet svarande är inget helt tal|1"], await night.Rows("select source_id, kind, reason, rows_concerned from rpt.night_reason"));
        Assert.Null(await night.Figure("e5", "prov-q1-andel", 2024));
        Assert.Equal("1|60|12|15|80", await night.Figure("e4", "prov-q1-andel", 2024));
    }

    [Theory]
    [InlineData("q1,,e5,2024,T,,20,25,80,120,3.6,40,20,40,0", "Värdet ligger utanför skalan")]
    [InlineData("q1,,e5,2024,T,,20,25,80,60,5.6,40,20,40,0", "Värdet ligger utanför skalan")]
    [InlineData("q1,,e5,2024,T,,20,25,80,60,~4,40,20,40,0", "Värdet är inget tal")]
    [InlineData("q1,,e5,2024,T,,20,25,80,60,3.6,40,20,140,0", "Svarets andel är ingen procentsats")]
    [InlineData("q1,,e5,2024,T,,20,19,80,60,3.6,40,20,40,0", "Fler har svarat än tillfrågats")]
    [InlineData("q1,,e5,2024,X,,20,25,80,60,3.6,40,20,40,0", "Okänt kön")]
    [InlineData("q1,x,e5,2024,T,,20,25,80,60,3.6,40,20,40,0", "Okänd nivå")]
    [InlineData("q1,,e5,2024,T,hemligt,20,25,80,60,3.6,40,20,40,0", "Okänt tillstånd")]
    [InlineData("q1,,e5,24,T,,20,25,80,60,3.6,40,20,40,0", "Årtalet är inget år")]
    [InlineData("q1,,e5,2024,T,,20,25,180,60,3.6,40,20,40,0", "Svarsfrekvensen är ingen procentsats")]
    [InlineData("q1,,e9,2024,T,,20,25,80,60,3.6,40,20,40,0", "Okänd enhet")]
    [InlineData("q9,,e5,2024,T,,20,25,80,60,3.6,40,20,40,0", "Okänd fråga")]
    [InlineData("q1,municipality,9909,2024,T,,20,25,80,60,3.6,40,20,40,0", "Okänd kommun eller grupp")]
    [InlineData("q1,group,g1,2024,T,,20,25,80,60,3.6,40,20,40,0", "Okänd kommun eller grupp")]
    [InlineData("q1,,,2024,T,,20,25,80,60,3.6,40,20,40,0", "Det står inte vilken enhet raden gäller")]
    [InlineData("q1,,e5,2024", "Fel antal kolumner")]
    [InlineData("q1,,\"e5\"x,2024,T,,20,25,80,60,3.6,40,20,40,0", "Citattecknen går inte ihop")]
    public async Task A_row_that_does_not_hold_is_rejected_whole_and_once(string row, string reason)
    {
        await using var night = await Published();
        var before = await night.AllFigures();
        night.Append("results.csv", row);
        var report = await night.RunAndSee("enkaten");

        Assert.Equal(("read", 1), (report.Outcome, report.RowsRejected));
        Assert.Equal([reason], report.Reasons.Keys.Select(r => r.Reason));
        var reject = Assert.Single(report.Rejects);
        Assert.Equal(("results.csv", (int?)12, row), (reject.File, reject.Line, reject.Content!.TrimEnd()));
        Assert.Equal(before, (await night.AllFigures()).Where(f => !f.StartsWith("unit|e5|prov-q", StringComparison.Ordinal)));
        Assert.Null(await night.Figure("e5", "prov-q1-andel", 2024));
        Assert.Null(await night.Figure("e5", "prov-q1-medel", 2024));
    }

    [Theory]
    [InlineData("", "är tom")]
    [InlineData("question_id,subject,period,share,mean,a1,a2,a3\nq1,e1,2024,80,4,50,30,20\n", "saknar kolumnen \"a4\"")]
    [InlineData("question_id,subject,period,share,mean,a1,a2,a3,a4\n", "mayShrink")]
    [InlineData("question_id,period,period,share\n", "två gånger")]
    public async Task A_bad_file_fails_its_source_and_its_figures_of_yesterday_stay(string text, string words)
    {
        await using var night = await Published();
        var before = await night.AllFigures();
        night.Write("results.csv", text);
        night.Change("units.csv", "Vitsippan", "Blåsippan");
        var report = await night.Run();

        Assert.Equal((NightOutcome.Published, 2), (report.Outcome, report.EditionNumber));
        Assert.Equal(["unchanged", "read", "failed"], report.Sources.Select(s => s.Outcome));
        Assert.Contains(words, report.Sources[2].Message, StringComparison.Ordinal);
        Assert.Equal(before, await night.AllFigures());
        Assert.Equal(0, await night.Count("select count(*) from stg.observation"));
        Assert.Equal(0, await night.Count("select count(*) from stg.answer_distribution"));
        Assert.Equal(1, await night.Count("select count(*) from rpt.night_source where outcome = 'failed' and message is not null"));
    }

    [Fact]
    public async Task A_source_that_fails_after_it_has_staged_leaves_nothing_behind()
    {
        await using var night = await Published();
        var before = await night.AllFigures();
        // All rows are good; the last file of the source is not there.
        night.Change("enkat.json", "\"results\": { \"path\": \"results.csv\" }", "\"results\": { \"path\": \"results.csv\" }, \"more\": { \"path\": \"questions.csv\" }");
        night.Change("enkat.json", "\"figures\": [", "\"figures\": [ { \"file\": \"results\", \"values\": [ { \"column\": \"mean\", \"kind\": \"mean\" } ] }, { \"file\": \"more\", \"values\": [ { \"column\": \"nix\", \"kind\": \"share\" } ] },");
        night.Append("questions.csv", "q3,Trygghet,En ny fråga,trygghet");
        var report = await night.Run();

        Assert.Equal(NightOutcome.Failed, report.Outcome);
        Assert.Equal("failed", report.Sources[2].Outcome);
        Assert.Equal(before, await night.AllFigures());
        Assert.Equal(0, await night.Count("select count(*) from stg.observation"));
        Assert.Equal(0, await night.Count("select count(*) from rpt.question where question_id = 'prov-q3'"));
    }

    [Fact]
    public async Task A_source_that_failed_is_read_again_when_it_is_well_though_its_files_are_the_old_ones()
    {
        await using var night = await Published();
        var good = await File.ReadAllTextAsync(Path.Combine(night.Folder, "joined/reports.csv"), TestContext.Current.CancellationToken);
        night.Sources("kommuner.json", "register.json", "joined.json");
        await night.Run();
        Assert.Equal(["inst-s3"], await night.Rows("select unit_id from rpt.unit_outside_id where outside_id = 's3'"));

        // The register gets the unit in a night when the survey's file is away; the next night the old file is back.
        File.Delete(Path.Combine(night.Folder, "joined/reports.csv"));
        night.Append("units.csv", "e6,9901,forskola,Maskrosen,Exempelby kommun,municipal,212000-9901,20");
        await night.Run();
        night.Write("joined/reports.csv", good);
        await night.Run();

        Assert.Equal(["e6"], await night.Rows("select unit_id from rpt.unit_outside_id where outside_id = 's3'"));
    }

    [Fact]
    public async Task When_every_source_fails_nothing_is_published()
    {
        await using var night = await New();
        foreach (var file in new[] { "municipalities.csv", "units.csv", "results.csv" })
            File.Delete(Path.Combine(night.Folder, file));
        var report = await night.Run();

        Assert.Equal((NightOutcome.Failed, null), (report.Outcome, report.EditionNumber));
        Assert.Equal(0, await night.Count("select count(*) from rpt.edition"));
        Assert.Equal(0, await night.Count("select count(*) from rpt.municipality"));
        Assert.Equal(["failed|-"], await night.Rows("select outcome, edition_number from rpt.night"));
    }

    [Fact]
    public async Task Profiles_of_one_name_that_all_fail_are_told_one_by_one()
    {
        await using var night = await New();
        night.Sources("kommuner.json", "a/profile.json", "b/profile.json");
        var report = await night.Run();

        Assert.Equal(["read", "failed", "failed"], report.Sources.Select(s => s.Outcome));
        Assert.Equal(NightOutcome.Published, report.Outcome);
        Assert.Equal(["published"], await night.Rows("select outcome from rpt.night"));
        Assert.Equal(3, await night.Count("select count(*) from rpt.night_source"));
    }

    [Fact]
    public async Task A_source_that_is_listed_twice_is_read_once()
    {
        await using var night = await New();
        night.Sources("kommuner.json", "register.json", "register.json");
        var report = await night.Run();

        Assert.Equal(["read", "read", "failed"], report.Sources.Select(s => s.Outcome));
        Assert.Contains("registret", report.Sources[2].Message, StringComparison.Ordinal);
        Assert.Equal(["published"], await night.Rows("select outcome from rpt.night"));
    }

    [Fact]
    public async Task Two_files_of_one_name_in_two_folders_are_two_files()
    {
        await using var night = await New();
        var results = MadeFiles.All["results.csv"].Split('\n');
        night.Write("2023/results.csv", string.Join('\n', results.Where(r => !r.Contains(",2024,", StringComparison.Ordinal))));
        night.Write("2024/results.csv", string.Join('\n', results.Where(r => !r.Contains(",2023,", StringComparison.Ordinal))));
        night.Change("enkat.json", "\"results\": { \"path\": \"results.csv\" }", "\"results\": { \"path\": \"2023/results.csv\" }, \"newer\": { \"path\": \"2024/results.csv\" }");
        night.Change("enkat.json", "\"figures\": [", "\"figures\": [ { \"file\": \"newer\", \"values\": [ { \"column\": \"share\", \"kind\": \"share\" } ] },");
        var report = await night.Run();

        Assert.Equal(NightOutcome.Published, report.Outcome);
        Assert.Equal(["published"], await night.Rows("select outcome from rpt.night"));
        Assert.Equal("1|90|22|25|88", await night.Figure("e1", "prov-q1-andel", 2024));
        Assert.Equal(2, await night.Count("select count(*) from stg.delivery where file_name like '%results.csv'"));
    }

    [Fact]
    public async Task A_halved_file_fails_its_source_unless_it_may_shrink()
    {
        await using var night = await Published();
        var lines = MadeFiles.All["results.csv"].Split('\n');
        night.Write("results.csv", string.Join('\n', lines.Take(6)) + "\n");
        var report = await night.RunAndSee("enkaten");

        Assert.Equal("failed", report.Outcome);
        Assert.Contains("mayShrink", report.Message, StringComparison.Ordinal);
        Assert.Equal("1|90|22|25|88", await night.Figure("e1", "prov-q1-andel", 2024));

        night.Plan("""{ "profile": "kommuner.json" }""", """{ "profile": "register.json" }""", """{ "profile": "enkat.json", "mayShrink": true }""");
        Assert.Equal("read", (await night.RunAndSee("enkaten")).Outcome);
        Assert.Null(await night.Figure("e1", "prov-q1-andel", 2024));
        Assert.Equal("1|80|20|25|80", await night.Figure("e1", "prov-q1-andel", 2023));
    }

    [Fact]
    public async Task A_cut_file_is_found_also_when_the_other_files_of_its_source_are_long()
    {
        await using var night = await New();
        night.Sources("kommuner.json", "register.json", "joined.json");
        await night.Run();
        night.Write("joined/sexes.csv", "report,question,all,girls,boys\n");
        var report = await night.RunAndSee("institutet");

        Assert.Equal("failed", report.Outcome);
        Assert.Contains("sexes.csv", report.Message, StringComparison.Ordinal);
        Assert.Equal("1|80|20|25|80", await night.Figure("e1", "inst-7-andel", 2024));
    }

    [Theory]
    [InlineData("results.csv", "enkaten")]
    [InlineData("questions.csv", "enkaten")]
    [InlineData("units.csv", "registret")]
    [InlineData("municipalities.csv", "kommuner")]
    public async Task A_doubled_file_publishes_the_same_and_rejects_each_copy_once(string file, string source)
    {
        await using var night = await Published();
        var before = await night.AllFigures();
        var rows = MadeFiles.All[file].TrimEnd('\n').Split('\n')[1..];
        night.Append(file, rows);
        var report = await night.Run();

        var read = report.Sources.Single(s => s.SourceId == source);
        Assert.Equal(("read", rows.Length), (read.Outcome, read.RowsRejected));
        Assert.Equal(["Dubblett"], read.Reasons.Keys.Select(r => r.Reason).Distinct());
        Assert.Equal(NightOutcome.Unchanged, report.Outcome);
        Assert.Equal(before, await night.AllFigures());
    }

    [Fact]
    public async Task A_list_of_sources_that_is_away_or_unreadable_is_told_before_anything_is_written()
    {
        await using var night = await New();
        File.Delete(Path.Combine(night.Folder, "sources.json"));
        Assert.Contains("sources.json", (await Assert.ThrowsAsync<SourceFaultException>(() => night.Run())).Message, StringComparison.Ordinal);
        night.Write("sources.json", """{ "source": [] }""");
        await Assert.ThrowsAsync<SourceFaultException>(() => night.Run());
        Assert.Equal(0, await night.Count("select count(*) from rpt.night"));
    }

    [Fact]
    public async Task A_night_that_was_cut_off_is_written_down_as_failed_by_the_next()
    {
        await using var night = await Published();
        await night.Database.Run("insert into rpt.night (night_number, started_at, outcome) values (2, '2025-03-01 02:00:00', 'running')");
        await night.Run();
        Assert.Equal(["published|-", "failed|Körningen avbröts.", "unchanged|-"], await night.Rows("select outcome, message from rpt.night order by night_number"));
    }

    [Fact]
    public async Task A_night_that_breaks_at_its_last_step_leaves_yesterdays_edition_whole()
    {
        await using var night = await Published();
        var before = await night.Everything();
        night.Change("results.csv", "q1,,e1,2024,T,,22,25,88,90,", "q1,,e1,2024,T,,22,25,88,91,");
        night.Change("units.csv", "Vitsippan", "Blåsippan");
        await night.Database.Run(Engine == DatabaseEngine.Sqlite
            ? "create trigger rpt.stop before insert on rpt.edition when new.edition_number = 2 begin select raise(abort, 'stop'); end"
            : "create trigger rpt.stop on rpt.edition after insert as throw 50000, 'stop', 1;");
        await Assert.ThrowsAnyAsync<Exception>(() => night.Run());

        var after = await night.Everything();
        Assert.All(before.Where(t => t.Key != "night" && !t.Key.StartsWith("stg_", StringComparison.Ordinal)), t => Assert.Equal(t.Value, after[t.Key]));
        Assert.Equal(["published", "failed"], await night.Rows("select outcome from rpt.night order by night_number"));

        await night.Database.Run("drop trigger rpt.stop");
        Assert.Equal(2, (await night.Run()).EditionNumber);
        Assert.Equal("1|91|22|25|88", await night.Figure("e1", "prov-q1-andel", 2024));
    }

    [Fact]
    public async Task A_fault_that_nobody_thought_of_fails_its_source_and_not_the_night()
    {
        await using var night = await New();
        night.Write("groups.json", """[ { "id": "G1", "title": "Storstäder", "members": null } ]""");
        night.Write("grupper.json", """
            {
              "kind": "municipality-groups",
              "source": { "id": "grupper", "name": "Grupper", "publisher": "Institutet", "credit": "Källa: Institutet" },
              "files": { "groups": { "path": "groups.json" } },
              "municipalityGroups": { "format": "kolada" }
            }
            """);
        night.Sources("kommuner.json", "grupper.json", "register.json");
        var report = await night.Run();
        Assert.Equal(["read", "failed", "read"], report.Sources.Select(s => s.Outcome));
        Assert.Equal(NightOutcome.Published, report.Outcome);
    }

    [Fact]
    public async Task What_is_stopped_publishes_nothing()
    {
        await using var night = await New();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new Night(night.Database.Reporting, null, TimeProvider.System).Run(Path.Combine(night.Folder, "sources.json"), dryRun: false, _ => { }, stop.Token));
        Assert.Equal(0, await night.Count("select count(*) from rpt.edition"));
    }

    public sealed class OnSqlite() : FaultyNightTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : FaultyNightTests(DatabaseEngine.SqlServer);
}
