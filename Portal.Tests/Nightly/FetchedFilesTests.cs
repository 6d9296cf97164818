using Microsoft.AspNetCore.Http;
using Portal.Data.Nightly;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Sources;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly;

/// <summary>What the night does around a source that comes over the network.</summary>
public sealed class FetchedFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-fetch-").FullName;
    private readonly List<string> steps = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_source_is_fetched_into_a_folder_of_its_own_beside_the_raw_files()
    {
        await using var server = await LoopbackServer.Start(c => c.Response.WriteAsync("svar"));
        var outcome = await Fetch(new PageSource(server.Address), new PlannedSource { Profile = Profile("register") });
        Assert.Null(outcome!.Fault);
        Assert.Equal(Path.Combine(folder, "fetched", "register"), outcome.Folder);
        Assert.Equal("svar", await File.ReadAllTextAsync(Path.Combine(outcome.Folder, "page.txt"), TestContext.Current.CancellationToken));
        Assert.Contains("Registret: hämtar", steps);
    }

    [Fact]
    public async Task Its_own_notes_are_no_part_of_the_delivery()
    {
        await using var server = await LoopbackServer.Start(c => c.Response.WriteAsync("svar"));
        var outcome = await Fetch(new PageSource(server.Address), new PlannedSource { Profile = Profile("register") });
        Assert.True(File.Exists(Path.Combine(outcome!.Folder, ".state")));
        Assert.Equal(["page.txt"], FetchedFiles.In(outcome.Folder).Select(f => Path.GetRelativePath(outcome.Folder, f)));
    }

    [Fact]
    public async Task A_server_that_answers_no_one_is_the_source_s_own_fault()
    {
        await using var server = await LoopbackServer.Start(c => { c.Abort(); return Task.CompletedTask; });
        var outcome = await Fetch(new PageSource(server.Address), new PlannedSource { Profile = Profile("register") });
        Assert.StartsWith("Registret gick inte att nå.", outcome!.Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recorded_responses_are_read_where_they_lie_and_nothing_is_asked_for()
    {
        await using var server = await LoopbackServer.Start(c => c.Response.WriteAsync("svar"));
        var outcome = await Fetch(new PageSource(server.Address), new PlannedSource { Profile = Profile("register"), Folder = "recorded", Fetch = false });
        Assert.Equal(Path.Combine(folder, "recorded"), outcome!.Folder);
        Assert.Null(outcome.Fault);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task Recorded_responses_are_never_fetched_over()
    {
        var outcome = await Fetch(new PageSource("http://127.0.0.1:1"), new PlannedSource { Profile = Profile("register"), Folder = "recorded" });
        Assert.Contains("\"fetch\": false", outcome!.Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_stands_twice_in_the_list_is_fetched_once()
    {
        await using var server = await LoopbackServer.Start(c => c.Response.WriteAsync("svar"));
        var twice = new PlannedSource { Profile = Profile("register"), MayShrink = true };
        await Fetch(new PageSource(server.Address), new PlannedSource { Profile = Profile("register") }, twice);
        Assert.Single(server.Asked);
    }

    private async Task<FetchOutcome?> Fetch(ISource source, params PlannedSource[] planned)
    {
        var fetched = new FetchedFiles(Path.Combine(folder, "raw"), null, TimeProvider.System);
        await fetched.Fetch(new NightPlan { Sources = planned }, folder, _ => source, steps.Add, TestContext.Current.CancellationToken);
        return fetched.Of(planned[0]);
    }

    private string Profile(string id)
    {
        File.WriteAllText(Path.Combine(folder, $"{id}.json"), $$"""
            { "kind": "units", "source": { "id": "{{id}}", "name": "Registret", "publisher": "Provverket", "credit": "Källa: Provverket" }, "units": {} }
            """);
        return $"{id}.json";
    }

    /// <summary>The least that a fetched source can be: one page, kept, and a note.</summary>
    private sealed class PageSource(string address) : IFetchedSource
    {
        public async Task Fetch(SourceFetch fetch, CancellationToken ct)
        {
            await File.WriteAllTextAsync(Path.Combine(fetch.Folder, "page.txt"), await fetch.Http.GetStringAsync(new Uri(address), ct), ct);
            await File.WriteAllTextAsync(Path.Combine(fetch.Folder, ".state"), "1", ct);
        }

        public void Read(SourceReading reading) => throw new NotSupportedException();
    }
}
