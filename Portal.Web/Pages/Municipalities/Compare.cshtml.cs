using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Queries.Municipalities;
using Portal.Web.Downloads;
using Portal.Web.Hosting.Caching;
using Portal.Web.Hosting.Problems;
using Portal.Web.Links;
using Portal.Web.Pages.Compare;

namespace Portal.Web.Pages.Municipalities;

/// <summary>Two to five municipalities side by side.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class CompareModel(MunicipalityComparison comparison, MunicipalitySuggestions suggestions) : PageModel
{
    /// <summary>The comparison, or what there is of it: with none, one or too many municipalities the page helps to choose.</summary>
    public MunicipalityCompareView View { get; private set; } = null!;

    /// <summary>Shows the municipalities side by side, or their figures as a file.</summary>
    public async Task<IActionResult> OnGet([FromQuery(Name = QueryNames.Municipality)] string?[] municipalities, [FromRoute] FileFormat? format, CancellationToken ct)
    {
        var codes = CompareQuery.Ids(municipalities);
        if (codes.Count > CompareQuery.MostAsked)
            return Problem.Bad($"Adressen räknar upp {codes.Count} kommuner.", "Välj två till fem kommuner.");
        var found = codes.Count == 0 ? new MunicipalityComparison.Result() : await comparison.Find(codes, ct);
        if (codes.Except(found.Municipalities.Select(m => m.Code)).ToList() is { Count: > 0 } unknown)
            return Problem.NotFound("ingen kommun", string.Join("”, ”", unknown), "Välj kommuner i listan över kommuner.");
        if (format is not null && codes.Count is 0 or > MunicipalityComparison.MostMunicipalities)
            return Problem.Bad("Filen behöver en till fem kommuner.", "Skriv kommun= och kommunens kod för var och en.");
        var table = MunicipalityTable.Of(found);
        if (Download.For(format, MunicipalitySheets.Comparison(found, table)) is { } file)
            return file;
        View = new MunicipalityCompareView(found, table, await suggestions.Find(codes.Count == 0 ? "" : codes[0], ct));
        return Page();
    }
}
