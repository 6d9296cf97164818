using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Portal.Web.Content;
using Portal.Web.Hosting;
using Portal.Web.Hosting.Caching;

namespace Portal.Web.Pages.Accessibility;

/// <summary>The accessibility statement that the law asks for.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class IndexModel(IOptions<PortalOptions> options) : PageModel
{
    /// <summary>What is told.</summary>
    public AccessibilityStatement Statement => AccessibilityStatement.Current;

    /// <summary>The site's name.</summary>
    public string Site => options.Value.SiteName;

    /// <summary>Who answers for the site.</summary>
    public ContactOptions Contact => options.Value.Contact;
}
