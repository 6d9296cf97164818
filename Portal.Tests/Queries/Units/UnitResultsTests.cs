using Portal.Data.Model;
using Portal.Data.Queries.Units;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Units;

public sealed class UnitResultsTests
{
    [Fact]
    public async Task Questions_stand_by_survey_and_area_with_the_overall_one_pointed_out()
    {
        var results = await Results(
            A.Question("q1", area: "Helhet", areaOrder: 9), A.Question("q2", area: "Trygghet", areaOrder: 1, order: 2),
            A.Question("q3", area: "Trygghet", areaOrder: 1, order: 1),
            A.Measure("a1", "q1", isHeadline: true), A.Measure("a2", "q2"), A.Measure("a3", "q3"),
            A.Observation("e-1", "a1", 2024, 80), A.Observation("e-1", "a2", 2024, 81), A.Observation("e-1", "a3", 2024, 82));

        var survey = Assert.Single(results.Surveys);
        Assert.Equal(["Trygghet", "Helhet"], survey.Areas.Select(a => a.Name));
        Assert.Equal(["q3", "q2", "q1"], survey.Questions.Select(q => q.Measure.QuestionId));
        Assert.Equal(("q1", 80.0), (survey.Headline!.Measure.QuestionId, results.Headline!.Newest.Value));
    }

    [Fact]
    public async Task The_newest_round_with_an_answer_or_a_reason_is_shown()
    {
        var results = await Results(
            A.Measure("a1", "q1"), A.Measure("a2", "q2"), A.Measure("a3", "q3"),
            A.Observation("e-1", "a1", 2022, 70), A.Observation("e-1", "a1", 2024, 80),
            A.Observation("e-1", "a2", 2022, 70), A.Observation("e-1", "a2", 2024, state: ObservationState.NotAsked),
            A.Observation("e-1", "a3", 2022, 70), A.Observation("e-1", "a3", 2024, state: ObservationState.Suppressed));

        Assert.Equal(
            [("q1", 2024, 80.0), ("q2", 2022, 70.0), ("q3", 2024, (double?)null)],
            Questions(results).Select(q => (q.Measure.QuestionId!, q.Newest.Period, q.Newest.Value)).Order());
    }

    [Fact]
    public async Task Share_goes_before_mean_and_the_sexes_are_of_the_same_year()
    {
        var results = await Results(
            A.Measure("medel", "q1", kind: "mean", order: 1), A.Measure("andel", "q1", order: 2),
            A.Observation("e-1", "medel", 2024, 2.5), A.Observation("e-1", "andel", 2024, 80),
            A.Observation("e-1", "andel", 2024, 85, sex: "K"), A.Observation("e-1", "andel", 2022, 60, sex: "M"),
            A.Observation("e-1", "andel", 2022, 61));

        var question = Assert.Single(Questions(results));
        Assert.Equal(("andel", 2.5, 85.0, null), (question.Measure.MeasureId, question.Mean!.Value, question.Women!.Value, question.Men));
    }

    [Fact]
    public async Task A_newer_mean_goes_before_an_older_share()
    {
        var results = await Results(
            A.Measure("andel", "q1"), A.Measure("medel", "q1", kind: "mean"),
            A.Observation("e-1", "andel", 2022, 80), A.Observation("e-1", "medel", 2024, 2.5));

        var question = Assert.Single(Questions(results));
        Assert.Equal(("medel", 2024, null), (question.Measure.MeasureId, question.Newest.Period, question.Mean));
    }

    [Fact]
    public async Task A_mean_with_a_value_goes_before_a_share_without()
    {
        var results = await Results(
            A.Measure("andel", "q1"), A.Measure("medel", "q1", kind: "mean"),
            A.Observation("e-1", "andel", 2024), A.Observation("e-1", "medel", 2024, 2.5),
            A.Observation("9901", "medel", 2024, 2.25, scope: "municipality"));

        var question = Assert.Single(Questions(results));
        Assert.Equal(("medel", 2.5, 2.25), (question.Measure.MeasureId, question.Newest.Value, question.Municipality.Figure!.Value));
    }

    [Fact]
    public async Task A_mean_beside_stands_with_the_mean_of_the_unit()
    {
        var results = await Results(
            A.Measure("andel", "q1"), A.Measure("medel", "q1", kind: "mean"),
            A.Observation("e-1", "andel", 2024, 80), A.Observation("e-1", "medel", 2024, 2.5),
            A.Observation("9901", "medel", 2024, 2.25, scope: "municipality"));

        var question = Assert.Single(Questions(results));
        Assert.Equal((80.0, 2.5), (question.Newest.Value!.Value, question.Mean!.Value!.Value));
        Assert.Equal((null, 2.25), (question.Municipality.Figure, question.Municipality.Mean!.Value));
    }

    [Fact]
    public async Task Beside_stands_the_same_year_or_nothing()
    {
        var results = await Results(
            A.Survey(municipality: "9901"), A.Measure("a1", "q1"), A.Measure("a2", "q2"),
            A.Observation("e-1", "a1", 2024, 80), A.Observation("9901", "a1", 2024, 75, scope: "municipality"),
            A.Observation("e-1", "a2", 2024, 80), A.Observation("9901", "a2", 2022, 74, scope: "municipality"));

        var questions = Questions(results).ToDictionary(q => q.Measure.QuestionId!);
        Assert.Equal((75.0, false), (questions["q1"].Municipality.Figure!.Value, questions["q1"].Municipality.IsLocalSurvey));
        Assert.Equal((null, false), (questions["q2"].Municipality.Figure, questions["q2"].Municipality.IsLocalSurvey));
        Assert.Equal((null, true), (questions["q1"].Country.Figure, questions["q1"].Country.IsLocalSurvey));
    }

    [Fact]
    public async Task Answers_of_another_year_than_the_figure_are_not_shown()
    {
        var results = await Results(
            A.Measure("a1", "q1"), A.Measure("a2", "q2"),
            A.Observation("e-1", "a1", 2024, 80), A.Answers("e-1", "q1", 2024, 60, 30, 10, 0),
            A.Observation("e-1", "a2", 2024, 80), A.Answers("e-1", "q2", 2022, 60, 30, 10, 0));

        Assert.Equal([4, 0], Questions(results).OrderBy(q => q.Measure.QuestionId).Select(q => q.Answers.Count));
    }

    [Fact]
    public async Task A_trend_tells_absence_from_a_question_that_was_not_asked()
    {
        var results = await Results(
            A.Round(2019), A.Round(2023), A.Question("q1", rounds: [2020, 2021, 2024]), A.Measure("a1", "q1"),
            A.Observation("e-1", "a1", 2020, 70), A.Observation("e-1", "a1", 2024, 80));

        Assert.Equal(
            [(2024, 80.0, null), (2023, null, TrendGap.NotAsked), (2021, null, TrendGap.NotInRound), (2020, 70.0, (TrendGap?)null)],
            Assert.Single(Questions(results)).Trend.Select(t => (t.Period, t.All?.Value, t.Gap)));
    }

    [Fact]
    public async Task Another_wording_stands_under_the_one_that_took_its_place_and_breaks_the_trend()
    {
        var results = await Results(
            A.Question("new", "Är du nöjd?", replaces: "old", rounds: [2023, 2024]), A.Question("old", "Är du glad?", rounds: [2021, 2022]),
            A.Measure("new-andel", "new"), A.Measure("new-medel", "new", kind: "mean"), A.Measure("old-andel", "old"),
            A.Measure("old-medel", "old", kind: "mean"),
            A.Observation("e-1", "new-andel", 2024, 80), A.Observation("e-1", "new-andel", 2023, 79), A.Observation("e-1", "new-medel", 2024, 4),
            A.Observation("e-1", "old-andel", 2022, 60), A.Observation("e-1", "old-andel", 2021, 59), A.Observation("e-1", "old-medel", 2022, 3));

        var trend = Assert.Single(Questions(results)).Trend;
        Assert.Equal(
            [(2024, 80.0, null), (2023, 79.0, null), (2022, 60.0, "Är du glad?"), (2021, 59.0, (string?)null)],
            trend.Select(t => (t.Period, t.All!.Value!.Value, t.EarlierWording)));
        Assert.Equal([4.0, null, null, null], trend.Select(t => t.Mean?.Value));
    }

    [Fact]
    public async Task An_earlier_wording_that_has_no_successor_here_stands_alone()
    {
        var results = await Results(
            A.Question("new", replaces: "old"), A.Measure("new-andel", "new"), A.Measure("old-andel", "old"),
            A.Observation("e-2", "new-andel", 2024, 80), A.Observation("e-1", "old-andel", 2022, 60));

        Assert.Equal(["old"], Questions(results).Select(q => q.Measure.QuestionId));
    }

    [Fact]
    public async Task Questions_that_replace_each_other_in_a_ring_end()
    {
        var results = await Results(
            A.Question("q1", replaces: "q2"), A.Question("q2", replaces: "q3"), A.Question("q3", replaces: "q2"),
            A.Measure("a1", "q1"), A.Measure("a2", "q2"), A.Measure("a3", "q3"),
            A.Observation("e-1", "a1", 2024, 80), A.Observation("e-1", "a2", 2023, 70), A.Observation("e-1", "a3", 2022, 60));

        Assert.Equal([2024, 2023, 2022], Questions(results).Single(q => q.Measure.QuestionId == "q1").Trend.Select(t => t.Period));
    }

    [Fact]
    public async Task A_round_that_the_unit_missed_is_told()
    {
        var results = await Results(
            A.Round(2024), A.Round(2022), A.Measure("a1", "q1"), A.Observation("e-1", "a1", 2022, 80), A.Survey("other"), A.Round(2023, "other"));

        Assert.Equal([("provenkat", 2022, 2024), ("other", (int?)null, 2023)],
            results.Surveys.Select(s => (s.Survey.SurveyId, s.NewestPeriod, s.MissedRound!.Period)));
        Assert.Empty(results.Surveys[1].Areas);
    }

    [Fact]
    public async Task Indicators_stand_by_themselves_with_their_newest_figure()
    {
        var results = await Results(
            A.Indicator("barn"), A.Indicator("larare", kind: "share", unit: "percent", periodKind: "undated"),
            A.Observation("e-1", "barn", 2023, 50), A.Observation("e-1", "barn", 2024, 55),
            A.Observation("9901", "barn", 2024, 61.5, scope: "municipality"), A.Observation("e-1", "larare", 0, 45.8));

        Assert.All(results.Surveys, s => Assert.Empty(s.Areas));
        Assert.Null(results.Headline);
        Assert.Equal([("barn", 2024, 55.0, 61.5), ("larare", 0, 45.8, (double?)null)],
            results.Indicators.Select(i => (i.Measure.MeasureId, i.Newest.Period, i.Newest.Value!.Value, i.Municipality.Figure?.Value)));
    }

    [Fact]
    public async Task A_unit_without_figures_has_the_surveys_it_could_be_in()
    {
        var results = await Results(A.Unit("e-1"), A.Survey("s-1"), A.Round(2024, "s-1"));

        Assert.Equal(["s-1"], results.Surveys.Select(s => s.Survey.SurveyId));
        Assert.Null(results.Surveys[0].NewestPeriod);
    }

    [Fact]
    public async Task A_survey_of_a_service_that_the_unit_has_left_is_still_shown()
    {
        var results = await Results(
            A.Unit("e-1", area: "hemtjanst"), A.Measure("a1", "q1"), A.Observation("e-1", "a1", 2022, 80));

        Assert.Equal(("provenkat", "Provenkäten"), results.Surveys.Select(s => (s.Survey.SurveyId, s.Survey.Name)).Single());
    }

    private static IEnumerable<QuestionResult> Questions(UnitResults results) => results.Surveys.SelectMany(s => s.Questions);

    private static async Task<UnitResults> Results(params Made[] made)
    {
        await using var db = await TestDatabase.With(made);
        return UnitResults.Of((await new UnitProfile(db.Reporting).Find("e-1", TestContext.Current.CancellationToken))!);
    }
}
