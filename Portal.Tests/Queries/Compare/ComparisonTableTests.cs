using Portal.Data.Model;
using Portal.Data.Queries.Compare;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Compare;

public sealed class ComparisonTableTests
{
    [Fact]
    public async Task A_certain_difference_is_told_and_counted()
    {
        var table = await Table(
            ["e-1", "e-2"],
            A.Measure("q1-andel", "q1"), A.Measure("q2-andel", "q2"),
            A.Observation("e-1", "q1-andel", 2024, 95, 100), A.Observation("e-2", "q1-andel", 2024, 50, 100),
            A.Observation("e-1", "q2-andel", 2024, 80, 30), A.Observation("e-2", "q2-andel", 2024, 82, 30));

        Assert.Equal(["q1"], table.Different.Select(q => q.Measure.QuestionId));
        Assert.Equal(["q2"], table.Alike.Select(q => q.Measure.QuestionId));
        Assert.Equal([new ComparedPair(0, 1, PairOutcome.CertainlyHigher)], table.Different[0].Pairs);
        Assert.Equal([new ComparedPair(0, 1, PairOutcome.NoCertainDifference)], table.Alike[0].Pairs);
        var higher = Assert.Single(table.Higher);
        Assert.Equal(("e-1", "e-2", 1), (higher.Higher.UnitId, higher.Lower.UnitId, higher.Questions));
        Assert.Equal(2, table.QuestionCount);
    }

    [Fact]
    public async Task The_readers_order_of_units_turns_the_verdict_round()
    {
        var table = await Table(
            ["e-2", "e-1"], A.Measure("q1-andel", "q1"),
            A.Observation("e-1", "q1-andel", 2024, 95, 100), A.Observation("e-2", "q1-andel", 2024, 50, 100));

        Assert.Equal([new ComparedPair(0, 1, PairOutcome.CertainlyLower)], table.Different[0].Pairs);
        Assert.Equal(("e-1", "e-2"), table.Higher.Select(h => (h.Higher.UnitId, h.Lower.UnitId)).Single());
        Assert.Equal([50.0, 95.0], table.Different[0].Cells.Select(c => c.Figure.Value!.Value));
    }

    [Fact]
    public async Task More_questions_on_the_page_ask_more_of_each()
    {
        // Alone p is about 0.015; the same pair among twenty questions is not certain (Holm).
        Made[] one = [A.Measure("m-0", "q-0"), A.Observation("e-1", "m-0", 2024, 80, 50), A.Observation("e-2", "m-0", 2024, 58, 50)];
        var many = Enumerable.Range(1, 19).SelectMany(i => new[]
        {
            A.Measure($"m-{i}", $"q-{i}"), A.Observation("e-1", $"m-{i}", 2024, 70, 50), A.Observation("e-2", $"m-{i}", 2024, 70, 50),
        });

        Assert.Single((await Table(["e-1", "e-2"], one)).Different);
        Assert.Empty((await Table(["e-1", "e-2"], [.. one, .. many])).Different);
    }

    [Theory]
    [InlineData(ObservationState.Suppressed, null, 3, PairOutcome.TooFewRespondents)]
    [InlineData(ObservationState.Suppressed, null, null, PairOutcome.TooFewRespondents)]
    [InlineData(ObservationState.Suppressed, null, 40, PairOutcome.Suppressed)]
    [InlineData(ObservationState.Published, 50.0, 4, PairOutcome.TooFewRespondents)]
    [InlineData(ObservationState.Published, 50.0, null, PairOutcome.UnknownRespondents)]
    [InlineData(ObservationState.Preliminary, 50.0, 40, PairOutcome.Preliminary)]
    [InlineData(ObservationState.NoAnswer, null, 2, PairOutcome.NoFigure)]
    [InlineData(ObservationState.Missing, null, 40, PairOutcome.NoFigure)]
    [InlineData(ObservationState.NotApplicable, null, null, PairOutcome.NoFigure)]
    [InlineData(ObservationState.NotAsked, null, null, PairOutcome.NoFigure)]
    public async Task What_cannot_be_tested_says_why(ObservationState state, double? value, int? respondents, PairOutcome outcome)
    {
        var table = await Table(
            ["e-1", "e-2"], A.Measure("q1-andel", "q1"),
            A.Observation("e-1", "q1-andel", 2024, 95, 100), A.Observation("e-2", "q1-andel", 2024, value, respondents, state: state));

        Assert.Equal(outcome, Assert.Single(Assert.Single(table.Untested).Pairs).Outcome);
    }

    [Fact]
    public async Task A_doubtful_figure_is_shown_and_not_tested()
    {
        var table = await Table(
            ["e-1", "e-2"], A.Measure("q1-andel", "q1"),
            A.Observation("e-1", "q1-andel", 2024, 95, 100), A.Observation("e-2", "q1-andel", 2024, 10, 100, isDoubtful: true));

        Assert.Equal(PairOutcome.InDoubt, table.Untested[0].Pairs[0].Outcome);
        Assert.Equal(10, table.Untested[0].Cells[1].Figure.Value);
    }

    [Fact]
    public async Task Different_years_are_shown_and_not_compared_while_units_of_one_year_are()
    {
        var table = await Table(
            ["e-1", "e-2", "e-3"], A.Measure("q1-andel", "q1"),
            A.Observation("e-1", "q1-andel", 2024, 95, 100), A.Observation("e-2", "q1-andel", 2022, 50, 100),
            A.Observation("e-3", "q1-andel", 2024, 50, 100));

        Assert.Equal([2024, 2022, 2024], table.Different[0].Cells.Select(c => c.Figure.Period));
        Assert.Equal(
            [PairOutcome.DifferentYears, PairOutcome.CertainlyHigher, PairOutcome.DifferentYears],
            table.Different[0].Pairs.Select(p => p.Outcome));
    }

    [Fact]
    public async Task The_surveys_own_floor_decides_what_is_too_few()
    {
        Made[] figures =
        [
            A.Measure("q1-andel", "q1"), A.Observation("e-1", "q1-andel", 2024, 100, 9), A.Observation("e-2", "q1-andel", 2024, 0, 9),
        ];

        Assert.Single((await Table(["e-1", "e-2"], [.. figures, A.Survey(floor: 9)])).Different);
        Assert.Single((await Table(["e-1", "e-2"], [.. figures, A.Survey(floor: 10)])).Untested);
    }

    [Fact]
    public async Task A_mean_with_its_answers_is_tested_and_one_without_is_not()
    {
        var table = await Table(
            ["e-1", "e-2"],
            A.Measure("q1-medel", "q1", kind: "mean", low: 1, high: 3, decimals: 2),
            A.Measure("q2-medel", "q2", kind: "mean", low: 1, high: 3, decimals: 2),
            A.Observation("e-1", "q1-medel", 2024, 2.85, 60), A.Answers("e-1", "q1", 2024, 90, 5, 5, 0),
            A.Observation("e-2", "q1-medel", 2024, 1.6, 60), A.Answers("e-2", "q1", 2024, 20, 20, 60, 0),
            A.Observation("e-1", "q2-medel", 2024, 2.85, 60), A.Answers("e-1", "q2", 2024, 90, 5, 5, 0),
            A.Observation("e-2", "q2-medel", 2024, 1.6, 60));

        Assert.Equal(PairOutcome.CertainlyHigher, Assert.Single(table.Different).Pairs[0].Outcome);
        Assert.Equal(PairOutcome.MeanWithoutAnswers, Assert.Single(table.Untested).Pairs[0].Outcome);
    }

    [Fact]
    public async Task A_mean_that_its_answers_deny_is_in_doubt()
    {
        var table = await Table(
            ["e-1", "e-2"],
            A.Measure("q1-medel", "q1", kind: "mean", low: 1, high: 3, decimals: 2),
            A.Observation("e-1", "q1-medel", 2024, 1.2, 60), A.Answers("e-1", "q1", 2024, 90, 5, 5, 0),
            A.Observation("e-2", "q1-medel", 2024, 1.6, 60), A.Answers("e-2", "q1", 2024, 20, 20, 60, 0));

        Assert.Equal(PairOutcome.InDoubt, table.Untested[0].Pairs[0].Outcome);
    }

    [Fact]
    public async Task A_protected_answer_leaves_the_mean_untested()
    {
        var table = await Table(
            ["e-1", "e-2"],
            A.Measure("q1-medel", "q1", kind: "mean", low: 1, high: 3, decimals: 2),
            A.Observation("e-1", "q1-medel", 2024, 2.85, 60), A.Answers("e-1", "q1", 2024, 90, 5, null, 0),
            A.Observation("e-2", "q1-medel", 2024, 1.6, 60), A.Answers("e-2", "q1", 2024, 20, 20, 60, 0));

        Assert.Equal(PairOutcome.MeanWithoutAnswers, table.Untested[0].Pairs[0].Outcome);
    }

    [Fact]
    public async Task A_question_shows_its_share_unless_more_units_have_its_mean()
    {
        var table = await Table(
            ["e-1", "e-2"],
            A.Measure("q1-medel", "q1", kind: "mean", order: 1), A.Measure("q1-andel", "q1", order: 2),
            A.Measure("q2-medel", "q2", kind: "mean", order: 1), A.Measure("q2-andel", "q2", order: 2),
            A.Observation("e-1", "q1-medel", 2024, 2, 50), A.Observation("e-1", "q1-andel", 2024, 80, 50),
            A.Observation("e-2", "q1-medel", 2024, 2, 50), A.Observation("e-2", "q1-andel", 2024, 80, 50),
            A.Observation("e-1", "q2-medel", 2024, 2, 50), A.Observation("e-1", "q2-andel", 2024, 80, 50),
            A.Observation("e-2", "q2-medel", 2024, 2, 50));

        Assert.Equal(
            ["q1-andel", "q2-medel"],
            table.Alike.Concat(table.Untested).Select(q => q.Measure.MeasureId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_mean_of_one_year_goes_before_shares_of_two()
    {
        var table = await Table(
            ["e-1", "e-2"],
            A.Measure("andel", "q1"), A.Measure("medel", "q1", kind: "mean"),
            A.Observation("e-1", "andel", 2024, 80, 50), A.Observation("e-2", "andel", 2022, 80, 50),
            A.Observation("e-1", "medel", 2024, 2, 50), A.Observation("e-2", "medel", 2024, 2, 50));

        Assert.Equal("medel", Assert.Single(table.Untested).Measure.MeasureId);
    }

    [Fact]
    public async Task Of_figures_that_can_be_compared_alike_the_newer_is_shown()
    {
        var table = await Table(
            ["e-1", "e-2"],
            A.Measure("andel", "q1"), A.Measure("medel", "q1", kind: "mean"),
            A.Observation("e-1", "andel", 2022, 80, 50), A.Observation("e-2", "andel", 2022, 80, 50),
            A.Observation("e-1", "medel", 2024, 2, 50), A.Observation("e-2", "medel", 2024, 2, 50));

        Assert.Equal("medel", Assert.Single(table.Untested).Measure.MeasureId);
    }

    [Fact]
    public async Task A_share_goes_before_a_newer_mean_in_doubt()
    {
        var table = await Table(
            ["e-1", "e-2"],
            A.Measure("andel", "q1"), A.Measure("medel", "q1", kind: "mean"),
            A.Observation("e-1", "andel", 2022, 80, 50), A.Observation("e-2", "andel", 2022, 80, 50),
            A.Observation("e-1", "medel", 2024, 2, 50, isDoubtful: true), A.Observation("e-2", "medel", 2024, 2, 50));

        Assert.Equal("andel", Assert.Single(table.Alike).Measure.MeasureId);
    }

    [Fact]
    public async Task Questions_keep_the_surveys_order_within_each_part()
    {
        var table = await Table(
            ["e-1", "e-2"],
            A.Question("q1", areaOrder: 2), A.Question("q2", areaOrder: 1, order: 2), A.Question("q3", areaOrder: 1, order: 1),
            A.Measure("a1", "q1"), A.Measure("a2", "q2"), A.Measure("a3", "q3"),
            A.Observation("e-1", "a1", 2024, 95, 100), A.Observation("e-2", "a1", 2024, 50, 100),
            A.Observation("e-1", "a2", 2024, 80, 100), A.Observation("e-2", "a2", 2024, 80, 100),
            A.Observation("e-1", "a3", 2024, 80, 100), A.Observation("e-2", "a3", 2024, 80, 100));

        Assert.Equal(["q1"], table.Different.Select(q => q.Measure.QuestionId));
        Assert.Equal(["q3", "q2"], table.Alike.Select(q => q.Measure.QuestionId));
        Assert.Equal(["a1", "a1", "a3", "a3", "a2", "a2"], table.Figures.Select(f => f.MeasureId));
    }

    [Fact]
    public async Task An_empty_cell_says_why_the_unit_has_no_figure()
    {
        var table = await Table(
            ["asked", "other-service", "other-place", "not-in-survey", "other-question", "no-subject"],
            A.Survey(municipality: "9901"),
            A.Measure("q1-andel", "q1"), A.Measure("q2-andel", "q2"), A.Indicator("barn"),
            A.Unit("asked"), A.Unit("other-service", area: "hemtjanst"), A.Unit("other-place", municipality: "9902"),
            A.Unit("not-in-survey"), A.Unit("other-question"), A.Unit("no-subject"),
            A.Observation("asked", "q1-andel", 2024, 80, 20), A.Observation("other-question", "q2-andel", 2024, 80, 20),
            A.Observation("asked", "barn", 2024, 55));

        var row = table.Untested.Single(q => q.Measure.QuestionId == "q1");
        Assert.Equal(
            [null, CellGap.OtherService, CellGap.OtherMunicipality, CellGap.NotInSurvey, CellGap.NotInRound, CellGap.NotInSurvey],
            row.Cells.Select(c => c.Gap));
        Assert.All(row.Cells.Skip(1), c => Assert.Equal((null, null), (c.Figure.Value, c.Figure.State)));
        Assert.Equal([null, CellGap.NotInSource], Assert.Single(table.Indicators).Cells.Select(c => c.Gap).Take(2));
        Assert.Empty(table.Indicators[0].Pairs);
        Assert.True(table.HasSeveralServices);
    }

    [Fact]
    public async Task Units_that_share_no_question_have_nothing_to_test()
    {
        var table = await Table(
            ["e-1", "e-2"],
            A.Survey("s-2", area: "hemtjanst"), A.Unit("e-2", area: "hemtjanst"),
            A.Measure("q1-andel", "q1"), A.Measure("q2-andel", "q2", survey: "s-2"),
            A.Observation("e-1", "q1-andel", 2024, 80, 100), A.Observation("e-2", "q2-andel", 2024, 20, 100));

        Assert.Empty(table.Different);
        Assert.Empty(table.Alike);
        Assert.Equal(2, table.Untested.Count);
    }

    private static async Task<ComparisonTable> Table(string[] ids, params Made[] made)
    {
        await using var db = await TestDatabase.With(made);
        return ComparisonTable.Of(await new Comparison(db.Reporting).Find(ids, TestContext.Current.CancellationToken));
    }
}
