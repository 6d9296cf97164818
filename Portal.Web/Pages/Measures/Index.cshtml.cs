using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Queries.Measures;
using Portal.Web.Downloads;
using Portal.Web.Hosting.Caching;
using Portal.Web.Hosting.Problems;
using Portal.Web.Links;

namespace Portal.Web.Pages.Measures;

/// <summary>Everything that the portal has figures of.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class IndexModel(MeasureList list) : PageModel
{
    /// <summary>The list.</summary>
    public MeasureListView List { get; private set; } = null!;

    /// <summary>Shows all measures, or those of one service area, or their file.</summary>
    public async Task<IActionResult> OnGet(
        [FromQuery(Name = QueryNames.ServiceArea)] string? serviceArea, [FromRoute] FileFormat? format, CancellationToken ct)
    {
        var found = await list.Find(serviceArea, ct);
        if (serviceArea is not null && found.ServiceAreas.All(a => a.Id != serviceArea))
            return Problem.BadParameter(QueryNames.ServiceArea, serviceArea, ParameterHelp.For(QueryNames.ServiceArea));
        List = new MeasureListView(found, serviceArea);
        return Download.For(format, MeasureSheets.List(found)) ?? Page();
    }
}
