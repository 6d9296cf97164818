using Portal.Data.Model;
using Portal.Tests.Disclosure;
using static Portal.Tests.Nightly.Real.RealSurvey;

namespace Portal.Tests.Nightly.Real;

/// <summary>What a real night publishes is what the real files say, cell by cell, and nothing is lost on the way.</summary>
public sealed class RealNightTests(RealNight night) : IClassFixture<RealNight>
{
    private const string Source = "gbg-forskoleenkat";

    [Fact]
    public async Task Every_municipality_every_preschool_and_every_id_of_the_survey_is_there()
    {
        Assert.All(night.Report.Sources.Where(s => !s.SourceId.StartsWith("skolverket", StringComparison.Ordinal)), s => Assert.Equal(("read", 0), (s.Outcome, s.RowsRejected)));
        Assert.Equal(290, await night.Count("select count(*) from rpt.municipality"));
        Assert.Equal(8739, await night.Count("select count(*) from rpt.unit where is_listed = 1 and source_id = 'forskoleregister'"));
        Assert.Equal(
            new RealSurvey().Reports.Select(r => r.School).Distinct().Order(StringComparer.Ordinal),
            (await night.Rows<string>($"select outside_id from rpt.unit_outside_id where source_id = '{Source}'")).Order(StringComparer.Ordinal));
        Assert.Equal(564, await night.Count($"select count(*) from rpt.unit_outside_id as o join rpt.unit as u on u.unit_id = o.unit_id where o.source_id = '{Source}' and u.is_listed = 1"));
        // Four out of five ids are units of the register; a plain comparison of names settles 356.
        Assert.InRange(await night.Count($"select count(*) from rpt.unit_outside_id where source_id = '{Source}' and unit_id like 'fsk-%'"), 455, 564);
    }

    [Fact]
    public async Task Reports_picked_at_random_and_the_odd_ones_say_what_their_files_say()
    {
        var survey = new RealSurvey();
        var rows = await Published();
        var units = await Units();
        var random = new Random(20241122);
        var odd = new[]
        {
            survey.Reports.Where(r => r.Respondents is null || r.Invited is null || r.Rate is null).Take(3),
            survey.Reports.Where(r => r.Respondents < 14).Take(3),
            survey.Reports.Where(r => r.Year == 2024).Take(3),
            survey.Reports.Where(r => r.Year == 2021).GroupBy(r => r.Document).Where(g => g.Count() > 1).Take(3).SelectMany(g => g),
        };
        Assert.All(odd.Skip(1), o => Assert.NotEmpty(o));
        var picked = survey.Reports.OrderBy(_ => random.Next()).Take(30).Concat(odd.SelectMany(o => o)).Select(r => r.Id)
            .Except(survey.CountedElsewhere(units)).ToHashSet();

        var (figures, answers) = (0, 0);
        foreach (var (cell, expected) in survey.Figures().Where(f => picked.Contains(f.Cell.Report)))
        {
            var report = survey[cell.Report];
            var row = rows[(units[report.School], cell.Wording, cell.Kind, report.Year, cell.Sex)];
            Assert.Equal((expected.State, expected.Value), ((ObservationState)row.State, row.Value));
            Assert.Equal(
                cell.Sex == "T" ? (report.Respondents, report.Invited, report.Rate) : (null, null, null),
                (row.Respondents, row.Invited, row.ResponseRate));
            Assert.False(row.IsDerived);
            figures++;
        }
        var distributions = await Distributions();
        foreach (var (cell, shares) in survey.Answers().Where(f => picked.Contains(f.Cell.Report)))
        {
            var report = survey[cell.Report];
            SameAnswers(report, shares, distributions[(units[report.School], cell.Wording, report.Year)]);
            answers++;
        }
        Assert.True(figures > 2000, $"{figures} figures were compared.");
        Assert.True(answers > 700, $"{answers} distributions were compared.");
    }

    [Fact]
    public async Task No_figure_is_lost_and_none_is_there_that_the_files_and_the_rules_do_not_explain()
    {
        var survey = new RealSurvey();
        var units = await Units();
        var published = await Published();
        var expected = new Dictionary<(string, string, string, int, string), Expected>();
        var elsewhere = survey.CountedElsewhere(units);
        Assert.Equal("2885", survey[Assert.Single(elsewhere)].School);
        foreach (var (cell, figure) in survey.Figures().Where(f => !elsewhere.Contains(f.Cell.Report)))
        {
            // The twins of 2021 are one report under two ids: they must agree.
            var key = (units[survey[cell.Report].School], cell.Wording, cell.Kind, survey[cell.Report].Year, cell.Sex);
            Assert.True(expected.TryAdd(key, figure) || expected[key] == figure, key.ToString());
        }
        Assert.All(expected, e => Assert.Equal(e.Value, new Expected((ObservationState)published[e.Key].State, published[e.Key].Value)));

        var rest = published.Where(p => !expected.ContainsKey(p.Key)).ToList();
        var derived = rest.Where(r => r.Value.IsDerived).ToList();
        var worked = WorkedOut(survey, units, expected);
        Assert.Equal(worked.Keys.Order(), derived.Select(d => d.Key).Order());
        Assert.All(derived, d => Assert.Equal((worked[d.Key] is null ? 2 : 1, worked[d.Key]), (d.Value.State, d.Value.Value)));

        // A unit of a round has a row for every measure that some unit of the round has.
        var missing = rest.Where(r => !r.Value.IsDerived).ToList();
        Assert.All(missing, m => Assert.Equal((6, "T"), (m.Value.State, m.Key.Sex)));
        var ofAll = expected.Keys.Concat(worked.Keys).Where(k => k.Item5 == "T").ToList();
        var cells = ofAll.GroupBy(k => k.Item4).Sum(round => round.Select(k => k.Item1).Distinct().Count() * round.Select(k => (k.Item2, k.Item3)).Distinct().Count());
        Assert.Equal(cells - ofAll.Count, missing.Count);
    }

    [Fact]
    public async Task No_answer_is_lost()
    {
        var survey = new RealSurvey();
        var units = await Units();
        var distributions = await Distributions();
        var seen = new HashSet<(string, string, int)>();
        var elsewhere = survey.CountedElsewhere(units);
        foreach (var (cell, shares) in survey.Answers().Where(a => !elsewhere.Contains(a.Cell.Report) && a.Shares.Any(s => s is not null)))
        {
            var report = survey[cell.Report];
            var key = (units[report.School], cell.Wording, report.Year);
            seen.Add(key);
            SameAnswers(report, shares, distributions[key]);
        }
        Assert.Equal(seen.Count, distributions.Count);
    }

    [Fact]
    public async Task Every_figure_of_the_districts_the_city_and_the_region_is_one_that_rows_say()
    {
        var survey = new RealSurvey();
        var said = new HashSet<(string Scope, string Wording, int Period, double Value)>();
        foreach (var row in survey.Means)
        {
            foreach (var (column, scope) in new[] { ("mean_district", "district"), ("mean_goteborg", "municipality"), ("mean_gr", "group") })
            {
                if (RealFiles.Number(row[column]) is { } value)
                    said.Add((scope, survey.Wordings[row["question_id"]], survey[row["report_id"]].Year, value));
            }
        }
        var levels = await night.Rows<Row>(Rows("s.scope as UnitId", "s.scope <> 'unit' and o.is_derived = 0"));
        Assert.All(levels, l => Assert.Contains((l.UnitId, Letters(l.Wording), l.Period, l.Value!.Value), said));
        Assert.Equal(
            said.Where(s => s.Scope != "district").Select(s => (s.Scope, s.Wording, s.Period)).Distinct().Count(),
            levels.Count(l => l.UnitId != "district"));
    }

    [Fact]
    public async Task The_241_ids_are_29_questions_and_only_one_of_them_is_not_asked_in_every_round()
    {
        var survey = new RealSurvey();
        Assert.Equal(241, survey.Wordings.Count);
        var questions = await night.Rows<(string Id, string Wording, string Rounds)>("""
            select q.question_id, q.wording, (select group_concat(x.period, ' ') from (
              select r.period from rpt.question_round as r where r.question_key = q.question_key order by r.period) as x)
            from rpt.question as q
            where q.survey_id = 'gbg-forskola'
            """);
        Assert.Equal(survey.Wordings.Values.Distinct().Order(), questions.Select(q => Letters(q.Wording)).Order());
        Assert.Equal(29, questions.Count);
        Assert.Equal(
            [("gbg-forskola-16", "2020"), ("gbg-forskola-95", "2021 2022 2023 2024")],
            questions.Where(q => q.Rounds != "2020 2021 2022 2023 2024").Select(q => (q.Id, q.Rounds)).Order());
        // The headline of every unit is a share of one and the same question.
        Assert.Equal(["gbg-forskola-27-andel"], await night.Rows<string>(
            "select distinct m.measure_id from rpt.unit as u join rpt.measure as m on m.measure_key = u.headline_measure_key"));
    }

    [Fact]
    public async Task Nothing_below_the_floor_is_published()
    {
        Assert.Empty(await night.Rows<string>($"select x.subject_id from ({PublishedFloorTests.BelowTheFloor}) as x"));
        Assert.True(await night.Count("select count(*) from rpt.observation where state = 2") > 0);
    }

    [Fact]
    public async Task No_personal_identity_number_is_published()
    {
        Assert.Equal(0, await night.Count("select count(*) from rpt.provider where substr(organisation_number, 3, 1) in ('0', '1')"));
        Assert.Equal(0, await night.Count("select count(*) from rpt.provider where provider_id glob '[0-9][0-9][01][0-9][0-3][0-9]-[0-9]*' or name glob '*[0-9][0-9][01][0-9][0-3][0-9]-[0-9]*'"));
    }

    // A share that the files lack, where the whole distribution and the mean agree; null where the answers are protected.
    private static Dictionary<(string, string, string, int, string), double?> WorkedOut(
        RealSurvey survey, Dictionary<string, string> units, Dictionary<(string, string, string, int, string), Expected> expected)
    {
        var worked = new Dictionary<(string, string, string, int, string), double?>();
        foreach (var (cell, shares) in survey.Answers())
        {
            var report = survey[cell.Report];
            var key = (units[report.School], cell.Wording, "share", report.Year, "T");
            var (all, scored) = (shares.Sum() ?? 0, shares[..5].Sum() ?? 0);
            if (expected.ContainsKey(key) || !expected.TryGetValue(key with { Item3 = "mean" }, out var mean) || Math.Abs(all - 100) > 3)
                continue;
            var points = shares[..5].Select((s, i) => (s ?? 0) * (5 - i)).Sum();
            if (scored == 0 || Math.Abs(mean.Value!.Value - (points / scored)) <= 0.15)
                worked.TryAdd(key, IsProtected(report, scored) ? null : Math.Min((shares[0] ?? 0) + (shares[1] ?? 0), 100));
        }
        return worked;
    }

    // Those who only said that they do not know are not behind an answer.
    private static bool IsProtected(Report report, double scored) =>
        report.Respondents is { } n && Math.Round(n * Math.Min(scored, 100) / 100, MidpointRounding.AwayFromZero) < 7;

    private static void SameAnswers(Report report, double?[] shares, IReadOnlyList<(int Answer, int State, double? Share)> rows)
    {
        var isProtected = IsProtected(report, shares[..5].Sum() ?? 0);
        Assert.Equal(
            shares.Select((s, i) => (i + 1, s is null ? 6 : isProtected ? 2 : 1, isProtected ? null : s)),
            rows.OrderBy(r => r.Answer));
    }

    private static string Rows(string who, string where) => $"""
        select {who}, q.wording as Wording, m.kind as Kind, o.period as Period, o.sex as Sex, o.state as State, o.value as Value,
               o.respondents as Respondents, o.invited as Invited, o.response_rate as ResponseRate, o.is_derived as IsDerived
        from rpt.observation as o
        join rpt.subject as s on s.subject_key = o.subject_key
        join rpt.measure as m on m.measure_key = o.measure_key
        join rpt.question as q on q.question_key = m.question_key
        where m.source_id = '{Source}' and {where}
        """;

    private async Task<Dictionary<(string Unit, string Wording, string Kind, int Period, string Sex), Row>> Published() =>
        (await night.Rows<Row>(Rows("s.unit_id as UnitId", "s.scope = 'unit'")))
        .ToDictionary(r => (r.UnitId, Letters(r.Wording), r.Kind, r.Period, r.Sex));

    private async Task<Dictionary<(string Unit, string Wording, int Period), List<(int Answer, int State, double? Share)>>> Distributions() =>
        (await night.Rows<(string Unit, string Wording, int Period, int Answer, int State, double? Share)>("""
            select s.unit_id, q.wording, a.period, a.answer, a.state, a.share
            from rpt.answer_distribution as a
            join rpt.subject as s on s.subject_key = a.subject_key
            join rpt.question as q on q.question_key = a.question_key
            """))
        .GroupBy(a => (a.Unit, Letters(a.Wording), a.Period))
        .ToDictionary(g => g.Key, g => g.Select(a => (a.Answer, a.State, a.Share)).ToList());

    private async Task<Dictionary<string, string>> Units() =>
        (await night.Rows<(string OutsideId, string UnitId)>($"select outside_id, unit_id from rpt.unit_outside_id where source_id = '{Source}'"))
        .ToDictionary(o => o.OutsideId, o => o.UnitId);

    private sealed record Row
    {
        public string UnitId { get; init; } = "";
        public string Wording { get; init; } = "";
        public string Kind { get; init; } = "";
        public int Period { get; init; }
        public string Sex { get; init; } = "";
        public int State { get; init; }
        public double? Value { get; init; }
        public int? Respondents { get; init; }
        public int? Invited { get; init; }
        public double? ResponseRate { get; init; }
        public bool IsDerived { get; init; }
    }
}
