using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Portal.Web.Hosting.Caching;

/// <summary>
/// Gives a page that is being made its headers: entity tag, <c>Cache-Control</c> and the security headers. They are
/// kept with the page, so a page from the cache costs nothing more and the cache answers 304 by itself. Who asks for
/// a page that is not kept and has its tag is told so without the page being made: who has the tag has the bytes.
/// </summary>
internal sealed class PageHeaders(RequestDelegate next, IOptions<PortalOptions> options)
{
    private readonly string cacheControl = string.Create(CultureInfo.InvariantCulture,
        $"public, max-age={options.Value.Cache.Browser.TotalSeconds:F0}, s-maxage={options.Value.Cache.Shared.TotalSeconds:F0}, stale-while-revalidate={options.Value.Cache.Stale.TotalSeconds:F0}");

    public Task Invoke(HttpContext http)
    {
        if (!CachePolicies.IsEditionPage(http))
            return next(http);

        SecurityHeaders.Set(http.Response.Headers);
        if (!PageKey.IsFreeText(http.Request))
            return Tagged(http);
        http.Response.Headers.CacheControl = "no-store";
        return next(http);
    }

    private async Task Tagged(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        var tag = new EntityTagHeaderValue(PageKey.EntityTag(http));
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = cacheControl;
        response.Headers.Vary = "Accept-Encoding";
        if (request.Headers.IfNoneMatch.Count > 0 && request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await next(http);
        if (response.StatusCode == StatusCodes.Status200OK || response.HasStarted)
            return;
        // Not a page after all: what becomes an error is kept by nobody.
        response.Headers.ETag = default;
        response.Headers.CacheControl = default;
    }
}
