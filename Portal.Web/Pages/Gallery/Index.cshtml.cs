using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Web.Components.Examples;
using Portal.Web.Hosting.Caching;

namespace Portal.Web.Pages.Gallery;

/// <summary>Every shared component in each of its states.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class IndexModel : PageModel
{
    /// <summary>The components by name.</summary>
    public IReadOnlyList<ComponentExamples> Components { get; } = [.. ComponentGallery.All.OrderBy(c => c.Name, StringComparer.Ordinal)];

    /// <summary>An example's parameters as the page's markup takes them.</summary>
    public IDictionary<string, object?> ParametersOf(ComponentExample example) => new Dictionary<string, object?>(example.Parameters, StringComparer.Ordinal);
}
