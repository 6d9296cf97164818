using System.Data;
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
    public static IBulkWriter Into(
        string stagingTable, IReadOnlyList<string> columns, DbConnection connection, DbTransaction? transaction) =>
        connection is SqliteConnection sqlite
            ? new SqliteBulkWriter($"stg_{stagingTable}", columns, sqlite)
            : new SqlServerBulkWriter($"stg.{stagingTable}", columns, (SqlConnection)connection, (SqlTransaction?)transaction);
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

/// <summary>Bulk copy in batches.</summary>
internal sealed class SqlServerBulkWriter : IBulkWriter
{
    private const int BatchRows = 10_000;
    private readonly SqlBulkCopy copy;
    private readonly DataTable batch = new() { Locale = CultureInfo.InvariantCulture };

    public SqlServerBulkWriter(string table, IReadOnlyList<string> columns, SqlConnection connection, SqlTransaction? transaction)
    {
        copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.CheckConstraints, transaction)
        {
            DestinationTableName = table,
            BatchSize = BatchRows,
            BulkCopyTimeout = 0,
        };
        foreach (var column in columns)
        {
            copy.ColumnMappings.Add(column, column);
            batch.Columns.Add(column, typeof(object));
        }
    }

    public async ValueTask Write(object?[] values, CancellationToken ct)
    {
        var row = batch.NewRow();
        for (var i = 0; i < values.Length; i++)
            row[i] = values[i] is DateOnly date ? date.ToDateTime(TimeOnly.MinValue) : values[i] ?? DBNull.Value;
        batch.Rows.Add(row);
        if (batch.Rows.Count >= BatchRows)
            await Complete(ct);
    }

    public async ValueTask Complete(CancellationToken ct)
    {
        if (batch.Rows.Count == 0)
            return;
        await copy.WriteToServerAsync(batch, ct);
        batch.Clear();
    }

    public ValueTask DisposeAsync()
    {
        ((IDisposable)copy).Dispose();
        batch.Dispose();
        return ValueTask.CompletedTask;
    }
}
