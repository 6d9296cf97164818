using Portal.Data.Queries.Editions;

namespace Portal.Web.Hosting.Editions;

/// <summary>
/// The edition that pages show now. Kept when the database is away, so that finished pages are still served.
/// </summary>
public sealed class CurrentEdition(LatestEdition latest)
{
    private volatile Edition value = new();

    /// <summary>The newest known edition; number 0 while nothing has been published.</summary>
    public Edition Value => value;

    /// <summary>Asks the database. Whatever it throws leaves the known edition in place.</summary>
    /// <exception cref="Portal.Data.Reporting.DatabaseException">The database is away.</exception>
    public async Task Refresh(CancellationToken ct) => value = await latest.Find(ct) ?? new Edition();
}
