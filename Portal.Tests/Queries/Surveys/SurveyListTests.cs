using Portal.Data.Model;
using Portal.Data.Queries.Surveys;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Surveys;

public abstract class SurveyListTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task Surveys_come_by_service_area_and_name_and_rounds_newest_first()
    {
        await Db.Add(
            A.Area("b", "B", order: 1), A.Area("a", "A", order: 2),
            A.Survey("s-1", "Zeta", area: "a"), A.Survey("s-2", "Alfa", area: "a"), A.Survey("s-3", "Omega", area: "b"),
            A.Round(2022, "s-1"), A.Round(2024, "s-1"), A.Round(2023, "s-3"));

        var surveys = await All();

        Assert.Equal(["s-3", "s-2", "s-1"], surveys.Select(s => s.Survey.SurveyId));
        Assert.Equal([2024, 2022], surveys[2].Rounds.Select(r => r.Period));
        Assert.Empty(surveys[1].Rounds);
    }

    [Fact]
    public async Task A_unit_counts_once_a_round_by_the_question_that_most_answered()
    {
        await Db.Add(
            A.Round(2024), A.Round(2022), A.Measure("m-1"), A.Measure("m-2"),
            A.Unit("a"), A.Unit("b"),
            A.Observation("a", "m-1", 2024, 80, 20, 40), A.Observation("a", "m-2", 2024, 70, 18, 41),
            A.Observation("b", "m-1", 2024, 80, 10, 10), A.Observation("a", "m-1", 2022, 80, 5, 9));

        var round = (await All())[0].Rounds[0];

        Assert.Equal((2, 2, 30, 51), (round.Units, round.UnitsCounted, round.Respondents, round.Invited));
        Assert.Equal(58.8, round.ResponseRate!.Value, 1);
    }

    [Fact]
    public async Task A_unit_whose_invited_are_unknown_is_left_out_of_the_rate_and_not_of_the_answers()
    {
        await Db.Add(
            A.Round(2024), A.Measure("m-1"), A.Unit("a"), A.Unit("b"), A.Unit("c"),
            A.Observation("a", "m-1", 2024, 80, 20, 40), A.Observation("b", "m-1", 2024, 80, 7, rate: 30),
            A.Observation("c", "m-1", 2024, null, null, 500, state: ObservationState.Suppressed));

        var round = (await All())[0].Rounds[0];

        Assert.Equal((3, 2, 1, 20, 40), (round.Units, round.UnitsShown, round.UnitsCounted, round.Respondents, round.Invited));
        Assert.Equal((2, 27), (round.UnitsWithRespondents, round.AllRespondents));
        Assert.Equal((1, 30, 30), (round.UnitsWithRate, round.LowestRate, round.HighestRate));
    }

    [Fact]
    public async Task A_round_that_nothing_is_known_of_has_no_zero_for_an_answer()
    {
        await Db.Add(A.Round(2024), A.Measure("m-1"));

        var round = (await All())[0].Rounds[0];

        Assert.Equal((0, 0, 0), (round.Units, round.UnitsShown, round.UnitsCounted));
        Assert.Equal((null, null, null, null), (round.AllRespondents, round.Respondents, round.Invited, round.ResponseRate));
    }

    [Fact]
    public async Task Only_units_that_were_asked_and_only_answers_of_all_sexes_count()
    {
        await Db.Add(
            A.Survey("annan"), A.Measure("m-annan", survey: "annan"), A.Round(2024, "annan"),
            A.Round(2024), A.Measure("m-1"), A.Indicator("i-1"), A.Unit("a", municipality: "9902"), A.Unit("b"), A.Unit("c"),
            A.Observation("a", "m-1", 2024, 80, 20, 40), A.Observation("a", "m-1", 2024, 80, 90, 95, sex: Sexes.Women),
            A.Observation("a", "m-annan", 2024, 80, 91, 92), A.Observation("c", "i-1", 2024, 1000, 500, 600),
            A.Observation("b", "m-1", 2024, state: ObservationState.NotAsked),
            A.Observation("9901", "m-1", 2024, 80, 900, 950, scope: Scopes.Municipality));

        var round = (await All()).Single(s => s.Survey.SurveyId == A.HomeSurvey).Rounds[0];

        Assert.Equal((1, 1, 20, 40), (round.Units, round.Municipalities, round.Respondents, round.Invited));
    }

    [Fact]
    public async Task A_survey_brings_its_source_and_its_floors()
    {
        await Db.Add(
            A.Source("institut", "Institutet", licence: null, isSample: true),
            A.Survey("s", floor: 7, rateFloor: 25.5, answerFloor: 3, municipality: "9901", asked: "elever", description: "Så här.", source: "institut"),
            A.Round(2024, "s", "våren 2024", "2024-02-01", "2024-03-01", "2024-06-01", isPreliminary: true));

        var (survey, rounds) = (await All())[0];

        Assert.Equal((7, 25.5, 3, "9901", "elever", "Så här."), (survey.RespondentFloor, survey.RateFloor, survey.AnswerFloor, survey.MunicipalityCode, survey.Asked, survey.Description));
        Assert.Equal(("Institutet", null, true), (survey.SourceName, survey.Licence, survey.IsSample));
        Assert.Equal(
            ("våren 2024", new DateOnly(2024, 2, 1), new DateOnly(2024, 3, 1), new DateOnly(2024, 6, 1), true),
            (rounds[0].Name, rounds[0].AskedFrom, rounds[0].AskedTo, rounds[0].PublishedOn, rounds[0].IsPreliminary));
    }

    private Task<IReadOnlyList<SurveyWithRounds>> All() => new SurveyList(Db.Reporting).All(Ct);

    public sealed class OnSqlite() : SurveyListTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : SurveyListTests(DatabaseEngine.SqlServer);
}
