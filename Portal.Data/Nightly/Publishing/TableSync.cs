using System.Data.Common;
using Dapper;
using Portal.Data.Nightly.Rows;
using Portal.Data.Reporting;

namespace Portal.Data.Nightly.Publishing;

/// <summary>
/// Makes a published table say what the night's picture says: the picture goes to the staging twin, and what differs is
/// laid to the past and updated, what is new inserted, what is gone laid to the past and deleted, each as one statement
/// over the whole table.
/// </summary>
internal sealed class TableSync(DatabaseEngine engine, SqlFiles files, DbConnection connection, DbTransaction transaction, int edition)
{
    private readonly HashSet<string> touched = [];

    /// <summary>Rows changed so far.</summary>
    public int Changed { get; private set; }

    /// <summary>The tables that they are in.</summary>
    public IReadOnlySet<string> Touched => touched;

    /// <summary>Stages a table's rows and writes what is other or new. Call in the order of the foreign keys.</summary>
    public async Task Write<T>(TableMap<T> map, IEnumerable<T> rows, CancellationToken ct)
    {
        await Run(BulkWriter.Empty(engine, map.Table));
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
        if (map.Keys.Count < map.Columns.Count && await Run(ChangedToPastSql(map)) > 0)
            Count(map, await Run(UpdateSql(map, engine)));
        Count(map, await Run(InsertSql(map)));
    }

    /// <summary>Deletes what the staged picture no longer has. Call in the reverse order of the foreign keys.</summary>
    public async Task Delete<T>(TableMap<T> map)
    {
        if (await Run(GoneToPastSql(map)) > 0)
            Count(map, await Run(DeleteSql(map)));
    }

    /// <summary>What a row said before tonight changes it.</summary>
    public static string ChangedToPastSql<T>(TableMap<T> map) =>
        $"{IntoPast(map)} join stg.{map.Table} as s on {Same(map, "s", "t")} where {Differs(map)};";

    /// <summary>The update, in the engine's own words for an update from another table.</summary>
    public static string UpdateSql<T>(TableMap<T> map, DatabaseEngine engine)
    {
        var set = string.Join(", ", Others(map).Select(c => $"{c} = s.{c}").Append("edition_number = @edition"));
        return engine == DatabaseEngine.SqlServer
            ? $"update t set {set} from rpt.{map.Table} as t join stg.{map.Table} as s on {Same(map, "s", "t")} where {Differs(map)};"
            : $"update rpt.{map.Table} as t set {set} from stg.{map.Table} as s where {Same(map, "s", "t")} and {Differs(map)};";
    }

    /// <summary>The insert of what is new.</summary>
    public static string InsertSql<T>(TableMap<T> map) =>
        $"insert into rpt.{map.Table} ({string.Join(", ", map.Columns)}, edition_number) select {List("s", map.Columns)}, @edition from stg.{map.Table} as s " +
        $"where not exists (select 1 from rpt.{map.Table} as t where {Same(map, "s", "t")});";

    /// <summary>What a row said before tonight takes it away.</summary>
    public static string GoneToPastSql<T>(TableMap<T> map) =>
        $"{IntoPast(map)} where not exists (select 1 from stg.{map.Table} as s where {Same(map, "s", "t")});";

    /// <summary>The delete of what is gone.</summary>
    public static string DeleteSql<T>(TableMap<T> map) =>
        $"delete from rpt.{map.Table} where not exists (select 1 from stg.{map.Table} as s where {Same(map, "s", $"rpt.{map.Table}")});";

    private static string IntoPast<T>(TableMap<T> map) =>
        $"insert into rpt.{map.Table}_past ({string.Join(", ", map.Columns)}, edition_number, until_edition) " +
        $"select {List("t", map.Columns)}, t.edition_number, @edition from rpt.{map.Table} as t";

    private static string Same<T>(TableMap<T> map, string one, string other) =>
        string.Join(" and ", map.Keys.Select(k => $"{one}.{k} = {other}.{k}"));

    private static string Differs<T>(TableMap<T> map) =>
        $"exists (select {List("s", Others(map))} except select {List("t", Others(map))})";

    private static IReadOnlyList<string> Others<T>(TableMap<T> map) => [.. map.Columns.Except(map.Keys)];

    private static string List(string alias, IEnumerable<string> columns) => string.Join(", ", columns.Select(c => $"{alias}.{c}"));

    private void Count<T>(TableMap<T> map, int rows)
    {
        Changed += rows;
        if (rows > 0)
            touched.Add(map.Table);
    }

    private Task<int> Run(string sql) => connection.ExecuteAsync(files.ForEngine(sql), new { edition }, transaction);
}
