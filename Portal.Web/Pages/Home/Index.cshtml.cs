using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Queries.Home;
using Portal.Web.Hosting.Caching;

namespace Portal.Web.Pages.Home;

/// <summary>The start page: what are you looking for?</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class IndexModel(StartChoices start) : PageModel
{
    /// <summary>What there is to choose among.</summary>
    public Choices Choices { get; private set; } = new();

    /// <summary>Shows the choices.</summary>
    public async Task OnGet(CancellationToken ct) => Choices = await start.Ask(ct);
}
