using Portal.Data.Model;
using Portal.Data.Queries.Search;
using Portal.Web.Content;
using Portal.Web.Links;
using Portal.Web.Text;

namespace Portal.Web.Pages.Search;

/// <summary>What fits the words of a search among all that is not a unit. Nothing of a kind is null.</summary>
internal static class SearchLists
{
    private const int Shown = UnitSearch.Shown;

    // Pages that are not texts of their own.
    private static readonly (string Title, string Address, string Note)[] OtherPages =
    [
        ("Tillgänglighet", PortalLinks.Accessibility.Index(), "Hur tillgänglig webbplatsen är, vad som brister och hur du talar om det. Tillgänglighetsredogörelse."),
        ("Hur uppgifterna kommer hit", PortalLinks.Nights.Index(), "Hur uppgifterna kommer till portalen, och hur färska källorna är."),
        ("Jämför enheter", PortalLinks.Compare.Index(), "Två till fem enheter bredvid varandra."),
    ];

    private static readonly Lazy<IReadOnlyList<(SearchHit Hit, string Title, string Text)>> OwnPages = new(() =>
    [
        .. Articles.All.Select(a => (
            new SearchHit(a.Title, PortalLinks.About.Page(a.Name), a.Description) { Language = a.OtherLanguage },
            Fold($"{a.Title} {a.Description}"),
            Fold(a.Text))),
        .. OtherPages.Select(p => (new SearchHit(p.Title, p.Address, p.Note), Fold($"{p.Title} {p.Note}"), "")),
    ]);

    public static SearchGroup? Municipalities(Catalogue all, IReadOnlyList<string> words, string? named) => Group(
        SearchKind.Municipality,
        all.Municipalities
            .Select(m => (Score: m.Code == named ? int.MaxValue : named is null ? TextMatch.Score(words, true, m.SearchName) : 0, Hit: new SearchHit(m.Name, PortalLinks.Municipalities.Municipality(m.Code), m.CountyName ?? "")
            {
                Mark = m.IsSample ? "påhittad" : null,
                IsSample = m.IsSample,
            })),
        PortalLinks.Municipalities.List());

    public static SearchGroup? Measures(Catalogue all, IReadOnlyList<string> words) => Group(
        SearchKind.Measure,
        all.Measures.Select(m => (
            TextMatch.Score(words, true, Fold($"{m.Title} {m.Area}"), Fold($"{m.Name} {m.SurveyName} {m.ServiceAreaName}")),
            new SearchHit(m.Title, PortalLinks.Measures.Measure(m.Id), string.Join(". ", new[] { m.Area, m.SurveyName ?? m.ServiceAreaName }.OfType<string>())) { IsSample = m.IsSample })),
        PortalLinks.Measures.List());

    public static SearchGroup? Surveys(Catalogue all, IReadOnlyList<string> words) => Group(
        SearchKind.Survey,
        all.Surveys.Select(s => (
            TextMatch.Score(words, true, Fold($"{s.Name} {s.MunicipalityName}"), Fold($"{s.ServiceAreaName} {s.Asked}")),
            new SearchHit(s.Name, PortalLinks.Surveys.Survey(s.Id), s.MunicipalityName is { } where ? $"{s.ServiceAreaName} i {where}" : s.ServiceAreaName) { IsSample = s.IsSample })),
        PortalLinks.Surveys.List());

    /// <summary>The portal's own pages; by a word deep in a text only where nothing else is found.</summary>
    public static SearchGroup? Pages(IReadOnlyList<string> words, bool deep) => Group(
        SearchKind.Page,
        OwnPages.Value.Select(p => (TextMatch.Score(words, !deep, p.Title, p.Text), p.Hit)),
        null);

    /// <summary>All names but units', folded, for the spelling.</summary>
    public static IEnumerable<string> Names(Catalogue all) => new[]
    {
        all.Municipalities.Select(m => m.Name),
        all.Areas.SelectMany(a => new[] { a.Name, a.UnitWord }),
        all.Surveys.Select(s => s.Name),
        all.Measures.SelectMany(m => new[] { m.Title, m.Area ?? "" }),
        Articles.All.Select(a => a.Title),
        OtherPages.Select(p => p.Title),
    }.SelectMany(n => n).Distinct(StringComparer.Ordinal).Select(Fold);

    /// <summary>Folded words as what was found writes them: "goteborg" is Göteborg.</summary>
    public static string AsWritten(IReadOnlyList<string> words, IReadOnlyList<SearchGroup> groups)
    {
        var written = groups.SelectMany(g => g.Hits).SelectMany(h => new[] { h.Title, h.Note })
            .SelectMany(t => t.Split([' ', ',', '.', ':', '”', '(', ')', '/', '-'], StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal)
            .ToLookup(SearchNames.SearchName, StringComparer.Ordinal);
        return string.Join(' ', words.Select(w => written[w].FirstOrDefault() ?? w));
    }

    private static string Fold(string text) => SearchNames.SearchName(text);

    private static SearchGroup? Group(SearchKind kind, IEnumerable<(int Score, SearchHit Hit)> scored, string? whole)
    {
        // A stable order: what fits alike stands as the pages list it.
        var hits = scored.Where(s => s.Score > 0).OrderByDescending(s => s.Score).Select(s => s.Hit).ToList();
        return hits.Count == 0 ? null : new SearchGroup(kind, hits.Count, [.. hits.Take(Shown)], hits.Count > Shown ? whole : null);
    }
}
