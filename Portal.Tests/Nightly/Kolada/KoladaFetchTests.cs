using Microsoft.AspNetCore.Http;

namespace Portal.Tests.Nightly.Kolada;

/// <summary>How Kolada is asked: in pages and parts, politely, again when it fails, from where it stopped, and not for ever.</summary>
public sealed class KoladaFetchTests : IAsyncLifetime
{
    private KoladaNight night = null!;

    public async ValueTask InitializeAsync() => night = await KoladaNight.New();

    public async ValueTask DisposeAsync() => await night.DisposeAsync();

    [Fact]
    public async Task A_first_night_publishes_what_Kolada_has()
    {
        var report = await night.Run();
        Assert.Equal(("read", null), (report.Outcome, report.Message));
        Assert.Equal("1|82.5|-|-", await night.Figure("n1", "9901", 2025));
        Assert.Equal("1|71.25|-|-", await night.Figure("n1", "9902", 2025));
    }

    [Fact]
    public async Task Every_page_of_an_answer_is_fetched()
    {
        night.Profile("\"perPage\": 2,");
        await night.Run();
        Assert.Equal(4, await night.Night.Count("select count(*) from rpt.observation as o join rpt.measure as m on m.measure_key = o.measure_key where m.source_id = 'kolada'"));
        Assert.Contains(night.Kolada.Asked, a => a.StartsWith("/v3/data/", StringComparison.Ordinal) && a.EndsWith("page=2&per_page=2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_part_of_a_path_names_more_than_25_ids()
    {
        var ids = Enumerable.Range(100, 30).Select(i => $"N{i}").ToList();
        foreach (var id in ids)
            night.Kolada.Kpi(id, $"Påhittat {id}, andel (%)");
        for (var code = 9100; code < 9160; code++)
        {
            night.Kolada.Municipalities.Add(new() { ["id"] = $"{code}", ["title"] = $"Kommun {code}", ["type"] = "K" });
            night.Kolada.Value("N129", $"{code}", 2025, code - 9100);
        }
        night.Profile(kpis: $$"""[ { "serviceArea": "forskola", "ids": [ {{string.Join(", ", ids.Select(i => $"\"{i}\""))}} ] } ]""");
        var report = await night.Run();
        Assert.Null(report.Message);
        var data = night.Kolada.Asked.Where(a => a.StartsWith("/v3/data/", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, data.Count);
        Assert.All(data, a => Assert.All(a.Split('?')[0].Split('/'), p => Assert.InRange(p.Split(',').Length, 1, 25)));
        Assert.Equal(60, await night.Night.Count("select count(*) from rpt.observation as o join rpt.measure as m on m.measure_key = o.measure_key where m.measure_id = 'kolada-n129'"));
    }

    [Fact]
    public async Task Figures_are_asked_for_by_path_and_regions_are_left_alone()
    {
        await night.Run();
        var asked = Assert.Single(night.Kolada.Asked, a => a.StartsWith("/v3/data/", StringComparison.Ordinal));
        Assert.Equal("/v3/data/kpi/N1,N2,N3/municipality/0000,9901,9902?page=1&per_page=5000", asked);
    }

    [Fact]
    public async Task From_the_first_year_on_years_are_a_part_of_the_path()
    {
        night.Profile("\"firstYear\": 2025,");
        await night.Run();
        Assert.Contains(night.Kolada.Asked, a => a.Contains("/year/2025,2026,2027?", StringComparison.Ordinal));
        Assert.Null(await night.Figure("n1", "9901", 2024));
    }

    [Fact]
    public async Task A_busy_server_is_left_alone_for_as_long_as_it_asks()
    {
        night.Kolada.Instead = async (number, context) =>
        {
            if (number != 3)
                return false;
            context.Response.Headers.RetryAfter = "37";
            await MadeKolada.Say(context, 429, """{ "detail": "Too Many Requests" }""");
            return true;
        };
        Assert.Equal("read", (await night.Run()).Outcome);
        Assert.Contains(TimeSpan.FromSeconds(37), night.Clock.Waits);
        Assert.Contains(night.Night.Steps, s => s.Contains("servern svarade 429; försöker igen om 37 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_wants_to_be_left_alone_for_hours_ends_the_fetch()
    {
        night.Kolada.Instead = async (_, context) =>
        {
            context.Response.Headers.RetryAfter = "7200";
            await MadeKolada.Say(context, 503, "{}");
            return true;
        };
        var report = await night.Run();
        Assert.Equal("failed", report.Outcome);
        Assert.Contains("vill vänta i 120 minuter", report.Message, StringComparison.Ordinal);
        Assert.Single(night.Kolada.Asked);
    }

    [Fact]
    public async Task A_server_in_trouble_is_asked_again_after_longer_and_longer_pauses()
    {
        night.Kolada.Instead = async (number, context) =>
        {
            if (number is < 2 or > 5)
                return false;
            await MadeKolada.Say(context, 500, "<html>Internal Server Error</html>");
            return true;
        };
        Assert.Equal("read", (await night.Run()).Outcome);
        var pauses = night.Clock.Waits.Where(w => w > TimeSpan.FromSeconds(0.5)).ToList();
        Assert.Equal(4, pauses.Count);
        Assert.True(pauses[3] > pauses[0], $"the last pause {pauses[3]} is no longer than the first {pauses[0]}");
    }

    [Fact]
    public async Task Requests_keep_their_pace()
    {
        night.Profile("\"requestsPerSecond\": 0.5, \"catalogue\": true,");
        night.Night.Change("kolada.json", "\"requestsPerSecond\": 100, ", "");
        await night.Run();
        var waits = night.Clock.Waits;
        Assert.Equal(night.Kolada.Asked.Count - 1, waits.Count);
        Assert.All(waits, w => Assert.InRange(w.TotalSeconds, 1, 2));
    }

    [Fact]
    public async Task A_connection_that_is_cut_in_an_answer_is_made_again()
    {
        night.Kolada.Instead = async (number, context) =>
        {
            if (number != 4)
                return false;
            context.Response.ContentLength = 5000;
            await context.Response.WriteAsync("{ \"values\": [");
            await context.Response.Body.FlushAsync();
            context.Abort();
            return true;
        };
        Assert.Equal("read", (await night.Run()).Outcome);
        Assert.Equal("1|82.5|-|-", await night.Figure("n1", "9901", 2025));
    }

    [Fact]
    public async Task A_fetch_that_gives_up_leaves_yesterday_s_figures_and_the_next_night_goes_on_from_there()
    {
        night.Profile("\"perPage\": 1,");
        await night.Run();
        night.Clock.Pass(TimeSpan.FromDays(31));
        night.Kolada.Value("N1", "9901", 2025, 99);
        night.Kolada.Value("N1", "9902", 2024, 50);
        night.Kolada.Instead = async (_, context) =>
        {
            if (!context.Request.Path.StartsWithSegments("/v3/data", StringComparison.Ordinal) || context.Request.Query["page"] == "1")
                return false;
            await MadeKolada.Say(context, 500, "{}");
            return true;
        };
        var report = await night.Run();
        Assert.Equal("failed", report.Outcome);
        Assert.Contains("6 försök gjordes", report.Message, StringComparison.Ordinal);
        Assert.Equal("1|82.5|-|-", await night.Figure("n1", "9901", 2025));

        night.Kolada.Instead = (_, _) => Task.FromResult(false);
        night.Kolada.Forget();
        night.Clock.Pass(TimeSpan.FromHours(20));
        Assert.Equal("read", (await night.Run()).Outcome);
        Assert.Equal("1|99|-|-", await night.Figure("n1", "9901", 2025));
        Assert.All(night.Kolada.Asked, a => Assert.StartsWith("/v3/data/kpi/N1,N2,N3/municipality/0000,9901,9902?page=", a, StringComparison.Ordinal));
        Assert.DoesNotContain(night.Kolada.Asked, a => a.Contains("page=1&", StringComparison.Ordinal));
        Assert.Contains("Kolada: fortsätter där förra hämtningen stannade", night.Night.Steps);
    }

    [Fact]
    public async Task A_fetch_that_takes_too_long_stops_and_says_so()
    {
        night.Profile("\"giveUpAfterMinutes\": 1, \"attempts\": 20,");
        night.Kolada.Instead = async (_, context) =>
        {
            context.Response.Headers.RetryAfter = "30";
            await MadeKolada.Say(context, 503, "{}");
            return true;
        };
        var report = await night.Run();
        Assert.Contains("hämtningen tog längre tid än 1 minuter (giveUpAfterMinutes i profilen)", report.Message, StringComparison.Ordinal);
        Assert.InRange(night.Kolada.Asked.Count, 2, 4);
    }

    [Fact]
    public async Task What_was_half_fetched_days_ago_is_fetched_anew()
    {
        night.Kolada.Instead = async (_, context) =>
        {
            if (!context.Request.Path.StartsWithSegments("/v3/data", StringComparison.Ordinal))
                return false;
            await MadeKolada.Say(context, 500, "{}");
            return true;
        };
        await night.Run();
        night.Kolada.Instead = (_, _) => Task.FromResult(false);
        night.Kolada.Forget();
        night.Clock.Pass(TimeSpan.FromDays(4));
        Assert.Equal("read", (await night.Run()).Outcome);
        Assert.Contains(night.Kolada.Asked, a => a.StartsWith("/v3/municipality?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_killed_program_left_of_a_finished_fetch_is_not_gone_on_from()
    {
        await night.Run();
        // As if it was killed when it had renamed its folders, and before it had cleaned up.
        night.Night.Write("fetched/kolada/.work/metadata/municipality-p001.json", """{ "values": [], "count": 0, "next_url": null }""");
        night.Night.Write("fetched/kolada/.work/changes/data-k001-m001-p001.json", """{ "values": [], "count": 0, "next_url": null }""");
        night.Clock.Pass(TimeSpan.FromDays(1));
        night.Kolada.Value("N1", "9901", 2025, 83.5, changed: "2026-06-02");
        Assert.Equal("read", (await night.Run()).Outcome);
        Assert.Equal("1|83.5|-|-", await night.Figure("n1", "9901", 2025));
        Assert.False(Directory.Exists(Path.Combine(night.Folder, ".work")));
    }

    [Fact]
    public async Task A_fetch_that_is_stopped_leaves_what_it_has_for_the_next()
    {
        using var stop = new CancellationTokenSource();
        night.Kolada.Instead = async (_, context) =>
        {
            if (context.Request.Path.StartsWithSegments("/v3/data", StringComparison.Ordinal))
                await stop.CancelAsync();
            return false;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new Data.Nightly.Night(night.Night.Database.Reporting, Path.Combine(night.Night.Folder, "raw"), night.Clock)
                .Run(Path.Combine(night.Night.Folder, "sources.json"), dryRun: false, _ => { }, stop.Token));
        night.Kolada.Instead = (_, _) => Task.FromResult(false);
        night.Kolada.Forget();
        Assert.Equal("read", (await night.Run()).Outcome);
        Assert.All(night.Kolada.Asked, a => Assert.StartsWith("/v3/data/", a, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!doctype html><title>Underhåll</title>", "svaret var en webbsida i stället för data")]
    [InlineData("""{ "values": [ { "kpi": "N1", "munici""", "svaret var inte hela den data som Kolada brukar ge")]
    [InlineData("""{ "detail": "nothing" }""", "svaret var inte hela den data som Kolada brukar ge")]
    [InlineData("", "svaret var tomt")]
    public async Task What_is_no_answer_of_Kolada_s_fails_the_source_and_says_what_came(string body, string said)
    {
        await night.Run();
        night.Clock.Pass(TimeSpan.FromDays(1));
        night.Kolada.Instead = async (_, context) =>
        {
            if (!context.Request.Path.StartsWithSegments("/v3/data", StringComparison.Ordinal))
                return false;
            await MadeKolada.Say(context, 200, body);
            return true;
        };
        var report = await night.Run();
        Assert.Equal("failed", report.Outcome);
        Assert.StartsWith($"Kolada: {said}.", report.Message, StringComparison.Ordinal);
        Assert.Equal("1|82.5|-|-", await night.Figure("n1", "9901", 2025));
    }

    [Theory]
    [InlineData("/v3/municipality", "listan över kommuner var tom")]
    [InlineData("/v3/municipality_groups", "listan över kommungrupper var tom")]
    [InlineData("/v3/kpi", "inget av nyckeltalen i profilen finns i Kolada")]
    [InlineData("/v3/data", "Kolada gav inga värden alls")]
    public async Task An_empty_list_is_no_list(string path, string said)
    {
        night.Kolada.Instead = async (_, context) =>
        {
            if (!context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal))
                return false;
            await MadeKolada.Say(context, 200, """{ "values": [], "count": 0, "next_url": null, "previous_url": null }""");
            return true;
        };
        var report = await night.Run();
        Assert.Equal("failed", report.Outcome);
        Assert.Contains(said, report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_page_is_never_fetched_from_another_server()
    {
        night.Kolada.Instead = async (_, context) =>
        {
            await MadeKolada.Say(context, 200, """{ "values": [ {} ], "count": 1, "next_url": "http://example.org/v3/kpi?page=2" }""");
            return true;
        };
        var report = await night.Run();
        Assert.Contains("svaret hänvisar till http://example.org/v3/kpi?page=2, en annan server än 127.0.0.1", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_Kolada_refuses_is_not_asked_again()
    {
        night.Kolada.Instead = async (_, context) => { await MadeKolada.Say(context, 404, "{}"); return true; };
        var report = await night.Run();
        Assert.Contains("servern svarade 404 på http://127.0.0.1", report.Message, StringComparison.Ordinal);
        Assert.Single(night.Kolada.Asked);
    }

    [Fact]
    public async Task The_second_night_asks_for_changes_and_takes_them_in()
    {
        night.Kolada.Value("N1", "9902", 2024, 60);
        await night.Run();
        night.Clock.Pass(TimeSpan.FromDays(1));
        night.Kolada.Value("N1", "9901", 2025, 83.5, changed: "2026-06-01");
        night.Kolada.Value("N1", "9902", 2025, null, deleted: true, changed: "2026-06-02");
        night.Kolada.Value("N2", "9902", 2025, 310, changed: "2026-06-02");
        night.Kolada.Forget();
        Assert.Equal("read", (await night.Run()).Outcome);
        Assert.Contains(night.Kolada.Asked, a => a.Contains("/data/", StringComparison.Ordinal) && a.Contains("from_date=2026-05-31", StringComparison.Ordinal));
        Assert.Equal("1|83.5|-|-", await night.Figure("n1", "9901", 2025));
        Assert.Null(await night.Figure("n1", "9902", 2025));
        Assert.Equal("1|310|-|-", await night.Figure("n2", "9902", 2025));
        Assert.Equal("1|80.5|-|-", await night.Figure("n1", "9901", 2024));
    }

    [Fact]
    public async Task The_newest_change_of_a_figure_is_the_one_that_holds()
    {
        await night.Run();
        foreach (var (day, value) in new[] { (2, 10.5), (3, 20.5), (4, 30.5) })
        {
            night.Clock.Pass(TimeSpan.FromDays(1));
            night.Kolada.Value("N1", "9901", 2025, value, changed: $"2026-06-0{day}");
            await night.Run();
            Assert.StartsWith(FormattableString.Invariant($"1|{value}|"), await night.Figure("n1", "9901", 2025), StringComparison.Ordinal);
        }
        night.Clock.Pass(TimeSpan.FromDays(1));
        night.Kolada.Value("N1", "9901", 2025, null, deleted: true, changed: "2026-06-05");
        await night.Run();
        Assert.Null(await night.Figure("n1", "9901", 2025));
    }

    [Fact]
    public async Task A_night_without_changes_is_told_as_unchanged()
    {
        await night.Run();
        night.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal("unchanged", (await night.Run()).Outcome);
    }

    [Fact]
    public async Task Now_and_then_everything_is_read_anew()
    {
        await night.Run();
        night.Clock.Pass(TimeSpan.FromDays(10));
        // A deletion that no list of changes ever told of.
        night.Kolada.Values.RemoveAll(v => v.Of == "9902");
        await night.Run();
        Assert.NotNull(await night.Figure("n1", "9902", 2025));
        night.Clock.Pass(TimeSpan.FromDays(20));
        night.Kolada.Forget();
        await night.Run();
        Assert.DoesNotContain(night.Kolada.Asked, a => a.Contains("from_date", StringComparison.Ordinal));
        Assert.Null(await night.Figure("n1", "9902", 2025));
        Assert.Single(Directory.GetDirectories(night.Folder, "full-*"));
        Assert.Empty(Directory.GetDirectories(night.Folder, "changes-*"));
    }

    [Fact]
    public async Task Another_choice_of_KPIs_is_read_in_full()
    {
        await night.Run();
        night.Clock.Pass(TimeSpan.FromDays(1));
        night.Kolada.Kpi("N4", "Förskollärare, andel (%)");
        night.Kolada.Value("N4", "9901", 2020, 40);
        night.Profile(kpis: """[ { "ids": [ "N1", "N4" ] } ]""");
        await night.Run();
        Assert.Equal("1|40|-|-", await night.Figure("n4", "9901", 2020));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"catalogue\": true,")]
    public async Task KPIs_are_found_by_words_in_their_titles(string keys)
    {
        night.Kolada.Kpi("N5", "Barn per grupp i förskola, antal");
        night.Kolada.Value("N5", "9901", 2025, 15);
        night.Kolada.Kpi("N6", "Barn per grupp på fritidshem, antal");
        night.Profile(keys, """[ { "serviceArea": "forskola", "titles": [ "GRUPP i förskola", "vårdnadshavare" ] } ]""");
        await night.Run();
        Assert.Equal(["kolada-n1|1", "kolada-n5|0"], (await night.Night.Rows("select m.measure_id, m.sort_order - 1 from rpt.measure as m where m.source_id = 'kolada' order by m.measure_id")).ToList());
        Assert.Equal(keys.Length > 0, night.Kolada.Asked.Contains("/v3/kpi?page=1&per_page=5000"));
    }
}
