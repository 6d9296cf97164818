using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Data.Reporting;
using Portal.Tests.Nightly;
using Portal.Tests.Support;
using Portal.Web.Hosting;
using Portal.Web.Hosting.Nights;
using Quartz;

namespace Portal.Tests.Hosting.Nights;

/// <summary>When the site's own nights are: once each, whatever the clocks do, and one that was missed is made up for once.</summary>
public sealed class NightScheduleTests
{
    private static readonly TimeOnly HalfPastTwo = new(2, 30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    // Half past two does not exist on 29 March 2026, and exists twice on 25 October.
    [InlineData("2026-03-27T12:00", "2026-03-28T01:30 2026-03-29T01:00 2026-03-30T00:30")]
    [InlineData("2026-10-23T12:00", "2026-10-24T00:30 2026-10-25T00:30 2026-10-26T01:30")]
    [InlineData("2026-01-14T12:00", "2026-01-15T01:30 2026-01-16T01:30 2026-01-17T01:30")]
    [InlineData("2026-07-14T12:00", "2026-07-15T00:30 2026-07-16T00:30 2026-07-17T00:30")]
    public void A_night_is_run_once_also_when_the_clocks_change(string from, string nights) =>
        Assert.Equal(nights.Split(' '), Times(HalfPastTwo, Utc(from), 3));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_year_has_a_night_a_day_at_whatever_hour(int hour)
    {
        var trigger = From(Utc("2026-01-01T12:00"), new TimeOnly(hour, 0));
        var days = new List<DateOnly>();
        for (var at = trigger.GetFireTimeAfter(new DateTimeOffset(Utc("2026-01-01T12:00"))); days.Count < 365; at = trigger.GetFireTimeAfter(at))
            days.Add(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at!.Value, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm")).Date));

        Assert.Equal(Enumerable.Range(1, 365).Select(new DateOnly(2026, 1, 1).AddDays), days);
    }

    [Theory]
    [InlineData(null, "2026-07-15T09:00", true)]
    [InlineData("2026-07-10T00:30", "2026-07-15T09:00", true)]
    [InlineData("2026-07-14T09:00", "2026-07-15T00:29", false)]
    [InlineData("2026-07-14T09:00", "2026-07-15T00:30", true)]
    [InlineData("2026-07-15T00:30", "2026-07-15T09:00", false)]
    // The night when half past two is twice has had its night the first time.
    [InlineData("2026-10-25T00:30", "2026-10-25T09:00", false)]
    [InlineData("2026-03-28T01:30", "2026-03-29T00:59", false)]
    [InlineData("2026-03-28T01:30", "2026-03-29T01:00", true)]
    public void A_start_makes_up_for_nights_that_came_due_since_the_last(string? last, string now, bool missed) =>
        Assert.Equal(missed, NightSchedule.IsMissed(HalfPastTwo, last is null ? null : Utc(last), new DateTimeOffset(Utc(now))));

    [Fact]
    public void A_machine_that_slept_runs_once_when_it_wakes() =>
        Assert.Equal((int)CronTriggerMisfireInstruction.FireAndProceed, Convert.ToInt32(((ICronTrigger)NightSchedule.Trigger(HalfPastTwo)).MisfireInstruction, CultureInfo.InvariantCulture));

    [Fact]
    public void Nights_do_not_overlap() =>
        Assert.NotEmpty(typeof(NightJob).GetCustomAttributes(typeof(DisallowConcurrentExecutionAttribute), inherit: false));

    [Fact]
    public async Task The_sites_own_night_publishes_and_the_site_shows_it_at_once()
    {
        await using var night = await MadeNight.New();
        await using var host = PortalHost.On(night.Database, ("Portal:Night:Sources", Path.Combine(night.Folder, "sources.json")),
            ("Portal:Night:RawFolder", Path.Combine(night.Folder, "raw")), ("Portal:Night:At", "never"));
        Assert.Equal(0, await night.Count("select count(*) from rpt.night"));

        await ActivatorUtilities.CreateInstance<NightJob>(host.Service<IServiceProvider>()).Execute(null!, Ct);

        Assert.Equal(["1|published|1"], await night.Rows("select night_number, outcome, edition_number from rpt.night"));
        Assert.NotNull((await host.Page("/data/korningar")).GetElementById("korning-1"));
        Assert.Equal(1, host.Service<Portal.Web.Hosting.Editions.CurrentEdition>().Value.Number);
    }

    [Fact]
    public async Task A_night_of_the_sites_own_that_cannot_be_run_is_in_the_log_and_the_site_goes_on()
    {
        await using var night = await MadeNight.New();
        await using var host = PortalHost.On(night.Database, ("Portal:Night:Sources", Path.Combine(night.Folder, "sources.json")),
            ("Portal:Night:RawFolder", Path.Combine(night.Folder, "raw")), ("Portal:Night:At", "never"));
        await using (var connection = await night.Database.Reporting.OpenForWriting(Ct))
        await using (await NightLock.Take(night.Database.Reporting, connection))
            await ActivatorUtilities.CreateInstance<NightJob>(host.Service<IServiceProvider>()).Execute(null!, Ct);

        Assert.Contains(host.Log.Lines, l => l.Contains("En annan körning pågår redan", StringComparison.Ordinal));
        await host.Page("/data/korningar");
    }

    [Theory]
    [InlineData("Sqlite", "", false, "02:30")]
    [InlineData("SQLITE", "", false, "02:30")]
    [InlineData("SqlServer", "", false, null)]
    [InlineData("SqlServer", "04:15", false, "04:15")]
    [InlineData("Sqlite", "never", false, null)]
    [InlineData("Sqlite", "NEVER", false, null)]
    [InlineData("Sqlite", "", true, null)]
    public void The_embedded_default_has_an_hour_and_a_server_only_when_told(string provider, string said, bool withoutList, string? hour)
    {
        var options = new PortalOptions { Database = { Provider = provider, ConnectionString = "x" }, Night = { At = said, Sources = withoutList ? "" : "sources.json" } };

        Assert.Equal(hour, new NightHour(Options.Create(options)).At?.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void With_nothing_configured_the_sample_is_read_at_half_past_two()
    {
        var options = new PortalOptions();
        options.UseEmbeddedDefault(Path.GetTempPath());
        var hour = new NightHour(Options.Create(options));

        Assert.Equal(HalfPastTwo, hour.At);
        Assert.True(File.Exists(hour.Sources));
    }

    [Theory]
    [InlineData("25:00", true, "Portal:Night:At är \"25:00\"")]
    [InlineData("2.30", true, "Portal:Night:At är \"2.30\"")]
    [InlineData("02:30:00", true, "Portal:Night:At är \"02:30:00\"")]
    [InlineData("02:30", false, "inte Portal:Night:Sources")]
    public void An_hour_that_cannot_be_is_one_sentence_that_says_what_to_write(string said, bool withList, string told)
    {
        var options = new PortalOptions { Database = { ConnectionString = "x" }, Night = { At = said, Sources = withList ? typeof(NightScheduleTests).Assembly.Location : "" } };

        Assert.Contains(told, Assert.Single(new NightHourRules().Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_sources_that_is_not_there_is_one_sentence()
    {
        var options = new PortalOptions { Night = { Sources = "/ingenstans/sources.json" } };

        Assert.Equal("Portal:Night:Sources är /ingenstans/sources.json, och den filen finns inte.", Assert.Single(new NightHourRules().Validate(null, options).Failures!));
    }

    private static List<string> Times(TimeOnly hour, DateTime from, int count)
    {
        var trigger = From(from, hour);
        var times = new List<string>();
        for (var at = trigger.GetFireTimeAfter(new DateTimeOffset(from)); times.Count < count; at = trigger.GetFireTimeAfter(at))
            times.Add(at!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        return times;
    }

    // A trigger begins when it is made; these begin when the test does.
    private static ITrigger From(DateTime from, TimeOnly hour) => NightSchedule.Trigger(hour).GetTriggerBuilder().StartAt(new DateTimeOffset(from)).Build();

    private static DateTime Utc(string time) =>
        DateTime.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
