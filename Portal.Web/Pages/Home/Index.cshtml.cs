using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Web.Hosting.Caching;

namespace Portal.Web.Pages.Home;

/// <summary>The start page: what are you looking for?</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class IndexModel : PageModel;
