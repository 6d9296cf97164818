using Microsoft.Data.Sqlite;
using Portal.Data.Reporting;

namespace Portal.Tests.Sql;

/// <summary>A database file of a test's own, gone when the test is.</summary>
internal sealed class SqliteFile : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-sql-").FullName;

    public SqliteFile() => Db = new ReportingDb(new DatabaseOptions { ConnectionString = $"Data Source={Name}" });

    public string Name => Path.Combine(folder, "portal.db");

    public ReportingDb Db { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A file with the program's own tables and nothing in them.</summary>
    public static async Task<SqliteFile> Migrated()
    {
        var file = new SqliteFile();
        await new Migrator(file.Db).Run(Stop);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Name))
        {
            // A pooled connection would keep the file open.
            await using var reading = await Db.OpenForReading(CancellationToken.None);
            SqliteConnection.ClearPool((SqliteConnection)reading);
            await using var writing = new SqliteConnection($"Data Source={Name};Mode=ReadWriteCreate");
            SqliteConnection.ClearPool(writing);
        }
        Directory.Delete(folder, recursive: true);
    }
}
