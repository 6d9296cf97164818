using System.Reflection;
using System.Text.Json;
using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Sources.Kolada;

/// <summary>
/// The KPIs that a profile asks for, as the fetched catalogue has them, in the profile's order. Fetching and reading choose
/// alike.
/// </summary>
internal sealed class KoladaChoice
{
    private static readonly Lazy<IReadOnlyList<KoladaKpis>> OwnList = new(() =>
    {
        using var list = Assembly.GetExecutingAssembly().GetManifestResourceStream("kolada/kpis.json")!;
        return JsonSerializer.Deserialize<IReadOnlyList<KoladaKpis>>(list, ProfileFile.Options)!;
    });

    private readonly List<ChosenKpi> kpis = [];
    private readonly Dictionary<string, string> margins = [];
    private readonly List<string> unknown = [];

    /// <summary>Chooses among the KPIs of a folder of metadata.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="metadata">The folder.</param>
    public KoladaChoice(KoladaProfile profile, string metadata)
    {
        var catalogue = new Dictionary<string, KoladaKpi>();
        foreach (var file in KoladaFolders.Answers(metadata, "kpi-"))
        {
            using var page = KoladaPage.Read(file);
            foreach (var row in page.Values)
            {
                if (Kpi(row) is { } kpi)
                    catalogue[kpi.Id] = kpi;
            }
        }
        var chosen = new HashSet<string>();
        foreach (var (set, number) in Sets(profile).Select((s, i) => (s, i + 1)))
        {
            foreach (var id in set.Ids)
            {
                if (!catalogue.TryGetValue(id, out var kpi))
                    unknown.Add(id);
                else if (chosen.Add(id))
                    kpis.Add(new ChosenKpi(kpi, set, kpis.Count + 1));
            }
            foreach (var kpi in Found(profile, set, number, catalogue, metadata))
            {
                if (!KoladaTitle.IsMargin(kpi.Title) && kpi.MunicipalityType != "L" && chosen.Add(kpi.Id))
                    kpis.Add(new ChosenKpi(kpi, set, kpis.Count + 1));
            }
        }
        Join(profile, catalogue);
    }

    /// <summary>The KPIs.</summary>
    public IReadOnlyList<ChosenKpi> Kpis => kpis;

    /// <summary>Margin of error's id to the id of the KPI that it belongs to.</summary>
    public IReadOnlyDictionary<string, string> Margins => margins;

    /// <summary>Ids that the profile asks for and Kolada does not have.</summary>
    public IReadOnlyList<string> Unknown => unknown;

    /// <summary>The profile's KPIs, or the program's own.</summary>
    public static IReadOnlyList<KoladaKpis> Sets(KoladaProfile profile) => profile.Kpis.Count > 0 ? profile.Kpis : OwnList.Value;

    /// <summary>What the answers to a title's search are called.</summary>
    public static string SearchName(int set, int title) => FormattableString.Invariant($"kpi-title-{set:00}-{title:00}");

    private static IEnumerable<KoladaKpi> Found(
        KoladaProfile profile, KoladaKpis set, int number, Dictionary<string, KoladaKpi> catalogue, string metadata)
    {
        foreach (var (title, i) in set.Titles.Select((t, i) => (t, i + 1)))
        {
            if (profile.Catalogue)
            {
                foreach (var kpi in catalogue.Values.Where(k => k.Title.Contains(title, StringComparison.OrdinalIgnoreCase)).OrderBy(k => k.Id, StringComparer.Ordinal))
                    yield return kpi;
                continue;
            }
            foreach (var file in KoladaFolders.Answers(metadata, SearchName(number, i)))
            {
                using var page = KoladaPage.Read(file);
                foreach (var row in page.Values)
                {
                    if (Kpi(row) is { } kpi)
                        yield return kpi;
                }
            }
        }
    }

    // A margin is a KPI of its own, tied to the one it belongs to by nothing but its title.
    private void Join(KoladaProfile profile, Dictionary<string, KoladaKpi> catalogue)
    {
        var titles = kpis.Select(k => (k.Kpi.Id, Shared: KoladaTitle.Shared(k.Kpi.Title))).ToList();
        foreach (var margin in catalogue.Values.Where(k => KoladaTitle.IsMargin(k.Title)).OrderBy(k => k.Id, StringComparer.Ordinal))
        {
            if (profile.Margins.TryGetValue(margin.Id, out var named))
            {
                if (titles.Exists(t => t.Id == named))
                    margins[margin.Id] = named;
                continue;
            }
            var shared = KoladaTitle.Shared(margin.Title);
            var same = titles.Where(t => t.Shared == shared).ToList();
            if (same.Count == 0)
                same = [.. titles.Where(t => t.Shared.EndsWith(" " + shared, StringComparison.Ordinal))];
            if (same is [var only])
                margins[margin.Id] = only.Id;
        }
    }

    private static KoladaKpi? Kpi(JsonElement row)
    {
        try
        {
            return row.Deserialize<KoladaKpi>(KoladaJson.Options);
        }
        catch (JsonException)
        {
            // Without its facts a KPI is as good as unknown, and is told of as such.
            return null;
        }
    }
}

/// <summary>A KPI, the set of the profile that asks for it, and its place among all.</summary>
internal sealed record ChosenKpi(KoladaKpi Kpi, KoladaKpis Set, int Order)
{
    /// <summary>The measure's id.</summary>
    public string MeasureId => $"kolada-{Kpi.Id.ToLowerInvariant()}";
}
