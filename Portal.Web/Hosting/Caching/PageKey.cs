using System.Security.Cryptography;
using System.Text;
using Portal.Web.Hosting.Editions;
using Portal.Web.Links;

namespace Portal.Web.Hosting.Caching;

/// <summary>What a page is a function of: address, edition and build, and the encoding that its bytes are in.</summary>
internal static class PageKey
{
    /// <summary>
    /// The listed names of the query with their values, each name's in the order that the reader wrote them: units
    /// side by side stand in that order. Empty values are left out: a form sends all its fields.
    /// </summary>
    public static string Query(HttpRequest request)
    {
        if (!request.QueryString.HasValue)
            return "";
        var text = new StringBuilder();
        foreach (var name in QueryNames.All)
        {
            foreach (var value in request.Query[name].Where(v => !string.IsNullOrEmpty(v)))
                text.Append(name).Append('=').Append(Uri.EscapeDataString(value!)).Append('&');
        }
        return text.ToString();
    }

    /// <summary>
    /// Whether the address holds free text: there is no end to such addresses and what people search for is theirs,
    /// so those pages are kept nowhere.
    /// </summary>
    public static bool IsFreeText(HttpRequest request) =>
        request.QueryString.HasValue && request.Query[QueryNames.Search].Any(v => !string.IsNullOrWhiteSpace(v));

    /// <summary>The edition that an address cites, as it says it; null for the newest.</summary>
    public static string? Cited(HttpRequest request) =>
        request.QueryString.HasValue && request.Query[QueryNames.Edition].ToString() is { Length: > 0 } cited ? cited : null;

    /// <summary>
    /// The edition and the build that a page is of. A cited edition's number stands in the query and its pages never change,
    /// so it is the same whichever edition is the newest.
    /// </summary>
    public static string Release(HttpContext http)
    {
        var edition = http.RequestServices.GetRequiredService<CurrentEdition>();
        return Cited(http.Request) is null ? edition.Release : edition.CitedRelease;
    }

    /// <summary>A strong entity tag: two answers with the same tag have the same bytes.</summary>
    public static string EntityTag(HttpContext http)
    {
        var request = http.Request;
        var all = $"{Release(http)}\n{request.PathBase}{request.Path}\n{Query(request)}\n{AcceptEncoding.Of(request)}";
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 16))}\"";
    }
}
