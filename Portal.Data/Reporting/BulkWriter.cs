using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Portal.Data.Reporting;

/// <summary>Loads many rows into one staging table, streaming: no row is kept longer than a batch.</summary>
public interface IBulkWriter : IAsyncDisposable
{
    /// <summary>Writes one row; the values stand in the order of the columns. Null is null.</summary>
    ValueTask Write(object?[] values, CancellationToken ct);

    /// <summary>Sends what is left.</summary>
    ValueTask Complete(CancellationToken ct);
}

/// <summary>Gives the engine's own way of loading many rows.</summary>
public static class BulkWriter
{
    /// <summary>A writer into <c>stg.table</c> on a connection and transaction that the caller owns.</summary>
    public static IBulkWriter Into(string stagingTable, IReadOnlyList<string> columns, DbConnection connection, DbTransaction? transaction) =>
        Into("stg.", "stg_", stagingTable, columns, connection, transaction);

    /// <summary>A writer into <c>rpt.table</c>, for lists that only grow and may be long.</summary>
    public static IBulkWriter IntoReporting(string table, IReadOnlyList<string> columns, DbConnection connection, DbTransaction? transaction) =>
        Into("rpt.", "", table, columns, connection, transaction);

    /// <summary>
    /// What empties staging tables: a truncation, which SQL Server writes down by the page and not by the row, or SQLite's delete, which
    /// does likewise.
    /// </summary>
    public static string Empty(DatabaseEngine engine, params IEnumerable<string> stagingTables) => string.Join(' ',
        stagingTables.Select(t => engine == DatabaseEngine.SqlServer ? $"truncate table stg.{t};" : $"delete from stg_{t};"));

    private static IBulkWriter Into(
        string schema, string prefix, string table, IReadOnlyList<string> columns, DbConnection connection, DbTransaction? transaction) =>
        connection is SqliteConnection sqlite
            ? new SqliteBulkWriter(prefix + table, columns, sqlite)
            : new SqlServerBulkWriter(schema + table, columns, (SqlConnection)connection, (SqlTransaction?)transaction);
}

/// <summary>
/// One prepared statement, run once a row inside the caller's transaction. It speaks to SQLite itself: the driver's
/// command looks up every parameter by its name for every row, which costs more than the writing.
/// </summary>
internal sealed class SqliteBulkWriter : IBulkWriter
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteBulkWriter(string table, IReadOnlyList<string> columns, SqliteConnection connection)
    {
        database = connection.Handle!;
        var sql = $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(_ => "?"))})";
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out statement), database);
    }

    public ValueTask Write(object?[] values, CancellationToken ct)
    {
        for (var i = 0; i < values.Length; i++)
            SqliteException.ThrowExceptionForRC(Bind(i + 1, values[i]), database);
        raw.sqlite3_step(statement);
        // Tells what the step came to, and lets go of the row.
        SqliteException.ThrowExceptionForRC(raw.sqlite3_reset(statement), database);
        return ValueTask.CompletedTask;
    }

    public ValueTask Complete(CancellationToken ct) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        statement.Dispose();
        return ValueTask.CompletedTask;
    }

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => Bind(place, text),
        int number => raw.sqlite3_bind_int(statement, place, number),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        double number => raw.sqlite3_bind_double(statement, place, number),
        bool truth => raw.sqlite3_bind_int(statement, place, truth ? 1 : 0),
        byte number => raw.sqlite3_bind_int(statement, place, number),
        DateOnly date => Bind(place, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"Staging takes no {value.GetType().Name}.", nameof(value)),
    };

    private int Bind(int place, string text)
    {
        const int Short = 256;
        if (text.Length * 3 > Short)
            return raw.sqlite3_bind_text(statement, place, text);
        Span<byte> bytes = stackalloc byte[Short];
        return raw.sqlite3_bind_text(statement, place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }
}

/// <summary>
/// Bulk copy in batches of rows: the night hands its rows over one at a time and writes to several tables by turns, where a copy
/// has the connection to itself for as long as it lasts.
/// </summary>
internal sealed class SqlServerBulkWriter : IBulkWriter
{
    private const int BatchRows = 20_000;
    private readonly SqlBulkCopy copy;
    private readonly RowBatch batch;

    public SqlServerBulkWriter(string table, IReadOnlyList<string> columns, SqlConnection connection, SqlTransaction? transaction)
    {
        // The table's lock lets the server log whole pages in place of rows; only the night writes these, and readers see versions. Checks stay on: without
        // them the night would need the right to alter the table.
        copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.CheckConstraints | SqlBulkCopyOptions.TableLock, transaction)
        {
            DestinationTableName = table,
            BulkCopyTimeout = connection.CommandTimeout,
        };
        for (var i = 0; i < columns.Count; i++)
            copy.ColumnMappings.Add(i, columns[i]);
        batch = new RowBatch(columns, BatchRows);
    }

    public async ValueTask Write(object?[] values, CancellationToken ct)
    {
        batch.Add(values);
        if (batch.IsFull)
            await Complete(ct);
    }

    public async ValueTask Complete(CancellationToken ct)
    {
        if (batch.IsEmpty)
            return;
        await copy.WriteToServerAsync(batch, ct);
        batch.Clear();
    }

    public ValueTask DisposeAsync()
    {
        ((IDisposable)copy).Dispose();
        return batch.DisposeAsync();
    }
}
