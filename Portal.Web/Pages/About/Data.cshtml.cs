using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Queries.About;
using Portal.Web.Hosting.Caching;

namespace Portal.Web.Pages.About;

/// <summary>The sources, their licences, and how figures are fetched and named.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class DataModel(SourceCredits credits) : PageModel
{
    /// <summary>All sources.</summary>
    public IReadOnlyList<SourceCredit> Sources { get; private set; } = [];

    /// <summary>Shows the text and the sources.</summary>
    public async Task OnGet(CancellationToken ct) => Sources = await credits.Ask(ct);
}
