using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Portal.Data.Reporting;

/// <summary>Another night holds the database. The message is one Swedish sentence for the operator.</summary>
public sealed class AnotherNightException : Exception
{
    private const string Sentence = "En annan körning pågår redan mot samma databas. Den här avslutades utan att läsa eller ändra något.";

    /// <summary>The sentence.</summary>
    public AnotherNightException() : base(Sentence) { }

    /// <summary>The sentence, with what the system said.</summary>
    public AnotherNightException(Exception inner) : base(Sentence, inner) { }

    /// <summary>A sentence of the caller's.</summary>
    public AnotherNightException(string message) : base(message) { }

    /// <summary>A sentence of the caller's, with what the system said.</summary>
    public AnotherNightException(string message, Exception inner) : base(message, inner) { }
}

/// <summary>
/// Held by one night at a time, from before it reads the database until it is done, and let go by the system when its process
/// or connection dies. On SQL Server it is an application lock of the very session that publishes: a night that loses its
/// connection loses the lock and the transaction at once. On SQLite it is a file beside the database, open to one process.
/// </summary>
public sealed class NightLock : IAsyncDisposable
{
    private readonly FileStream? file;
    private readonly DbConnection? session;
    private readonly SqlFiles files;

    private NightLock(SqlFiles files, FileStream? file, DbConnection? session) => (this.files, this.file, this.session) = (files, file, session);

    /// <summary>Takes the lock at once or not at all; nobody waits for a night that may take hours.</summary>
    /// <param name="db">The database.</param>
    /// <param name="connection">The connection that the night writes with.</param>
    /// <exception cref="AnotherNightException">Another night holds it.</exception>
    /// <exception cref="DatabaseException">The lock cannot be taken by anybody: the folder cannot be written to, or the server refused.</exception>
    public static async Task<NightLock> Take(ReportingDb db, DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (connection is SqliteConnection)
            return new NightLock(db.Files, OpenAlone($"{db.Place}-night"), null);

        var result = await connection.ExecuteScalarAsync<int>(db.Files.For(typeof(NightLock), "Take"));
        return MeaningOf(result) switch
        {
            LockResult.Taken => new NightLock(db.Files, null, connection),
            LockResult.Held => throw new AnotherNightException(),
            _ => throw new DatabaseException($"Databasen {db.Place} gav inget lås för körningen (sp_getapplock svarade {result}). Kontrollera inloggningens rättigheter."),
        };
    }

    /// <summary>
    /// What <c>sp_getapplock</c> answered: 0 granted at once, 1 after waiting, -1 timed out; -2 (cancelled), -3 (deadlock) and -999
    /// (a call that cannot be) are no answer about who holds it.
    /// </summary>
    internal static LockResult MeaningOf(int result) => result switch
    {
        >= 0 => LockResult.Taken,
        -1 => LockResult.Held,
        _ => LockResult.Refused,
    };

    /// <summary>Lets go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (file is not null)
            await file.DisposeAsync();
        if (session is { State: System.Data.ConnectionState.Open })
        {
            try
            {
                await session.ExecuteAsync(files.For(typeof(NightLock), "Release"));
            }
            catch (DbException)
            {
                // A session that cannot answer is dead, and its lock with it; what killed it is what the night tells of.
            }
        }
    }

    // The file stays: one that is deleted by who leaves may be held by who came between.
    private static FileStream OpenAlone(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeld(e))
        {
            throw new AnotherNightException(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"Låsfilen {path} går inte att öppna. Kontrollera att programmet får skriva i databasens mapp.", e);
        }
    }

    // Windows: a sharing or lock violation. Linux and macOS: EWOULDBLOCK, as the system numbers it.
    private static bool IsHeld(IOException e) => OperatingSystem.IsWindows()
        ? e.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021)
        : e.HResult is 11 or 35;
}

/// <summary>What a server said when it was asked for the lock.</summary>
internal enum LockResult
{
    Taken,
    Held,
    Refused,
}
