using System.Reflection;
using Portal.Data.Nightly.Publishing;
using Portal.Data.Nightly.Rows;
using Portal.Data.Reporting;
using Portal.Tests.Sql.Meaning;

namespace Portal.Tests.Sql;

/// <summary>The SQL that has no file of its own: short statements written in code, and those that the night makes from its table maps.</summary>
public sealed class SqlInCodeTests(SqlFilesTests.Tables tables) : IClassFixture<SqlFilesTests.Tables>
{
    public static TheoryData<string> InCode => [.. EmbeddedSql.InCode];

    public static TheoryData<string> Maps => [.. typeof(Tables).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(p => p.Name)];

    [Theory, MemberData(nameof(InCode))]
    public async Task A_statement_in_code_means_the_same_to_both_engines(string sql)
    {
        Assert.Empty(TSql.Parse(sql).Faults);
        Assert.Empty(TSqlMeaning.Faults(sql));
        await tables.Understood(sql);
    }

    [Theory, MemberData(nameof(Maps))]
    public void A_table_map_has_the_columns_of_its_staging_table_and_the_key_of_its_table(string map)
    {
        var (table, columns, keys, _) = Map(map);
        var schema = SqlServerSchema.Read();

        Assert.Equal(schema.Single(t => t.FullName == $"stg.{table}").Columns.Select(c => c.Name).Order(), columns.Order());
        var published = table switch { "observation" => "observation_version", "answer_distribution" => "answer_version", _ => table };
        Assert.Equal(keys, schema.Single(t => t.FullName == $"rpt.{published}").PrimaryKey.Except(["is_past", "until_edition"]));
    }

    [Fact]
    public async Task Emptying_staging_is_understood_by_both_engines_and_no_key_points_at_what_is_truncated()
    {
        var staging = SqlServerSchema.Read().Where(t => t.Schema == "stg").ToList();
        var sql = BulkWriter.Empty(DatabaseEngine.SqlServer, staging.Select(t => t.Name));

        Assert.Equal(staging.Count, TSql.Find<Microsoft.SqlServer.TransactSql.ScriptDom.TruncateTableStatement>(TSql.Tree(sql)).Count);
        Assert.DoesNotContain(SqlServerSchema.Read().SelectMany(t => t.ForeignKeys), k => k.Parent.SchemaIdentifier.Value == "stg");
        await tables.Understood(BulkWriter.Empty(DatabaseEngine.Sqlite, staging.Select(t => t.Name)));
    }

    [Theory, MemberData(nameof(Maps))]
    public async Task What_the_night_writes_to_a_table_is_understood_by_both_engines(string map)
    {
        var of = Map(map).Statements;
        foreach (var sql in of(DatabaseEngine.SqlServer))
        {
            Assert.Empty(TSql.Parse(sql).Faults);
            Assert.Empty(TSqlMeaning.Faults(sql, isShared: false));
        }
        foreach (var sql in of(DatabaseEngine.Sqlite))
            await tables.Understood(sql);
    }

    private static (string Table, IReadOnlyList<string> Columns, IReadOnlyList<string> Keys, Func<DatabaseEngine, IEnumerable<string>> Statements) Map(string name)
    {
        var property = typeof(Tables).GetProperty(name)!;
        return ((string, IReadOnlyList<string>, IReadOnlyList<string>, Func<DatabaseEngine, IEnumerable<string>>))typeof(SqlInCodeTests)
            .GetMethod(nameof(MapOf), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(property.PropertyType.GenericTypeArguments)
            .Invoke(null, [property.GetValue(null)])!;
    }

    private static (string, IReadOnlyList<string>, IReadOnlyList<string>, Func<DatabaseEngine, IEnumerable<string>>) MapOf<T>(TableMap<T> map) =>
        (map.Table, map.Columns, map.Keys, engine =>
        {
            // Figures and answers are published by files of their own; see the question files.
            var isReference = map.Table is not ("observation" or "answer_distribution");
            var hasMore = map.Columns.Count > map.Keys.Count;
            return isReference
                ?
                [
                    map.Select, .. hasMore ? [TableSync.ChangedToPastSql(map), TableSync.UpdateSql(map, engine)] : Array.Empty<string>(),
                    TableSync.InsertSql(map), TableSync.GoneToPastSql(map), TableSync.DeleteSql(map),
                ]
                : [];
        }
    );
}
