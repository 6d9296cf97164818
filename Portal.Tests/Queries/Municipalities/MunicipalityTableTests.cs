using Portal.Data.Model;
using Portal.Data.Queries.Compare;
using Portal.Data.Queries.Measures;
using Portal.Data.Queries.Municipalities;

namespace Portal.Tests.Queries.Municipalities;

public sealed class MunicipalityTableTests
{
    [Fact]
    public void A_difference_that_chance_does_not_explain_is_certain_and_a_small_one_is_not()
    {
        var table = Of([Question(1), Question(2)], Figure(1, 1, 80, 400), Figure(2, 1, 60, 400), Figure(1, 2, 80, 400), Figure(2, 2, 79, 400));

        Assert.Equal("m1", Assert.Single(table.Different).Row.Measure.MeasureId);
        Assert.Equal(PairOutcome.CertainlyHigher, Assert.Single(table.Different[0].Row.Pairs).Outcome);
        Assert.Equal("m2", Assert.Single(table.Alike).Row.Measure.MeasureId);
        Assert.Equal(2, table.SharedQuestions);
    }

    [Fact]
    public void Figures_whose_respondents_are_unknown_are_shown_and_not_tested()
    {
        var table = Of([Question(1)], Figure(1, 1, 90), Figure(2, 1, 10));

        var row = Assert.Single(table.Untested);
        Assert.Equal(PairOutcome.UnknownRespondents, row.Row.Pairs[0].Outcome);
        Assert.Equal([90, 10], row.Row.Cells.Select(c => c.Figure.Value!.Value));
    }

    [Fact]
    public void A_question_that_only_one_has_asked_stands_apart_and_says_why_the_other_has_none()
    {
        var table = Of([Question(1) with { SurveyMunicipalityCode = "9901" }], Figure(1, 1, 90, 100));

        var row = Assert.Single(table.Single);
        Assert.Equal([0], row.Holders);
        Assert.Equal(CellGap.OtherMunicipality, row.Row.Cells[1].Gap);
        Assert.Equal(0, table.SharedQuestions);
    }

    [Fact]
    public void A_municipality_without_the_question_says_whether_it_took_part_at_all()
    {
        var table = Of([Question(1), Question(2)], Figure(1, 1, 90, 100), Figure(1, 2, 90, 100), Figure(2, 2, 80, 100));

        Assert.Equal(CellGap.NotInRound, Assert.Single(table.Single).Row.Cells[1].Gap);
        Assert.Equal(CellGap.NotInSurvey, Of([Question(1)], Figure(1, 1, 90, 100)).Single[0].Row.Cells[1].Gap);
        Assert.Equal(CellGap.NotInSource, Of([Indicator(3)], Figure(1, 3, 5)).Indicators[0].Row.Cells[1].Gap);
    }

    [Fact]
    public void Sexes_stand_beside_their_figure_and_are_never_tested()
    {
        var table = Of(
            [Question(1)], Figure(1, 1, 70, 400), Figure(2, 1, 70, 400), Figure(1, 1, 95, 200, Sexes.Women), Figure(2, 1, 20, 200, Sexes.Women),
            Figure(2, 1, 90, 200, Sexes.Men));

        var row = Assert.Single(table.Alike);
        Assert.Equal([95, 20], row.Women.Select(f => f!.Value!.Value));
        Assert.Null(row.Men[0]);
        Assert.Equal(["9901 T", "9901 K", "9902 T", "9902 K", "9902 M"], row.Figures.Select(f => $"{f.SubjectId} {f.Sex}"));
    }

    [Fact]
    public void A_question_parted_by_sex_only_has_a_holder_and_no_figure_of_all()
    {
        var table = Of([Question(1)], Figure(1, 1, 95, 200, Sexes.Women), Figure(2, 1, 20, 200, Sexes.Women));

        var row = Assert.Single(table.Untested);
        Assert.All(row.Row.Cells, c => Assert.Null(c.Figure.State));
        Assert.Equal([0, 1], row.Holders);
    }

    [Fact]
    public void Of_share_and_mean_the_one_that_can_be_compared_is_shown_once()
    {
        var table = Of(
            [Question(1) with { QuestionKey = 9 }, Question(2) with { QuestionKey = 9, Kind = "mean" }],
            Figure(1, 1, 80, 400), Figure(2, 1, 79, 400), Figure(1, 2, 4, 400), Figure(2, 2, 4, 400));

        Assert.Equal("m1", Assert.Single(table.Alike.Concat(table.Untested)).Row.Measure.MeasureId);
    }

    [Fact]
    public void Indicators_are_never_tested()
    {
        var table = Of([Indicator(1)], Figure(1, 1, 90, 1000), Figure(2, 1, 10, 1000));

        Assert.Empty(Assert.Single(table.Indicators).Row.Pairs);
        Assert.Equal(0, table.SharedQuestions);
    }

    private static MunicipalityTable Of(MeasureRow[] measures, params ObservationRow[] figures) => MunicipalityTable.Of(new MunicipalityComparison.Result
    {
        Municipalities = [new ComparedMunicipality { Code = "9901", Name = "Aby" }, new ComparedMunicipality { Code = "9902", Name = "Beby" }],
        Subjects = [.. figures.Select(f => f.SubjectKey).Distinct().Select(key => new SubjectRow { SubjectKey = key, Scope = Scopes.Municipality, SubjectId = $"990{key}" })],
        Measures = measures,
        Observations = figures,
    });

    private static MeasureRow Question(int key) => new()
    {
        MeasureKey = key,
        MeasureId = $"m{key}",
        QuestionKey = key,
        SurveyId = "s",
        SurveyName = "Enkäten",
        SurveyServiceAreaId = "forskola",
        Kind = "share",
        Unit = "percent",
        RespondentFloor = 5,
    };

    private static MeasureRow Indicator(int key) => new() { MeasureKey = key, MeasureId = $"m{key}", Kind = "count", Unit = "barn", PeriodKind = "year" };

    private static ObservationRow Figure(int subject, int measure, double value, int? respondents = null, string sex = Sexes.All) => new()
    {
        SubjectKey = subject,
        MeasureKey = measure,
        Period = 2024,
        Sex = sex,
        State = ObservationState.Published,
        Value = value,
        Respondents = respondents,
    };
}
