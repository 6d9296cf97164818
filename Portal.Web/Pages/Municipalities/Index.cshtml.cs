using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Queries.Municipalities;
using Portal.Web.Downloads;
using Portal.Web.Hosting.Caching;
using Portal.Web.Links;

namespace Portal.Web.Pages.Municipalities;

/// <summary>All municipalities by name.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class IndexModel(MunicipalityList municipalities) : PageModel
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<MunicipalityRow> Municipalities { get; private set; } = [];

    /// <summary>Shows the list, or the same as a file.</summary>
    public async Task<IActionResult> OnGet([FromRoute] FileFormat? format, CancellationToken ct)
    {
        Municipalities = await municipalities.All(ct);
        return Download.For(format, MunicipalitySheets.List(Municipalities)) ?? Page();
    }
}
