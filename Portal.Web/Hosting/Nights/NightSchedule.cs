using System.Globalization;
using Portal.Data.Queries.Nights;
using Portal.Data.Reporting;
using Portal.Web.Text;
using Quartz;

namespace Portal.Web.Hosting.Nights;

/// <summary>
/// Plans the site's own nights. Those that were missed while the site was down, or the machine slept, are made up for by one run
/// at once. When clocks change a night is run once too: at three where half past two does not exist, the first time where it is twice.
/// </summary>
internal sealed class NightSchedule(
    NightHour hour, ReportingDb db, ISchedulerFactory factory, TimeProvider clock, ILogger<NightSchedule> log) : IHostedService
{
    private IScheduler? scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (hour.At is not { } at)
            return;
        var last = (await new LastNight(db).Find(cancellationToken))?.StartedAt;
        scheduler = await factory.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<NightJob>().WithIdentity("night").Build();
        await scheduler.ScheduleJob(job, Trigger(at), cancellationToken: cancellationToken);
        if (IsMissed(at, last, clock.GetUtcNow()))
            await scheduler.TriggerJob(job.Key, cancellationToken: cancellationToken);
        await scheduler.Start(cancellationToken);
        log.LogInformation("Natten körs {At} svensk tid ur {Sources}.", Format.Clock(at), hour.Sources);
    }

    /// <summary>A night that runs is stopped by the program's stopping, and waited for: it undoes what it has not published.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (scheduler is not null)
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    /// <summary>Every night. One that comes due while the machine sleeps is run when it wakes.</summary>
    /// <param name="at">The hour in Sweden.</param>
    public static ITrigger Trigger(TimeOnly at) => TriggerBuilder.Create()
        .WithIdentity("night")
        .WithCronSchedule(Hours(at), cron => cron.WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();

    /// <summary>
    /// Whether a night has come due since the last one. A night that was cut off has been: one that takes the machine down must not do
    /// so again at every start.
    /// </summary>
    /// <param name="at">The hour in Sweden.</param>
    /// <param name="last">When the last night started, UTC; null where there has been none.</param>
    /// <param name="now">The time now.</param>
    public static bool IsMissed(TimeOnly at, DateTime? last, DateTimeOffset now) =>
        last is not { } started || Hours(at).GetNextValidTimeAfter(new DateTimeOffset(started, TimeSpan.Zero)) <= now;

    private static CronExpression Hours(TimeOnly at) =>
        new(string.Create(CultureInfo.InvariantCulture, $"0 {at.Minute} {at.Hour} * * ?"), Format.Sweden);
}
