using Portal.Data.Nightly;
using Portal.Data.Reporting;
using Portal.Web.Hosting.Editions;
using Quartz;

namespace Portal.Web.Hosting.Nights;

/// <summary>
/// One night, run by the site itself. Whatever comes of it is in the log and on the nights' page, and the site goes on: yesterday's
/// edition stands until there is a new one.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class NightJob(
    Night night, NightHour hour, CurrentEdition edition, IHostApplicationLifetime life, ILogger<NightJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, life.ApplicationStopping);
        try
        {
            var report = await night.Run(hour.Sources!, dryRun: false, step => log.LogInformation("{Step}", step), stop.Token);
            await edition.Refresh(stop.Token);
            log.LogInformation("Natten {Night} är klar: {Outcome}, utgåva {Edition}.", report.NightNumber, report.Outcome, edition.Value.Number);
        }
        catch (Exception e) when (e is SourceFaultException or DatabaseException or AnotherNightException)
        {
            log.LogError(e, "Natten kunde inte köras: {Message}", e.Message);
        }
        catch (OperationCanceledException) when (life.ApplicationStopping.IsCancellationRequested)
        {
            log.LogInformation("Natten avbröts när portalen stängdes. Inget publicerades.");
        }
    }
}
