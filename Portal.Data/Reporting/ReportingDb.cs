using System.Data.Common;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Portal.Data.Reporting;

/// <summary>
/// The only place that opens a connection. Questions read through it: SQL of the question's own file, parameters,
/// and the record that a row becomes. Pages get a connection that cannot write.
/// </summary>
public sealed class ReportingDb
{
    /// <summary>The name of the meter whose counter <c>portal.database.commands</c> counts round trips, tagged by question.</summary>
    public const string MeterName = "Portal.Data";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Commands = Meter.CreateCounter<long>("portal.database.commands");
    private readonly string reading;
    private readonly string writing;

    static ReportingDb() => DapperTypes.Register();

    /// <summary>Reads the options; opens nothing yet.</summary>
    /// <exception cref="DatabaseException">The options name no database.</exception>
    public ReportingDb(DatabaseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Engine = options.Engine();
        Files = new SqlFiles(Engine);
        try
        {
            (reading, writing) = Engine == DatabaseEngine.Sqlite ? ForSqlite(options.ConnectionString) : ForSqlServer(options.ConnectionString);
        }
        catch (ArgumentException e)
        {
            throw new DatabaseException($"Portal:Database:ConnectionString går inte att läsa: {e.Message}", e);
        }
    }

    /// <summary>The engine that is on.</summary>
    public DatabaseEngine Engine { get; }

    /// <summary>The SQL files as the engine wants them.</summary>
    public SqlFiles Files { get; }

    /// <summary>Where the database is, for people: a file or a server and database, never a password.</summary>
    public string Place => Engine == DatabaseEngine.Sqlite
        ? new SqliteConnectionStringBuilder(writing).DataSource
        : $"{new SqlConnectionStringBuilder(writing).DataSource}/{new SqlConnectionStringBuilder(writing).InitialCatalog}";

    /// <summary>All rows of a question.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public async Task<IReadOnlyList<T>> List<T>(Type question, object? parameters, CancellationToken ct)
    {
        await using var connection = await OpenForReading(ct);
        var rows = await connection.QueryAsync<T>(Command(question, parameters, ct));
        return rows.AsList();
    }

    /// <summary>The one row of a question, or null where there is none.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public async Task<T?> Find<T>(Type question, object? parameters, CancellationToken ct) where T : class
    {
        await using var connection = await OpenForReading(ct);
        return await connection.QuerySingleOrDefaultAsync<T>(Command(question, parameters, ct));
    }

    /// <summary>A question whose file holds several selects: one round trip, read in their order.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public async Task<T> Read<T>(
        Type question, object? parameters, Func<SqlMapper.GridReader, Task<T>> read, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var connection = await OpenForReading(ct);
        await using var grid = await connection.QueryMultipleAsync(Command(question, parameters, ct));
        return await read(grid);
    }

    /// <summary>The rows of a question, one at a time, for downloads that are longer than a page.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public async IAsyncEnumerable<T> Stream<T>(
        Type question, object? parameters, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await OpenForReading(ct);
        Count(question);
        await foreach (var row in connection.QueryUnbufferedAsync<T>(Files.For(question), parameters).WithCancellation(ct))
            yield return row;
    }

    /// <summary>A connection that may write, for migrations and the night.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public async Task<DbConnection> OpenForWriting(CancellationToken ct)
    {
        if (Engine == DatabaseEngine.Sqlite && Path.GetDirectoryName(Path.GetFullPath(Place)) is { } folder)
            Directory.CreateDirectory(folder);
        var connection = await Open(writing, ct);
        if (Engine == DatabaseEngine.Sqlite)
        {
            // Write-ahead logging lets readers go on while the night writes. Foreign keys are off by default in SQLite.
            await connection.ExecuteAsync("pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on;");
        }
        return connection;
    }

    /// <summary>A connection that can only read.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<DbConnection> OpenForReading(CancellationToken ct) => Open(reading, ct);

    private CommandDefinition Command(Type question, object? parameters, CancellationToken ct)
    {
        Count(question);
        return new CommandDefinition(Files.For(question), parameters, cancellationToken: ct);
    }

    private static void Count(Type question) =>
        Commands.Add(1, new KeyValuePair<string, object?>("question", question.Name));

    private async Task<DbConnection> Open(string connectionString, CancellationToken ct)
    {
        DbConnection connection = Engine == DatabaseEngine.Sqlite
            ? new SqliteConnection(connectionString)
            : new SqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch (DbException e)
        {
            await connection.DisposeAsync();
            throw new DatabaseException(
                $"Databasen {Place} svarar inte. Kontrollera Portal:Database:ConnectionString och att databasen är igång.", e);
        }
    }

    private static (string Reading, string Writing) ForSqlite(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (builder.DataSource.Length == 0)
            builder.DataSource = Path.Combine(AppContext.BaseDirectory, "App_Data", "portal.db");
        builder.Mode = SqliteOpenMode.ReadWriteCreate;
        var readWrite = builder.ToString();
        builder.Mode = SqliteOpenMode.ReadOnly;
        return (builder.ToString(), readWrite);
    }

    private static (string Reading, string Writing) ForSqlServer(string connectionString)
    {
        var builder = new SqlConnectionStringBuilder(connectionString) { ApplicationName = "Jämföraren" };
        return (builder.ToString(), builder.ToString());
    }
}
