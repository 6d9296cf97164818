using System.Globalization;
using System.Text.Json;
using Dapper;
using Portal.Data.Nightly;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly.Real;

/// <summary>One real night, run once for all tests of this folder into a database of their own.</summary>
public sealed class RealNight : IAsyncLifetime
{
    private TestDatabase? database;

    /// <summary>The night's report; asking skips the test where the real data is missing.</summary>
    public NightReport Report
    {
        get
        {
            RealData.Need("preschool/gbg_reports.csv");
            return field ?? throw new InvalidOperationException("The night has not run.");
        }
        private set;
    }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Path.Combine(RealData.Folder, "preschool", "gbg_reports.csv")))
            return;
        database = await TestDatabase.Empty(DatabaseEngine.Sqlite);
        var support = Path.Combine(RealData.RepositoryRoot, "Portal.Tests", "Support");
        using var plan = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(support, "real-sources.json")));
        // The list's own paths fit a clone with the data beside it; here the data may lie anywhere.
        // What is fetched needs a server: KoladaReplayNight.
        var sources = plan.RootElement.GetProperty("sources").EnumerateArray().Where(s => s.TryGetProperty("folder", out _)).Select(s => new Dictionary<string, object>
        {
            ["profile"] = Path.Combine(support, s.GetProperty("profile").GetString()!),
            ["folder"] = RealData.Folder,
            ["fetch"] = false,
        }.Concat(s.TryGetProperty("aliases", out var aliases) ? [new("aliases", Path.Combine(support, aliases.GetString()!))] : []).ToDictionary());
        var file = Path.Combine(Path.GetTempPath(), $"portal-real-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { sources }));
        Report = await new Night(database.Reporting, null, TimeProvider.System).Run(file, dryRun: false, _ => { }, CancellationToken.None);
        File.Delete(file);
    }

    /// <summary>Rows of a select.</summary>
    public async Task<IReadOnlyList<T>> Rows<T>(string sql)
    {
        Assert.Equal(NightOutcome.Published, Report.Outcome);
        await using var connection = await database!.Reporting.OpenForReading(TestContext.Current.CancellationToken);
        return (await connection.QueryAsync<T>(database.Reporting.Files.ForEngine(sql))).AsList();
    }

    public async Task<int> Count(string sql) => Assert.Single(await Rows<int>(sql));

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
    }
}

/// <summary>Reads the real files with a reader of its own, so that a fault of the importer's is not made twice.</summary>
internal static class RealFiles
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        var rows = Records(File.ReadAllText(RealData.Need(path)).TrimStart('\uFEFF')).ToList();
        return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(x => x.First, x => x.Second))];
    }

    /// <summary>A figure; null for an empty cell.</summary>
    public static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    // RFC 4180: a quote opens and closes a field, two within are one.
    private static IEnumerable<List<string>> Records(string text)
    {
        var (record, cell, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[i++]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                record.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == ',')
                    continue;
                yield return record;
                record = [];
            }
            else
                cell.Append(c);
        }
        if (cell.Length > 0 || record.Count > 0)
            yield return [.. record, cell.ToString()];
    }
}
