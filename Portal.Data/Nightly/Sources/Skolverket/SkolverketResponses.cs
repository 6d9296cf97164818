using System.Text.Json;

namespace Portal.Data.Nightly.Sources.Skolverket;

/// <summary>One answer of Skolverket's APIs, or one element of a list of them.</summary>
/// <param name="Place">Where it stands, for the run's report: file and number.</param>
/// <param name="Address">The address that it answers; empty when it is not told.</param>
/// <param name="Body">What it says, without the envelope. It holds until the next answer is asked for.</param>
internal sealed record SkolverketResponse(string Place, string Address, JsonElement Body)
{
    /// <summary>The address's last part, such as <c>gr</c> of <c>.../statistics/gr</c>.</summary>
    public string Tail
    {
        get
        {
            var path = Address.Split('?')[0];
            return path[(path.LastIndexOf('/') + 1)..];
        }
    }
}

/// <summary>
/// Reads recorded answers: a file of JSON (<c>.json</c>) is one answer or a list of them, a file of JSON lines
/// (<c>.jsonl</c>) one a line. An answer may stand in an envelope <c>{ "url", "json" }</c>, as the fetch writes it.
/// </summary>
internal static class SkolverketResponses
{
    /// <summary>Folder of answers that newer ones have taken the place of, but for what only they have.</summary>
    public const string Earlier = "earlier";

    /// <summary>The files to read: the profile's own where it names some, otherwise all of the folder. Newer answers come first.</summary>
    public static IReadOnlyList<string> Files(SourceReading reading)
    {
        var named = reading.Profile.Files.Values.Select(f => f.Path).ToList();
        return named.Count > 0 ? named :
        [
            .. FetchedFiles.In(reading.Folder)
                .Select(f => Path.GetRelativePath(reading.Folder, f))
                .Where(f => Path.GetExtension(f) is ".json" or ".jsonl")
                .OrderBy(IsEarlier)
                .ThenBy(f => f, StringComparer.Ordinal),
        ];
    }

    /// <summary>A file of answers that newer ones have taken the place of.</summary>
    public static bool IsEarlier(string file) => file.StartsWith(Earlier + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Every answer of a file.</summary>
    /// <exception cref="SourceFaultException">The file is away, or is not JSON to its end.</exception>
    public static IEnumerable<SkolverketResponse> In(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
            throw new SourceFaultException($"Filen {file} finns inte. Kontrollera namnet i profilen och att filen har kommit.");
        if (Path.GetExtension(file) != ".jsonl")
        {
            using var stream = File.OpenRead(path);
            using var document = Parsed(file, 0, () => JsonDocument.Parse(stream));
            foreach (var response in Unwrapped(document.RootElement, file))
                yield return response;
            yield break;
        }
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            if (text.Length == 0)
                continue;
            using var document = Parsed(file, line, () => JsonDocument.Parse(text));
            foreach (var response in Unwrapped(document.RootElement, $"{file}, rad {line}"))
                yield return response;
        }
    }

    /// <summary>A field's text; null where it is away, null or no text or number.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    /// <summary>A field that is an object or a list; null where it is not.</summary>
    public static JsonElement? Part(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? value : null;

    /// <summary>A list's elements; none where the field is away or no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Part(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static IEnumerable<SkolverketResponse> Unwrapped(JsonElement root, string place)
    {
        var address = "";
        if (root.Part("json") is { } recorded)
            (address, root) = (root.Text("url") ?? "", recorded);
        if (root.Part("body") is { } body)
            root = body;
        address = address.Length > 0 ? address : root.Part("_links")?.Part("self")?.Text("href") ?? "";
        if (root.ValueKind != JsonValueKind.Array)
        {
            yield return new SkolverketResponse(place, address, root);
            yield break;
        }
        var number = 0;
        foreach (var item in root.EnumerateArray())
        {
            number++;
            foreach (var response in Unwrapped(item, $"{place}, nr {number}"))
                yield return response;
        }
    }

    private static JsonDocument Parsed(string file, int line, Func<JsonDocument> parse)
    {
        try
        {
            return parse();
        }
        catch (JsonException e)
        {
            var at = line > 0 ? line : (e.LineNumber ?? 0) + 1;
            throw new SourceFaultException($"Filen {file} är inte hel JSON, rad {at}. Hämta eller lämna den igen.", e);
        }
    }
}
