using Microsoft.AspNetCore.Builder;
using Portal.Web.Hosting;
using Portal.Web.Hosting.Verbs;

namespace Portal.Tests.Nightly;

/// <summary>What the operator's scheduler sees: 0 published or unchanged, 1 nothing published because of errors, 2 unusable arguments,
/// 3 another night is running (<see cref="NightLockTests"/>).</summary>
public sealed class NightlyVerbTests
{
    [Fact]
    public async Task Published_and_unchanged_are_well()
    {
        await using var night = await MadeNight.New();
        Assert.Equal(0, await Run(night, "--sources", Path.Combine(night.Folder, "sources.json")));
        Assert.Equal(0, await Run(night, "--sources", Path.Combine(night.Folder, "sources.json")));
        Assert.Equal(["published", "unchanged"], await night.Rows("select outcome from rpt.night order by night_number"));
    }

    [Fact]
    public async Task A_list_is_found_from_where_the_command_is_given_although_the_program_runs_in_its_own_folder()
    {
        await using var night = await MadeNight.New();
        var list = Path.Combine(night.Folder, "sources.json");
        var project = Path.Combine(night.Folder, "Portal.Web");

        Assert.Equal(list, NightlyVerb.FromShell("sources.json", night.Folder, null));
        Assert.Equal(list, NightlyVerb.FromShell("sources.json", Path.Combine(project, "bin"), night.Folder));
        Assert.Equal(list, NightlyVerb.FromShell("sources.json", project, null));
        Assert.Equal(list, NightlyVerb.FromShell(list, project, null));
        Assert.Equal("away.json", NightlyVerb.FromShell("away.json", project, night.Folder));
    }

    [Fact]
    public async Task A_dry_run_is_well_and_publishes_nothing()
    {
        await using var night = await MadeNight.New();
        Assert.Equal(0, await Run(night, "--sources", Path.Combine(night.Folder, "sources.json"), "--dry-run", "--verbose"));
        Assert.Equal(0, await night.Count("select count(*) from rpt.night"));
    }

    [Fact]
    public async Task Nothing_published_because_of_errors_is_one()
    {
        await using var night = await MadeNight.New();
        File.Delete(Path.Combine(night.Folder, "municipalities.csv"));
        Assert.Equal(1, await Run(night, "--sources", Path.Combine(night.Folder, "sources.json")));
    }

    [Fact]
    public async Task Arguments_that_cannot_be_used_are_two()
    {
        await using var night = await MadeNight.New();
        Assert.Equal(2, await Run(night));
        Assert.Equal(2, await Run(night, "--sources"));
        Assert.Equal(2, await Run(night, "--sources", Path.Combine(night.Folder, "borta.json")));
        Assert.Equal(2, await Run(night, "--sources", Path.Combine(night.Folder, "sources.json"), "--dryrun"));
        Assert.Equal(0, await night.Count("select count(*) from rpt.night"));
    }

    private static async Task<int?> Run(MadeNight night, params string[] arguments)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Portal:Database:ConnectionString"] = night.Database.Options.ConnectionString;
        builder.Configuration["Portal:Night:RawFolder"] = Path.Combine(night.Folder, "raw");
        builder.AddPortal();
        return await PortalVerbs.TryRun(builder, ["nightly", .. arguments]);
    }
}
