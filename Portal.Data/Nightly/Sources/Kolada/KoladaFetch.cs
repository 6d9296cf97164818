using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Sources.Kolada;

/// <summary>
/// One night's fetch. Answers are kept, untouched, in a working folder that no reader sees; when the last one has come the
/// folder is renamed into the delivery. A fetch that breaks off goes on the next night after the answers that it has.
/// </summary>
internal sealed class KoladaFetch
{
    /// <summary>The most values that Kolada takes in one part of a path.</summary>
    public const int MostIds = 25;

    /// <summary>Answers that are older than this are not gone on from: the first and the last would tell of different days.</summary>
    private const int OldestWorkDays = 2;

    private readonly SourceFetch fetch;
    private readonly KoladaProfile profile;
    private readonly KoladaClient client;
    private readonly KoladaFolders folders;
    private readonly string work;
    private readonly DateOnly today;

    public KoladaFetch(SourceFetch fetch)
    {
        this.fetch = fetch;
        profile = fetch.Profile.Kolada!;
        client = new KoladaClient(fetch);
        folders = new KoladaFolders(fetch.Folder);
        work = Path.Combine(fetch.Folder, ".work");
        today = DateOnly.FromDateTime(fetch.Clock.GetUtcNow().UtcDateTime);
    }

    private string StateFile => Path.Combine(fetch.Folder, ".state.json");

    private string StartFile => Path.Combine(work, ".start.json");

    private string Metadata => Path.Combine(work, "metadata");

    public async Task Run(CancellationToken ct)
    {
        var state = Note<State>(StateFile);
        var start = Begin();
        await FetchMetadata(ct);
        var choice = new KoladaChoice(profile, Metadata);
        if (choice.Kpis.Count == 0)
            throw Fault("inget av nyckeltalen i profilen finns i Kolada. Kontrollera id och titlar under kpis");
        var subjects = Subjects();
        var units = Units();
        WriteDay(choice);

        var wanted = Hash([start.Profile, .. choice.Kpis.Select(k => k.Kpi.Id), "margins", .. choice.Margins.Keys.Order(StringComparer.Ordinal), "subjects", .. subjects, "units", .. units]);
        var full = folders.Full is null || state is null || state.Wanted != wanted || today >= state.FullOn.AddDays(profile.FullEveryDays);
        var values = Path.Combine(work, full ? "full" : "changes");
        // A day earlier than the last fetch began: a change of that day may have come after its answer.
        var since = full ? "" : $"?from_date={state!.FetchedOn.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        var rows = await FetchValues(choice, subjects, units, values, since, ct);
        if (full && rows == 0)
            throw Fault("Kolada gav inga värden alls för nyckeltalen i profilen. Kontrollera dem, och att adressen är rätt");

        Keep(full, rows);
        Write(StateFile, new State { Wanted = wanted, FullOn = full ? start.On : state!.FullOn, FetchedOn = start.On });
        folders.Clean();
        Directory.Delete(work, recursive: true);
    }

    private Start Begin()
    {
        var own = Hash([JsonSerializer.Serialize(profile with { Kpis = KoladaChoice.Sets(profile), RequestsPerSecond = 0, Attempts = 0, GiveUpAfterMinutes = 0 })]);
        var start = Note<Start>(StartFile);
        if (start is not null && start.Profile == own && start.On.AddDays(OldestWorkDays) >= today)
        {
            fetch.Progress("fortsätter där förra hämtningen stannade");
            return start;
        }
        if (Directory.Exists(work))
            Directory.Delete(work, recursive: true);
        Directory.CreateDirectory(work);
        start = new Start { Profile = own, On = today };
        Write(StartFile, start);
        return start;
    }

    private async Task FetchMetadata(CancellationToken ct)
    {
        fetch.Progress("hämtar nyckeltal, kommuner och grupper");
        if (profile.Catalogue)
        {
            if (await client.GetAll("kpi", Metadata, "kpi-all", ct) == 0)
                throw Empty("nyckeltal");
        }
        else
        {
            await FetchKpis(ct);
        }
        if (await client.GetAll("municipality", Metadata, "municipality", ct) == 0)
            throw Empty("kommuner");
        if (profile.Groups && await client.GetAll("municipality_groups", Metadata, "municipality_groups", ct) == 0)
            throw Empty("kommungrupper");
        foreach (var code in profile.UnitsOf)
            await client.GetAll(code == "*" ? "ou" : $"ou?municipality={Uri.EscapeDataString(code)}", Metadata, code == "*" ? "ou-all" : $"ou-{code}", ct);
    }

    private async Task FetchKpis(CancellationToken ct)
    {
        var sets = KoladaChoice.Sets(profile);
        foreach (var (ids, i) in Parts(sets.SelectMany(s => s.Ids).Distinct(StringComparer.Ordinal)))
            await client.GetAll($"kpi/{ids}", Metadata, $"kpi-{Number(i)}", ct);
        foreach (var (set, number) in sets.Select((s, i) => (s, i + 1)))
        {
            foreach (var (title, i) in set.Titles.Select((t, i) => (t, i + 1)))
                await client.GetAll($"kpi?title={Uri.EscapeDataString(title)}", Metadata, KoladaChoice.SearchName(number, i), ct);
        }
        await client.GetAll($"kpi?title={Uri.EscapeDataString(KoladaTitle.MarginWord)}", Metadata, "kpi-margins", ct);
    }

    // The country is of type L like the regions, which are no municipalities and have no page.
    private List<string> Subjects()
    {
        var listed = KoladaReader.Municipalities(Metadata).ToList();
        var wanted = profile.Municipalities.ToHashSet();
        return
        [
            .. listed.Where(m => m.Id == KnownWords.CountryId || (m.Type == "K" && (wanted.Count == 0 || wanted.Contains(m.Id)))).Select(m => m.Id).Order(StringComparer.Ordinal),
            .. profile.GroupValues,
        ];
    }

    private List<string> Units() => [.. KoladaReader.Units(Metadata).Select(u => u.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private async Task<int> FetchValues(
        KoladaChoice choice, IReadOnlyList<string> subjects, IReadOnlyList<string> units, string folder, string since, CancellationToken ct)
    {
        var requests = new List<(string Path, string Name)>();
        var years = Years();
        void Ask(string kind, string name, IEnumerable<string> kpis, string of, IEnumerable<string> ids)
        {
            var subjectParts = Parts(ids).ToList();
            foreach (var (kpi, k) in Parts(kpis))
            {
                foreach (var (subject, s) in subjectParts)
                {
                    foreach (var (year, y) in years)
                        requests.Add(($"{kind}/kpi/{kpi}/{of}/{subject}{year}{since}", $"{name}-k{Number(k)}-{of[0]}{Number(s)}{y}"));
                }
            }
        }
        Ask("data", "data-margin", choice.Margins.Keys.Order(StringComparer.Ordinal), "municipality", subjects);
        Ask("data", "data", choice.Kpis.Select(k => k.Kpi.Id), "municipality", subjects);
        Ask("oudata", "oudata", choice.Kpis.Where(k => k.Kpi.HasOuData).Select(k => k.Kpi.Id), "ou", units);

        var rows = 0;
        Directory.CreateDirectory(folder);
        foreach (var ((path, name), i) in requests.Select((r, i) => (r, i)))
        {
            if (i % 25 == 0)
                fetch.Progress($"hämtar {(since.Length == 0 ? "alla värden" : "ändrade värden")}, {i.ToString(CultureInfo.InvariantCulture)} av {requests.Count.ToString(CultureInfo.InvariantCulture)} frågor");
            rows += await client.GetAll(path, folder, name, ct);
        }
        return rows;
    }

    // Without a part for years Kolada gives them all.
    private List<(string Path, string Name)> Years() => profile.FirstYear is not { } first ? [("", "")] :
    [
        .. Parts(Enumerable.Range(first, today.Year + 2 - first).Select(y => y.ToString(CultureInfo.InvariantCulture)))
            .Select(p => ($"/year/{p.Ids}", $"-y{Number(p.Number)}")),
    ];

    /// <summary>
    /// Which day it is, as far as publishing goes: the latest of the KPIs' publishing days that has come. Reading asks it
    /// what is preliminary, so the same files always say the same, and a new day alone changes no file.
    /// </summary>
    private void WriteDay(KoladaChoice choice)
    {
        var day = choice.Kpis.Select(k => k.Kpi.PublicationDate).Where(d => d <= today).Max() ?? DateOnly.MinValue;
        Write(Path.Combine(Metadata, KoladaReader.DayFile), new KoladaDay { PublishedUntil = day });
    }

    private void Keep(bool full, int rows)
    {
        // First of all: from here on what is left of the working folder is of a fetch that is done, and nobody goes on from it.
        File.Delete(StartFile);
        if (folders.Metadata is not { } before || !Same(before, Metadata))
            Directory.Move(Metadata, folders.Next("metadata"));
        var kind = full ? "full" : "changes";
        if (rows > 0)
            Directory.Move(Path.Combine(work, kind), folders.Next(kind));
    }

    private static bool Same(string one, string other)
    {
        var (a, b) = (Files(one), Files(other));
        return a.Keys.ToHashSet().SetEquals(b.Keys) && a.All(f => File.ReadAllBytes(f.Value).AsSpan().SequenceEqual(File.ReadAllBytes(b[f.Key])));

        static Dictionary<string, string> Files(string folder) => Directory.EnumerateFiles(folder).ToDictionary(f => Path.GetFileName(f));
    }

    private static IEnumerable<(string Ids, int Number)> Parts(IEnumerable<string> ids) =>
        ids.Chunk(MostIds).Select((c, i) => (string.Join(',', c.Select(Uri.EscapeDataString)), i + 1));

    private static string Number(int number) => number.ToString("000", CultureInfo.InvariantCulture);

    private static string Hash(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)));

    // A note that cannot be read is no note: everything is fetched anew.
    private static T? Note<T>(string path) where T : class
    {
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), KoladaJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Write<T>(string path, T note)
    {
        var partial = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path).TrimStart('.')}.part");
        File.WriteAllText(partial, JsonSerializer.Serialize(note, KoladaJson.Options));
        File.Move(partial, path, overwrite: true);
    }

    private SourceFaultException Fault(string what) => new($"{fetch.Profile.Source.Name}: {what}.");

    private SourceFaultException Empty(string what) => Fault($"listan över {what} var tom. Något är fel hos Kolada; det som hämtats tidigare står kvar");

    /// <summary>What is fetched, and when.</summary>
    private sealed record State
    {
        /// <summary>Hash of what was asked for; another one means that all is read anew.</summary>
        public required string Wanted { get; init; }

        public required DateOnly FullOn { get; init; }

        /// <summary>The day that the last whole fetch began.</summary>
        public required DateOnly FetchedOn { get; init; }
    }

    /// <summary>The fetch that the working folder belongs to.</summary>
    private sealed record Start
    {
        public required string Profile { get; init; }

        public required DateOnly On { get; init; }
    }
}

/// <summary>The day that the figures were fetched, as far as publishing goes.</summary>
internal sealed record KoladaDay
{
    /// <summary>The latest of the KPIs' publishing days that had come.</summary>
    public required DateOnly PublishedUntil { get; init; }
}
