using Portal.Data.Reporting;

namespace Portal.Tests.Sql;

/// <summary>The rows that a bulk copy reads: those of one batch, once, in order, and none of the batch before.</summary>
public sealed class RowBatchTests
{
    private static readonly string[] Columns = ["name", "on", "value"];

    [Fact]
    public void A_batch_gives_its_rows_in_order_with_null_as_the_database_has_it_and_dates_as_the_driver_knows_them()
    {
        using var batch = new RowBatch(Columns, 3);
        object?[] values = ["Förskola", new DateOnly(2025, 3, 1), 1.5];
        batch.Add(values);
        (values[0], values[1], values[2]) = ("Skola", null, null);
        batch.Add(values);

        Assert.True(batch.Read());
        Assert.Equal(["Förskola", new DateTime(2025, 3, 1), 1.5], Row(batch));
        Assert.False(batch.IsDBNull(1));
        Assert.True(batch.Read());
        Assert.Equal(["Skola", DBNull.Value, DBNull.Value], Row(batch));
        Assert.True(batch.IsDBNull(1));
        Assert.False(batch.Read());
    }

    [Fact]
    public void A_batch_that_is_emptied_begins_anew_and_forgets_what_it_held()
    {
        using var batch = new RowBatch(Columns, 2);
        batch.Add(["a", null, 1]);
        Assert.False(batch.IsFull);
        batch.Add(["b", null, 2]);
        Assert.True(batch.IsFull);
        while (batch.Read()) { }
        batch.Clear();
        Assert.True(batch.IsEmpty);
        batch.Add(["c", null, 3]);

        Assert.True(batch.Read());
        Assert.Equal("c", batch[0]);
        Assert.False(batch.Read());
    }

    private static object[] Row(RowBatch batch)
    {
        var row = new object[batch.FieldCount];
        batch.GetValues(row);
        return row;
    }
}
