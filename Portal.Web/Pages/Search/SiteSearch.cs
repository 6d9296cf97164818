using Portal.Data.Queries.Search;
using Portal.Web.Links;
using Portal.Web.Text;

namespace Portal.Web.Pages.Search;

/// <summary>
/// Looks for what a reader typed among all that has a name: as it is spelt first, and where that finds nothing with the
/// nearest spelling that there is. Two questions to the database where something is found.
/// </summary>
public sealed class SiteSearch(SearchCatalogue catalogue, UnitSearch units, UnitNames names)
{
    /// <summary>What fits a text; nothing fits an empty one.</summary>
    public async Task<SearchView> Find(string? text, CancellationToken ct)
    {
        var typed = SearchTerms.Plain(text);
        var view = new SearchView { Text = text, Words = typed.Words };
        if (typed.IsEmpty)
            return view;

        var all = await catalogue.Ask(ct);
        var groups = await Groups(typed, all, ct);
        if (groups.Count > 0)
            return view with { Groups = groups };

        var known = await names.Ask(ct);
        if (NearSpelling.Mend(typed.Words, [.. known, .. SearchLists.Names(all)]) is not { } words)
            return view;
        groups = await Groups(typed with { Words = words }, all, ct);
        return groups.Count == 0 ? view : view with { Groups = groups, Mended = SearchLists.AsWritten(words, groups) };
    }

    private async Task<IReadOnlyList<SearchGroup>> Groups(SearchTerms typed, Catalogue all, CancellationToken ct)
    {
        var words = typed.WithoutFillers().Words;
        SearchGroup?[] things =
        [
            SearchLists.Municipalities(all, words, typed.Placed(all).MunicipalityCode),
            await Units(typed, all, ct),
            SearchLists.Measures(all, words),
            SearchLists.Surveys(all, words),
        ];
        var found = things.OfType<SearchGroup>().ToList();
        return SearchLists.Pages(words, deep: found.Count == 0) is { } pages ? [.. found, pages] : found;
    }

    // Where a municipality or a kind of service is named, its units are meant; where none of them fits, a name that holds
    // all the words, and then units of other places.
    private async Task<SearchGroup?> Units(SearchTerms typed, Catalogue all, CancellationToken ct)
    {
        var placed = typed.Placed(all).WithoutFillers();
        if (await Units(placed, ct) is { } meant)
            return placed is { MunicipalityCode: not null, ServiceAreaId: null, Words.Count: 0 } ? meant with { Other = ByName(typed) } : meant;
        if (placed.Words.Count < typed.Words.Count && await Units(typed, ct) is { } named)
            return named;
        return placed.MunicipalityCode is not null && placed.Words.Count > 0 && await Units(placed with { MunicipalityCode = null }, ct) is { } elsewhere
            ? elsewhere with { IsElsewhere = true }
            : null;
    }

    private async Task<SearchGroup?> Units(SearchTerms terms, CancellationToken ct)
    {
        var found = await units.Find(terms, ct);
        return found.Total == 0 ? null : new SearchGroup(
            SearchKind.Unit,
            found.Total,
            [.. found.Units.Select(u => new SearchHit(u.Name, PortalLinks.Units.Unit(u.Id), Note(u))
            {
                Mark = u.IsListed ? null : "finns inte längre i registret",
                IsSample = u.IsSample,
            })],
            found.Total > found.Units.Count ? List(terms) : null);
    }

    private static SearchHit ByName(SearchTerms typed) =>
        new($"Sök i stället enheter som har ”{string.Join(' ', typed.Words)}” i namnet", List(typed), "");

    private static string Note(UnitHit unit) => string.Concat(
        $"{unit.ServiceAreaName} i {unit.MunicipalityName}",
        unit.IsSample ? " (påhittad)" : "",
        unit.OtherName is { } name ? $". Kallas också {name}" : "");

    private static string List(SearchTerms terms) => PortalLinks.Units.List(new UnitListAddress
    {
        Municipality = terms.MunicipalityCode,
        ServiceArea = terms.ServiceAreaId,
        Search = string.Join(' ', terms.Words),
    });
}
