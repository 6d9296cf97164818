using Portal.Data.Nightly;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly;

/// <summary>Two nights never meet: who comes second ends at once, says so, and has done nothing.</summary>
public sealed class NightLockTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_night_reads_and_writes_nothing_and_one_that_comes_after_runs()
    {
        await using var night = await MadeNight.New();
        await using (var connection = await night.Database.Reporting.OpenForWriting(Ct))
        await using (await NightLock.Take(night.Database.Reporting, connection))
        {
            await Assert.ThrowsAsync<AnotherNightException>(() => night.Run());
            await Assert.ThrowsAsync<AnotherNightException>(() => night.Run(dryRun: true));
            Assert.Equal(0, await night.Count("select count(*) from rpt.night"));
            Assert.Empty(night.Steps);
        }

        Assert.Equal(NightOutcome.Published, (await night.Run()).Outcome);
    }

    [Fact]
    public async Task A_night_that_failed_has_let_go()
    {
        await using var night = await MadeNight.New();
        await night.Database.Run("drop table rpt.night_source");
        await Assert.ThrowsAnyAsync<Exception>(() => night.Run());

        await using var connection = await night.Database.Reporting.OpenForWriting(Ct);
        await using var alone = await NightLock.Take(night.Database.Reporting, connection);
    }

    [Fact]
    public async Task A_lock_that_nobody_can_take_is_told_as_such_and_not_as_another_night()
    {
        await using var night = await MadeNight.New();
        await using var connection = await night.Database.Reporting.OpenForWriting(Ct);
        var lockFile = Directory.CreateDirectory(night.Database.Reporting.Place + "-night");

        var told = await Assert.ThrowsAsync<DatabaseException>(() => NightLock.Take(night.Database.Reporting, connection));

        Assert.Contains(lockFile.FullName, told.Message, StringComparison.Ordinal);
        lockFile.Delete();
    }

    [Theory]
    [InlineData(0, LockResult.Taken)]
    [InlineData(1, LockResult.Taken)]
    [InlineData(-1, LockResult.Held)]
    [InlineData(-2, LockResult.Refused)]
    [InlineData(-3, LockResult.Refused)]
    [InlineData(-999, LockResult.Refused)]
    internal void Only_a_timeout_says_that_another_holds_it(int answer, LockResult meaning) => Assert.Equal(meaning, NightLock.MeaningOf(answer));

    [Fact]
    public async Task Of_two_processes_the_second_ends_with_a_sentence_and_a_code_of_its_own_and_a_killed_one_holds_nothing()
    {
        var asked = new TaskCompletionSource();
        await using var kolada = await LoopbackServer.Start(async context =>
        {
            // The first night waits for this answer until it is killed.
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await using var night = await MadeNight.New();
        night.Write("kolada.json", $$"""
            {
              "kind": "kolada",
              "source": { "id": "kolada", "name": "Kolada", "publisher": "RKA", "credit": "Källa: Kolada" },
              "kolada": { "address": "{{kolada.Address}}", "kpis": [ { "serviceArea": "forskola", "better": "higher", "ids": [ "N1" ] } ] }
            }
            """);
        night.Sources("kommuner.json", "kolada.json");
        night.Write("without.json", """{ "sources": [ { "profile": "kommuner.json" } ] }""");

        await using (var first = Start(night, "sources.json"))
        {
            await asked.Task.WaitAsync(Ct);
            var second = await Run(night, "without.json");

            Assert.Equal(3, second.ExitCode);
            Assert.Equal("En annan körning pågår redan mot samma databas. Den här avslutades utan att läsa eller ändra något.", second.Errors.Trim());
            Assert.Equal(["1|running"], await night.Rows("select night_number, outcome from rpt.night"));
        }

        Assert.Equal(0, (await Run(night, "without.json")).ExitCode);
        Assert.Equal(["1|failed", "2|published"], await night.Rows("select night_number, outcome from rpt.night order by night_number"));
    }

    private static RunningProgram Start(MadeNight night, string list) => RunningProgram.Begin(night.Folder, Arguments(list), Settings(night));

    private static Task<(int? ExitCode, string Output, string Errors)> Run(MadeNight night, string list) =>
        RunningProgram.Run(night.Folder, Arguments(list), Settings(night));

    private static string[] Arguments(string list) => ["nightly", "--sources", list];

    private static (string, string)[] Settings(MadeNight night) =>
    [
        ("Portal__Database__ConnectionString", night.Database.Options.ConnectionString),
        ("Portal__Night__RawFolder", Path.Combine(night.Folder, "raw")),
    ];
}
