using System.Data;
using System.Data.Common;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Polly;

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
    private readonly int? cited;
    // One for all editions: whether the server has row versioning is asked once.
    private readonly Known known;
    // The texts are the same whichever edition is read: its number is a parameter.
    private readonly Lazy<SqlFiles> pastFiles;

    static ReportingDb() => DapperTypes.Register();

    /// <summary>Reads the options; opens nothing yet.</summary>
    /// <exception cref="DatabaseException">The options name no database.</exception>
    public ReportingDb(DatabaseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Engine = options.Engine();
        Files = new SqlFiles(Engine);
        pastFiles = new Lazy<SqlFiles>(() => new SqlFiles(Engine, ofPast: true));
        try
        {
            (reading, writing) = Engine == DatabaseEngine.Sqlite ? ForSqlite(options.ConnectionString) : ForSqlServer(options);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            throw new DatabaseException($"Portal:Database:ConnectionString går inte att läsa: {e.Message.ReplaceLineEndings(" ")}", e);
        }
        known = new Known();
    }

    private ReportingDb(ReportingDb newest, int edition)
    {
        (Engine, reading, writing, cited, known) = (newest.Engine, newest.reading, newest.writing, edition, newest.known);
        Files = newest.pastFiles.Value;
        pastFiles = newest.pastFiles;
    }

    /// <summary>The engine that is on.</summary>
    public DatabaseEngine Engine { get; }

    /// <summary>The SQL files as the engine wants them.</summary>
    public SqlFiles Files { get; }

    /// <summary>Where the database is, for people: a file or a server and database, never a password.</summary>
    public string Place => Engine == DatabaseEngine.Sqlite
        ? new SqliteConnectionStringBuilder(writing).DataSource
        : $"{new SqlConnectionStringBuilder(writing).DataSource}/{new SqlConnectionStringBuilder(writing).InitialCatalog}";

    /// <summary>
    /// The same database as it was in an edition: every question is answered by the rows that held then. Whether there is
    /// such an edition is for the caller to know; of one that is yet to come the newest rows are read.
    /// </summary>
    public ReportingDb At(int edition) => new(this, edition);

    /// <summary>All rows of a question.</summary>
    /// <exception cref="DatabaseException">The database is away, or could not answer.</exception>
    public Task<IReadOnlyList<T>> List<T>(Type question, object? parameters, CancellationToken ct) =>
        Ask<IReadOnlyList<T>>(question, parameters, async (connection, command) => (await connection.QueryAsync<T>(command)).AsList(), ct);

    /// <summary>The one row of a question, or null where there is none.</summary>
    /// <exception cref="DatabaseException">The database is away, or could not answer.</exception>
    public Task<T?> Find<T>(Type question, object? parameters, CancellationToken ct) where T : class =>
        Ask(question, parameters, (connection, command) => connection.QuerySingleOrDefaultAsync<T>(command), ct);

    /// <summary>
    /// A question whose file holds several selects: one round trip, read in their order, and all of one edition (on SQL Server
    /// where <c>options/row_versioning.sql</c> has been run). The selects of <c>also</c>, a question that several pages ask along
    /// with their own, come last.
    /// </summary>
    /// <exception cref="DatabaseException">The database is away, or could not answer.</exception>
    public Task<T> Read<T>(
        Type question, object? parameters, Func<SqlMapper.GridReader, Task<T>> read, CancellationToken ct, Type? also = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Ask(question, parameters, async (connection, command) =>
        {
            await using var moment = await Moment(connection, ct);
            var text = also is null ? command.CommandText : $"{command.CommandText}\n{Files.For(also)}";
            await using var grid = await connection.QueryMultipleAsync(
                new CommandDefinition(text, command.Parameters, moment, cancellationToken: ct));
            return await read(grid);
        }, ct);
    }

    /// <summary>The rows of a question, one at a time, for downloads that are longer than a page.</summary>
    /// <exception cref="DatabaseException">The database is away, or could not answer.</exception>
    public async IAsyncEnumerable<T> Stream<T>(
        Type question, object? parameters, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await OpenForReading(ct);
        Count(question);
        await using var rows = connection.QueryUnbufferedAsync<T>(Files.For(question), Parameters(parameters)).GetAsyncEnumerator(ct);
        while (await Answered(question, () => rows.MoveNextAsync().AsTask(), ct))
            yield return rows.Current;
    }

    /// <summary>A connection that may write, for migrations and the night.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<DbConnection> OpenForWriting(CancellationToken ct) => Open(writing, connection =>
    {
        if (Engine == DatabaseEngine.SqlServer)
            return Task.CompletedTask;

        // Write-ahead logging lets readers go on while the night writes. Foreign keys are off by default in SQLite.
        return connection.ExecuteAsync("pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on;");
    }, PassingFaults.LogInPatiently, ct);

    /// <summary>A connection that can only read.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<DbConnection> OpenForReading(CancellationToken ct) => Open(reading, _ => Task.CompletedTask, PassingFaults.LogIn, ct);

    /// <summary>What the server has of row versioning; both are true of SQLite.</summary>
    /// <exception cref="DatabaseException">The database is away, or could not answer.</exception>
    public async Task<RowVersioning> Versioning(CancellationToken ct)
    {
        if (Engine == DatabaseEngine.Sqlite)
            return new RowVersioning { OfStatements = true, OfTransactions = true };
        return known.Versioning ??= await Ask(typeof(RowVersioning), null, (connection, command) => connection.QuerySingleAsync<RowVersioning>(command), ct);
    }

    // A question that met a passing fault is asked anew, on a connection of its own: the old one may be what was wrong.
    private Task<T> Ask<T>(
        Type question, object? parameters, Func<DbConnection, CommandDefinition, Task<T>> ask, CancellationToken ct)
    {
        var command = new CommandDefinition(Files.For(question), Parameters(parameters), cancellationToken: ct);
        return Answered(question, () => PassingFaults.Ask.ExecuteAsync(async stop =>
        {
            await using var connection = await OpenForReading(stop);
            Count(question);
            return await ask(connection, command);
        }, ct).AsTask(), ct);
    }

    // Each select would see the newest edition of its own moment; a transaction holds the first one's.
    private async Task<DbTransaction?> Moment(DbConnection connection, CancellationToken ct)
    {
        if (connection is SqliteConnection sqlite)
            return sqlite.BeginTransaction(deferred: true);
        return (await Versioning(ct)).OfTransactions ? await connection.BeginTransactionAsync(IsolationLevel.Snapshot, ct) : null;
    }

    private object? Parameters(object? own)
    {
        if (cited is null)
            return own;
        var all = new DynamicParameters(own);
        all.Add(PastSql.Parameter, cited);
        return all;
    }

    private async Task<T> Answered<T>(Type question, Func<Task<T>> ask, CancellationToken ct)
    {
        try
        {
            return await ask();
        }
        catch (DbException e)
        {
            // SQL Server's driver tells of a stopped request as an error of its own.
            ct.ThrowIfCancellationRequested();
            throw new DatabaseException(
                $"Databasen {Place} kunde inte svara på {question.Name}: {e.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}.", e);
        }
    }

    private static void Count(Type question) =>
        Commands.Add(1, new KeyValuePair<string, object?>("question", question.Name));

    private async Task<DbConnection> Open(string connectionString, Func<DbConnection, Task> prepare, ResiliencePipeline again, CancellationToken ct)
    {
        try
        {
            return await again.ExecuteAsync(async stop => await Connect(connectionString, prepare, stop), ct);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            ct.ThrowIfCancellationRequested();
            throw new DatabaseException(Away(), e);
        }
    }

    private async Task<DbConnection> Connect(string connectionString, Func<DbConnection, Task> prepare, CancellationToken ct)
    {
        if (Engine == DatabaseEngine.Sqlite && string.Equals(connectionString, writing, StringComparison.Ordinal))
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Place))!);
        DbConnection connection = Engine == DatabaseEngine.SqlServer ? new SqlConnection(connectionString) : new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(ct);
            await prepare(connection);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private string Away()
    {
        if (Engine == DatabaseEngine.SqlServer)
            return $"Databasen {Place} svarar inte. Kontrollera Portal:Database:ConnectionString, att databasen är igång och att dess certifikat är betrott.";
        return File.Exists(Place)
            ? $"Databasfilen {Place} går inte att öppna. Kontrollera att den är en databas och att programmet får läsa och skriva i dess mapp."
            : $"Databasfilen {Place} finns inte eller går inte att skapa. Kör programmet med migrate, eller rätta Portal:Database:ConnectionString.";
    }

    private static (string Reading, string Writing) ForSqlite(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (builder.Mode == SqliteOpenMode.Memory || string.Equals(builder.DataSource, ":memory:", StringComparison.Ordinal))
            throw new DatabaseException(
                "Portal:Database:ConnectionString pekar på en databas i minnet, som bara den som skriver skulle se. Skriv Data Source= och en fil.");
        if (builder.DataSource.Length == 0)
            builder.DataSource = Path.Combine(AppContext.BaseDirectory, "App_Data", "portal.db");
        builder.Mode = SqliteOpenMode.ReadWriteCreate;
        var readWrite = builder.ToString();
        builder.Mode = SqliteOpenMode.ReadOnly;
        return (builder.ToString(), readWrite);
    }

    private static (string Reading, string Writing) ForSqlServer(DatabaseOptions options)
    {
        var builder = new SqlConnectionStringBuilder(options.ConnectionString);
        // Newer drivers encrypt unless told otherwise; the one we build with does not.
        if (!builder.ShouldSerialize("Encrypt"))
            builder.Encrypt = true;
        // A name each, so that a DBA sees whose session it is; and pools of their own.
        return (For(reader: true), For(reader: false));

        string For(bool reader)
        {
            var own = new SqlConnectionStringBuilder(builder.ToString()) { ApplicationName = reader ? "Jämföraren" : "Jämföraren natt" };
            if (reader && options.ReadFromReplica)
                own.ApplicationIntent = ApplicationIntent.ReadOnly;
            if (!builder.ShouldSerialize("Command Timeout"))
                own.CommandTimeout = (int)Math.Ceiling((reader ? options.PageTimeout : options.NightTimeout).TotalSeconds);
            return own.ToString();
        }
    }

    /// <summary>What is asked of a server once.</summary>
    private sealed class Known
    {
        public RowVersioning? Versioning { get; set; }
    }
}

/// <summary>Whether readers see what was published when they began, and so never wait for the night (<c>options/row_versioning.sql</c>).</summary>
public sealed record RowVersioning
{
    /// <summary>Each single statement (<c>read_committed_snapshot</c>).</summary>
    public bool OfStatements { get; init; }

    /// <summary>All statements of a transaction (<c>allow_snapshot_isolation</c>).</summary>
    public bool OfTransactions { get; init; }
}
