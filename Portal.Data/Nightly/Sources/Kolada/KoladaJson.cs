using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Data.Nightly.Sources.Kolada;

/// <summary>A KPI of Kolada's catalogue.</summary>
internal sealed record KoladaKpi
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string Description { get; init; } = "";

    /// <summary>K for municipalities, L for regions, A for both.</summary>
    public string MunicipalityType { get; init; } = "";

    public bool HasOuData { get; init; }

    /// <summary>The newest year that is, or next will be, published.</summary>
    public int? PublPeriod { get; init; }

    public DateOnly? PrelPublicationDate { get; init; }
    public DateOnly? PublicationDate { get; init; }
}

/// <summary>A municipality (type K), a region or the country (both type L).</summary>
internal sealed record KoladaMunicipality
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Type { get; init; }
}

/// <summary>A unit: a preschool, a school, a home.</summary>
internal sealed record KoladaUnit
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Municipality { get; init; }
}

/// <summary>The figures of a KPI for a municipality, region, group or unit in a year.</summary>
internal sealed record KoladaRow
{
    public required string Kpi { get; init; }
    public string? Municipality { get; init; }
    public string? Ou { get; init; }
    public required int Period { get; init; }
    public required IReadOnlyList<KoladaValue> Values { get; init; }
}

/// <summary>One figure.</summary>
internal sealed record KoladaValue
{
    public required string Gender { get; init; }
    public string? Status { get; init; }
    public double? Value { get; init; }

    [JsonPropertyName("isdeleted")]
    public bool IsDeleted { get; init; }
}

/// <summary>An answer of the API: rows, and where the rest of them are.</summary>
internal sealed record KoladaPage(JsonDocument Document) : IDisposable
{
    public JsonElement.ArrayEnumerator Values => Document.RootElement.GetProperty("values").EnumerateArray();

    public int Count => Document.RootElement.GetProperty("values").GetArrayLength();

    public string? NextUrl => Document.RootElement.TryGetProperty("next_url", out var next) && next.ValueKind == JsonValueKind.String ? next.GetString() : null;

    /// <summary>Reads an answer.</summary>
    /// <exception cref="JsonException">It is not one of Kolada's.</exception>
    public static KoladaPage Read(string path)
    {
        using var file = File.OpenRead(path);
        var document = JsonDocument.Parse(file);
        if (document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Array)
            return new KoladaPage(document);
        document.Dispose();
        throw new JsonException("The answer has no list of values.");
    }

    public void Dispose() => Document.Dispose();
}

/// <summary>How Kolada writes JSON: snake_case, booleans that may be 0 and 1, years that may be text.</summary>
internal static class KoladaJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new LooseBoolean() },
    };

    /// <summary>true and false, also as 0 and 1, as numbers or text; null is false.</summary>
    private sealed class LooseBoolean : JsonConverter<bool>
    {
        public override bool HandleNull => true;

        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False or JsonTokenType.Null => false,
            JsonTokenType.Number => reader.GetDouble() != 0,
            JsonTokenType.String => reader.GetString() switch
            {
                "1" or "true" or "True" => true,
                "0" or "false" or "False" or "" => false,
                _ => throw new JsonException("Neither true nor false."),
            },
            _ => throw new JsonException("Neither true nor false."),
        };

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }
}

/// <summary>Where a delivery of Kolada's has what.</summary>
/// <remarks>
/// <c>metadata-0004</c> is the newest of its kind: KPIs, municipalities, groups, units. <c>full-0001</c> has every figure
/// as of one day, and <c>changes-0002</c>, <c>changes-0003</c> what has changed since. Each folder arrives whole, by one
/// renaming.
/// </remarks>
internal sealed record KoladaFolders(string Root)
{
    public string? Metadata => Numbered("metadata").LastOrDefault();

    public string? Full => Numbered("full").LastOrDefault();

    /// <summary>Changes after the full read, newest first.</summary>
    public IReadOnlyList<string> Changes => Full is not { } full ? [] :
        [.. Numbered("changes").Where(f => Number(f) > Number(full)).OrderByDescending(Number)];

    /// <summary>A name that no folder has had.</summary>
    public string Next(string kind) => Path.Combine(Root,
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{All().Select(Number).DefaultIfEmpty(0).Max() + 1:0000}"));

    /// <summary>Takes away what newer folders have taken the place of.</summary>
    public void Clean()
    {
        var kept = Changes.Append(Full).Append(Metadata).ToHashSet();
        foreach (var old in All().Where(f => !kept.Contains(f)).ToList())
            Directory.Delete(old, recursive: true);
    }

    /// <summary>The answers in a folder to requests whose names begin so.</summary>
    public static IReadOnlyList<string> Answers(string? folder, string beginning) => folder is null ? [] :
        [.. Directory.EnumerateFiles(folder, $"{beginning}*.json").Order(StringComparer.Ordinal)];

    private IEnumerable<string> All() => new[] { "metadata", "full", "changes" }.SelectMany(Numbered);

    private IEnumerable<string> Numbered(string kind) => !Directory.Exists(Root) ? [] :
        Directory.EnumerateDirectories(Root, $"{kind}-*").Where(f => Number(f) > 0).OrderBy(Number);

    private static int Number(string folder) =>
        int.TryParse(folder.AsSpan(folder.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
