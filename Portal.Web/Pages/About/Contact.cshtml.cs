using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Portal.Web.Hosting;
using Portal.Web.Hosting.Caching;

namespace Portal.Web.Pages.About;

/// <summary>How to reach those who answer for the site.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class ContactModel(IOptions<PortalOptions> options) : PageModel
{
    /// <summary>Who they are.</summary>
    public ContactOptions Contact => options.Value.Contact;
}
