using Dapper;
using Microsoft.Data.Sqlite;
using Portal.Data.Nightly;
using Portal.Data.Reporting;
using Portal.Web.Hosting;

namespace Portal.Benchmarks;

/// <summary>The night as the program runs it, in a process of its own: the same services, an empty database.</summary>
static class NightRun
{
    public const string Verb = "night";

    public static async Task<int> Child(string sources, string database)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Portal:Database:ConnectionString"] = $"Data Source={database}",
            ["Portal:Night:RawFolder"] = $"{database}.raw",
        });
        builder.AddPortal();
        await using var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().Run(CancellationToken.None);

        var night = app.Services.GetRequiredService<Night>();
        var outcome = NightOutcome.Unchanged;
        await ChildProcess.Measure(
            async () => outcome = (await night.Run(sources, dryRun: false, _ => { }, CancellationToken.None)).Outcome,
            async () =>
            {
                await using var connection = await app.Services.GetRequiredService<ReportingDb>().OpenForReading(CancellationToken.None);
                return await connection.ExecuteScalarAsync<int>(
                    "select (select count(*) from observation) + (select count(*) from answer_distribution)");
            });
        // The last connection to close writes the log into the file, which the bare loops copy.
        SqliteConnection.ClearAllPools();
        return outcome == NightOutcome.Published ? 0 : 1;
    }
}
