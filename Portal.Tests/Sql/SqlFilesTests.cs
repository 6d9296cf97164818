using Microsoft.Data.Sqlite;
using Portal.Data.Reporting;
using Portal.Tests.Sql.Questions;

namespace Portal.Tests.Sql;

/// <summary>How a question's file is found and what the engine gets of it.</summary>
public sealed class SqlFilesTests(SqlFilesTests.Tables tables) : IClassFixture<SqlFilesTests.Tables>
{
    public static TheoryData<string> SqliteQuestions => [.. EmbeddedSql.SqliteQuestions];

    [Theory]
    [InlineData("select u.name from rpt.unit as u join stg.unit as s on s.unit_id = u.unit_id", "select u.name from unit as u join stg_unit as s on s.unit_id = u.unit_id")]
    [InlineData("from rpt.observation,rpt.subject", "from observation,subject")]
    [InlineData("(rpt.unit)", "(unit)")]
    [InlineData("select corpt.unit, wrpt.x, postg.y", "select corpt.unit, wrpt.x, postg.y")]
    [InlineData("select rpt_unit, stg_unit", "select rpt_unit, stg_unit")]
    public void SQLite_has_no_schemas(string sql, string expected)
    {
        Assert.Equal(expected, new SqlFiles(DatabaseEngine.Sqlite).ForEngine(sql));
        Assert.Equal(sql, new SqlFiles(DatabaseEngine.SqlServer).ForEngine(sql));
    }

    [Fact]
    public void A_question_is_read_from_the_file_of_its_name()
    {
        Assert.Contains("from quality_factor as f", new SqlFiles(DatabaseEngine.Sqlite).For(typeof(FactorNames)), StringComparison.Ordinal);
        Assert.Contains("from rpt.quality_factor as f", new SqlFiles(DatabaseEngine.SqlServer).For(typeof(FactorNames)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_engines_own_file_goes_before_the_common_one()
    {
        Assert.Contains("sqlite_master", new SqlFiles(DatabaseEngine.Sqlite).For(typeof(Migrator)), StringComparison.Ordinal);
        Assert.Contains("sys.views", new SqlFiles(DatabaseEngine.SqlServer).For(typeof(Migrator)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_without_a_file_is_a_fault_that_names_it()
    {
        var e = Assert.Throws<FileNotFoundException>(() => new SqlFiles(DatabaseEngine.Sqlite).For(typeof(SqlFilesTests)));

        Assert.Contains("SqlFilesTests.sql", e.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(SqliteQuestions))]
    public async Task A_question_asks_for_what_the_tables_have(string name) => await tables.Understood(EmbeddedSql.Text(name));

    [Theory]
    [InlineData("select u.shoe_size as ShoeSize from rpt.unit as u;")]
    [InlineData("select u.name as Name from rpt.unit as u; select s.nothing as Nothing from rpt.subject as s;")]
    [InlineData("select left(u.name, 2) as Start from rpt.unit as u;")]
    public async Task A_question_about_what_is_not_there_is_found(string sql) =>
        await Assert.ThrowsAsync<SqliteException>(() => tables.Understood(sql));

    /// <summary>A database with the program's tables, for as long as a class of tests runs.</summary>
    public sealed class Tables : IAsyncLifetime
    {
        internal SqliteFile? File { get; private set; }

        /// <summary>Lets SQLite prepare every statement of a text, and run none.</summary>
        public async Task Understood(string sql)
        {
            await using var connection = await File!.Db.OpenForReading(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = new SqlFiles(DatabaseEngine.Sqlite).ForEngine(EmbeddedSql.AsSent(sql));
            await command.PrepareAsync(TestContext.Current.CancellationToken);
        }

        public async ValueTask InitializeAsync() => File = await SqliteFile.Migrated();

        public ValueTask DisposeAsync() => File!.DisposeAsync();
    }
}
