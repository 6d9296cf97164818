using System.Buffers.Binary;
using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Portal.Data.Reporting;
using Portal.Tests.Sql.Questions;

namespace Portal.Tests.Sql;

/// <summary>The one door to the database: what it opens, and the one sentence it gives when it cannot.</summary>
public sealed class ReportingDbTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_for_reading_cannot_write()
    {
        await using var file = await SqliteFile.Migrated();
        await using var connection = await file.Db.OpenForReading(Stop);

        var e = await Assert.ThrowsAsync<SqliteException>(() =>
            connection.ExecuteAsync("insert into quality_factor (quality_factor_id, name, sort_order) values ('trygghet', 'Trygghet', 1)"));

        Assert.Equal(8, e.SqliteErrorCode);
    }

    [Fact]
    public async Task Reading_goes_on_while_the_night_writes_and_sees_it_when_it_is_done()
    {
        await using var file = await SqliteFile.Migrated();
        await using var night = await file.Db.OpenForWriting(Stop);
        await using (var transaction = await night.BeginTransactionAsync(Stop))
        {
            await night.ExecuteAsync("insert into quality_factor (quality_factor_id, name, sort_order) values ('trygghet', 'Trygghet', 1)", transaction: transaction);
            Assert.Empty(await file.Db.List<FactorNames.Factor>(typeof(FactorNames), null, Stop));
            await transaction.CommitAsync(Stop);
        }

        Assert.Single(await file.Db.List<FactorNames.Factor>(typeof(FactorNames), null, Stop));
    }

    [Fact]
    public async Task A_file_that_every_writer_has_left_can_be_read()
    {
        // The last writer takes the log with it; a reader that may not write must do without.
        await using var file = await SqliteFile.Migrated();
        await using (var writing = await file.Db.OpenForWriting(Stop))
            SqliteConnection.ClearPool((SqliteConnection)writing);
        Assert.False(File.Exists(file.Name + "-wal"));

        Assert.Empty(await file.Db.List<FactorNames.Factor>(typeof(FactorNames), null, Stop));
    }

    [Fact]
    public async Task Foreign_keys_are_enforced()
    {
        await using var file = await SqliteFile.Migrated();
        await using var connection = await file.Db.OpenForWriting(Stop);

        var e = await Assert.ThrowsAsync<SqliteException>(() =>
            connection.ExecuteAsync("insert into survey_round (survey_id, period, name, is_preliminary) values ('ingen', 2024, '2024', 0)"));

        Assert.Contains("FOREIGN KEY", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_one_sentence_that_says_which_and_what_to_do()
    {
        await using var file = new SqliteFile();

        var e = await Told(() => file.Db.OpenForReading(Stop));

        Assert.Contains(file.Name, e.Message, StringComparison.Ordinal);
        Assert.Contains("migrate", e.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file.Name));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_one_sentence()
    {
        await using var file = await SqliteFile.Migrated();
        var db = new ReportingDb(new DatabaseOptions { ConnectionString = $"Data Source={file.Name}/under/portal.db" });

        Assert.Contains(file.Name, (await Told(() => db.OpenForWriting(Stop))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_one_sentence_for_reader_and_writer()
    {
        await using var file = new SqliteFile();
        await File.WriteAllTextAsync(file.Name, new string('x', 4096), Stop);

        Assert.Contains(file.Name, (await Told(() => file.Db.OpenForWriting(Stop))).Message, StringComparison.Ordinal);
        Assert.Contains(file.Name, (await Told(() => Factors(file.Db))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_tables_is_one_sentence_that_names_the_question()
    {
        await using var file = new SqliteFile();
        await using (await file.Db.OpenForWriting(Stop)) { }

        var told = new[]
        {
            await Told(() => Factors(file.Db)),
            await Told(() => file.Db.Find<FactorNames.Factor>(typeof(FactorNames), null, Stop)),
            await Told(() => file.Db.Read(typeof(FactorNames), null, async grid => (await grid.ReadAsync<string>()).AsList(), Stop)),
            await Told(async () => { await foreach (var _ in file.Db.Stream<FactorNames.Factor>(typeof(FactorNames), null, Stop)) { } }),
        };

        Assert.All(told, e => Assert.Contains(nameof(FactorNames), e.Message, StringComparison.Ordinal));
        Assert.All(told, e => Assert.IsType<SqliteException>(e.InnerException));
    }

    [Fact]
    public async Task Find_gives_the_row_or_null_and_Stream_gives_every_row()
    {
        await using var file = await SqliteFile.Migrated();
        Assert.Null(await file.Db.Find<FactorNames.Factor>(typeof(FactorNames), null, Stop));

        await using (var connection = await file.Db.OpenForWriting(Stop))
            await connection.ExecuteAsync("insert into quality_factor (quality_factor_id, name, sort_order) values ('b', 'Bemötande', 1)");
        Assert.Equal("Bemötande", (await file.Db.Find<FactorNames.Factor>(typeof(FactorNames), null, Stop))?.Name);

        await using (var connection = await file.Db.OpenForWriting(Stop))
            await connection.ExecuteAsync("insert into quality_factor (quality_factor_id, name, sort_order) values ('a', 'Ansvar', 2)");
        var streamed = new List<string>();
        await foreach (var factor in file.Db.Stream<FactorNames.Factor>(typeof(FactorNames), null, Stop))
            streamed.Add(factor.Name);
        Assert.Equal(["Bemötande", "Ansvar"], streamed);
    }

    [Fact]
    public async Task Selects_of_one_question_see_one_edition_though_the_night_publishes_between_them()
    {
        await using var file = await SqliteFile.Migrated();
        await using var night = await file.Db.OpenForWriting(Stop);

        var seen = await file.Db.Read(typeof(FactorsThrice), null, async grid =>
        {
            var before = await grid.ReadSingleAsync<int>();
            await night.ExecuteAsync("insert into quality_factor (quality_factor_id, name, sort_order) values ('trygghet', 'Trygghet', 1)");
            return (before, await grid.ReadSingleAsync<int>(), await grid.ReadSingleAsync<int>());
        }, Stop);

        Assert.Equal((0, 0, 0), seen);
        Assert.Single(await Factors(file.Db));
    }

    [Fact]
    public async Task A_stopped_request_is_stopped_and_not_a_broken_database()
    {
        await using var file = await SqliteFile.Migrated();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => file.Db.List<FactorNames.Factor>(typeof(FactorNames), null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task An_unreachable_SQL_Server_is_one_sentence_without_the_password()
    {
        var db = new ReportingDb(new DatabaseOptions
        {
            Provider = "sqlserver",
            ConnectionString = "Server=tcp:127.0.0.1,1;Database=portal;User ID=u;Password=hemligt;Connect Timeout=1;ConnectRetryCount=0",
        });

        var e = await Told(() => db.OpenForReading(Stop));

        Assert.Contains("tcp:127.0.0.1,1/portal", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt", e.Message, StringComparison.Ordinal);
        Assert.IsType<SqlException>(e.InnerException);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData(";Encrypt=True", 1)]
    [InlineData(";Encrypt=False", 0)]
    public async Task A_login_to_SQL_Server_is_encrypted_unless_the_connection_string_says_otherwise(string extra, byte asked)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var db = new ReportingDb(new DatabaseOptions
        {
            Provider = "SqlServer",
            ConnectionString = $"Server=tcp:127.0.0.1,{((IPEndPoint)server.LocalEndpoint).Port};User ID=u;Password=p;ConnectRetryCount=0{extra}",
        });

        var opening = db.OpenForReading(Stop);
        using (var client = await server.AcceptTcpClientAsync(Stop))
            Assert.Equal(asked, await EncryptionAskedFor(client.GetStream()));

        await Told(() => opening);
    }

    [Fact]
    public async Task A_SQL_Server_that_is_nowhere_named_is_one_sentence()
    {
        var db = new ReportingDb(new DatabaseOptions { Provider = "SqlServer", ConnectionString = "Database=portal;Connect Timeout=1" });

        await Told(() => db.OpenForReading(Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Oracle")]
    [InlineData("Sqlite ")]
    [InlineData("1")]
    public void An_unknown_provider_is_one_sentence_that_names_the_two(string provider)
    {
        var e = Assert.Throws<DatabaseException>(() => new ReportingDb(new DatabaseOptions { Provider = provider }));

        Assert.Equal($"Portal:Database:Provider är \"{provider}\". Skriv Sqlite eller SqlServer.", e.Message);
    }

    [Theory]
    [InlineData("sqlite", DatabaseEngine.Sqlite)]
    [InlineData("SQLITE", DatabaseEngine.Sqlite)]
    [InlineData("sqlServer", DatabaseEngine.SqlServer)]
    public void A_provider_is_known_in_any_letter_case_and_culture(string provider, DatabaseEngine engine) =>
        Assert.Equal(engine, new ReportingDb(new DatabaseOptions { Provider = provider, ConnectionString = "Data Source=x" }).Engine);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void SQL_Server_without_a_connection_string_is_one_sentence(string connectionString)
    {
        var e = Assert.Throws<DatabaseException>(() => new ReportingDb(new DatabaseOptions { Provider = "SqlServer", ConnectionString = connectionString }));

        Assert.Contains("Portal:Database:ConnectionString är tom", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sqlite", "portal.db")]
    [InlineData("Sqlite", "Datakälla=portal.db")]
    [InlineData("Sqlite", "Data Source=portal.db;Default Timeout=lång")]
    [InlineData("Sqlite", "Data Source=portal.db;Pooling=kanske")]
    [InlineData("Sqlite", "Data Source=portal.db;Mode=Skriv")]
    [InlineData("SqlServer", "localhost")]
    [InlineData("SqlServer", "Server=localhost;Kryptera=ja")]
    [InlineData("SqlServer", "Server=localhost;Connect Timeout=lång")]
    [InlineData("SqlServer", "Server=localhost;Connect Timeout=99999999999")]
    [InlineData("SqlServer", "Server=localhost;Encrypt=kanske")]
    public void A_connection_string_that_cannot_be_read_is_one_sentence(string provider, string connectionString)
    {
        var e = Assert.Throws<DatabaseException>(() => new ReportingDb(new DatabaseOptions { Provider = provider, ConnectionString = connectionString }));

        Assert.StartsWith("Portal:Database:ConnectionString går inte att läsa", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=portal;Mode=Memory;Cache=Shared")]
    public void A_database_in_memory_is_refused_since_its_readers_would_see_another(string connectionString)
    {
        var e = Assert.Throws<DatabaseException>(() => new ReportingDb(new DatabaseOptions { ConnectionString = connectionString }));

        Assert.Contains("fil", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_connection_string_the_file_lies_beside_the_program() =>
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "App_Data", "portal.db"), new ReportingDb(new DatabaseOptions()).Place);

    /// <summary>
    /// The ENCRYPTION option of the first packet that a client sends (PRELOGIN of MS-TDS): after a header of eight bytes,
    /// options of five bytes (token, offset, length; both big-endian) until 0xFF, and then their data.
    /// </summary>
    private static async Task<byte> EncryptionAskedFor(NetworkStream stream)
    {
        var header = new byte[8];
        await stream.ReadExactlyAsync(header, Stop);
        var body = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - header.Length];
        await stream.ReadExactlyAsync(body, Stop);
        const byte encryption = 1;
        var option = Enumerable.Range(0, body.Length / 5).Select(i => i * 5).First(at => body[at] == encryption);
        return body[BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(option + 1))];
    }

    private static Task<IReadOnlyList<FactorNames.Factor>> Factors(ReportingDb db) =>
        db.List<FactorNames.Factor>(typeof(FactorNames), null, Stop);

    /// <summary>What an operator is told: a line or two of Swedish, ended by a full stop, and no trace of the stack.</summary>
    private static async Task<DatabaseException> Told(Func<Task> ask)
    {
        var e = await Assert.ThrowsAsync<DatabaseException>(ask);
        Assert.Matches(@"\A\p{Lu}[^\r\n]+\.\z", e.Message);
        Assert.True(e.InnerException is DbException or IOException or InvalidOperationException or ArgumentException);
        return e;
    }
}
