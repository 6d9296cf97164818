using System.Globalization;

namespace Portal.Tests.Nightly.Real;

/// <summary>Real lists by municipality: what is published is what their files say, read by a reader of the test's own.</summary>
public sealed class RealListTests(RealNight night) : IClassFixture<RealNight>
{
    private const string Schools = "skolenkaten/kolada_skolenkaten_per_kommun_2022_2026.csv";
    private const string Panel = "elderly/hemtjanst_panel_2014_2017_kolada.csv";

    [Fact]
    public async Task Every_row_of_the_school_survey_is_published_as_a_measurement_or_as_a_repeated_round()
    {
        var file = Figures();
        var published = await Published("skolenkaten-kommun-");
        Assert.Equal(17_521, file.Count);
        Assert.Equal(file.Keys.Order(), published.Keys.Order());

        // A year is repeated when a group's figures are, all of them, those of the year before: worked out here anew.
        var years = file.GroupBy(f => (f.Key.Group, f.Key.Municipality, f.Key.Year))
            .ToDictionary(g => g.Key, g => string.Join(' ', g.OrderBy(f => f.Key.Kpi).Select(f => $"{f.Key.Kpi}={f.Value}")));
        int Origin((string Group, string Municipality, int Year) at)
        {
            var before = (at.Group, at.Municipality, at.Year - 1);
            return years.TryGetValue(before, out var then) && then == years[at] ? Origin(before) : at.Year;
        }
        foreach (var (key, value) in file)
        {
            var origin = Origin((key.Group, key.Municipality, key.Year));
            var expected = origin == key.Year ? (1, (double?)value, (int?)null) : (3, null, origin);
            Assert.Equal(expected, published[key]);
        }
        Assert.Equal(1_550, years.Keys.Count(y => Origin(y) != y.Year));
    }

    [Fact]
    public async Task Twenty_values_of_each_list_picked_at_random_stand_on_their_municipality()
    {
        var random = new Random(20250412);
        var schools = await Published("skolenkaten-kommun-");
        foreach (var (key, value) in Figures().Where(f => schools[f.Key].Origin is null).OrderBy(_ => random.Next()).Take(20))
            Assert.Equal(value, schools[key].Value);

        var names = (await night.Rows<(string Code, string Name)>("select m.municipality_code, m.name from rpt.municipality as m")).ToDictionary(m => m.Name, m => m.Code);
        var panel = (await night.Rows<(string Measure, string Code, int Period, double Value)>("""
            select m.measure_id, s.subject_id, o.period, o.value
            from rpt.observation as o
            join rpt.measure as m on m.measure_key = o.measure_key
            join rpt.subject as s on s.subject_key = o.subject_key
            where m.source_id = 'hemtjanst-panel' and s.scope = 'municipality'
            """)).ToDictionary(o => (o.Measure, o.Code, o.Period), o => o.Value);
        var columns = new[] { ("care_recievers", "mottagare"), ("hours", "timmar"), ("cost", "kostnad"), ("public_providers", "egen-regi") };
        var rows = RealFiles.Read(Panel);
        Assert.Equal(1_104, rows.Count);
        // The names stand with a space before them.
        Assert.All(rows, r => Assert.StartsWith(" ", r["municipality"], StringComparison.Ordinal));
        Assert.Equal(4 * rows.Count, panel.Count);
        foreach (var row in rows.OrderBy(_ => random.Next()).Take(20))
        {
            foreach (var (column, measure) in columns)
                Assert.Equal(RealFiles.Number(row[column]), panel[($"hemtjanst-panel-{measure}", names[row["municipality"].Trim()], Year(row))]);
        }
    }

    private static Dictionary<(string Group, string Kpi, string Municipality, int Year), double> Figures() => RealFiles.Read(Schools).ToDictionary(
        r => (r["group"] switch { "Elever Åk 5" => "arskurs-5", "Elever Åk 8" => "arskurs-8", _ => "gymnasiet" }, r["kpi"], r["municipality"], Year(r)),
        r => RealFiles.Number(r["value_T_percent_helt_och_hallet"])!.Value);

    private static int Year(IReadOnlyDictionary<string, string> row) => int.Parse(row["year"], CultureInfo.InvariantCulture);

    private async Task<Dictionary<(string Group, string Kpi, string Municipality, int Year), (int State, double? Value, int? Origin)>> Published(string surveys) =>
        (await night.Rows<(string Survey, string Question, string Code, int Period, int State, double? Value, int? Origin)>($"""
            select m.survey_id, q.question_id, s.subject_id, o.period, o.state, o.value, o.origin_period
            from rpt.observation as o
            join rpt.measure as m on m.measure_key = o.measure_key
            join rpt.question as q on q.question_key = m.question_key
            join rpt.subject as s on s.subject_key = o.subject_key
            where m.survey_id like '{surveys}%' and s.scope = 'municipality' and o.is_derived = 0
            """))
        .ToDictionary(o => (o.Survey[surveys.Length..], o.Question[(o.Survey.Length + 1)..], o.Code, o.Period), o => (o.State, o.Value, o.Origin));
}
