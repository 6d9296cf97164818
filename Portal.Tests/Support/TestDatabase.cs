using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Portal.Data.Reporting;
using Portal.Tests.Sql;

namespace Portal.Tests.Support;

/// <summary>
/// A migrated database of a test's own, gone when the test is: a temporary SQLite file, or a database on the server
/// of <c>PORTAL_TEST_SQLSERVER</c>.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>The environment variable that names a SQL Server to test on.</summary>
    public const string ServerVariable = "PORTAL_TEST_SQLSERVER";

    private static readonly Lazy<Task<string>> MigratedFile = new(MigrateOnce);

    // Parents before children: foreign keys are on.
    private static readonly string[] Order =
    [
        "rpt.source", "rpt.municipality", "rpt.municipality_neighbour", "rpt.municipality_group",
        "rpt.municipality_group_member", "rpt.service_area", "rpt.provider", "rpt.quality_factor", "rpt.survey",
        "rpt.survey_round", "rpt.answer_scale", "rpt.answer_option", "rpt.question", "rpt.question_round", "rpt.measure",
        "rpt.unit", "rpt.unit_alias", "rpt.unit_outside_id", "rpt.unit_event", "rpt.subject", "rpt.edition", "rpt.edition_source",
        "rpt.observation_version", "rpt.answer_version", "rpt.edition_change", "rpt.edition_fact", "rpt.night", "rpt.night_source", "rpt.night_reason",
    ];

    // What the night works out of the figures.
    private const string MeasurePaths = """
        insert into rpt.measure_subject (measure_key, subject_key)
        select distinct o.measure_key, o.subject_key
        from rpt.observation_version as o
        where not exists (select 1 from rpt.measure_subject as x where x.measure_key = o.measure_key and x.subject_key = o.subject_key);
        delete from rpt.measure_period;
        insert into rpt.measure_period (measure_key, scope, period, named, figures, edition_number)
        select o.measure_key, s.scope, o.period, count(*), count(o.value), 1
        from rpt.observation as o
        join rpt.subject as s on s.subject_key = o.subject_key
        where o.sex = 'T'
        group by o.measure_key, s.scope, o.period;
        """;

    private TestDatabase(DatabaseEngine engine, string connectionString)
    {
        Options = new DatabaseOptions { Provider = engine.ToString(), ConnectionString = connectionString };
        Reporting = new ReportingDb(Options);
    }

    /// <summary>What a host under test is given.</summary>
    public DatabaseOptions Options { get; }

    /// <summary>The door that queries under test are given.</summary>
    public ReportingDb Reporting { get; }

    /// <summary>An SQLite database with these rows.</summary>
    public static async Task<TestDatabase> With(params Made[] made)
    {
        var db = await Empty(DatabaseEngine.Sqlite);
        await db.Add(made);
        return db;
    }

    /// <summary>A migrated database without rows.</summary>
    public static async Task<TestDatabase> Empty(DatabaseEngine engine)
    {
        if (engine == DatabaseEngine.SqlServer)
            return await OnServer();
        var file = Path.Combine(Path.GetTempPath(), $"portal-test-{Guid.NewGuid():N}.db");
        File.Copy(await MigratedFile.Value, file);
        return new TestDatabase(DatabaseEngine.Sqlite, $"Data Source={file};Pooling=False");
    }

    /// <summary>Skips the test, saying why, where its engine is SQL Server and no server is given.</summary>
    public static void SkipWithout(DatabaseEngine engine) => Assert.SkipWhen(
        engine == DatabaseEngine.SqlServer && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ServerVariable)),
        $"{ServerVariable} is not set: no SQL Server to run the contract on.");

    /// <summary>Adds rows, parents first whatever their order here, each assumed row only where its key is free.</summary>
    public async Task Add(params Made[] made)
    {
        var rows = made.SelectMany(m => m.Rows).ToList();
        if (rows.Find(r => !Order.Contains(r.Table)) is { } unknown)
            throw new InvalidOperationException($"{unknown.Table} has no place in the order of tables.");
        var meant = rows.Where(r => !r.IsAssumed).Select(r => (r.Table, r.KeyText)).ToHashSet();
        var wanted = rows.Where(r => !r.IsAssumed)
            .Concat(rows.Where(r => r.IsAssumed && meant.Add((r.Table, r.KeyText))))
            .OrderBy(r => Array.IndexOf(Order, r.Table));

        await using var connection = await Reporting.OpenForWriting(TestContext.Current.CancellationToken);
        if (Reporting.Engine == DatabaseEngine.Sqlite)
        {
            // A question may replace one that stands after it.
            await connection.ExecuteAsync("pragma foreign_keys = off");
        }
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        foreach (var row in wanted)
            await connection.ExecuteAsync(Insert(row), Parameters(row), transaction);
        await connection.ExecuteAsync(Reporting.Files.ForEngine(MeasurePaths), transaction: transaction);
        if (Reporting.Engine == DatabaseEngine.Sqlite
            && (await connection.QueryAsync("pragma foreign_key_check", transaction: transaction)).AsList() is { Count: > 0 } broken)
            throw new InvalidOperationException($"A made-up row points at nothing: {broken[0]}");
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a statement, for what no builder makes.</summary>
    public async Task Run(string sql, object? parameters = null)
    {
        await using var connection = await Reporting.OpenForWriting(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync(Reporting.Files.ForEngine(sql), parameters);
    }

    public async ValueTask DisposeAsync()
    {
        if (Reporting.Engine == DatabaseEngine.SqlServer)
        {
            await DropFromServer();
            return;
        }
        SqliteConnection.ClearAllPools();
        foreach (var suffix in new[] { "", "-wal", "-shm", "-night" })
            File.Delete(Reporting.Place + suffix);
    }

    private string Insert(MadeRow row)
    {
        var names = string.Join(", ", row.Columns.Select(c => c.Name));
        var values = string.Join(", ", row.Columns.Select(c => $"@{c.Name}"));
        if (!row.IsAssumed)
            return Reporting.Files.ForEngine($"insert into {row.Table} ({names}) values ({values})");
        var key = string.Join(" and ", row.Columns.Take(row.Key).Select(c => $"{c.Name} = @{c.Name}"));
        return Reporting.Files.ForEngine(
            $"insert into {row.Table} ({names}) select {values} where not exists (select 1 from {row.Table} where {key})");
    }

    private static DynamicParameters Parameters(MadeRow row)
    {
        var parameters = new DynamicParameters();
        foreach (var (name, value) in row.Columns)
            parameters.Add(name, value);
        return parameters;
    }

    private static async Task<string> MigrateOnce()
    {
        var file = Path.Combine(Path.GetTempPath(), $"portal-test-{Guid.NewGuid():N}.template.db");
        var db = new ReportingDb(new DatabaseOptions { ConnectionString = $"Data Source={file};Pooling=False" });
        await new Migrator(db).Run(CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        return file;
    }

    private static async Task<TestDatabase> OnServer()
    {
        var server = new SqlConnectionStringBuilder(
            Environment.GetEnvironmentVariable(ServerVariable)
            ?? throw new InvalidOperationException($"{ServerVariable} is not set."))
        {
            InitialCatalog = $"portal_test_{Guid.NewGuid():N}",
        };
        await OnMaster(server, $"create database [{server.InitialCatalog}]");
        var db = new TestDatabase(DatabaseEngine.SqlServer, server.ToString());
        // What a DBA runs by hand before and after the migration.
        await db.RunByHand("row_versioning.sql");
        await new Migrator(db.Reporting).Run(CancellationToken.None);
        await db.RunByHand("roles.sql");
        return db;
    }

    private async Task RunByHand(string option)
    {
        await using var connection = await Reporting.OpenForWriting(CancellationToken.None);
        foreach (var batch in Migrator.Batches(EmbeddedSql.Options.Single(o => o.Name == option).Text))
            await connection.ExecuteAsync(batch);
    }

    private async Task DropFromServer()
    {
        SqlConnection.ClearAllPools();
        var server = new SqlConnectionStringBuilder(Options.ConnectionString);
        await OnMaster(server, $"drop database [{server.InitialCatalog}]");
    }

    private static async Task OnMaster(SqlConnectionStringBuilder server, string sql)
    {
        var master = new SqlConnectionStringBuilder(server.ToString()) { InitialCatalog = "master" };
        await using DbConnection connection = new SqlConnection(master.ToString());
        await connection.ExecuteAsync(sql);
    }
}
