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

    /// <summary>The engine that <see cref="Provider"/> names.</summary>
    /// <exception cref="DatabaseException">The provider is not one of the two, or SQL Server has no connection string.</exception>
    public DatabaseEngine Engine()
    {
        if (string.Equals(Provider, nameof(DatabaseEngine.Sqlite), StringComparison.OrdinalIgnoreCase))
            return DatabaseEngine.Sqlite;
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
