using Microsoft.Extensions.Options;
using Portal.Data.Reporting;

namespace Portal.Web.Hosting.Editions;

/// <summary>Asks again and again whether a new edition is published. Logs when the database goes away and comes back.</summary>
internal sealed class EditionWatch(
    CurrentEdition edition, IOptions<PortalOptions> options, TimeProvider clock, ILogger<EditionWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var away = false;
        using var timer = new PeriodicTimer(options.Value.EditionPoll, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await edition.Refresh(stoppingToken);
                if (away)
                    log.LogInformation("Databasen svarar igen.");
                away = false;
            }
            catch (DatabaseException e)
            {
                if (!away)
                    log.LogError(e, "Databasen svarar inte. Sidor som redan är gjorda visas ändå.");
                away = true;
            }
        }
    }
}
