using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Web.Content;
using Portal.Web.Hosting.Caching;
using Portal.Web.Hosting.Problems;

namespace Portal.Web.Pages.About;

/// <summary>One of the portal's own texts.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class ArticleModel : PageModel
{
    /// <summary>The text.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>Shows the text of a name, the first without one.</summary>
    public IActionResult OnGet(string? name)
    {
        // The first page has one address, and its name is no part of it.
        if (name == Articles.First || Articles.Find(name ?? Articles.First) is not { } article)
            return Problem.NotFound("ingen text om portalen", name ?? "", "Börja på sidan Om portalen.");
        Article = article;
        return Page();
    }
}
