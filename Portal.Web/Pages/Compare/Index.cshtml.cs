using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Queries.Compare;
using Portal.Data.Queries.Units;
using Portal.Web.Downloads;
using Portal.Web.Hosting.Caching;
using Portal.Web.Hosting.Problems;
using Portal.Web.Links;

namespace Portal.Web.Pages.Compare;

/// <summary>Two to five units side by side.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class IndexModel(Comparison comparison, UnitList list) : PageModel
{
    /// <summary>The comparison, or what there is of it: with none, one or too many units the page helps to choose.</summary>
    public CompareView View { get; private set; } = null!;

    /// <summary>Shows the units side by side, or their figures as a file.</summary>
    public async Task<IActionResult> OnGet([FromQuery] CompareQuery query, [FromRoute] FileFormat? format, CancellationToken ct)
    {
        var ids = query.UnitIds;
        if (ids.Count > CompareQuery.MostAsked)
            return Problem.Bad($"Adressen räknar upp {ids.Count} enheter.", "Välj två till fem enheter i listan över enheter.");
        var found = ids.Count == 0 ? new Comparison.Result() : await comparison.Find(ids, ct);
        if (ids.Except(found.Units.Select(u => u.UnitId)).ToList() is { Count: > 0 } unknown)
            return Problem.NotFound("ingen enhet", string.Join("”, ”", unknown), "Välj enheter i listan över enheter.");
        if (format is not null && ids.Count is 0 or > Comparison.MostUnits)
            return Problem.Bad("Filen behöver en till fem enheter.", "Skriv enhet= och enhetens id för var och en.");
        View = new CompareView(found, query, query.Like(found.Units) is { } like ? await list.Page(like, 1, ct) : null);
        return Download.For(format, UnitSheets.Comparison(View.Table)) ?? Page();
    }
}
