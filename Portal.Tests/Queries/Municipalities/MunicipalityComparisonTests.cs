using Portal.Data.Model;
using Portal.Data.Queries.Municipalities;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Municipalities;

public abstract class MunicipalityComparisonTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task Municipalities_come_in_the_reader_s_order_with_their_facts()
    {
        await Db.Add(
            A.Municipality("9901", "Aby"), A.Municipality("9902", "Ödeby", population: null), A.Municipality("9903"),
            A.Group("skr", "Pendling", "skr", members: ["9901", "9903"]), A.Group("annan", "Andra", "other", members: ["9901", "9902"]));

        var found = await Find("9902", "9901", "9999");

        Assert.Equal([("Ödeby", null), ("Aby", "Pendling")], found.Municipalities.Select(m => (m.Name, m.GroupName)));
        Assert.Null(found.Municipalities[0].Population);
    }

    [Fact]
    public async Task Units_are_counted_by_service_and_owner_where_they_are_listed()
    {
        await Db.Add(
            A.Area("forskola", order: 2), A.Area("hemtjanst", order: 1),
            A.Unit("a", municipality: "9901"), A.Unit("b", municipality: "9901"), A.Unit("c", municipality: "9901", ownership: "private"),
            A.Unit("d", municipality: "9901", ownership: null, area: "hemtjanst"), A.Unit("e", municipality: "9902"),
            A.Unit("f", municipality: "9901", isListed: false), A.Unit("g", municipality: "9903"));

        Assert.Equal(
            [("hemtjanst", "9901", null, 1), ("forskola", "9901", "municipal", 2), ("forskola", "9901", "private", 1), ("forskola", "9902", "municipal", 1)],
            (await Find("9901", "9902")).Units.Select(u => (u.ServiceAreaId, u.MunicipalityCode, u.Ownership, u.Units)));
    }

    [Fact]
    public async Task The_newest_period_that_most_can_be_tested_in_is_shown_and_a_newer_figure_is_told()
    {
        await Db.Add(
            A.Question("q", rounds: [2022, 2023, 2024]), A.Measure("m", "q"),
            Of("9901", "m", 2024, 70, 300), Of("9901", "m", 2023, 71, 300), Of("9901", "m", 2022, 72, 300),
            Of("9902", "m", 2023, 61, 200), Of("9902", "m", 2022, 62, 200), Of("9903", "m", 2025, 10, 200));

        var found = await Find("9901", "9902");

        Assert.Equal(
            [("9901", 2023, 71d, (int?)2024), ("9902", 2023, 61d, null)],
            found.Observations.Select(o => (Code(found, o.SubjectKey), o.Period, o.Value!.Value, o.NewerPeriod)).Order());
    }

    [Fact]
    public async Task Figures_that_cannot_be_tested_meet_in_the_newest_year_that_most_have()
    {
        await Db.Add(
            A.Indicator("i"), Of("9901", "i", 2024, 70), Of("9901", "i", 2023, 71), Of("9902", "i", 2023, 61),
            A.Indicator("gammal"), Of("9901", "gammal", 2024, 1), Of("9901", "gammal", 2019, 2), Of("9902", "gammal", 2019, 3));

        var found = await Find("9901", "9902");

        Assert.Equal(
            [("gammal", "9901", 2024), ("gammal", "9902", 2019), ("i", "9901", 2023), ("i", "9902", 2023)],
            found.Observations.Select(o => (found.Measures.Single(m => m.MeasureKey == o.MeasureKey).MeasureId, Code(found, o.SubjectKey), o.Period)).Order());
    }

    [Fact]
    public async Task Sexes_come_from_the_same_period_and_a_round_without_the_question_counts_last()
    {
        await Db.Add(
            A.Question("q", rounds: [2023, 2024]), A.Measure("m", "q"),
            Of("9901", "m", 2024, null, state: ObservationState.NotAsked), Of("9901", "m", 2023, 70, 300),
            Of("9901", "m", 2023, 80, 150, sex: Sexes.Women), Of("9901", "m", 2022, 81, 150, sex: Sexes.Women));

        var found = await Find("9901", "9902");

        Assert.Equal([("K", 2023, 80d), ("T", 2023, 70d)], found.Observations.Select(o => (o.Sex, o.Period, o.Value!.Value)).Order());
    }

    [Fact]
    public async Task Answers_are_the_municipalities_own_and_of_all_sexes()
    {
        await Db.Add(
            A.Question("q", rounds: [2024]), A.Measure("m", "q", kind: "mean"), Of("9901", "m", 2024, 2.5, 100),
            A.Answers("9901", "q", 2024, Sexes.All, Scopes.Municipality, 50, 30, 20, 0),
            A.Answers("9901", "q", 2024, Sexes.Women, Scopes.Municipality, 60, 30, 10, 0),
            A.Answers("9903", "q", 2024, Sexes.All, Scopes.Municipality, 90, 10, 0, 0), A.Answers("9901", "q", 2024, 1, 2, 3, 4));

        Assert.Equal(
            [(1, 3d, 50d), (2, 2d, 30d), (3, 1d, 20d), (4, null, 0d)],
            (await Find("9901", "9902")).Answers.Select(a => (a.Answer, a.Score, a.Share!.Value)));
    }

    private static string Code(MunicipalityComparison.Result found, int subject) => found.Subjects.Single(s => s.SubjectKey == subject).SubjectId;

    private static Made Of(
        string code, string measure, int period, double? value, int? respondents = null, string sex = Sexes.All, ObservationState? state = null) =>
        A.Observation(code, measure, period, value, respondents, sex: sex, state: state, scope: Scopes.Municipality);

    private Task<MunicipalityComparison.Result> Find(params string[] codes) => new MunicipalityComparison(Db.Reporting).Find(codes, Ct);

    public sealed class OnSqlite() : MunicipalityComparisonTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : MunicipalityComparisonTests(DatabaseEngine.SqlServer);
}
