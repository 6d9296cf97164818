using System.Data.Common;
using Dapper;
using Portal.Data.Nightly.Rows;
using Portal.Data.Reporting;

namespace Portal.Data.Nightly.Publishing;

/// <summary>
/// Makes a published table say what the night's picture says: the picture goes to the staging twin, and what differs is
/// updated, what is new inserted, what is gone deleted, each as one statement over the whole table.
/// </summary>
internal sealed class TableSync(DatabaseEngine engine, SqlFiles files, DbConnection connection, DbTransaction transaction)
{
    /// <summary>Rows changed so far.</summary>
    public int Changed { get; private set; }

    /// <summary>Stages a table's rows and writes what is other or new. Call in the order of the foreign keys.</summary>
    public async Task Write<T>(TableMap<T> map, IEnumerable<T> rows, CancellationToken ct)
    {
        await Run($"delete from stg.{map.Table};");
        await using (var writer = BulkWriter.Into(map.Table, map.Columns, connection, transaction))
        {
            var values = new object?[map.Columns.Count];
            foreach (var row in rows)
            {
                map.Write(row, values);
                await writer.Write(values, ct);
            }
            await writer.Complete(ct);
        }
        if (map.Keys.Count < map.Columns.Count)
            Changed += await Run(UpdateSql(map, engine));
        Changed += await Run(InsertSql(map));
    }

    /// <summary>Deletes what the staged picture no longer has. Call in the reverse order of the foreign keys.</summary>
    public async Task Delete<T>(TableMap<T> map) => Changed += await Run(DeleteSql(map));

    /// <summary>The update, in the engine's own words for an update from another table.</summary>
    public static string UpdateSql<T>(TableMap<T> map, DatabaseEngine engine)
    {
        var others = map.Columns.Except(map.Keys).ToList();
        var set = string.Join(", ", others.Select(c => $"{c} = s.{c}"));
        var same = string.Join(" and ", map.Keys.Select(k => $"s.{k} = t.{k}"));
        var differs = $"exists (select {List("s", others)} except select {List("t", others)})";
        return engine == DatabaseEngine.SqlServer
            ? $"update t set {set} from rpt.{map.Table} as t join stg.{map.Table} as s on {same} where {differs};"
            : $"update rpt.{map.Table} as t set {set} from stg.{map.Table} as s where {same} and {differs};";
    }

    /// <summary>The insert of what is new.</summary>
    public static string InsertSql<T>(TableMap<T> map) =>
        $"insert into rpt.{map.Table} ({string.Join(", ", map.Columns)}) select {List("s", map.Columns)} from stg.{map.Table} as s " +
        $"where not exists (select 1 from rpt.{map.Table} as t where {string.Join(" and ", map.Keys.Select(k => $"s.{k} = t.{k}"))});";

    /// <summary>The delete of what is gone.</summary>
    public static string DeleteSql<T>(TableMap<T> map) =>
        $"delete from rpt.{map.Table} where not exists (select 1 from stg.{map.Table} as s " +
        $"where {string.Join(" and ", map.Keys.Select(k => $"s.{k} = rpt.{map.Table}.{k}"))});";

    private static string List(string alias, IEnumerable<string> columns) => string.Join(", ", columns.Select(c => $"{alias}.{c}"));

    private Task<int> Run(string sql) => connection.ExecuteAsync(files.ForEngine(sql), transaction: transaction, commandTimeout: 0);
}
