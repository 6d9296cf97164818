using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace Portal.Web.Hosting.Caching;

/// <summary>
/// Keeps finished pages by edition, build, address and encoding. Nothing is ever evicted by hand: a new edition has
/// new keys, and the old ones fall out by age and size.
/// </summary>
internal sealed class EditionPolicy(IOptions<PortalOptions> options) : IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var isPage = (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            && !PageKey.IsFreeText(http.Request);
        context.EnableOutputCaching = isPage;
        context.AllowCacheLookup = isPage;
        context.AllowCacheStorage = isPage;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = options.Value.Cache.Keep;
        var rules = context.CacheVaryByRules;
        rules.CacheKeyPrefix = PageKey.Release(http);
        rules.VaryByHost = false;
        rules.HeaderNames = "Accept-Encoding";
        // Not QueryKeys: those are sorted, and ?enhet=A&enhet=B is another page than ?enhet=B&enhet=A.
        if (PageKey.Query(http.Request) is { Length: > 0 } query)
            rules.VaryByValues["query"] = query;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK;
        return ValueTask.CompletedTask;
    }
}
