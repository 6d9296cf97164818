using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Web.Hosting.Caching;

namespace Portal.Web.Pages.Search;

/// <summary>Looks for what the reader typed among all that has a name.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class IndexModel(SiteSearch search) : PageModel
{
    /// <summary>What was found.</summary>
    public SearchView Found { get; private set; } = new();

    /// <summary>Shows the form and what was found.</summary>
    public async Task OnGet([FromQuery] SearchQuery query, CancellationToken ct) => Found = await search.Find(query.Text, ct);
}
