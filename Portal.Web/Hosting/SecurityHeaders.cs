namespace Portal.Web.Hosting;

/// <summary>
/// What every answer carries, errors and static files too. Pages use only their own origin's scripts, styles and
/// pictures: no inline code and no nonce, since a nonce would make every page different.
/// </summary>
internal static class SecurityHeaders
{
    // Pictures may stand inside the style sheet: the design system's icons do, and spare the reader a request each.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly Func<object, Task> LastChance = response =>
    {
        var headers = ((HttpResponse)response).Headers;
        Set(headers);
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    };

    /// <summary>Sees to it that no answer leaves without them, whoever made it.</summary>
    public static Task Ensure(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(LastChance, http.Response);
        return next(http);
    }

    /// <summary>Sets them where they are not set. A kept page has them among what is kept.</summary>
    public static void Set(IHeaderDictionary headers)
    {
        if (headers.ContentSecurityPolicy.Count > 0)
            return;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (!headers.ContainsKey(ResourcePolicy))
            headers[ResourcePolicy] = "same-origin";
    }

    /// <summary>Open data: other sites' pages may fetch it.</summary>
    public static void OpenToAll(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers[ResourcePolicy] = "cross-origin";
    }

    private const string ResourcePolicy = "Cross-Origin-Resource-Policy";
}
