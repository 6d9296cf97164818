using System.Globalization;
using CsvHelper;
using Portal.Web.Text;

namespace Portal.Web.Downloads;

/// <summary>
/// RFC 4180: comma, CRLF, quotes where needed; UTF-8 without byte order mark; point as decimal sign; ISO dates; empty
/// for missing. Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers are left alone.
/// </summary>
internal sealed class CsvSheetWriter<T>(DataSheet<T> sheet, int edition, Stream target) : ISheetWriter<T>
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        Injection = CsvInjection.Escape,
        TrueValue = "true",
        FalseValue = "false",
    };

    private readonly CsvWriter csv = CsvWriter.Create(target, Options, leaveOpen: true);

    public async Task Begin(CancellationToken ct)
    {
        foreach (var column in sheet.Columns)
            csv.WriteField(column.Name);
        csv.WriteField(EditionColumn.Name);
        await csv.EndRecordAsync(ct);
    }

    public async Task Row(T row, CancellationToken ct)
    {
        foreach (var column in sheet.Columns)
            Write(column.Value(row));
        csv.WriteField(edition, default, CultureInfo.InvariantCulture);
        await csv.EndRecordAsync(ct);
    }

    public async Task End(CancellationToken ct) => await csv.FlushAsync(ct);

    public async ValueTask DisposeAsync() => await csv.DisposeAsync();

    private void Write(object? value)
    {
        switch (value)
        {
            case null: csv.WriteField(""); break;
            case string text: csv.WriteField(text); break;
            case bool flag: csv.WriteField(flag); break;
            case int number: csv.WriteField(number, default, CultureInfo.InvariantCulture); break;
            case long number: csv.WriteField(number, default, CultureInfo.InvariantCulture); break;
            case double number: csv.WriteField(number, default, CultureInfo.InvariantCulture); break;
            case DateOnly day: csv.WriteField(Format.Iso(day)); break;
            case DateTime time: csv.WriteField(Format.Iso(time)); break;
            default: throw new ArgumentException($"A cell cannot hold {value.GetType()}.", nameof(value));
        }
    }
}
