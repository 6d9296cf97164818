using System.Net;
using System.Net.Http.Headers;
using Portal.Data.Nightly;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly.Skolverket;

/// <summary>Fetching from Skolverket's APIs: what is new, changed or old is asked for, politely, and a cut fetch goes on.</summary>
public sealed class SkolverketFetchTests
{
    [Fact]
    public async Task A_first_night_fetches_the_lists_and_every_school_and_reads_what_the_recorded_answers_give()
    {
        await using var night = await MadeSchools.Night();
        await night.Run();
        var recorded = await night.AllFigures();
        await using var fetched = await Fetched.Night();

        var report = await fetched.Run();

        Assert.All(report.Sources.Skip(1), s => Assert.Equal(("read", null), (s.Outcome, s.Message)));
        Assert.Equal(recorded, await fetched.Made.AllFigures());
        // A planned school is not asked for.
        Assert.DoesNotContain(MadeSkolverket.Unit("90000106"), fetched.Server.Asked);
        Assert.Equal(fetched.Server.Asked.Distinct(), fetched.Server.Asked);
    }

    [Fact]
    public async Task The_next_night_asks_for_what_the_register_says_has_changed_and_for_what_is_old()
    {
        await using var fetched = await Fetched.Night();
        await fetched.Run();
        fetched.Next(days: 1);
        fetched.Server.Changed.Add("90000102");
        fetched.Server[MadeSkolverket.Unit("90000102")]!["data"]!["attributes"]!["displayName"] = "Almdungens skola";

        var report = await fetched.Run();

        Assert.Equal(
            ["/skolenhetsregistret/v2/school-units?school_type=GR", "/skolenhetsregistret/v2/school-units?school_type=GR&meta_modified_after=2026-03-01", MadeSkolverket.Unit("90000102")],
            fetched.Server.Asked.Where(a => a.StartsWith("/skolenhetsregistret", StringComparison.Ordinal)));
        Assert.DoesNotContain(fetched.Server.Asked, a => a.Contains("/statistics/", StringComparison.Ordinal) || a.Contains("/nestedsurveys/", StringComparison.Ordinal));
        Assert.Equal(["Almdungens skola"], await fetched.Made.Rows("select name from rpt.unit where unit_id = 'gr-90000102'"));
        Assert.Equal(NightOutcome.Published, report.Outcome);

        fetched.Next(days: 14);
        await fetched.Run();
        Assert.Contains(MadeSkolverket.Statistics("90000101"), fetched.Server.Asked);
        Assert.DoesNotContain(MadeSkolverket.Unit("90000101"), fetched.Server.Asked);
        fetched.Next(days: 30);
        await fetched.Run();
        Assert.Contains(MadeSkolverket.Unit("90000101"), fetched.Server.Asked);
    }

    [Fact]
    public async Task A_night_without_news_is_no_edition()
    {
        await using var fetched = await Fetched.Night();
        await fetched.Run();
        fetched.Next(days: 20);

        Assert.Equal(NightOutcome.Unchanged, (await fetched.Run()).Outcome);
        Assert.Contains(MadeSkolverket.Statistics("90000101"), fetched.Server.Asked);
    }

    [Fact]
    public async Task Years_rounds_and_schools_that_Skolverket_takes_away_stay()
    {
        await using var fetched = await Fetched.Night();
        await fetched.Run();
        fetched.Next(days: 20);
        var series = fetched.Server[MadeSkolverket.Statistics("90000101")]!["body"]!["studentsPerTeacherQuota"]!.AsArray();
        series.RemoveAt(1);
        var survey = fetched.Server[MadeSkolverket.Survey("90000101", "custodiansgr")]!["body"]!;
        survey["semester"] = "VT26";
        survey["satisfactionMetrics"]!["average"] = "9,9";
        // Almskolan is closed, and what the API told of it is gone.
        fetched.Server.Changed.Add("90000102");
        var alm = fetched.Server[MadeSkolverket.Unit("90000102")]!["data"]!["attributes"]!;
        (alm["status"], alm["endDate"], alm["schoolTypes"]) = ("UPPHORT", "2026-01-31", new System.Text.Json.Nodes.JsonArray("VUX"));
        fetched.Server[MadeSkolverket.Statistics("90000102")] = null;

        var report = await fetched.Run();

        Assert.All(report.Sources.Skip(1), s => Assert.Equal((null, 0), (s.Message, s.RowsRejected)));
        Assert.Equal("1|12|-|-|-", await fetched.Made.Figure("gr-90000101", "skolverket-gr-elever-per-larare", 2024));
        Assert.Equal("1|7.6|200|-|-", await fetched.Made.Figure("gr-90000101", "skolverket-skolenkaten-vardnadshavare-nojd-index", 2024));
        Assert.Equal("1|9.9|200|-|-", await fetched.Made.Figure("gr-90000101", "skolverket-skolenkaten-vardnadshavare-nojd-index", 2026));
        Assert.Equal("1|9.9|-|-|-", await fetched.Made.Figure("gr-90000102", "skolverket-gr-elever-per-larare", 2025));
        Assert.Equal(["gr-90000102|closed|2026-01-31"], await fetched.Made.Rows("select unit_id, kind, happened_on from rpt.unit_event"));
    }

    [Fact]
    public async Task A_cut_fetch_leaves_yesterdays_figures_and_goes_on_where_it_stopped()
    {
        await using var fetched = await Fetched.Night();
        await fetched.Run();
        var before = await fetched.Made.AllFigures();
        fetched.Next(days: 20);
        fetched.Server.Instead = asked => asked == MadeSkolverket.Statistics("90000102") ? MadeSkolverket.Says("busy", HttpStatusCode.InternalServerError) : null;

        var report = await fetched.Run();

        Assert.Equal("failed", report.Sources.Single(s => s.SourceId == "skolverket").Outcome);
        Assert.Equal("unchanged", report.Sources.Single(s => s.SourceId == "skolenhetsregistret").Outcome);
        Assert.Contains("servern svarade 500", report.Sources.Single(s => s.SourceId == "skolverket").Message, StringComparison.Ordinal);
        Assert.Equal(before, await fetched.Made.AllFigures());

        fetched.Server.Instead = _ => null;
        fetched.Server.Asked.Clear();
        Assert.Equal(NightOutcome.Unchanged, (await fetched.Run()).Outcome);
        Assert.DoesNotContain(MadeSkolverket.Statistics("90000101"), fetched.Server.Asked);
        Assert.Contains(MadeSkolverket.Statistics("90000102"), fetched.Server.Asked);
    }

    [Theory]
    [InlineData("<html>Driftstopp</html>", "svaret var en webbsida i stället för data")]
    [InlineData("{ \"status\": \"OK\", \"bo", "svaret var inte hela den data som Skolverket brukar ge")]
    [InlineData("[]", "svaret var inte hela den data som Skolverket brukar ge")]
    [InlineData("", "svaret var tomt")]
    public async Task An_answer_that_is_no_answer_is_asked_for_again_and_then_given_up(string text, string says)
    {
        await using var fetched = await Fetched.Night();
        fetched.Server.Instead = asked => asked == MadeSkolverket.Statistics("90000101") ? MadeSkolverket.Says(text) : null;

        var report = await fetched.Run();

        Assert.Contains(says, report.Sources.Single(s => s.SourceId == "skolverket").Message, StringComparison.Ordinal);
        Assert.Equal(2, fetched.Server.Asked.Count(a => a == MadeSkolverket.Statistics("90000101")));
        Assert.Empty(await fetched.Made.Rows("select measure_id from rpt.measure where source_id = 'skolverket'"));
    }

    [Fact]
    public async Task A_busy_server_is_left_alone_for_as_long_as_it_asks()
    {
        await using var fetched = await Fetched.Night();
        var busy = 1;
        fetched.Server.Instead = asked =>
        {
            if (asked != MadeSkolverket.Unit("90000101") || busy-- <= 0)
                return null;
            var answer = MadeSkolverket.Says("", HttpStatusCode.TooManyRequests);
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(90));
            return answer;
        };
        var began = fetched.Clock.GetUtcNow();

        await fetched.Run();

        Assert.True(fetched.Clock.GetUtcNow() - began >= TimeSpan.FromSeconds(90));
        Assert.Contains(fetched.Made.Steps, s => s.Contains("servern svarade 429; försöker igen om 90 s", StringComparison.Ordinal));
        Assert.Equal(3, await fetched.Made.Count("select count(*) from rpt.unit"));
    }

    [Theory]
    [InlineData("/skolenhetsregistret/v2/school-units?school_type=GR", "{ \"data\": { \"attributes\": [] } }", "skolenhetsregistret", "listan över skolenheter var tom")]
    [InlineData("/planned-educations/v4/school-units?typeOfSchooling=gr&page=0&size=100", "{ \"body\": { \"page\": { \"totalPages\": 0 } } }", "skolverket", "listan över skolenheter med skolformen gr var tom")]
    [InlineData("/planned-educations/v4/school-units?typeOfSchooling=gr&page=0&size=100", "{ \"body\": { } }", "skolverket", "säger inte hur många sidor det är")]
    public async Task An_empty_list_from_the_server_unlists_nobody(string path, string answer, string source, string says)
    {
        await using var fetched = await Fetched.Night();
        await fetched.Run();
        fetched.Next(days: 20);
        fetched.Server.Instead = asked => asked == path ? MadeSkolverket.Says(answer) : null;

        var report = await fetched.Run();

        Assert.Contains(says, report.Sources.Single(s => s.SourceId == source).Message, StringComparison.Ordinal);
        Assert.Empty(await fetched.Made.Rows("select unit_id from rpt.unit where is_listed = 0"));
    }

    /// <summary>Nights that fetch from a made-up server, by a clock that runs as fast as somebody waits for it.</summary>
    private sealed class Fetched(MadeNight made) : IAsyncDisposable
    {
        public MadeNight Made => made;

        public MadeSkolverket Server { get; } = new();

        public HurriedClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

        public static async Task<Fetched> Night()
        {
            var made = await MadeSchools.Night();
            var quick = "\"polite\": { \"attempts\": 2, \"requestsPerSecond\": 50 }";
            made.Change("skolor.json", "\"idPrefix\"", $"{quick}, \"idPrefix\"");
            made.Change("skolstatistik.json", "\"skolverketStatistics\": {}", $"\"skolverketStatistics\": {{ {quick} }}");
            made.Sources("kommuner.json", "skolor.json", "skolstatistik.json");
            return new Fetched(made);
        }

        public void Next(int days)
        {
            Clock.Pass(TimeSpan.FromDays(days));
            Server.Asked.Clear();
        }

        public async Task<NightReport> Run()
        {
            using var http = new HttpClient(Server, disposeHandler: false);
            return await new Data.Nightly.Night(made.Database.Reporting, Path.Combine(made.Folder, "App_Data", "raw"), Clock, http)
                .Run(Path.Combine(made.Folder, "sources.json"), dryRun: false, made.Steps.Add, TestContext.Current.CancellationToken);
        }

        public ValueTask DisposeAsync()
        {
            Server.Dispose();
            return made.DisposeAsync();
        }
    }
}
