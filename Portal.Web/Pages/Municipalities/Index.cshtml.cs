using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Queries.Municipalities;
using Portal.Web.Downloads;
using Portal.Web.Hosting.Caching;
using Portal.Web.Hosting.Problems;
using Portal.Web.Links;
using Portal.Web.Pages.Units;

namespace Portal.Web.Pages.Municipalities;

/// <summary>The municipalities by name: all, or those of a county or a name.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class IndexModel(MunicipalityList municipalities) : PageModel
{
    /// <summary>The list.</summary>
    public MunicipalityListView List { get; private set; } = null!;

    /// <summary>Shows the list, or the same as a file.</summary>
    public async Task<IActionResult> OnGet(
        [FromQuery(Name = QueryNames.County)] string? county, [FromQuery(Name = QueryNames.Search)] string? search, [FromRoute] FileFormat? format, CancellationToken ct)
    {
        if (search?.Length > UnitListQuery.LongestSearch)
            return Problem.BadParameter(QueryNames.Search, search, ParameterHelp.For(QueryNames.Search));
        List = new MunicipalityListView { Found = await municipalities.Find(county, search, ct), CountyCode = county, Search = search };
        return List.IsUnknownCounty
            ? Problem.BadParameter(QueryNames.County, county, ParameterHelp.For(QueryNames.County))
            : Download.For(format, MunicipalitySheets.List(List.Found.Rows)) ?? Page();
    }
}
