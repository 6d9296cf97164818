using Microsoft.Extensions.Options;
using Portal.Data.Nightly;
using Portal.Data.Reporting;
using Portal.Web.Hosting.Editions;
using Portal.Web.Hosting.Nights;

namespace Portal.Web.Hosting;

/// <summary>
/// Makes the database ready before the site listens. The embedded one is created and migrated; a server's is only
/// looked at, since the site's login may not change it.
/// </summary>
internal sealed class FirstStart(
    ReportingDb db, Migrator migrator, Night night, NightHour hour, CurrentEdition edition, IOptions<PortalOptions> options, ILogger<FirstStart> log)
{
    /// <exception cref="DatabaseException">The database is away, or lacks the portal's tables.</exception>
    public async Task Run(CancellationToken ct)
    {
        if (db.Engine == DatabaseEngine.Sqlite)
            await migrator.Run(ct);
        else
            await LookAtServer(ct);

        try
        {
            await edition.Refresh(ct);
        }
        catch (DatabaseException e)
        {
            throw new DatabaseException($"Databasen {db.Place} saknar portalens tabeller. Kör programmet med verbet migrate.", e);
        }

        if (edition.Value.Number > 0)
            return;
        if (options.Value.IsEmbeddedDefault)
            await FillWithSample(ct);
        log.LogInformation("Databasen {Place} har utgåva {Edition}.", db.Place, edition.Value.Number);
    }

    // Also the first thing that is asked of a server: where it is away, this is what says so.
    private async Task LookAtServer(CancellationToken ct)
    {
        if (await db.Versioning(ct) is { OfStatements: true, OfTransactions: true })
            return;
        log.LogWarning("Databasen {Place} har inte radversioner påslagna. Sidor kan få vänta medan natten publicerar. Kör db/sqlserver/options/row_versioning.sql.", db.Place);
    }

    /// <summary>Publishes the made-up municipality, so that a first start with no configuration shows something.</summary>
    private async Task FillWithSample(CancellationToken ct)
    {
        try
        {
            await night.Run(hour.Sources!, dryRun: false, step => log.LogInformation("{Step}", step), ct);
        }
        catch (SourceFaultException e)
        {
            log.LogWarning("Databasen är tom och kunde inte fyllas: {Message}", e.Message);
        }
        catch (AnotherNightException e)
        {
            // Whoever runs it publishes, and the site sees that edition when it comes.
            log.LogWarning("{Message}", e.Message);
        }
        await edition.Refresh(ct);
    }
}
