using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Web.Text;

namespace Portal.Web.Downloads;

/// <summary>
/// <c>{ "edition", "source", "licence", "columns": [{name, unit, description}], "rows": [...] }</c>. A row's keys are
/// the CSV header; missing is null.
/// </summary>
internal sealed class JsonSheetWriter<T>(DataSheet<T> sheet, int edition, Stream target) : ISheetWriter<T>
{
    // Relaxed: å, ä and ö as they are. The answer is application/json with nosniff and is never put into HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonEncodedText[] names = [.. sheet.Columns.Select(c => JsonEncodedText.Encode(c.Name))];
    private readonly Utf8JsonWriter json = new(target, Options);

    public Task Begin(CancellationToken ct)
    {
        json.WriteStartObject();
        json.WriteNumber("edition", edition);
        json.WriteString("source", sheet.Source);
        json.WriteString("licence", sheet.Licence);
        json.WriteStartArray("columns");
        foreach (var column in sheet.Columns)
            Describe(column.Name, column.Unit, column.Description);
        Describe(EditionColumn.Name, null, EditionColumn.Description);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        return Task.CompletedTask;
    }

    public async Task Row(T row, CancellationToken ct)
    {
        json.WriteStartObject();
        for (var i = 0; i < names.Length; i++)
        {
            json.WritePropertyName(names[i]);
            Write(sheet.Columns[i].Value(row));
        }
        json.WriteNumber(EditionColumn.Name, edition);
        json.WriteEndObject();
        if (json.BytesPending >= 32 * 1024)
            await json.FlushAsync(ct);
    }

    public async Task End(CancellationToken ct)
    {
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    public ValueTask DisposeAsync() => json.DisposeAsync();

    private void Describe(string name, string? unit, string description)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("unit", unit);
        json.WriteString("description", description);
        json.WriteEndObject();
    }

    private void Write(object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case DateOnly day: json.WriteStringValue(Format.Iso(day)); break;
            case DateTime time: json.WriteStringValue(Format.Iso(time)); break;
            default: throw new ArgumentException($"A cell cannot hold {value.GetType()}.", nameof(value));
        }
    }
}

/// <summary>The last column of every file, so that a CSV can be cited too.</summary>
internal static class EditionColumn
{
    public const string Name = "edition";
    public const string Description = "Utgåvan av portalens uppgifter som filen visar.";
}
