using Dapper;
using Portal.Data.Reporting;

namespace Portal.Tests.Sql;

/// <summary>The migrator on real files: what it runs, what it refuses, and what is left when something fails.</summary>
public sealed class MigratorTests
{
    private static readonly SqlScript First = new("0001_unit.sql", "create table rpt.unit (name text not null, town text null);");
    private static readonly SqlScript Second = new("0002_note.sql", "create table rpt.note (text text not null);");
    private static readonly SqlScript View = new("named.sql", "-- Names.\nselect u.name from rpt.unit as u");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_database_gets_every_script_and_view()
    {
        await using var file = new SqliteFile();

        var ran = await new Migrator(file.Db).Run(Stop);

        Assert.Equal(EmbeddedSql.In("sqlite").Select(s => s.Name), ran);
        Assert.Equal(ran, await Column(file, "select name from schema_version where script_number > 0 order by script_number"));
        Assert.Equal(
            EmbeddedSql.In("views").Select(v => Path.GetFileNameWithoutExtension(v.Name)).Order(StringComparer.Ordinal),
            await Column(file, "select name from sqlite_master where type = 'view' order by name"));
    }

    [Fact]
    public async Task A_second_run_does_nothing()
    {
        await using var file = await SqliteFile.Migrated();
        var before = await Column(file, "select sql from sqlite_master order by name");

        Assert.Empty(await new Migrator(file.Db).Run(Stop));

        Assert.Equal(before, await Column(file, "select sql from sqlite_master order by name"));
    }

    [Fact]
    public async Task Scripts_run_in_the_order_of_their_numbers_whatever_order_they_come_in()
    {
        await using var file = new SqliteFile();
        var third = new SqlScript("0010_more.sql", "insert into rpt.note (text) values ('a');");

        Assert.Equal([First.Name, Second.Name, third.Name], await Run(file, [third, Second, First]));
    }

    [Fact]
    public async Task A_changed_script_is_refused_with_a_sentence_and_nothing_runs()
    {
        await using var file = new SqliteFile();
        await Run(file, [First]);

        var e = await Refused(file, [First with { Text = First.Text + " -- more" }, Second]);

        Assert.Contains("0001_unit.sql har ändrats efter att det kördes", e.Message, StringComparison.Ordinal);
        Assert.Equal(["schema_version", "unit"], await Tables(file));
    }

    [Fact]
    public async Task A_number_used_twice_is_refused_before_anything_runs()
    {
        await using var file = new SqliteFile();

        var e = await Refused(file, [First, Second with { Name = "0001_note.sql" }]);

        Assert.Contains("0001_unit.sql och 0001_note.sql har samma nummer", e.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file.Name));
    }

    [Theory]
    [InlineData("unit.sql")]
    [InlineData("001_unit.sql")]
    [InlineData("00001_unit.sql")]
    [InlineData("0001unit.sql")]
    [InlineData("+001_unit.sql")]
    [InlineData("0001")]
    public async Task A_name_without_a_number_is_refused(string name)
    {
        await using var file = new SqliteFile();

        var e = await Refused(file, [First with { Name = name }]);

        Assert.Contains($"Skriptet {name} har inget nummer", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        await using var file = new SqliteFile();
        await Run(file, [First, Second]);

        var e = await Refused(file, [First]);

        Assert.Contains("Databasen har redan skriptet 0002_note.sql", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_fails_half_way_leaves_the_database_as_it_was()
    {
        await using var file = new SqliteFile();
        await Run(file, [First], View);
        await Write(file, "insert into unit (name) values ('Solrosen')");
        var broken = new SqlScript(
            "0003_broken.sql", "create table rpt.half (id int); delete from rpt.unit; insert into rpt.nowhere (id) values (1);");

        var e = await Refused(file, [First, Second, broken], View);

        Assert.Contains("0003_broken.sql", e.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", e.Message, StringComparison.Ordinal);
        Assert.Equal(["schema_version", "unit"], await Tables(file));
        Assert.Equal([First.Name], await Column(file, "select name from schema_version where script_number > 0"));
        Assert.Equal(["Solrosen"], await Column(file, "select name from named"));
    }

    [Fact]
    public async Task A_mended_script_runs_after_it_failed()
    {
        await using var file = new SqliteFile();
        await Refused(file, [First, Second with { Text = "create tabel rpt.note (text text);" }]);

        Assert.Equal([First.Name, Second.Name], await Run(file, [First, Second]));
    }

    [Fact]
    public async Task Line_endings_do_not_change_a_script()
    {
        await using var file = new SqliteFile();
        var unix = new SqlScript("0001_unit.sql", "create table rpt.unit (\n  name text\n);\n");
        await Run(file, [unix]);

        Assert.Empty(await Run(file, [unix with { Text = unix.Text.Replace("\n", "\r\n", StringComparison.Ordinal) }]));
        Assert.NotEqual(Migrator.Checksum(unix.Text), Migrator.Checksum(unix.Text + " "));
    }

    [Fact]
    public async Task A_database_at_any_earlier_version_ends_as_an_empty_one_does()
    {
        SqlScript[] scripts =
        [
            .. EmbeddedSql.In("sqlite"),
            new("9998_room.sql", "alter table rpt.unit add column floor integer null; create index ix_unit_floor on rpt.unit (floor);"),
            new("9999_room.sql", "drop index ix_unit_floor; alter table rpt.unit drop column floor;"),
        ];
        SqlScript[] views = [.. EmbeddedSql.In("views")];
        await using var fresh = new SqliteFile();
        await Run(fresh, scripts, views);
        var end = await Column(fresh, "select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_master order by type, name");

        for (var version = 0; version < scripts.Length; version++)
        {
            await using var earlier = new SqliteFile();
            // The views of an earlier program were others: a table may since have become a view.
            await Run(earlier, scripts[..version], version == 0 ? [] : [View]);
            await Run(earlier, scripts, views);

            Assert.Equal(end, await Column(earlier, "select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_master order by type, name"));
        }
    }

    [Fact]
    public async Task A_view_is_made_anew_when_its_text_changes()
    {
        await using var file = new SqliteFile();
        await Run(file, [First], View);
        await Write(file, "insert into unit (name, town) values ('Solrosen', 'Provköping')");

        await Run(file, [First], View with { Text = "select u.town as name from rpt.unit as u" });

        Assert.Equal(["Provköping"], await Column(file, "select name from named"));
    }

    [Fact]
    public async Task A_view_that_the_program_no_longer_has_is_gone()
    {
        await using var file = new SqliteFile();
        await Run(file, [First], View);

        await Run(file, [First]);

        Assert.Empty(await Column(file, "select name from sqlite_master where type = 'view'"));
    }

    [Fact]
    public async Task A_script_may_take_away_a_column_that_an_old_view_read()
    {
        await using var file = new SqliteFile();
        await Run(file, [First], View with { Text = "select u.town from rpt.unit as u" });
        var without = new SqlScript("0002_no_town.sql", "alter table rpt.unit drop column town;");

        Assert.Equal([without.Name], await Run(file, [First, without], View));
    }

    [Fact]
    public async Task A_script_may_rebuild_a_table_that_others_point_at()
    {
        // SQLite changes a table by making another in its place; with foreign keys on, dropping the old one is a fault.
        await using var file = new SqliteFile();
        var tables = new SqlScript("0001_tables.sql",
            "create table rpt.town (id int primary key); create table rpt.home (town int references rpt.town (id));");
        await Run(file, [tables]);
        await Write(file, "insert into town (id) values (1); insert into home (town) values (1);");
        var rebuilt = new SqlScript("0002_rebuilt.sql",
            """
            create table rpt.town_new (id int primary key, name text null);
            insert into rpt.town_new (id) select id from rpt.town;
            drop table rpt.town;
            alter table rpt.town_new rename to town;
            """);

        await Run(file, [tables, rebuilt]);

        Assert.Equal(["1"], await Column(file, "select cast(h.town as text) from home as h join town as t on t.id = h.town"));
    }

    [Fact]
    public async Task A_script_that_leaves_a_row_pointing_at_nothing_is_refused()
    {
        await using var file = new SqliteFile();
        var tables = new SqlScript("0001_tables.sql",
            "create table rpt.town (id int primary key); create table rpt.home (town int references rpt.town (id));");
        await Run(file, [tables]);
        await Write(file, "insert into town (id) values (1); insert into home (town) values (1);");

        var e = await Refused(file, [tables, new("0002_orphan.sql", "delete from rpt.town;")]);

        Assert.Contains("home", e.Message, StringComparison.Ordinal);
        Assert.Equal(["1"], await Column(file, "select cast(id as text) from town"));
    }

    [Fact]
    public async Task Two_migrations_at_once_run_each_script_once()
    {
        await using var file = new SqliteFile();

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new Migrator(file.Db).Run(Stop), Stop)));

        Assert.Equal(EmbeddedSql.In("sqlite").Select(s => s.Name), both.SelectMany(r => r));
    }

    [Fact]
    public async Task A_database_that_is_up_to_date_is_not_waited_for_while_the_night_writes()
    {
        await using var file = await SqliteFile.Migrated();
        await using var night = await file.Db.OpenForWriting(Stop);
        await using var transaction = await night.BeginTransactionAsync(Stop);
        await night.ExecuteAsync("insert into answer_scale (scale_id, name) values ('a', 'A')", transaction: transaction);
        var impatient = new ReportingDb(new DatabaseOptions { ConnectionString = $"Data Source={file.Name};Default Timeout=1" });

        Assert.Empty(await new Migrator(impatient).Run(Stop));

        var e = await Assert.ThrowsAsync<DatabaseException>(() => new Migrator(impatient).Run([.. EmbeddedSql.In("sqlite"), new("9999_more.sql", "select 1;")], EmbeddedSql.In("views"), Stop));
        Assert.Contains("locked", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_that_someone_dropped_is_made_again()
    {
        await using var file = new SqliteFile();
        await Run(file, [First], View);
        await Write(file, "drop view named");

        await Run(file, [First], View);

        Assert.Empty(await Column(file, "select name from named"));
    }

    private static Task<IReadOnlyList<string>> Run(SqliteFile file, SqlScript[] scripts, params SqlScript[] views) =>
        new Migrator(file.Db).Run(scripts, views, Stop);

    private static Task<DatabaseException> Refused(SqliteFile file, SqlScript[] scripts, params SqlScript[] views) =>
        Assert.ThrowsAsync<DatabaseException>(() => Run(file, scripts, views));

    private static Task<IReadOnlyList<string>> Tables(SqliteFile file) =>
        Column(file, "select name from sqlite_master where type = 'table' order by name");

    private static async Task<IReadOnlyList<string>> Column(SqliteFile file, string sql)
    {
        await using var connection = await file.Db.OpenForReading(Stop);
        return (await connection.QueryAsync<string>(sql)).AsList();
    }

    private static async Task Write(SqliteFile file, string sql)
    {
        await using var connection = await file.Db.OpenForWriting(Stop);
        await connection.ExecuteAsync(sql);
    }
}
