using Portal.Data.Queries.Surveys;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Surveys;

public abstract class SurveyProfileTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task An_unknown_id_is_nothing()
    {
        await Db.Add(A.Survey("s"));

        Assert.Null(await Find("S"));
        Assert.Null(await Find(""));
    }

    [Fact]
    public async Task Questions_come_by_area_and_order_with_their_rounds_and_measures()
    {
        await Db.Add(
            A.Question("q-1", areaOrder: 2, order: 1, survey: "s", factor: "tillit", rounds: [2024, 2022]),
            A.Question("q-2", areaOrder: 1, order: 2, survey: "s"), A.Question("q-3", areaOrder: 1, order: 1, survey: "s", rounds: [2024]),
            A.Measure("m-1", "q-1", order: 2, survey: "s"), A.Measure("m-2", "q-1", kind: "mean", high: 5, order: 1, survey: "s"),
            A.Measure("m-3", isHeadline: true, survey: "s"),
            A.Question("q-annan", survey: "annan", rounds: [2023]), A.Measure("m-annan", "q-annan", survey: "annan"));

        var found = (await Find("s"))!;

        Assert.Equal(["q-3", "q-2", "q-1"], found.Questions.Select(q => q.QuestionId));
        Assert.Equal([2022, 2024], found.Questions[2].Periods);
        Assert.Equal(["m-2", "m-1"], found.Questions[2].Measures.Select(m => m.MeasureId));
        Assert.Equal(("Faktor tillit", null), (found.Questions[2].FactorName, found.Questions[1].FactorName));
        Assert.Empty(found.Questions[1].Periods);
        Assert.Equal(["m-3"], found.Measures.Select(m => m.MeasureId));
        Assert.Equal([2024, 2022], found.Rounds.Select(r => r.Period));
    }

    [Fact]
    public async Task A_question_that_took_another_s_place_is_a_change()
    {
        await Db.Add(
            A.Question("ny", "Nya ord?", survey: "s", replaces: "gammal", rounds: [2024]),
            A.Question("gammal", "Gamla ord?", survey: "s", rounds: [2022]), A.Question("orord", survey: "s", rounds: [2022, 2024]));

        var found = (await Find("s"))!;

        Assert.Equal([("Gamla ord?", "Nya ord?")], found.Changes.Select(c => (c.Before.Wording, c.After.Wording)));
        Assert.Equal(
            [(2024, "ny", "gammal"), (2024, "orord", null), (2022, "gammal", null), (2022, "orord", null)],
            found.Asked.Select(a => (a.Round.Period, a.Question.QuestionId, a.Replaced?.QuestionId)).OrderByDescending(a => a.Period).ThenBy(a => a.Item2.Length == 2 ? 0 : 1).ThenBy(a => a.Item2, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Its_rounds_count_its_own_units()
    {
        await Db.Add(
            A.Round(2024, "s"), A.Measure("m", survey: "s"), A.Measure("m-annan", survey: "annan"), A.Round(2024, "annan"),
            A.Observation("a", "m", 2024, 80, 20, 40), A.Observation("b", "m-annan", 2024, 80, 30, 40));

        var round = Assert.Single((await Find("s"))!.Rounds);

        Assert.Equal((1, 20, 40), (round.Units, round.Respondents, round.Invited));
    }

    private Task<SurveyProfile.Result?> Find(string id) => new SurveyProfile(Db.Reporting).Find(id, Ct);

    public sealed class OnSqlite() : SurveyProfileTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : SurveyProfileTests(DatabaseEngine.SqlServer);
}
