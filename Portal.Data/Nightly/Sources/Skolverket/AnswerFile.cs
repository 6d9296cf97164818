using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Portal.Data.Nightly.Sources.Skolverket;

/// <summary>
/// Answers to many addresses, one a line, <c>{ "url", "json" }</c>, in one file that is renewed a part at a time. What is
/// fetched tonight lies in a working file until the last answer has come, so a fetch that breaks off goes on where it was.
/// </summary>
/// <param name="fetch">The fetch.</param>
/// <param name="name">The file's name without ending.</param>
internal sealed class AnswerFile(SourceFetch fetch, string name)
{
    /// <summary>Answers of a fetch that broke off longer ago than this are asked for again.</summary>
    private const int OldestWorkDays = 2;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private string Whole => Path.Combine(fetch.Folder, $"{name}.jsonl");

    private string Dates => Path.Combine(fetch.Folder, $".{name}.dates.json");

    private DateOnly Today => DateOnly.FromDateTime(fetch.Clock.GetUtcNow().UtcDateTime);

    /// <summary>Whether the file has an answer to an address.</summary>
    public Func<Uri, bool> Has()
    {
        using var lines = new AnswerLines(Whole);
        var known = lines.Addresses.ToHashSet(StringComparer.Ordinal);
        return uri => known.Contains(uri.AbsoluteUri);
    }

    /// <summary>Fetches what is new, what has changed and what is old, and leaves the file with an answer to each address.</summary>
    /// <param name="client">What it is fetched with.</param>
    /// <param name="wanted">The addresses.</param>
    /// <param name="changed">Addresses whose answers are known to be other than before.</param>
    /// <param name="renewAfterDays">An answer is asked for again when it is so old.</param>
    /// <param name="tells">
    /// What an answer tells of, as keys. An earlier answer that tells of what the new one does not is kept in
    /// <see cref="SkolverketResponses.Earlier"/>; null keeps none.
    /// </param>
    /// <param name="ct">Stops the fetch.</param>
    /// <exception cref="SourceFaultException">An answer cannot be had.</exception>
    public async Task Renew(
        PoliteClient client, IReadOnlyList<Uri> wanted, Func<Uri, bool> changed, int renewAfterDays, Func<JsonElement, IReadOnlySet<string>>? tells, CancellationToken ct)
    {
        var dates = File.Exists(Dates) ? JsonSerializer.Deserialize<Dictionary<string, DateOnly>>(await File.ReadAllTextAsync(Dates, ct))! : [];
        var work = WorkFile();
        var due = wanted.Where(u => changed(u) || !dates.TryGetValue(u.AbsoluteUri, out var day) || day.AddDays(renewAfterDays) <= Today).ToList();
        await Fetch(client, due, work, ct);

        using (var older = new AnswerLines(Whole))
        using (var tonight = new AnswerLines(work))
        {
            if (tells is not null)
                KeepEarlier(older, tonight, wanted, tells);
            Write(older, tonight, wanted);
            foreach (var gone in dates.Keys.Except(wanted.Select(u => u.AbsoluteUri)).ToList())
                dates.Remove(gone);
            foreach (var address in tonight.Addresses)
                dates[address] = Today;
        }
        await File.WriteAllTextAsync($"{Dates}.part", JsonSerializer.Serialize(dates), ct);
        File.Move($"{Whole}.part", Whole, overwrite: true);
        File.Move($"{Dates}.part", Dates, overwrite: true);
        File.Delete(work);
    }

    // Named by the day that it was begun: too old a one is not gone on from.
    private string WorkFile()
    {
        var begun = Directory.EnumerateFiles(fetch.Folder, $".{name}.work-*.jsonl").Order(StringComparer.Ordinal).ToList();
        var oldest = Named(Today.AddDays(-OldestWorkDays));
        foreach (var old in begun.Where(f => string.CompareOrdinal(f, oldest) < 0))
            File.Delete(old);
        return begun.LastOrDefault(f => string.CompareOrdinal(f, oldest) >= 0) ?? Named(Today);

        string Named(DateOnly day) => Path.Combine(fetch.Folder, string.Create(CultureInfo.InvariantCulture, $".{name}.work-{day:yyyy-MM-dd}.jsonl"));
    }

    private async Task Fetch(PoliteClient client, List<Uri> due, string work, CancellationToken ct)
    {
        HashSet<string> done;
        using (var tonight = new AnswerLines(work))
        {
            done = tonight.Addresses.ToHashSet(StringComparer.Ordinal);
            tonight.Cut();
        }
        var answer = Path.Combine(fetch.Folder, $".{name}.answer.json");
        await using var target = new FileStream(work, FileMode.Append, FileAccess.Write);
        var number = 0;
        foreach (var uri in due)
        {
            number++;
            if (done.Contains(uri.AbsoluteUri))
                continue;
            var found = await client.Get(uri, answer, ct);
            await target.WriteAsync(Utf8.GetBytes(Line(uri, found ? answer : null) + "\n"), ct);
            await target.FlushAsync(ct);
            if (number % 100 == 0)
                fetch.Progress($"{name}: {number.ToString(CultureInfo.InvariantCulture)} av {due.Count.ToString(CultureInfo.InvariantCulture)} svar");
        }
        File.Delete(answer);
    }

    // The answer as it was, without line breaks. That a server has nothing is kept too, as null.
    private static string Line(Uri uri, string? answer)
    {
        using var document = answer is null ? JsonDocument.Parse("null") : JsonDocument.Parse(File.ReadAllBytes(answer));
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("url", uri.AbsoluteUri);
            writer.WritePropertyName("json");
            document.RootElement.WriteTo(writer);
            writer.WriteEndObject();
        }
        return Utf8.GetString(text.ToArray());
    }

    private void Write(AnswerLines older, AnswerLines tonight, IReadOnlyList<Uri> wanted)
    {
        using var target = new StreamWriter($"{Whole}.part", append: false, Utf8);
        foreach (var uri in wanted)
        {
            if ((tonight.Find(uri.AbsoluteUri) ?? older.Find(uri.AbsoluteUri)) is { } line && !IsNothing(line))
                target.Write(line + "\n");
        }
    }

    private void KeepEarlier(AnswerLines older, AnswerLines tonight, IReadOnlyList<Uri> wanted, Func<JsonElement, IReadOnlySet<string>> tells)
    {
        var still = wanted.Select(u => u.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        var kept = older.Addresses
            .Where(address => !still.Contains(address) || (tonight.Find(address) is { } now && Tells(older.Find(address)!).Except(Tells(now)).Any()))
            .ToList();
        if (kept.Count == 0)
            return;
        var folder = Path.Combine(fetch.Folder, SkolverketResponses.Earlier);
        Directory.CreateDirectory(folder);
        using var target = new StreamWriter(Path.Combine(folder, $"{name}.jsonl"), append: true, Utf8);
        foreach (var address in kept)
            target.Write(older.Find(address) + "\n");

        IReadOnlySet<string> Tells(string line)
        {
            using var document = JsonDocument.Parse(line);
            return tells(document.RootElement);
        }
    }

    private static bool IsNothing(string line) => line.EndsWith("\"json\":null}", StringComparison.Ordinal);
}

/// <summary>The lines of a file of answers, found by their addresses. A line that was cut off is not there.</summary>
internal sealed class AnswerLines : IDisposable
{
    private readonly FileStream? file;
    private readonly Dictionary<string, (long At, int Length)> places = new(StringComparer.Ordinal);

    public AnswerLines(string path)
    {
        if (!File.Exists(path))
            return;
        file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        var line = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            var rest = buffer.AsSpan(0, read);
            int end;
            while ((end = rest.IndexOf((byte)'\n')) >= 0)
            {
                line.Write(rest[..end]);
                rest = rest[(end + 1)..];
                if (Address(line) is { } address)
                    places[address] = (End, (int)line.Length);
                End += line.Length + 1;
                line.SetLength(0);
            }
            line.Write(rest);
        }
    }

    /// <summary>Where the last whole line ends.</summary>
    public long End { get; private set; }

    /// <summary>The addresses that are answered.</summary>
    public IEnumerable<string> Addresses => places.Keys;

    /// <summary>The line that answers an address; null when none does.</summary>
    public string? Find(string address)
    {
        if (!places.TryGetValue(address, out var place))
            return null;
        var bytes = new byte[place.Length];
        file!.Position = place.At;
        file.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Takes away what follows the last whole line.</summary>
    public void Cut() => file?.SetLength(End);

    public void Dispose() => file?.Dispose();

    // The address stands first in its line.
    private static string? Address(MemoryStream line)
    {
        var reader = new Utf8JsonReader(line.GetBuffer().AsSpan(0, (int)line.Length));
        try
        {
            return reader.Read() && reader.Read() && reader.ValueTextEquals("url"u8) && reader.Read() ? reader.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
