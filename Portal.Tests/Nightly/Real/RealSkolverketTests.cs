using System.Globalization;

namespace Portal.Tests.Nightly.Real;

/// <summary>Skolverket's real schools and values: every one is accounted for, and those picked at random say what their file says.</summary>
public sealed class RealSkolverketTests(RealNight night) : IClassFixture<RealNight>
{
    private const string Schools = "skolverket/gr_school_units.csv";
    private const string Values = "skolverket/gr_statistics_long.csv";

    [Fact]
    public async Task Every_school_of_both_sources_is_one_unit_but_the_three_that_lie_nowhere()
    {
        var list = night.Report.Sources.Single(s => s.SourceId == "skolverket-skollista");
        var details = night.Report.Sources.Single(s => s.SourceId == "skolverket-skolenheter");
        var schools = RealFiles.Read(Schools);

        Assert.Equal(1674, schools.Count);
        Assert.Equal((1674, 3), (list.RowsRead, list.RowsRejected));
        Assert.Equal([("reject", "Okänd kommun")], list.Reasons.Keys);
        Assert.Equal(Nowhere(), list.Rejects.Select(r => r.Content!.Split(',')[0]).ToHashSet());
        Assert.Equal(0, details.RowsRejected);
        var ids = (await night.Rows<(string Code, string Unit)>("select outside_id, unit_id from rpt.unit_outside_id where source_id = 'skolverket-skollista'")).ToDictionary(r => r.Code, r => r.Unit);
        Assert.Equal(schools.Select(s => s["school_unit_code"]).Except(Nowhere(), StringComparer.Ordinal).Order(StringComparer.Ordinal), ids.Keys.Order(StringComparer.Ordinal));
        Assert.All(ids, i => Assert.Equal($"gr-{i.Key}", i.Value));
        // 432 answers, of which the list has all but 19.
        Assert.True(await night.Count("select count(*) from rpt.unit where source_id = 'skolverket-skolenheter'") >= 432);
        Assert.True(await night.Count("select count(*) from rpt.unit_outside_id as a join rpt.unit_outside_id as b on b.unit_id = a.unit_id where a.source_id = 'skolverket-skolenheter' and b.source_id = 'skolverket-skollista'") >= 413);
    }

    [Fact]
    public async Task All_87386_values_are_accounted_for_by_type()
    {
        var rows = RealFiles.Read(Values);
        var report = night.Report.Sources.Single(s => s.SourceId == "skolverket-filer");
        var nowhere = Nowhere();
        var lost = rows.Count(r => nowhere.Contains(r["school_unit_code"]));

        Assert.Equal(87_386, rows.Count);
        Assert.Equal((87_386, lost), (report.RowsRead, report.RowsRejected));
        Assert.Equal([("reject", "Okänd skolenhet")], report.Reasons.Keys);
        var expected = rows.Where(r => !nowhere.Contains(r["school_unit_code"]) && r["time_period"].Length > 0)
            .GroupBy(r => Expected(r["value"])).Select(g => (g.Key.State, g.Key.IsApproximate, g.Key.Value is not null, Count: 0)).Distinct().ToHashSet();
        var counts = rows.Where(r => !nowhere.Contains(r["school_unit_code"]) && r["time_period"].Length > 0)
            .CountBy(r => (Expected(r["value"]).State, Expected(r["value"]).IsApproximate)).ToDictionary(c => c.Key, c => c.Value);
        var published = (await night.Rows<(int State, bool IsApproximate, int Count)>("""
            select o.state, o.is_approximate, count(*) from rpt.observation as o join rpt.measure as m on m.measure_key = o.measure_key
            where m.source_id = 'skolverket-filer' group by o.state, o.is_approximate
            """)).ToDictionary(r => (r.State, r.IsApproximate), r => r.Count);
        Assert.Equal(5, expected.Count);
        Assert.Equal(counts, published);
        // Values of measures that a school has none of have no school year, and are the rest.
        Assert.Equal(
            87_386 - lost - counts.Values.Sum(),
            rows.Count(r => r["time_period"].Length == 0 && !nowhere.Contains(r["school_unit_code"])));
    }

    [Fact]
    public async Task Twenty_values_picked_at_random_and_two_of_each_type_say_what_their_file_says()
    {
        var nowhere = Nowhere();
        var rows = RealFiles.Read(Values).Where(r => r["time_period"].Length > 0 && !nowhere.Contains(r["school_unit_code"])).ToList();
        var random = new Random(20261126);
        var picked = rows.OrderBy(_ => random.Next()).Take(20)
            .Concat(rows.GroupBy(r => r["value_type"]).SelectMany(g => g.OrderBy(_ => random.Next()).Take(2)))
            .Concat(rows.Where(r => r["value"].StartsWith("cirka", StringComparison.Ordinal)).Take(2)).ToList();
        Assert.True(picked.Count >= 20);
        var measures = new Dictionary<string, string> { ["certifiedTeachersQuota"] = "larare-behoriga", ["totalNumberOfPupils"] = "elever" };
        foreach (var row in picked)
        {
            var period = int.Parse(row["time_period"][..4], CultureInfo.InvariantCulture);
            var published = await night.Rows<(string Measure, int State, double? Value, bool IsApproximate)>($"""
                select m.measure_id, o.state, o.value, o.is_approximate from rpt.observation as o
                join rpt.subject as s on s.subject_key = o.subject_key join rpt.measure as m on m.measure_key = o.measure_key
                where s.subject_id = 'gr-{row["school_unit_code"]}' and o.period = {period} and m.source_id = 'skolverket-filer' and m.sort_order = {Array.IndexOf(Order, row["indicator"]) + 1}
                """);
            var one = Assert.Single(published);
            Assert.Equal(Expected(row["value"]), (one.State, one.Value, one.IsApproximate));
            if (measures.TryGetValue(row["indicator"], out var id))
                Assert.Equal($"skolverket-gr-{id}", one.Measure);
        }
    }

    [Fact]
    public async Task The_untouched_answers_give_what_the_file_has_of_the_same_schools()
    {
        var report = night.Report.Sources.Single(s => s.SourceId == "skolverket-svar");
        Assert.Equal("read", report.Outcome);
        Assert.All(report.Reasons.Keys, r => Assert.Equal(("reject", "Okänd skolenhet"), r));
        var unlike = await night.Count("""
            select count(*) from rpt.observation as a
            join rpt.measure as m on m.measure_key = a.measure_key and m.source_id = 'skolverket-svar'
            join rpt.measure as n on n.sort_order = m.sort_order and n.source_id = 'skolverket-filer'
            join rpt.observation as b on b.subject_key = a.subject_key and b.measure_key = n.measure_key and b.period = a.period and b.sex = a.sex
            where a.state <> b.state or coalesce(a.value, -1) <> coalesce(b.value, -1) or a.is_approximate <> b.is_approximate
            """);
        Assert.Equal(0, unlike);
    }

    // The order in which the API has its indicators.
    private static readonly string[] Order =
    [
        "studentsPerTeacherQuota", "certifiedTeachersQuota", "specialTeacherPositions", "specialEducatorsQuota", "totalNumberOfPupils",
        "ratioOfPupilsIn6thGradeWithAllSubjectsPassed",
        "averageResultNationalTestsSubjectSVE6thGrade", "averageResultNationalTestsSubjectSVA6thGrade", "averageResultNationalTestsSubjectENG6thGrade", "averageResultNationalTestsSubjectMA6thGrade",
        "averageResultNationalTestsSubjectSVE9thGrade", "averageResultNationalTestsSubjectSVA9thGrade", "averageResultNationalTestsSubjectENG9thGrade", "averageResultNationalTestsSubjectMA9thGrade",
        "ratioOfPupilsIn9thGradeWithAllSubjectsPassed", "averageGradesMeritRating9thGrade",
        "ratioOfPupils9thGradeEligibleForNationalProgramYR", "ratioOfPupils9thGradeEligibleForNationalProgramES",
        "ratioOfPupils9thGradeEligibleForNationalProgramSAEKHU", "ratioOfPupils9thGradeEligibleForNationalProgramNATE",
    ];

    private static HashSet<string> Nowhere() => RealFiles.Read(Schools).Where(s => s["municipality_code"].Length == 0).Select(s => s["school_unit_code"]).ToHashSet();

    // By the sign alone, as the table signs of Skolverket's statistics say.
    private static (int State, double? Value, bool IsApproximate) Expected(string value) => value switch
    {
        "." => (6, null, false),
        ".." => (2, null, false),
        "*" => (5, null, false),
        ['~', .. var about] => (1, Number(about), true),
        _ when value.StartsWith("cirka ", StringComparison.Ordinal) => (1, Number(value[6..]), true),
        _ => (1, Number(value), false),
    };

    private static double Number(string text) => double.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.GetCultureInfo("sv-SE"));
}
