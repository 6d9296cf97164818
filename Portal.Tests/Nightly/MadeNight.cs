using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;
using Portal.Data.Nightly;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly;

/// <summary>
/// Nights on made-up files in a folder of the test's own, into a database of its own. It begins with two municipalities,
/// a register of preschools and one survey in the portal's own format; a test changes what it is about.
/// </summary>
public sealed class MadeNight : IAsyncDisposable
{
    private readonly string raw;

    private MadeNight(TestDatabase database)
    {
        Database = database;
        Folder = Directory.CreateTempSubdirectory("portal-night-").FullName;
        raw = Path.Combine(Folder, "raw");
    }

    public TestDatabase Database { get; }

    public string Folder { get; }

    /// <summary>The clock that nights run by.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>What the night told while it ran.</summary>
    public List<string> Steps { get; } = [];

    /// <summary>A folder with the usual files and a database that no night has run on.</summary>
    public static async Task<MadeNight> New(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        var night = new MadeNight(await TestDatabase.Empty(engine));
        foreach (var (name, text) in MadeFiles.All)
            night.Write(name, text);
        night.Sources("kommuner.json", "register.json", "enkat.json");
        return night;
    }

    /// <summary>As <see cref="New"/>, and a first night has published edition 1.</summary>
    public static async Task<MadeNight> Published(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        var night = await New(engine);
        Assert.Equal(NightOutcome.Published, (await night.Run()).Outcome);
        return night;
    }

    /// <summary>Writes a file, UTF-8 without byte order mark.</summary>
    public void Write(string path, string text)
    {
        var place = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.WriteAllText(place, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>Replaces a text that stands in a file; it must stand there.</summary>
    public void Change(string path, string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(Folder, path));
        Assert.Contains(from, text, StringComparison.Ordinal);
        Write(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Adds lines to a file.</summary>
    public void Append(string path, params string[] lines) =>
        Write(path, File.ReadAllText(Path.Combine(Folder, path)) + string.Concat(lines.Select(l => l + "\n")));

    /// <summary>Takes away the one line that begins so.</summary>
    public void Remove(string path, string beginning)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, path));
        Write(path, string.Concat(lines.Where(l => l != lines.Single(x => x.StartsWith(beginning, StringComparison.Ordinal))).Select(l => l + "\n")));
    }

    /// <summary>Writes the list of sources: a profile each.</summary>
    public void Sources(params string[] profiles) =>
        Plan([.. profiles.Select(p => $$"""{ "profile": "{{p}}" }""")]);

    /// <summary>Writes the list of sources, each as JSON.</summary>
    public void Plan(params string[] sources) =>
        Write("sources.json", $$"""{ "sources": [ {{string.Join(", ", sources)}} ] }""");

    public Task<NightReport> Run(bool dryRun = false) =>
        new Night(Database.Reporting, raw, Clock)
            .Run(Path.Combine(Folder, "sources.json"), dryRun, Steps.Add, TestContext.Current.CancellationToken);

    /// <summary>What one source gave, of a night that is run now.</summary>
    public async Task<SourceReport> RunAndSee(string source) => (await Run()).Sources.Single(s => s.SourceId == source);

    /// <summary>The rows of a select, values parted by a bar; null is written as -.</summary>
    public async Task<IReadOnlyList<string>> Rows(string sql)
    {
        await using var connection = await Database.Reporting.OpenForReading(TestContext.Current.CancellationToken);
        return await Rows(connection, Database.Reporting.Files.ForEngine(sql));
    }

    /// <summary>One number.</summary>
    public async Task<int> Count(string sql) => int.Parse(Assert.Single(await Rows(sql)), CultureInfo.InvariantCulture);

    /// <summary>A figure as state, value, respondents, invited, rate; null when there is no such row.</summary>
    public async Task<string?> Figure(string subject, string measure, int period, string sex = "T", string scope = "unit") =>
        (await Rows($"""
            select o.state, round(o.value, 4), o.respondents, o.invited, round(o.response_rate, 1)
            from rpt.observation as o
            join rpt.subject as s on s.subject_key = o.subject_key
            join rpt.measure as m on m.measure_key = o.measure_key
            where s.subject_id = '{subject}' and s.scope = '{scope}' and m.measure_id = '{measure}' and o.period = {period} and o.sex = '{sex}'
            """)).SingleOrDefault();

    /// <summary>Every figure and answer that is published, by the words that people know them by; not the edition.</summary>
    public async Task<IReadOnlyList<string>> AllFigures() =>
    [
        .. await Rows("""
            select s.scope, s.subject_id, m.measure_id, o.period, o.sex, o.state, o.value, o.respondents, o.invited, o.response_rate, o.is_derived, o.is_doubtful
            from rpt.observation as o
            join rpt.subject as s on s.subject_key = o.subject_key
            join rpt.measure as m on m.measure_key = o.measure_key
            order by 1, 2, 3, 4, 5
            """),
        .. await Rows("""
            select s.scope, s.subject_id, q.question_id, a.period, a.sex, a.answer, a.state, a.share
            from rpt.answer_distribution as a
            join rpt.subject as s on s.subject_key = a.subject_key
            join rpt.question as q on q.question_key = a.question_key
            order by 1, 2, 3, 4, 5, 6
            """),
    ];

    /// <summary>Everything that stands in the database, by table as SQLite names it.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> Everything()
    {
        await using var connection = await Database.Reporting.OpenForReading(TestContext.Current.CancellationToken);
        var tables = new Dictionary<string, IReadOnlyList<string>>();
        var names = Database.Reporting.Engine == DatabaseEngine.Sqlite
            ? "select name, name from sqlite_master where type = 'table'"
            : "select concat(iif(schema_name(t.schema_id) = 'stg', 'stg_', ''), t.name), concat(schema_name(t.schema_id), '.', t.name) from sys.tables as t where schema_name(t.schema_id) in ('rpt', 'stg')";
        foreach (var (name, table) in await connection.QueryAsync<(string, string)>(names))
            tables[name] = [.. (await Rows(connection, $"select * from {table}")).Order(StringComparer.Ordinal)];
        return tables;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<IReadOnlyList<string>> Rows(DbConnection connection, string sql)
    {
        var rows = new List<string>();
        await using var reader = await connection.ExecuteReaderAsync(sql);
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "-" : Text(reader.GetValue(i), reader.GetDataTypeName(i)))));
        }
        return rows;
    }

    // As SQLite keeps them: truths as numbers, days and times as text.
    private static string? Text(object value, string type) => value switch
    {
        bool truth => truth ? "1" : "0",
        DateTime time => time.ToString(type == "date" ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
