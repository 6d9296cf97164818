using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Portal.Web.Hosting.Caching;

/// <summary>
/// Gives pages their entity tag and their <c>Cache-Control</c>, and answers 304 without making the page: who has the
/// tag has the bytes, since nothing but address, edition, build and encoding goes into them.
/// </summary>
internal sealed class EntityTags(RequestDelegate next, IOptions<PortalOptions> options)
{
    private readonly string cacheControl = string.Create(CultureInfo.InvariantCulture,
        $"public, max-age={options.Value.Cache.Browser.TotalSeconds:F0}, s-maxage={options.Value.Cache.Shared.TotalSeconds:F0}, stale-while-revalidate={options.Value.Cache.Stale.TotalSeconds:F0}");

    public Task Invoke(HttpContext http)
    {
        if (!IsPage(http))
            return next(http);

        if (PageKey.IsFreeText(http.Request))
        {
            http.Response.Headers.CacheControl = "no-store";
            return next(http);
        }

        var tag = new EntityTagHeaderValue(PageKey.EntityTag(http));
        if (http.Request.Headers.IfNoneMatch.Count > 0 && http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            Describe(http.Response, tag);
            return Task.CompletedTask;
        }

        http.Response.OnStarting(() =>
        {
            if (http.Response.StatusCode == StatusCodes.Status200OK)
                Describe(http.Response, tag);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private void Describe(HttpResponse response, EntityTagHeaderValue tag)
    {
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = cacheControl;
        response.Headers.Vary = "Accept-Encoding";
    }

    private static bool IsPage(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>() is { PolicyName: CachePolicies.Edition }
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method));
}
