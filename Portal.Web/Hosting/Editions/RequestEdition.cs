using Portal.Data.Queries.Editions;

namespace Portal.Web.Hosting.Editions;

/// <summary>
/// The edition as one request first saw it: its cache key, its entity tag and its file name the same one, even when
/// a new edition is published meanwhile.
/// </summary>
public static class RequestEdition
{
    /// <summary>The edition that the request's address cites; null where it reads the newest.</summary>
    public static Edition? CitedBy(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Features.Get<CitedEdition>()?.Edition;
    }

    /// <summary>The request cites an edition: that is the one it sees.</summary>
    internal static void Cite(HttpContext http, Edition edition)
    {
        http.Features.Set(edition);
        http.Features.Set(new CitedEdition(edition));
    }

    /// <summary>The request's edition.</summary>
    public static Edition Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Features.Get<Edition>() is { } seen)
            return seen;
        var edition = http.RequestServices.GetRequiredService<CurrentEdition>().Value;
        http.Features.Set(edition);
        return edition;
    }

    private sealed record CitedEdition(Edition Edition);
}
