namespace Portal.Web.Hosting;

/// <summary>
/// What every answer carries, errors and static files too. Pages use only their own origin's scripts, styles and
/// pictures: no inline code and no nonce, since a nonce would make every page different.
/// </summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task Add(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            // Open data: other sites' pages may fetch the files. Everything else stays with its origin.
            if (IsOpenData(http))
                headers.AccessControlAllowOrigin = "*";
            headers["Cross-Origin-Resource-Policy"] = IsOpenData(http) ? "cross-origin" : "same-origin";
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static bool IsOpenData(HttpContext http) =>
        http.Response.ContentType is { } type
        && (type.StartsWith("text/csv", StringComparison.Ordinal) || type.StartsWith("application/json", StringComparison.Ordinal));
}
