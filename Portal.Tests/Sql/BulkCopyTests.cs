using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Sql;

/// <summary>What the real driver's bulk copy sends of the night's rows, seen from the server's end.</summary>
public sealed class BulkCopyTests
{
    private const int Most = 20_000;

    private static readonly string[] Columns = ["source_number", "subject_key"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_arrive_whole_and_in_order_a_batch_at_a_time_with_the_last_few()
    {
        await using var server = MadeSqlServer.Start(Answer);
        var db = new ReportingDb(new DatabaseOptions { Provider = "SqlServer", ConnectionString = server.ConnectionString });
        await using var connection = await db.OpenForWriting(Ct);

        await using (var writer = BulkWriter.Into("read_subject", Columns, connection, null))
        {
            var row = new object?[2];
            for (var i = 0; i < Most + 3; i++)
            {
                (row[0], row[1]) = (7, i);
                await writer.Write(row, Ct);
            }
            await writer.Complete(Ct);
        }

        var copied = server.Copied(columns: 2);
        Assert.Equal([Most, 3], copied.Select(c => c.Count / 2));
        Assert.Equal(Enumerable.Range(0, Most + 3).SelectMany(i => new[] { 7, i }), copied.SelectMany(c => c));
        var told = server.Asked.First(a => a.StartsWith("insert bulk", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("[stg].[read_subject]", told, StringComparison.Ordinal);
        Assert.Contains("TABLOCK", told, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("CHECK_CONSTRAINTS", told, StringComparison.OrdinalIgnoreCase);
    }

    // Before a copy the driver asks how many transactions are open, which columns the table has, and their collations.
    private static byte[] Answer(string sql) => sql.StartsWith("insert bulk", StringComparison.OrdinalIgnoreCase)
        ? MadeSqlServer.Nothing
        : [.. MadeSqlServer.Row(("", 0)), .. MadeSqlServer.NoRow(Columns), .. MadeSqlServer.Rows(Columns.Length, ("colid", 0), ("name", 0), ("tds", 0), ("collation", 0))];
}
