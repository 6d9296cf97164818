using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Queries.Units;
using Portal.Web.Downloads;
using Portal.Web.Hosting.Caching;
using Portal.Web.Hosting.Problems;
using Portal.Web.Links;

namespace Portal.Web.Pages.Units;

/// <summary>One unit: its facts and all its figures.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class UnitModel(UnitProfile profile) : PageModel
{
    /// <summary>The unit.</summary>
    public UnitView Unit { get; private set; } = null!;

    /// <summary>Shows the unit, or its figures as a file.</summary>
    public async Task<IActionResult> OnGet(string id, [FromRoute] FileFormat? format, CancellationToken ct)
    {
        if (await profile.Find(id, ct) is not { } found)
            return Problem.NotFound("ingen enhet", id, "Sök enheten i listan över enheter.");
        Unit = new UnitView(found);
        return Download.For(format, UnitSheets.Unit(found)) ?? Page();
    }
}
