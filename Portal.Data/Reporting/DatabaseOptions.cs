namespace Portal.Data.Reporting;

/// <summary>The database engines that the portal runs on.</summary>
public enum DatabaseEngine
{
    /// <summary>The embedded default: one file, no server.</summary>
    Sqlite,

    /// <summary>SQL Server 2019 and later, Azure SQL.</summary>
    SqlServer,
}

/// <summary>Which database the portal reads. Bound from <c>Portal:Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>Sqlite</c> (default) or <c>SqlServer</c>, in any letter case.</summary>
    public string Provider { get; set; } = nameof(DatabaseEngine.Sqlite);

    /// <summary>
    /// The connection string. Empty with SQLite means the file <c>App_Data/portal.db</c> beside the program;
    /// with SQL Server it must be given.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Whether pages read from a copy that is kept for reading (<c>ApplicationIntent=ReadOnly</c>); the night and migrations never
    /// do. SQL Server with a readable replica, or Azure SQL with read scale-out.
    /// </summary>
    public bool ReadFromReplica { get; set; }

    /// <summary>How long a page waits for an answer of SQL Server. One second to ten minutes. A time in the connection string goes before it.</summary>
    public TimeSpan PageTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long the night and migrations wait for one statement of SQL Server; zero is for ever. At most a day. A statement publishes a
    /// whole table, so this is hours, and only there to end a night that would otherwise hang.
    /// </summary>
    public TimeSpan NightTimeout { get; set; } = TimeSpan.FromHours(4);

    /// <summary>The engine that <see cref="Provider"/> names.</summary>
    /// <exception cref="DatabaseException">The provider is not one of the two, SQL Server has no connection string, or an option cannot be.</exception>
    public DatabaseEngine Engine()
    {
        if (PageTimeout < TimeSpan.FromSeconds(1) || PageTimeout > TimeSpan.FromMinutes(10))
            throw new DatabaseException("Portal:Database:PageTimeout ska vara mellan 00:00:01 och 00:10:00.");
        if (NightTimeout < TimeSpan.Zero || NightTimeout > TimeSpan.FromDays(1))
            throw new DatabaseException("Portal:Database:NightTimeout ska vara mellan 00:00:00 (ingen gräns) och 1.00:00:00.");
        if (string.Equals(Provider, nameof(DatabaseEngine.Sqlite), StringComparison.OrdinalIgnoreCase))
        {
            return ReadFromReplica
                ? throw new DatabaseException("Portal:Database:ReadFromReplica gäller SQL Server. Ta bort inställningen, eller skriv SqlServer i Portal:Database:Provider.")
                : DatabaseEngine.Sqlite;
        }
        if (!string.Equals(Provider, nameof(DatabaseEngine.SqlServer), StringComparison.OrdinalIgnoreCase))
            throw new DatabaseException($"Portal:Database:Provider är \"{Provider}\". Skriv Sqlite eller SqlServer.");
        if (string.IsNullOrWhiteSpace(ConnectionString))
            throw new DatabaseException(
                "Portal:Database:Provider är SqlServer, men Portal:Database:ConnectionString är tom. Skriv var databasen finns.");
        return DatabaseEngine.SqlServer;
    }
}

/// <summary>
/// The database is missing, unreachable or not as expected. The message is one Swedish sentence for the operator:
/// what, where and how to mend it.
/// </summary>
public sealed class DatabaseException : Exception
{
    /// <summary>A problem without words.</summary>
    public DatabaseException() { }

    /// <summary>A problem told in one sentence.</summary>
    public DatabaseException(string message) : base(message) { }

    /// <summary>A problem told in one sentence, with what the driver said.</summary>
    public DatabaseException(string message, Exception inner) : base(message, inner) { }
}
