using Microsoft.Net.Http.Headers;

namespace Portal.Web.Hosting.Caching;

/// <summary>
/// Browsers write <c>Accept-Encoding</c> in dozens of ways. Reduced to one of <c>br</c>, <c>gzip</c> and none before
/// anything reads it, there are three variants of a page and not dozens.
/// </summary>
internal static class AcceptEncoding
{
    private static readonly string[] Preferred = ["br", "gzip"];

    /// <summary>Rewrites the header to the best that we have and the client accepts.</summary>
    public static Task Normalise(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers.AcceptEncoding is { Count: > 0 } accepted)
        {
            http.Request.Headers.AcceptEncoding = accepted.ToString() switch
            {
                // What browsers and proxies of today write, without taking it apart.
                "gzip, deflate, br, zstd" or "gzip, deflate, br" or "br, gzip" or "gzip, br" or "br" => "br",
                "gzip, deflate" or "gzip" => "gzip",
                _ => Best(http.Request.GetTypedHeaders().AcceptEncoding),
            };
        }
        return next(http);
    }

    /// <summary>The normalised header; empty where the client accepts neither.</summary>
    public static string Of(HttpRequest request) => request.Headers.AcceptEncoding.ToString();

    internal static string Best(IList<StringWithQualityHeaderValue> accepted) =>
        Preferred.FirstOrDefault(p => Accepts(accepted, p)) ?? "";

    // A name that is listed decides; else the asterisk does.
    private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        (accepted.FirstOrDefault(a => a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(a => a.Value == "*")) is { } found && found.Quality is not 0;
}
