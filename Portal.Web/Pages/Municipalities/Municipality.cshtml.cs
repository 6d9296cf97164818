using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Queries.Municipalities;
using Portal.Web.Downloads;
using Portal.Web.Hosting.Caching;
using Portal.Web.Hosting.Problems;
using Portal.Web.Links;

namespace Portal.Web.Pages.Municipalities;

/// <summary>One municipality: its facts, its units and its own figures.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class MunicipalityModel(MunicipalityProfile profile, MunicipalitySuggestions suggestions) : PageModel
{
    /// <summary>The municipality.</summary>
    public MunicipalityView Municipality { get; private set; } = null!;

    /// <summary>Whom to compare it with.</summary>
    public MunicipalitySuggestions.Result Suggestions { get; private set; } = null!;

    /// <summary>Shows the municipality, or its figures as a file.</summary>
    public async Task<IActionResult> OnGet(string code, [FromRoute] FileFormat? format, CancellationToken ct)
    {
        if (await profile.Find(code, ct) is not { } found)
            return Problem.NotFound("ingen kommun", code, "Välj kommun i listan över kommuner.");
        if (Download.For(format, MunicipalitySheets.Figures(found)) is { } file)
            return file;
        (Municipality, Suggestions) = (found, await suggestions.Find(code, ct));
        return Page();
    }
}
