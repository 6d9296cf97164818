using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

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
            ? new SqliteBulkWriter($"stg_{stagingTable}", columns, sqlite, (SqliteTransaction?)transaction)
            : new SqlServerBulkWriter($"stg.{stagingTable}", columns, (SqlConnection)connection, (SqlTransaction?)transaction);
}

/// <summary>One prepared statement, run once a row inside the caller's transaction.</summary>
internal sealed class SqliteBulkWriter : IBulkWriter
{
    private readonly SqliteCommand command;
    private readonly SqliteParameter[] parameters;

    public SqliteBulkWriter(string table, IReadOnlyList<string> columns, SqliteConnection connection, SqliteTransaction? transaction)
    {
        command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        parameters = [.. columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" }))];
        command.Prepare();
    }

    public ValueTask Write(object?[] values, CancellationToken ct)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                bool b => b ? 1 : 0,
                DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                var v => v,
            };
        }
        command.ExecuteNonQuery();
        return ValueTask.CompletedTask;
    }

    public ValueTask Complete(CancellationToken ct) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => command.DisposeAsync();
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
