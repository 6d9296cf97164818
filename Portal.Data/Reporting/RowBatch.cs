using System.Collections;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Portal.Data.Reporting;

/// <summary>
/// Some thousand rows that are read once, from first to last, by a bulk copy. The rows' arrays are used over again from batch to
/// batch: memory is that of one batch, however many rows there are.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "A reader by its base class, a batch by what it is.")]
internal sealed class RowBatch(IReadOnlyList<string> columns, int most) : DbDataReader
{
    private readonly object[][] rows = new object[most][];
    private int count;
    private int at = -1;

    public bool IsEmpty => count == 0;

    public bool IsFull => count == most;

    public override int FieldCount => columns.Count;

    public override bool HasRows => count > 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    public override int Depth => 0;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    /// <summary>Takes the values of one row, in the order of the columns; the array stays the caller's.</summary>
    public void Add(object?[] values)
    {
        var row = rows[count++] ??= new object[columns.Count];
        for (var i = 0; i < row.Length; i++)
            row[i] = values[i] is DateOnly date ? date.ToDateTime(TimeOnly.MinValue) : values[i] ?? DBNull.Value;
    }

    /// <summary>Empties it for the next rows.</summary>
    public void Clear() => (count, at) = (0, -1);

    public override bool Read() => ++at < count;

    public override bool NextResult() => false;

    public override object GetValue(int ordinal) => rows[at][ordinal];

    public override bool IsDBNull(int ordinal) => rows[at][ordinal] is DBNull;

    public override int GetValues(object[] values)
    {
        rows[at].CopyTo(values, 0);
        return columns.Count;
    }

    public override string GetName(int ordinal) => columns[ordinal];

    public override int GetOrdinal(string name)
    {
        var ordinal = columns.TakeWhile(c => c != name).Count();
        return ordinal < columns.Count ? ordinal : throw new ArgumentException($"There is no column {name}.", nameof(name));
    }

    // A column has no type of its own: the table that it is copied to says which.
    public override Type GetFieldType(int ordinal) => typeof(object);

    public override string GetDataTypeName(int ordinal) => nameof(Object);

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => (short)GetValue(ordinal);

    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override string GetString(int ordinal) => Convert.ToString(GetValue(ordinal), CultureInfo.InvariantCulture)!;

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();
}
