using Dapper;
using Portal.Data.Model;
using Portal.Data.Reporting;

namespace Portal.Tests.Sql;

/// <summary>Two engines, one schema: what the scripts for SQL Server say against what SQLite really has.</summary>
public sealed class SchemaTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_engines_have_the_same_tables_columns_keys_checks_and_indexes()
    {
        await using var file = await SqliteFile.Migrated();
        await using var connection = await file.Db.OpenForReading(Stop);

        var sqlite = await SchemaLines.OfSqlite(connection);
        var sqlServer = SchemaLines.OfSqlServer(SqlServerSchema.Read());

        Assert.True(sqlite.Count > 400);
        Assert.Empty(sqlite.Except(sqlServer).Select(l => $"only SQLite: {l}")
            .Concat(sqlServer.Except(sqlite).Select(l => $"only SQL Server: {l}")));
        Assert.Equal(sqlServer, sqlite);
    }

    [Theory]
    [InlineData("  kind text not null,", "  kind text null,", "municipality_group.kind text null")]
    [InlineData("  headline_period integer null,", "  headline_period real null,", "unit.headline_period real null")]
    [InlineData("primary key (group_id, municipality_code)", "primary key (municipality_code, group_id)", "municipality_group_member primary key: (municipality_code, group_id)")]
    [InlineData("check (sex in ('T', 'K', 'M'))", "check (sex in ('T', 'K'))", "answer_version check: sex in ( 't' , 'k' )")]
    [InlineData("  unique (scope, subject_id),", "  unique (subject_id, scope),", "subject unique: (subject_id, scope)")]
    [InlineData("foreign key (replaces_key) references rpt.question (question_key)", "foreign key (replaces_key) references rpt.measure (measure_key)", "question foreign key: (replaces_key) -> measure (measure_key)")]
    [InlineData("create index ix_unit_sort on rpt.unit (sort_key)", "create index ix_unit_sort on rpt.unit (sort_key desc)", "unit index: ix_unit_sort (sort_key desc)")]
    [InlineData("create index ix_unit_sort ", "create index ix_unit_order ", "unit index: ix_unit_order (sort_key)")]
    [InlineData("is_sample integer not null check (is_sample in (0, 1))", "is_sample integer not null", null)]
    public async Task A_difference_between_the_engines_is_found(string was, string becomes, string? line)
    {
        await using var file = new SqliteFile();
        var scripts = EmbeddedSql.In("sqlite").Select(s => s with { Text = s.Text.Replace(was, becomes, StringComparison.Ordinal) }).ToList();
        Assert.NotEqual(EmbeddedSql.In("sqlite"), scripts);
        await new Migrator(file.Db).Run(scripts, [], Stop);
        await using var connection = await file.Db.OpenForReading(Stop);

        var sqlite = await SchemaLines.OfSqlite(connection);

        Assert.NotEqual(SchemaLines.OfSqlServer(SqlServerSchema.Read()), sqlite);
        if (line is not null)
            Assert.Contains(line, sqlite);
    }

    [Fact]
    public async Task Both_engines_know_the_states_that_the_code_knows()
    {
        var code = Enum.GetValues<ObservationState>().Select(s => ((int)s, Snake(s.ToString())));
        await using var file = await SqliteFile.Migrated();
        await using var connection = await file.Db.OpenForReading(Stop);

        Assert.Equal(code, await connection.QueryAsync<(int, string)>("select state, name from observation_state order by state"));
        Assert.Equal(code.Select(s => $"{s.Item1} {s.Item2}"), SqlServerSchema.Rows("rpt.observation_state").Select(r => string.Join(' ', r)));
    }

    [Fact]
    public void The_checks_know_the_codes_that_the_code_knows()
    {
        var tables = SqlServerSchema.Read();

        Assert.Equal(Codes("sex", [Sexes.All, Sexes.Women, Sexes.Men]), Check("observation_version", "sex"));
        Assert.EndsWith(Codes("ownership", Ownerships.All), Check("unit", "ownership"), StringComparison.Ordinal);
        Assert.All(
            [Scopes.Unit, Scopes.District, Scopes.Municipality, Scopes.Group, Scopes.Country],
            scope => Assert.Contains($"'{scope}'", Check("subject", "scope"), StringComparison.Ordinal));

        string Check(string table, string start) =>
            Assert.Single(tables.Single(t => t.FullName == $"rpt.{table}").Checks, c => c.TrimStart('(', ' ').StartsWith(start, StringComparison.Ordinal));
    }

    private static string Codes(string column, IEnumerable<string> codes) =>
        $"{column} in ( {string.Join(" , ", codes.Select(c => $"'{c.ToLowerInvariant()}'"))} )";

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
