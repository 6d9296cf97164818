using Portal.Data.Model;
using Portal.Data.Queries.Compare;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Compare;

public abstract class ComparisonTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task Units_come_in_the_readers_order_once_each()
    {
        await Db.Add(A.Unit("e-1", "Solen"), A.Unit("e-2", "Björken"), A.Unit("e-3"));

        var found = await Find("e-2", "e-1", "none", "e-2");

        Assert.Equal(["Björken", "Solen"], found.Units.Select(u => u.Name));
        Assert.Equal(["e-1", "e-2"], found.Subjects.Select(s => s.SubjectId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_unit_has_its_own_newest_figure_for_all()
    {
        await Db.Add(
            A.Observation("e-1", "andel", 2022, 70), A.Observation("e-1", "andel", 2024, 80.5, 40, 50, 80),
            A.Observation("e-1", "andel", 2024, 99, sex: "K"), A.Observation("e-1", "andel", 2025, 98, sex: "M"),
            A.Observation("e-2", "andel", 2022, 60), A.Observation("e-3", "andel", 2024, 97),
            A.Observation("e-3", "annat", 2024, 96), A.Observation("9901", "andel", 2024, 95, scope: "municipality"));

        var found = await Find("e-1", "e-2");

        Assert.Equal(
            [(A.SubjectKey("e-1"), 2024, 80.5, 40), (A.SubjectKey("e-2"), 2022, 60, (int?)null)],
            found.Observations.Select(o => (o.SubjectKey, o.Period, o.Value!.Value, o.Respondents)).OrderBy(o => o.Period == 2024 ? 0 : 1));
        Assert.Equal(["andel"], found.Measures.Select(m => m.MeasureId));
    }

    [Fact]
    public async Task The_newest_round_that_most_units_can_be_compared_in_goes_before_a_newer_one_that_they_cannot()
    {
        await Db.Add(
            A.Observation("e-1", "andel", 2024, 91), A.Observation("e-1", "andel", 2023, 81, 40, 50, 80), A.Observation("e-1", "andel", 2022, 71, 40, 50, 80),
            A.Observation("e-2", "andel", 2024, 92, 40, 50, 80), A.Observation("e-2", "andel", 2023, 82, 40, 50, 80), A.Observation("e-2", "andel", 2022, 72, 40, 50, 80),
            A.Observation("e-3", "andel", 2024, 93, 40, 50, 80), A.Observation("e-3", "andel", 2023, state: ObservationState.Suppressed));

        var two = (await Find("e-1", "e-2")).Observations.OrderBy(o => o.Value).ToList();
        var three = (await Find("e-1", "e-2", "e-3")).Observations.OrderBy(o => o.Value).ToList();

        Assert.Equal([(2023, 81.0, 2024), (2023, 82.0, 2024)], two.Select(o => (o.Period, o.Value!.Value, o.NewerPeriod!.Value)));
        // Two of three can be compared in either year: the newer.
        Assert.Equal([(2024, 91.0, null), (2024, 92.0, null), (2024, 93.0, (int?)null)], three.Select(o => (o.Period, o.Value!.Value, o.NewerPeriod)));
    }

    [Fact]
    public async Task A_shared_round_that_is_too_old_is_not_fetched()
    {
        await Db.Add(
            A.Observation("e-1", "andel", 2024, 91), A.Observation("e-1", "andel", 2020, 81, 40, 50, 80),
            A.Observation("e-2", "andel", 2024, 92), A.Observation("e-2", "andel", 2020, 82, 40, 50, 80));

        Assert.Equal([2024, 2024], (await Find("e-1", "e-2")).Observations.Select(o => o.Period));
    }

    [Fact]
    public async Task A_round_where_the_unit_was_not_asked_gives_way_to_an_older_one_and_a_protected_figure_does_not()
    {
        await Db.Add(
            A.Observation("e-1", "andel", 2024, state: ObservationState.NotAsked), A.Observation("e-1", "andel", 2022, 70),
            A.Observation("e-2", "andel", 2024, state: ObservationState.Suppressed), A.Observation("e-2", "andel", 2022, 71),
            A.Observation("e-3", "andel", 2024, state: ObservationState.NotAsked), A.Observation("e-3", "andel", 2023, state: ObservationState.NotAsked));

        var found = (await Find("e-1", "e-2", "e-3")).Observations.ToDictionary(o => o.SubjectKey);

        Assert.Equal((2022, 70.0), (found[A.SubjectKey("e-1")].Period, found[A.SubjectKey("e-1")].Value));
        Assert.Equal((2024, ObservationState.Suppressed), (found[A.SubjectKey("e-2")].Period, found[A.SubjectKey("e-2")].State));
        Assert.Equal((2024, ObservationState.NotAsked), (found[A.SubjectKey("e-3")].Period, found[A.SubjectKey("e-3")].State));
    }

    [Fact]
    public async Task The_answers_behind_a_mean_are_of_its_own_round()
    {
        await Db.Add(
            A.Measure("medel", "q-1", kind: "mean", low: 1, high: 3), A.Measure("andel", "q-2"),
            A.Observation("e-1", "medel", 2024, 2.5), A.Observation("e-2", "andel", 2024, 50),
            A.Answers("e-1", "q-1", 2024, 60, 30, 10, null), A.Answers("e-1", "q-1", 2022, 1, 1, 1, 1),
            A.Answers("e-1", "q-1", 2024, "K", "unit", 2, 2, 2, 2), A.Answers("e-2", "q-2", 2024, 3, 3, 3, 3),
            A.Answers("e-3", "q-1", 2024, 4, 4, 4, 4));

        var answers = (await Find("e-1", "e-2")).Answers;

        Assert.Equal([(1, 60, 3, 2024), (2, 30, 2, 2024), (3, 10, 1, 2024), (4, null, (double?)null, 2024)],
            answers.Select(a => (a.Answer, a.Share, a.Score, a.Period)));
        Assert.All(answers, a => Assert.Equal((A.Key("q-1"), A.SubjectKey("e-1")), (a.QuestionKey, a.SubjectKey)));
    }

    [Fact]
    public async Task No_ids_give_nothing()
    {
        await Db.Add(A.Observation("e-1", "andel", 2024, 80));

        var found = await Find();

        Assert.Empty(found.Units);
        Assert.Empty(found.Observations);
    }

    private Task<Comparison.Result> Find(params string[] ids) => new Comparison(Db.Reporting).Find(ids, Ct);

    public sealed class OnSqlite() : ComparisonTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : ComparisonTests(DatabaseEngine.SqlServer);
}
