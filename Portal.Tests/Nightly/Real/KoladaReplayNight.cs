using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Dapper;
using Portal.Data.Nightly;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly.Real;

/// <summary>
/// One real night against the replay of Kolada's real records, with the municipalities and the register of preschools
/// before it. The replay refuses more than twenty requests a second and the fetch asks for more.
/// </summary>
public sealed class KoladaReplayNight : IAsyncLifetime
{
    private readonly string work = Directory.CreateTempSubdirectory("portal-replay-").FullName;
    private TestDatabase? database;
    private Process? server;
    private string? missing;
    private NightReport? report;

    /// <summary>What Kolada gave; asking skips the test where the replay cannot be run.</summary>
    public SourceReport Report => Night().Sources.Single(s => s.SourceId == "kolada");

    /// <summary>What the night told while it ran.</summary>
    public List<string> Steps { get; } = [];

    /// <summary>Where what was fetched lies.</summary>
    public string Fetched => Path.Combine(work, "fetched", "kolada");

    public async ValueTask InitializeAsync()
    {
        var script = Path.GetFullPath(Path.Combine(RealData.Folder, "..", "kolada-replay", "kolada_replay.py"));
        missing = !File.Exists(script) ? $"The replay of Kolada is missing: {script}." : await Start(script);
        if (missing is not null)
            return;
        database = await TestDatabase.Empty(DatabaseEngine.Sqlite);
        var support = Path.Combine(RealData.RepositoryRoot, "Portal.Tests", "Support", "real-sources");
        var profile = (await File.ReadAllTextAsync(Path.Combine(support, "kolada.json")))
            .Replace(":5180/", $":{port}/", StringComparison.Ordinal).Replace("\"requestsPerSecond\": 15", "\"requestsPerSecond\": 60", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(work, "kolada.json"), profile);
        await File.WriteAllTextAsync(Path.Combine(work, "sources.json"), JsonSerializer.Serialize(new
        {
            sources = new object[]
            {
                new { profile = Path.Combine(support, "municipalities.json"), folder = RealData.Folder },
                new { profile = Path.Combine(support, "preschools.json"), folder = RealData.Folder },
                new { profile = "kolada.json" },
            },
        }));
        report = await Run();
    }

    /// <summary>Runs the night again.</summary>
    public Task<NightReport> Run() =>
        new Night(database!.Reporting, Path.Combine(work, "raw"), TimeProvider.System)
            .Run(Path.Combine(work, "sources.json"), dryRun: false, Steps.Add, CancellationToken.None);

    /// <summary>Rows of a select.</summary>
    public async Task<IReadOnlyList<T>> Rows<T>(string sql)
    {
        Assert.Equal(NightOutcome.Published, Night().Outcome);
        await using var connection = await database!.Reporting.OpenForReading(TestContext.Current.CancellationToken);
        return (await connection.QueryAsync<T>(database.Reporting.Files.ForEngine(sql))).AsList();
    }

    public async Task<int> Count(string sql) => Assert.Single(await Rows<int>(sql));

    public async ValueTask DisposeAsync()
    {
        if (server is { HasExited: false })
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
        server?.Dispose();
        if (database is not null)
            await database.DisposeAsync();
        Directory.Delete(work, recursive: true);
    }

    private int port;

    private NightReport Night()
    {
        Assert.SkipWhen(missing is not null, missing ?? "");
        return report ?? throw new InvalidOperationException("The night has not run.");
    }

    private async Task<string?> Start(string script)
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            port = ((IPEndPoint)free.LocalEndpoint).Port;
        }
        try
        {
            server = Process.Start(new ProcessStartInfo("python3", [script, "--port", port.ToString(CultureInfo.InvariantCulture), "--rate", "20"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            })!;
        }
        catch (Win32Exception)
        {
            return "The replay of Kolada needs python3, which is not there.";
        }
        // It says where it listens once it does.
        return await server.StandardOutput.ReadLineAsync() is null ? "The replay of Kolada did not start." : null;
    }
}
