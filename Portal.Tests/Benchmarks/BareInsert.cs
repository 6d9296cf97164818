using System.Data.Common;
using Dapper;
using Portal.Data.Reporting;

namespace Portal.Benchmarks;

/// <summary>
/// The least that any loader must do: rows that lie ready in memory, in the order of their key, written by one
/// prepared statement a table in one transaction.
/// </summary>
static class BareInsert
{
    public const string Verb = "insert";

    /// <summary>The portal's own tables: keys, checks and foreign keys on.</summary>
    public const string Keyed = "keyed";

    /// <summary>The same columns in tables without key or check.</summary>
    public const string Plain = "plain";

    private static readonly (string Table, string Key)[] Tables =
    [
        ("observation", "subject_key, measure_key, period, sex"),
        ("answer_distribution", "subject_key, question_key, period, sex, answer"),
    ];

    public static async Task<int> Child(string kind, string published, string target)
    {
        File.Copy(published, target);
        var db = new ReportingDb(new DatabaseOptions { ConnectionString = $"Data Source={target}" });
        await using var connection = await db.OpenForWriting(CancellationToken.None);
        var loads = new List<(string Table, string[] Columns, List<object[]> Rows)>();
        foreach (var (table, key) in Tables)
        {
            var (columns, rows) = await Read(connection, table, key);
            if (kind == Keyed)
                await connection.ExecuteAsync($"delete from {table}");
            else
                await connection.ExecuteAsync($"create table plain_{table} as select * from {table} where false; drop table {table}");
            loads.Add((kind == Keyed ? table : $"plain_{table}", columns, rows));
        }
        await connection.ExecuteAsync("vacuum; pragma wal_checkpoint(truncate)");

        await ChildProcess.Measure(
            async () =>
            {
                await using var transaction = await connection.BeginTransactionAsync();
                foreach (var (table, columns, rows) in loads)
                    Insert(connection, transaction, table, columns, rows);
                await transaction.CommitAsync();
            },
            () => Task.FromResult(loads.Sum(l => l.Rows.Count)));
        return 0;
    }

    private static void Insert(
        DbConnection connection, DbTransaction transaction, string table, string[] columns, List<object[]> rows)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"insert into {table} values ({string.Join(", ", columns.Select(c => $"@{c}"))})";
        var parameters = new DbParameter[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            parameters[i] = command.CreateParameter();
            parameters[i].ParameterName = $"@{columns[i]}";
            command.Parameters.Add(parameters[i]);
        }
        command.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++)
                parameters[i].Value = row[i];
            command.ExecuteNonQuery();
        }
    }

    private static async Task<(string[] Columns, List<object[]> Rows)> Read(DbConnection connection, string table, string key)
    {
        await using var reader = await connection.ExecuteReaderAsync($"select * from {table} order by {key}");
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return ([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], rows);
    }
}
