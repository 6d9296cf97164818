using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Queries.Surveys;
using Portal.Web.Downloads;
using Portal.Web.Hosting.Caching;
using Portal.Web.Links;

namespace Portal.Web.Pages.Surveys;

/// <summary>All surveys and what their newest rounds rest on.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class IndexModel(SurveyList surveys) : PageModel
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<SurveyWithRounds> Surveys { get; private set; } = [];

    /// <summary>Shows the surveys, or all their rounds as a file.</summary>
    public async Task<IActionResult> OnGet([FromRoute] FileFormat? format, CancellationToken ct)
    {
        Surveys = await surveys.All(ct);
        return Download.For(format, SurveySheets.Rounds(Surveys)) ?? Page();
    }
}
