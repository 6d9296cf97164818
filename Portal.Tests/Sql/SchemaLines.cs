using System.Data.Common;
using Dapper;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Portal.Tests.Sql;

/// <summary>
/// A schema told in lines, the same for both engines where they mean the same: types by class, times as text, bits as
/// integers that are 0 or 1, and no names of constraints, since SQLite keeps none.
/// </summary>
internal static class SchemaLines
{
    public static IReadOnlyList<string> OfSqlServer(IReadOnlyList<SqlServerTable> tables) => Sorted(tables.SelectMany(t =>
    {
        var name = Flat(t.Schema, t.Name);
        return new List<string>
        {
            $"{name} columns: {List(t.Columns.Select(c => c.Name))}",
            $"{name} primary key: {List(t.PrimaryKey)}",
            $"{name} laid out by key: {t.IsClusteredByKey}",
        }
        .Concat(t.Columns.Select(c => $"{name}.{c.Name} {TypeClass(c.Type)} {(c.IsNullable ? "null" : "not null")}"))
        .Concat(t.Columns.Where(c => c.Type == "bit").Select(c => $"{name} check: {c.Name} in ( 0 , 1 )"))
        .Concat(t.Checks.Select(c => $"{name} check: {c}"))
        .Concat(t.Uniques.Select(u => $"{name} unique: {List(u)}"))
        .Concat(t.ForeignKeys.Select(k =>
            $"{name} foreign key: {List(k.Columns)} -> {Flat(k.Parent.SchemaIdentifier.Value, k.Parent.BaseIdentifier.Value)} {List(k.ParentColumns)}"))
        .Concat(t.Indexes.Select(i =>
            $"{name} index: {i.Name}{(i.IsUnique ? " unique" : "")} {List(i.Columns)}{(i.Filter is { } f ? $" where {f}" : "")}"));
    }));

    public static async Task<IReadOnlyList<string>> OfSqlite(DbConnection connection)
    {
        var lines = new List<string>();
        var tables = await connection.QueryAsync<(string Name, string Sql, long WithoutRowid, long Strict)>(
            """
            select t.name, m.sql, t.wr, t.strict
            from pragma_table_list as t join sqlite_master as m on m.name = t.name and m.type = 'table'
            where t.schema = 'main' and t.name not like 'sqlite_%'
            """);
        foreach (var (name, sql, withoutRowid, strict) in tables)
        {
            Assert.True(strict == 1, $"{name} would take a text for a number.");
            var columns = (await connection.QueryAsync<(string Name, string Type, long NotNull, long Key)>(
                "select name, type, \"notnull\", pk from pragma_table_info(@name) order by cid", new { name })).AsList();
            lines.Add($"{name} columns: {List(columns.Select(c => c.Name))}");
            lines.Add($"{name} primary key: {List(columns.Where(c => c.Key > 0).OrderBy(c => c.Key).Select(c => c.Name))}");
            // A single integer key is the row's own number: laid out by it without saying so.
            var isRowid = columns.Count(c => c.Key > 0) == 1 && columns.Single(c => c.Key > 0).Type == "INTEGER";
            lines.Add($"{name} laid out by key: {withoutRowid == 1 || isRowid}");
            lines.AddRange(columns.Select(c => $"{name}.{c.Name} {TypeClass(c.Type)} {(c.NotNull == 0 ? "null" : "not null")}"));
            lines.AddRange(Checks(sql).Select(c => $"{name} check: {c}"));
            lines.AddRange((await ForeignKeys(connection, name)).Select(k => $"{name} foreign key: {k}"));
            lines.AddRange(await Indexes(connection, name));
        }
        return Sorted(lines);
    }

    private static async Task<IEnumerable<string>> ForeignKeys(DbConnection connection, string table)
    {
        var parts = await connection.QueryAsync<(long Id, string Parent, string Column, string ParentColumn, string OnUpdate, string OnDelete)>(
            "select id, \"table\", \"from\", \"to\", on_update, on_delete from pragma_foreign_key_list(@table) order by id, seq", new { table });
        return [.. parts.GroupBy(p => p.Id).Select(k =>
        {
            Assert.All(k, p => Assert.Equal(("NO ACTION", "NO ACTION"), (p.OnUpdate, p.OnDelete)));
            return $"{List(k.Select(p => p.Column))} -> {k.First().Parent} {List(k.Select(p => p.ParentColumn))}";
        })];
    }

    private static async Task<List<string>> Indexes(DbConnection connection, string table)
    {
        var lines = new List<string>();
        var indexes = await connection.QueryAsync<(string Name, long IsUnique, string Origin, long IsPartial)>(
            "select name, \"unique\", origin, partial from pragma_index_list(@table) where origin <> 'pk'", new { table });
        foreach (var (name, isUnique, origin, isPartial) in indexes)
        {
            Assert.Equal(0, isPartial);
            var columns = List(await connection.QueryAsync<string>(
                "select name || iif(\"desc\" = 1, ' desc', '') from pragma_index_xinfo(@name) where key = 1 order by seqno", new { name }));
            lines.Add(origin == "u" ? $"{table} unique: {columns}" : $"{table} index: {name}{(isUnique == 1 ? " unique" : "")} {columns}");
        }
        return lines;
    }

    /// <summary>SQLite keeps a table's text and no more of its checks; without its own ending the text is T-SQL enough.</summary>
    private static IEnumerable<string> Checks(string sql) =>
        TSql.Find<CheckConstraintDefinition>(TSql.Tree(sql[..(sql.LastIndexOf(')') + 1)])).Select(c => TSql.Plain(c.CheckCondition));

    private static string TypeClass(string type) => type.ToUpperInvariant() switch
    {
        "NVARCHAR" or "NCHAR" or "DATE" or "DATETIME2" or "TEXT" => "text",
        "INT" or "TINYINT" or "BIGINT" or "BIT" or "INTEGER" => "integer",
        "FLOAT" or "REAL" => "real",
        _ => type,
    };

    private static string Flat(string schema, string name) => schema == "rpt" ? name : $"{schema}_{name}";

    private static string List(IEnumerable<string> names) => $"({string.Join(", ", names)})";

    private static IReadOnlyList<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}
