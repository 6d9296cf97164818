using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Hosting;

public sealed class ProgramTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-test-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_unknown_verb_is_told_with_the_verbs_there_are()
    {
        var (exitCode, _, errors) = await RunningProgram.Run(folder, ["flytta"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("flytta", errors, StringComparison.Ordinal);
        Assert.Contains("migrate", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_argument_of_a_verb_is_unusable()
    {
        var (exitCode, _, errors) = await RunningProgram.Run(folder, ["migrate", "--snabbt"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("--snabbt", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_makes_the_embedded_database_and_then_has_nothing_to_do()
    {
        var first = await RunningProgram.Run(folder, ["migrate"]);
        var second = await RunningProgram.Run(folder, ["migrate"]);

        Assert.Equal<(int?, int?)>((0, 0), (first.ExitCode, second.ExitCode));
        Assert.True(File.Exists(Path.Combine(folder, "App_Data", "portal.db")));
        Assert.Contains("0001_", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("0001_", second.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Portal__Database__Provider", "Oracle", "Portal:Database:Provider")]
    [InlineData("Portal__Database__ConnectionString", "Trams=1", "Portal:Database:ConnectionString")]
    [InlineData("Portal__Database__ConnectionString", "Data Source=/dev/null/portal.db", "portal.db")]
    [InlineData("Portal__Cache__Megabytes", "0", "Megabytes")]
    [InlineData("Portal__Contact__Email", "kontakt@example.org", "Portal:Contact:Name")]
    public async Task A_setting_that_cannot_be_used_is_one_sentence(string name, string value, string expected)
    {
        var (exitCode, output, errors) = await RunningProgram.Run(folder, ["--urls", "http://127.0.0.1:0"], (name, value));

        Assert.Equal(1, exitCode);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_one_sentence()
    {
        var (exitCode, output, errors) = await RunningProgram.Run(folder, ["--urls", "http://127.0.0.1:0"],
            ("Portal__Database__Provider", "SqlServer"),
            ("Portal__Database__ConnectionString", "Server=tcp:127.0.0.1,1;Database=x;User Id=sa;Password=hemligt;Connect Timeout=1"));

        Assert.Equal(1, exitCode);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.DoesNotContain("hemligt", output + errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_configured_it_serves_the_sample_and_leaves_no_key_behind()
    {
        var (program, address) = await RunningProgram.Serve(folder, ("HOME", folder));
        await using (program)
        {
            using var client = new HttpClient { BaseAddress = address };
            using var health = await client.GetAsync(new Uri("/-/health", UriKind.Relative), Ct);
            using var start = await client.GetAsync(new Uri("/", UriKind.Relative), Ct);
            var municipalities = await client.GetStringAsync(new Uri("/kommuner", UriKind.Relative), Ct);

            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
            Assert.Equal(HttpStatusCode.OK, start.StatusCode);
            Assert.False(health.Headers.Contains("Server"));
            Assert.Contains("påhittad", municipalities, StringComparison.Ordinal);
        }
        Assert.Empty(Directory.EnumerateFiles(folder, "key-*.xml", SearchOption.AllDirectories));
    }
}
