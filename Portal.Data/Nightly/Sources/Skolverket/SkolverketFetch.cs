using System.Globalization;
using System.Text.Json;
using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Sources.Skolverket;

/// <summary>Fetches from Skolverket's APIs what has come, changed or become old since last night.</summary>
internal static class SkolverketFetch
{
    private const string EducationType = "application/vnd.skolverket.plannededucations.api.v4.hal+json";

    /// <summary>The register's own date of change does not tell of what belongs to others, such as the owner's name.</summary>
    private const int RenewUnitsAfterDays = 30;

    /// <summary>The most schools that the API gives in one answer.</summary>
    private const int SchoolsOfPage = 100;

    /// <summary>The list of schools, and each school that is or was in the portal.</summary>
    public static async Task Units(SourceFetch fetch, CancellationToken ct)
    {
        var profile = fetch.Profile.SkolverketUnits!;
        var client = Client(fetch, profile.Polite, "application/json");
        var began = Today(fetch);
        var query = string.Join('&', profile.ServiceAreas.Keys.Select(f => $"school_type={Uri.EscapeDataString(f)}")
            .Concat(profile.Municipalities.Select(m => $"municipality_code={Uri.EscapeDataString(m)}")));
        var list = new Uri($"{profile.Address}/v2/school-units?{query}");
        var listFile = Path.Combine(fetch.Folder, ".list.json");
        fetch.Progress("hämtar listan över skolenheter");
        await Need(client, list, listFile, ct);
        var schools = SchoolsOf(listFile).ToDictionary(s => s.Code, StringComparer.Ordinal);
        if (schools.Count == 0)
            throw client.Fault("listan över skolenheter var tom. Kontrollera kommunerna och skolformerna i profilen");

        var state = Path.Combine(fetch.Folder, ".fetched-on");
        HashSet<string> changed = [];
        if (File.Exists(state))
        {
            // A day earlier than the last fetch began: a change of that day may have come after its answer.
            var since = DateOnly.ParseExact(await File.ReadAllTextAsync(state, ct), "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(-1);
            var changes = Path.Combine(fetch.Folder, ".changes.json");
            await Need(client, new Uri($"{list.AbsoluteUri}&meta_modified_after={since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"), changes, ct);
            changed = [.. SchoolsOf(changes).Select(s => s.Code)];
            File.Delete(changes);
        }

        var answers = new AnswerFile(fetch, "units");
        var has = answers.Has();
        var wanted = schools.Values
            .OrderBy(s => s.Code, StringComparer.Ordinal)
            .Select(s => (School: s, Uri: new Uri($"{profile.Address}/v2/school-units/{Uri.EscapeDataString(s.Code)}")))
            .Where(s => s.School.Status is not ("UPPHORT" or "PLANERAD") || has(s.Uri))
            .Select(s => s.Uri)
            .ToList();
        await answers.Renew(client, wanted, u => changed.Contains(Code(u)), RenewUnitsAfterDays, tells: null, ct);
        File.Move(listFile, Path.Combine(fetch.Folder, "list.json"), overwrite: true);
        await File.WriteAllTextAsync(state, began.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ct);
    }

    /// <summary>Each school's statistics and surveys, and the country's statistics.</summary>
    public static async Task Statistics(SourceFetch fetch, CancellationToken ct)
    {
        var profile = fetch.Profile.SkolverketStatistics!;
        var client = Client(fetch, profile.Polite, EducationType);
        foreach (var form in profile.Forms)
        {
            var codes = await Schools(fetch, client, form, ct);
            if (codes.Count == 0)
                throw client.Fault($"listan över skolenheter med skolformen {form} var tom. Kontrollera kommunerna i profilen");
            await Renew($"statistics-{form}", codes.Select(c => $"school-units/{c}/statistics/{form}"), Years);
            await Renew($"national-{form}", [$"statistics/national-values/{form}"], Years);
            foreach (var survey in profile.Surveys.Where(s => s.EndsWith(form, StringComparison.Ordinal)))
                await Renew($"survey-{survey}", codes.Select(c => $"school-units/{c}/nestedsurveys/{survey}"), Rounds);
        }

        Task Renew(string name, IEnumerable<string> paths, Func<JsonElement, IReadOnlySet<string>> tells) =>
            new AnswerFile(fetch, name).Renew(client, [.. paths.Select(p => new Uri($"{profile.Address}/v4/{p}"))], _ => false, profile.RenewAfterDays, tells, ct);
    }

    private static async Task<IReadOnlyList<string>> Schools(SourceFetch fetch, PoliteClient client, string form, CancellationToken ct)
    {
        var profile = fetch.Profile.SkolverketStatistics!;
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        var file = Path.Combine(fetch.Folder, ".page.json");
        foreach (var municipality in profile.Municipalities.Count > 0 ? profile.Municipalities : [""])
        {
            for (var (page, pages) = (0, 1); page < pages; page++)
            {
                var place = municipality.Length > 0 ? $"&geographicalAreaCode={Uri.EscapeDataString(municipality)}" : "";
                var uri = new Uri(string.Create(CultureInfo.InvariantCulture, $"{profile.Address}/v4/school-units?typeOfSchooling={form}{place}&page={page}&size={SchoolsOfPage}"));
                await Need(client, uri, file, ct);
                using var answer = JsonDocument.Parse(await File.ReadAllBytesAsync(file, ct));
                var body = answer.RootElement.Part("body") ?? answer.RootElement;
                codes.UnionWith(School.Of(body).Select(s => s.Code).Where(c => c.Length > 0 && c.All(char.IsAsciiLetterOrDigit)));
                pages = body.Part("page")?.Text("totalPages") is { } total && int.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                    ? count
                    : throw client.Fault($"svaret på {uri} säger inte hur många sidor det är");
            }
        }
        File.Delete(file);
        fetch.Progress($"{codes.Count.ToString(CultureInfo.InvariantCulture)} skolenheter har skolformen {form}");
        return [.. codes];
    }

    private static PoliteClient Client(SourceFetch fetch, PoliteProfile polite, string accept) => new(fetch, polite)
    {
        Accept = accept,
        Check = file =>
        {
            using var stream = File.OpenRead(file);
            using var answer = JsonDocument.Parse(stream);
            if (answer.RootElement.ValueKind is not JsonValueKind.Object)
                throw new JsonException("Not an answer.");
        },
        MayLack = true,
        Usual = "den data som Skolverket brukar ge",
        Look = "Kontrollera adressen i profilen",
    };

    private static async Task Need(PoliteClient client, Uri uri, string file, CancellationToken ct)
    {
        if (!await client.Get(uri, file, ct))
            throw client.Fault($"servern svarade 404 på {uri}. {client.Look}");
    }

    private static List<School> SchoolsOf(string file)
    {
        using var answer = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. School.Of(answer.RootElement).Where(s => s.Code.Length > 0 && s.Code.All(char.IsAsciiLetterOrDigit)).DistinctBy(s => s.Code)];
    }

    private static string Code(Uri uri) => uri.Segments[^1];

    private static DateOnly Today(SourceFetch fetch) => DateOnly.FromDateTime(fetch.Clock.GetUtcNow().UtcDateTime);

    // What a school's statistics tell of: measures and school years.
    private static IReadOnlySet<string> Years(JsonElement line) => (line.Part("json")?.Part("body") is { ValueKind: JsonValueKind.Object } body
        ? body.EnumerateObject()
            .Where(p => p.Value.ValueKind == JsonValueKind.Array)
            .SelectMany(p => p.Value.EnumerateArray().Select(v => v.Text("timePeriod")).Where(t => t is not null).Select(t => $"{p.Name} {t}"))
        : []).ToHashSet(StringComparer.Ordinal);

    // What an answer of a survey tells of: grades and rounds.
    private static IReadOnlySet<string> Rounds(JsonElement line) => (line.Part("json")?.Part("body") is { ValueKind: JsonValueKind.Object } body
        ? (body.Items("schoolYearMetrics").ToList() is { Count: > 0 } years ? years : [body]).Select(r => $"{r.Text("schoolYear")} {r.Text("semester")}")
        : []).ToHashSet(StringComparer.Ordinal);
}
