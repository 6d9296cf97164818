using System.Globalization;
using Portal.Data.Queries.Editions;
using Portal.Data.Reporting;
using Portal.Web.Hosting.Caching;

namespace Portal.Web.Hosting.Editions;

/// <summary>
/// The edition that pages show now. Kept when the database is away, so that finished pages are still served.
/// </summary>
public sealed class CurrentEdition(ReportingDb db, BuildTag build)
{
    private readonly LatestEdition latest = new(db);
    private volatile ShownEdition shown = Shown(new Edition(), build);

    /// <summary>The newest known edition; number 0 while nothing has been published.</summary>
    public Edition Value => shown.Edition;

    /// <summary>The edition and the build, as cache keys and entity tags begin.</summary>
    public string Release => shown.Release;

    /// <summary>The same for pages of an edition that their address cites.</summary>
    public string CitedRelease { get; } = $"cited-{build.Value}";

    /// <summary>Asks the database. Whatever it throws leaves the known edition in place.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public async Task Refresh(CancellationToken ct)
    {
        var newest = await latest.Find(ct) ?? new Edition();
        if (newest != shown.Edition)
            shown = Shown(newest, build);
    }

    private static ShownEdition Shown(Edition edition, BuildTag build) =>
        new(edition, string.Create(CultureInfo.InvariantCulture, $"{edition.Number}-{build.Value}"));

    private sealed record ShownEdition(Edition Edition, string Release);
}
