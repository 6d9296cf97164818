using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Queries.Measures;
using Portal.Web.Downloads;
using Portal.Web.Hosting.Caching;
using Portal.Web.Hosting.Problems;
using Portal.Web.Links;

namespace Portal.Web.Pages.Measures;

/// <summary>One measure over all units, or municipalities.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class MeasureModel(MeasureProfile profile, MeasureFigures figures) : PageModel
{
    /// <summary>The measure.</summary>
    public MeasureView Measure { get; private set; } = null!;

    /// <summary>Shows a year's figures, or all of them as a file.</summary>
    public async Task<IActionResult> OnGet(string id, [FromQuery] MeasureQuery query, [FromRoute] FileFormat? format, CancellationToken ct)
    {
        if (await profile.Find(id, query.Municipality, ct) is not { } found)
            return Problem.NotFound("ingen fråga och inget nyckeltal", id, "Välj i listan över frågor och nyckeltal.");
        if (query.UnknownIn(found) is { } name)
            return Problem.BadParameter(name, Request.Query[name], ParameterHelp.For(name));
        if (format is not null)
            return Download.For(format, MeasureSheets.Measure(found.Measure, await figures.All(query.Asked(found), ct)))!;
        Measure = new MeasureView(found, query, await figures.Page(query.Asked(found), query.PageNumber, ct));
        return query.PageNumber > Measure.Pages
            ? Problem.NoPage(query.PageNumber)
            : Page();
    }
}
