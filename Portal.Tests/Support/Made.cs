namespace Portal.Tests.Support;

/// <summary>One row for a table, by column. An assumed row is left out where its key already stands.</summary>
/// <param name="Table">The table with its schema.</param>
/// <param name="Key">How many of the first columns are the key.</param>
/// <param name="Columns">The columns and what they hold.</param>
/// <param name="IsAssumed">The row is only there so that others have something to point at.</param>
public sealed record MadeRow(string Table, int Key, IReadOnlyList<(string Name, object? Value)> Columns, bool IsAssumed = false)
{
    public string KeyText => string.Join('|', Columns.Take(Key).Select(c => c.Value));
}

/// <summary>What a builder of <see cref="A"/> made: a row, those that go with it, and those it assumes.</summary>
public sealed class Made
{
    private readonly List<MadeRow> rows = [];

    public IReadOnlyList<MadeRow> Rows => rows;

    internal Made Row(string table, int key, params (string Name, object? Value)[] columns)
    {
        rows.Add(new MadeRow(table, key, columns));
        return this;
    }

    internal Made With(Made also)
    {
        rows.AddRange(also.rows);
        return this;
    }

    internal Made Assume(Made? other)
    {
        if (other is not null)
            rows.AddRange(other.rows.Select(r => r with { IsAssumed = true }));
        return this;
    }
}
