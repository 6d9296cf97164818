using Microsoft.AspNetCore.OutputCaching;

namespace Portal.Web.Hosting.Caching;

/// <summary>How a page is kept. A page model without one of these is made anew for every request and kept nowhere.</summary>
public static class CachePolicies
{
    /// <summary>
    /// <c>[OutputCache(PolicyName = CachePolicies.Edition)]</c>: the page is a function of address, edition and build.
    /// Nothing in it may vary by reader, clock or chance.
    /// </summary>
    public const string Edition = "edition";

    /// <summary>Whether the request is for such a page.</summary>
    internal static bool IsEditionPage(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>() is { PolicyName: Edition }
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));
}
