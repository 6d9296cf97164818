using Microsoft.Data.SqlClient;
using Portal.Data.Reporting;
using Portal.Tests.Sql.Questions;
using Portal.Tests.Support;

namespace Portal.Tests.Sql;

/// <summary>
/// What the driver does at the portal's bidding, seen from the other end of the wire: faults that pass, logins for reading, and
/// the level of isolation.
/// </summary>
public sealed class SqlServerConnectionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static byte[] Three => [.. MadeSqlServer.Row(("a", 1)), .. MadeSqlServer.Row(("a", 2)), .. MadeSqlServer.Row(("a", 3))];

    [Fact]
    public async Task A_login_to_a_database_that_is_moving_is_tried_again()
    {
        await using var server = MadeSqlServer.Start(_ => MadeSqlServer.Nothing, login => login is 1 or 2 or 4 ? MadeSqlServer.Error(40613, 14) : MadeSqlServer.LetIn);

        await (await Db(server).OpenForReading(Ct)).DisposeAsync();
        await (await Db(server).OpenForWriting(Ct)).DisposeAsync();

        Assert.Equal(["Jämföraren", "Jämföraren", "Jämföraren", "Jämföraren natt", "Jämföraren natt"], server.Logins.Select(l => l.ApplicationName));
    }

    [Theory]
    [InlineData(18456, 14)]
    [InlineData(33002, 20)]
    public async Task A_login_that_is_refused_is_not(int number, byte severity)
    {
        await using var server = MadeSqlServer.Start(_ => MadeSqlServer.Nothing, _ => MadeSqlServer.Error(number, severity));

        await Assert.ThrowsAsync<DatabaseException>(() => Db(server).OpenForReading(Ct));

        Assert.Single(server.Logins);
    }

    [Theory]
    [InlineData(1205, 13)]
    [InlineData(40197, 17)]
    [InlineData(596, 21)]
    public async Task A_question_that_meets_a_passing_fault_is_asked_again(int number, byte severity)
    {
        var faults = 2;
        await using var server = MadeSqlServer.Start(_ => faults-- > 0 ? MadeSqlServer.Error(number, severity) : MadeSqlServer.Row(("Number", 7)));

        var rows = await Db(server).List<int>(typeof(FactorNames), null, Ct);

        Assert.Equal([7], rows);
        Assert.Equal(3, server.Asked.Count(a => a.Contains("quality_factor", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(208, 16)]
    [InlineData(2627, 14)]
    [InlineData(229, 14)]
    public async Task A_question_that_is_wrong_is_asked_once(int number, byte severity)
    {
        await using var server = MadeSqlServer.Start(_ => MadeSqlServer.Error(number, severity));

        var told = await Assert.ThrowsAsync<DatabaseException>(() => Db(server).List<int>(typeof(FactorNames), null, Ct));

        Assert.Equal(number, Assert.IsType<SqlException>(told.InnerException).Number);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_fault_that_does_not_pass_in_four_times_is_told()
    {
        await using var server = MadeSqlServer.Start(_ => MadeSqlServer.Error(1205, 13));

        await Assert.ThrowsAsync<DatabaseException>(() => Db(server).List<int>(typeof(FactorNames), null, Ct));

        Assert.Equal(4, server.Asked.Count);
    }

    [Fact]
    public void An_answer_that_took_too_long_is_not_waited_for_again()
    {
        Assert.False(PassingFaults.Pass(-2, 11));
        Assert.False(PassingFaults.Pass(-2, 20));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Pages_read_from_the_replica_where_there_is_one_and_the_night_never(bool replica, bool pages)
    {
        await using var server = MadeSqlServer.Start(_ => MadeSqlServer.Nothing);
        var db = new ReportingDb(new DatabaseOptions { Provider = "SqlServer", ConnectionString = server.ConnectionString, ReadFromReplica = replica });

        await (await db.OpenForReading(Ct)).DisposeAsync();
        await (await db.OpenForWriting(Ct)).DisposeAsync();

        Assert.Equal([new SqlLogin("Jämföraren", pages), new SqlLogin("Jämföraren natt", false)], server.Logins);
    }

    [Theory]
    [InlineData("", 30, 14_400)]
    [InlineData(";Command Timeout=77", 77, 77)]
    public async Task Pages_wait_for_seconds_and_the_night_for_hours_unless_the_connection_string_says(string extra, int pages, int night)
    {
        await using var server = MadeSqlServer.Start(_ => MadeSqlServer.Nothing);
        var db = Db(server, extra);

        await using var reading = (SqlConnection)await db.OpenForReading(Ct);
        await using var writing = (SqlConnection)await db.OpenForWriting(Ct);

        Assert.Equal((pages, night), (reading.CommandTimeout, writing.CommandTimeout));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public async Task Selects_of_one_question_read_a_snapshot_where_the_database_keeps_them(int kept, bool snapshot)
    {
        const string beginSnapshot = "transaction begin 5";
        await using var server = MadeSqlServer.Start(sql =>
            sql.Contains("sys.databases", StringComparison.Ordinal) ? MadeSqlServer.Row(("OfStatements", 1), ("OfTransactions", kept)) : Three);
        var db = Db(server);

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal((1, 2, 3), await db.Read(typeof(FactorsThrice), null, async grid =>
                (await grid.ReadSingleAsync<int>(), await grid.ReadSingleAsync<int>(), await grid.ReadSingleAsync<int>()), Ct));
        }

        Assert.Equal(snapshot ? 2 : 0, server.Asked.Count(a => a == beginSnapshot));
        Assert.Single(server.Asked, a => a.Contains("sys.databases", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-1, typeof(AnotherNightException))]
    [InlineData(-999, typeof(DatabaseException))]
    public async Task The_nights_lock_is_what_the_server_says(int answer, Type? fault)
    {
        await using var server = MadeSqlServer.Start(sql =>
            sql.Contains("sp_getapplock", StringComparison.Ordinal) ? MadeSqlServer.Row(("Result", answer)) : MadeSqlServer.Nothing);
        var db = Db(server);
        await using (var connection = await db.OpenForWriting(Ct))
        {
            var thrown = await Record.ExceptionAsync(async () => await (await NightLock.Take(db, connection)).DisposeAsync());
            Assert.Equal(fault, thrown?.GetType());
        }

        Assert.Equal(fault is null, server.Asked.Any(a => a.Contains("sp_releaseapplock", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("00:00:00", "00:00:00", false, "Portal:Database:PageTimeout")]
    [InlineData("00:10:01", "00:00:00", false, "Portal:Database:PageTimeout")]
    [InlineData("00:00:30", "-00:00:01", false, "Portal:Database:NightTimeout")]
    [InlineData("00:00:30", "1.00:00:01", false, "Portal:Database:NightTimeout")]
    [InlineData("00:00:30", "00:00:00", true, "Portal:Database:ReadFromReplica")]
    public void An_option_that_cannot_be_is_one_sentence_that_names_it(string page, string night, bool replica, string named)
    {
        var told = Assert.Throws<DatabaseException>(() => new ReportingDb(new DatabaseOptions
        {
            PageTimeout = TimeSpan.Parse(page, System.Globalization.CultureInfo.InvariantCulture),
            NightTimeout = TimeSpan.Parse(night, System.Globalization.CultureInfo.InvariantCulture),
            ReadFromReplica = replica,
        }));

        Assert.StartsWith(named, told.Message, StringComparison.Ordinal);
    }

    private static ReportingDb Db(MadeSqlServer server, string extra = "") =>
        new(new DatabaseOptions { Provider = "SqlServer", ConnectionString = server.ConnectionString + extra });
}
