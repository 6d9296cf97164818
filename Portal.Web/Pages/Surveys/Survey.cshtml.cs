using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Queries.Surveys;
using Portal.Web.Downloads;
using Portal.Web.Hosting.Caching;
using Portal.Web.Hosting.Problems;
using Portal.Web.Links;

namespace Portal.Web.Pages.Surveys;

/// <summary>One survey: who was asked what, when, and how many answered.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class SurveyModel(SurveyProfile profile) : PageModel
{
    /// <summary>The survey.</summary>
    public SurveyView View { get; private set; } = null!;

    /// <summary>Shows the survey, or its questions as a file.</summary>
    public async Task<IActionResult> OnGet(string id, [FromRoute] FileFormat? format, CancellationToken ct)
    {
        if (await profile.Find(id, ct) is not { } found)
            return Problem.NotFound("ingen undersökning", id, "Välj undersökning i listan över undersökningar.");
        View = new SurveyView(found);
        return Download.For(format, SurveySheets.Questions(found)) ?? Page();
    }
}
