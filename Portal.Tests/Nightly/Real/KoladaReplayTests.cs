using System.Globalization;
using Portal.Data.Nightly;

namespace Portal.Tests.Nightly.Real;

/// <summary>The real records of Kolada, fetched over HTTP, against their files.</summary>
public sealed class KoladaReplayTests(KoladaReplayNight night) : IClassFixture<KoladaReplayNight>
{
    private static readonly string[] YearFive = ["N15629", "N15613", "N15614", "N15602", "N15603", "N15608"];
    private static readonly string[] YearEight = ["N15659", "N15643", "N15644", "N15632", "N15633", "N15638"];

    [Fact]
    public void The_night_reads_all_that_it_fetched()
    {
        Assert.Equal(("read", null), (night.Report.Outcome, night.Report.Message));
        Assert.Equal(0, night.Report.Reasons.GetValueOrDefault(("reject", "Okänd kommun eller grupp")));
    }

    [Fact]
    public void A_server_that_answers_too_many_requests_is_asked_again()
    {
        Assert.Equal("read", night.Report.Outcome);
        Assert.Contains(night.Steps, s => s.Contains("servern svarade 429; försöker igen om 1 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_pupil_survey_figure_agrees_with_its_file()
    {
        var given = Given();
        var shown = (await night.Rows<Shown>("""
            select upper(substr(m.measure_id, 8)) as Kpi, s.subject_id as Municipality, o.period as Year, o.state as State, o.value as Value, o.origin_period as Origin
            from rpt.observation as o
            join rpt.subject as s on s.subject_key = o.subject_key
            join rpt.measure as m on m.measure_key = o.measure_key
            where m.source_id = 'kolada' and m.measure_id like 'kolada-n1%'
            """)).ToDictionary(r => (r.Kpi, r.Municipality, r.Year));
        Assert.Equal(17_521, given.Count);
        Assert.Equal(given.Keys.ToHashSet(), shown.Keys.ToHashSet());
        var origins = Origins(given);
        foreach (var (key, value) in given)
        {
            var repeated = origins.TryGetValue((Stage(key.Kpi), key.Municipality, key.Year), out var origin);
            Assert.Equal((key, repeated ? null : value, repeated ? origin : null), (key, shown[key].Value, shown[key].Origin));
            Assert.Equal(repeated ? 3 : value is null ? 6 : 1, shown[key].State);
        }
    }

    [Fact]
    public async Task Twenty_figures_picked_at_random_agree_with_their_file()
    {
        var given = Given();
        var origins = Origins(given);
        // Another choice each day, and the same one all day.
        var random = new Random(DateTime.UtcNow.DayOfYear);
        var measured = given.Where(g => g.Value is not null && !origins.ContainsKey((Stage(g.Key.Kpi), g.Key.Municipality, g.Key.Year))).Select(g => g.Key)
            .OrderBy(k => k).ToArray();
        foreach (var (kpi, municipality, year) in random.GetItems(measured, 20))
        {
            var value = Assert.Single(await night.Rows<double>($"""
                select o.value
                from rpt.observation as o
                join rpt.subject as s on s.subject_key = o.subject_key
                join rpt.measure as m on m.measure_key = o.measure_key
                where m.measure_id = 'kolada-{kpi.ToLowerInvariant()}' and s.subject_id = '{municipality}' and o.period = {year.ToString(CultureInfo.InvariantCulture)} and o.sex = 'T'
                """));
            Assert.Equal(given[(kpi, municipality, year)], value);
        }
    }

    [Fact]
    public async Task A_year_without_a_survey_is_missing_and_never_zero()
    {
        Assert.Equal(0, await night.Count("""
            select count(*)
            from rpt.observation as o
            join rpt.measure as m on m.measure_key = o.measure_key
            where m.measure_id = 'kolada-u23471' and o.period = 2021 and o.value is not null
            """));
        Assert.True(await night.Count("select count(*) from rpt.observation as o join rpt.measure as m on m.measure_key = o.measure_key join rpt.subject as s on s.subject_key = o.subject_key where m.measure_id = 'kolada-u23471' and s.scope = 'country'") > 0);
    }

    [Fact]
    public async Task The_municipalities_are_those_of_the_master_and_regions_are_none()
    {
        Assert.Equal(290, await night.Count("select count(*) from rpt.municipality as m"));
        Assert.Equal(0, await night.Count("select count(*) from rpt.subject as s where s.subject_id like '00%' and s.scope <> 'country'"));
    }

    [Fact]
    public async Task Groups_with_a_member_among_the_municipalities_are_kept() =>
        Assert.InRange(await night.Count("select count(*) from rpt.municipality_group as g where g.source_id = 'kolada'"), 3_000, 3_630);

    [Fact]
    public async Task Preschools_are_known_by_Skolverket_s_id_in_Kolada_s()
    {
        var register = RealFiles.Read("preschool/forskolor_sverige_8739.csv").Count(r => r["Kommunkod"].PadLeft(4, '0') is "0114" or "1480");
        Assert.Equal(register, await night.Count("select count(*) from rpt.unit_outside_id as o where o.source_id = 'kolada' and o.outside_id like 'V11E%'"));
    }

    [Fact]
    public async Task A_measure_has_its_publishing_days_from_the_catalogue() =>
        Assert.Equal("2026|2026-05-29", Assert.Single(await night.Rows<string>("select concat(m.published_period, '|', m.published_on) from rpt.measure as m where m.measure_id = 'kolada-n15613'")));

    [Fact]
    public async Task The_next_night_has_nothing_new_to_publish()
    {
        Assert.Equal("read", night.Report.Outcome);
        Assert.Equal(NightOutcome.Unchanged, (await night.Run()).Outcome);
    }

    private static string Stage(string kpi) => YearFive.Contains(kpi) ? "5" : YearEight.Contains(kpi) ? "8" : "gy";

    private static Dictionary<(string Kpi, string Municipality, int Year), double?> Given() =>
        RealFiles.Read("skolenkaten/kolada_skolenkaten_per_kommun_2022_2026.csv").ToDictionary(
            r => (r["kpi"], r["municipality"], int.Parse(r["year"], CultureInfo.InvariantCulture)),
            r => RealFiles.Number(r["value_T_percent_helt_och_hallet"]));

    // The rule of the README, told over again: stage, municipality and year to the year that was measured.
    private static Dictionary<(string Stage, string Municipality, int Year), int?> Origins(Dictionary<(string Kpi, string Municipality, int Year), double?> given)
    {
        var origins = new Dictionary<(string, string, int), int?>();
        foreach (var year in given.GroupBy(g => (Stage(g.Key.Kpi), g.Key.Municipality, g.Key.Year)).OrderBy(g => g.Key.Year))
        {
            var (stage, municipality, at) = year.Key;
            var figures = year.Where(g => g.Value is not null).ToList();
            if (figures.Count >= 3 && figures.TrueForAll(g => given.TryGetValue((g.Key.Kpi, municipality, at - 1), out var before) && before == g.Value))
                origins[(stage, municipality, at)] = origins.GetValueOrDefault((stage, municipality, at - 1)) ?? at - 1;
        }
        return origins;
    }

    private sealed record Shown
    {
        public string Kpi { get; init; } = "";
        public string Municipality { get; init; } = "";
        public int Year { get; init; }
        public int State { get; init; }
        public double? Value { get; init; }
        public int? Origin { get; init; }
    }
}
