using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Portal.Tests.Sql;

/// <summary>What goes in comes out: dates, times, and above all figures that are not there.</summary>
public sealed class DatabaseValuesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Orders => ["null first", "null last", "null between"];

    [Theory, MemberData(nameof(Orders))]
    public async Task A_missing_figure_in_a_table_is_never_a_zero(string order)
    {
        await using var file = await Table("share real null, respondents integer null");
        await using var connection = await file.Db.OpenForReading(Stop);
        await Insert(file, Placed<(double? Share, int? Respondents)>(order, (10, 12), (10.5, 0), (null, null)));

        Assert.Equal(
            Placed<(double?, int?)>(order, (10, 12), (10.5, 0), (null, null)),
            (await connection.QueryAsync<Figure>("select share as Share, respondents as Respondents from t order by rowid")).Select(f => (f.Share, f.Respondents)));
    }

    [Theory, MemberData(nameof(Orders))]
    public async Task A_missing_figure_in_an_expression_is_never_a_zero(string order)
    {
        // An expression has no declared type: SQLite gives each row the type of its own value, and Dapper reads the rest as the first.
        await using var file = await Table("share real null, respondents integer null");
        await using var connection = await file.Db.OpenForReading(Stop);
        await Insert(file, Placed<(double? Share, int? Respondents)>(order, (10, 12), (10.5, 0), (null, null)));

        foreach (var sql in new[]
        {
            "select max(share) as Share, max(respondents) as Respondents from t group by rowid order by rowid",
            "select coalesce(share, null) as Share, coalesce(null, respondents) as Respondents from t order by rowid",
            "select iif(share = 10, 10, share) as Share, iif(respondents > 0, respondents, respondents) as Respondents from t order by rowid",
        })
        {
            Assert.Equal(
                Placed<(double?, int?)>(order, (10, 12), (10.5, 0), (null, null)),
                (await connection.QueryAsync<Figure>(sql)).Select(f => (f.Share, f.Respondents)));
        }
    }

    [Fact]
    public async Task Nothing_but_missing_figures_are_missing()
    {
        await using var file = await Table("share real null, respondents integer null");
        await using var connection = await file.Db.OpenForReading(Stop);
        await Insert(file, [(null, null), (null, null)]);

        Assert.Equal([new Figure(), new Figure()], await connection.QueryAsync<Figure>("select share as Share, respondents as Respondents from t"));
        Assert.Equal([new Figure()], await connection.QueryAsync<Figure>("select avg(share) as Share, sum(respondents) as Respondents from t"));
    }

    [Fact]
    public async Task A_text_in_a_column_of_numbers_is_refused()
    {
        await using var file = await SqliteFile.Migrated();
        await using var connection = await file.Db.OpenForWriting(Stop);
        await Survey(connection);

        foreach (var (column, value) in new (string, object)[] { ("value", ".."), ("value", "12,5"), ("respondents", "~100"), ("respondents", 12.5), ("response_rate", "x") })
        {
            var e = await Assert.ThrowsAsync<SqliteException>(() => Observation(connection, column, value));
            Assert.Contains("cannot store", e.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("state = 1, value = null")]
    [InlineData("state = 7, value = null")]
    [InlineData("state = 2, value = 80.0")]
    [InlineData("state = 3, value = 0.0")]
    [InlineData("state = 6, value = 0")]
    [InlineData("state = 8, value = null")]
    [InlineData("state = 0, value = null")]
    [InlineData("sex = 'F'")]
    [InlineData("sex = 't'")]
    [InlineData("sex = ''")]
    [InlineData("respondents = -1")]
    [InlineData("invited = -1")]
    [InlineData("response_rate = 100.1")]
    [InlineData("response_rate = -0.1")]
    [InlineData("is_doubtful = 2")]
    [InlineData("subject_key = 99")]
    [InlineData("measure_key = 99")]
    public async Task A_figure_that_says_one_thing_and_holds_another_is_refused(string change)
    {
        await using var file = await SqliteFile.Migrated();
        await using var connection = await file.Db.OpenForWriting(Stop);
        await Survey(connection);
        await Observation(connection, "value", 80.0);

        await Assert.ThrowsAsync<SqliteException>(() => connection.ExecuteAsync($"update observation_version set {change}"));
    }

    [Theory]
    [InlineData("state = 7, value = 0.0")]
    [InlineData("state = 2, value = null")]
    [InlineData("state = 6, value = null, respondents = null, invited = null, response_rate = null")]
    [InlineData("sex = 'K', respondents = 0, response_rate = 0")]
    public async Task A_figure_that_is_whole_is_taken(string change)
    {
        await using var file = await SqliteFile.Migrated();
        await using var connection = await file.Db.OpenForWriting(Stop);
        await Survey(connection);
        await Observation(connection, "value", 80.0);

        Assert.Equal(1, await connection.ExecuteAsync($"update observation_version set {change}"));
    }

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    public async Task A_date_and_a_time_come_back_as_they_went_in_any_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        await using var file = await Table("day text null, at text null");
        var day = new DateOnly(2024, 2, 29);
        var at = new DateTime(2024, 2, 29, 23, 59, 59, DateTimeKind.Utc);
        await using var connection = await file.Db.OpenForWriting(Stop);
        await connection.ExecuteAsync("insert into t (day, at) values (@day, @at), (null, null)", new { day, at });

        Assert.Equal(("2024-02-29", "2024-02-29 23:59:59"), await connection.QueryFirstAsync<(string, string)>("select day, at from t"));
        Assert.Equal([new Moment { Day = day, At = at }, new Moment()], await connection.QueryAsync<Moment>("select day as Day, at as At from t"));
        Assert.Equal([new Moment(), new Moment { Day = day, At = at }], await connection.QueryAsync<Moment>("select day as Day, at as At from t order by day"));
        Assert.Equal(DateTimeKind.Utc, (await connection.QueryFirstAsync<Moment>("select at as At from t")).At!.Value.Kind);
        Assert.Equal(1, await connection.QuerySingleAsync<int>("select count(*) from t where day = @day and at <= @at", new { day, at }));
    }

    [Fact]
    public async Task A_date_or_time_that_is_not_there_is_null()
    {
        await using var file = await Table("day text null, at text null");
        await using var connection = await file.Db.OpenForWriting(Stop);
        await connection.ExecuteAsync("insert into t (day, at) values (@day, @at)", new { day = (DateOnly?)null, at = (DateTime?)null });
        await connection.ExecuteAsync("insert into t (day, at) values (@day, @at)", new { day = (DateOnly?)new DateOnly(2024, 1, 2), at = (DateTime?)null });

        Assert.Equal([new Moment(), new Moment { Day = new DateOnly(2024, 1, 2) }], await connection.QueryAsync<Moment>("select day as Day, at as At from t"));
    }

    [Fact]
    public async Task A_local_time_is_kept_as_UTC_and_parts_of_a_second_are_dropped()
    {
        await using var file = await Table("day text null, at text null");
        await using var connection = await file.Db.OpenForWriting(Stop);
        var utc = new DateTime(2024, 7, 1, 12, 0, 0, DateTimeKind.Utc);
        await connection.ExecuteAsync("insert into t (at) values (@at)", new { at = utc.AddMilliseconds(999).ToLocalTime() });

        Assert.Equal(utc, (await connection.QuerySingleAsync<Moment>("select at as At from t")).At);
    }

    private static T[] Placed<T>(string order, T whole, T fractional, T missing) => order switch
    {
        "null first" => [missing, whole, fractional],
        "null last" => [fractional, whole, missing],
        _ => [whole, missing, fractional],
    };

    private static async Task<SqliteFile> Table(string columns)
    {
        var file = new SqliteFile();
        await using var connection = await file.Db.OpenForWriting(Stop);
        await connection.ExecuteAsync($"create table t ({columns}) strict");
        return file;
    }

    private static async Task Insert(SqliteFile file, (double? Share, int? Respondents)[] rows)
    {
        await using var connection = await file.Db.OpenForWriting(Stop);
        foreach (var (share, respondents) in rows)
            await connection.ExecuteAsync("insert into t (share, respondents) values (@share, @respondents)", new { share, respondents });
    }

    private static Task<int> Survey(DbConnection connection) => connection.ExecuteAsync(
        """
        insert into source (source_id, name, publisher, credit, is_sample) values ('s', 'S', 'S', 'S', 0);
        insert into subject (subject_key, scope, subject_id, name) values (1, 'country', '0000', 'Riket');
        insert into measure (measure_key, measure_id, name, kind, unit, decimals, better, period_kind, is_headline, sort_order, source_id)
        values (1, 'm', 'M', 'share', 'percent', 0, 'higher', 'year', 0, 1, 's');
        """);

    private static Task<int> Observation(DbConnection connection, string column, object value)
    {
        var figure = new Dictionary<string, object> { ["value"] = 80.0, ["respondents"] = 12, ["response_rate"] = 60.0, [column] = value };
        return connection.ExecuteAsync(
            """
            insert into observation_version (is_past, subject_key, measure_key, period, sex, edition_number, until_edition, state, value, respondents, invited, response_rate, is_derived, is_doubtful, is_approximate)
            values (0, 1, 1, 2024, 'T', 1, 0, 1, @value, @respondents, 20, @response_rate, 0, 0, 0)
            """,
            figure);
    }

    private sealed record Figure
    {
        public double? Share { get; init; }
        public int? Respondents { get; init; }
    }

    private sealed record Moment
    {
        public DateOnly? Day { get; init; }
        public DateTime? At { get; init; }
    }
}
