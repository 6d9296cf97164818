using Portal.Data.Model;
using Portal.Data.Queries.Measures;
using Portal.Data.Queries.Units;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Units;

public sealed class StandOutsTests
{
    [Fact]
    public async Task A_unit_is_held_against_the_others_of_its_municipality()
    {
        // 45 of 50 here; 700 of 1 000 in all, so that 655 of 950 are the others': 90 against 68,9 per cent.
        var found = await Find(Share("a1", "q1", 90, 50, 70, 1000));

        var only = Assert.Single(found.Shown);
        Assert.Equal((1, 1), (found.Tested, found.Certain));
        Assert.Equal(0.9 - 655 / 950.0, only.Difference, 1e-12);
        Assert.Equal(("a1", 90.0, 70.0), (only.Measure.MeasureId, only.Unit.Value, only.Municipality.Value));
        Assert.Equal((true, true, false), (only.IsHigher, only.IsGood, only.IsOld));
    }

    [Fact]
    public async Task A_difference_that_chance_may_explain_is_counted_as_tested_only()
    {
        var found = await Find(Share("a1", "q1", 80, 20, 75, 1000));

        Assert.Equal((1, 0, 0), (found.Tested, found.Certain, found.Shown.Count));
    }

    [Fact]
    public async Task All_questions_share_one_level()
    {
        // Alone the difference is certain, 27 of 30 against 673 of 970; among forty it is not.
        Made[] one = Share("a0", "q0", 90, 30, 70, 1000);
        Made[] alike = [.. Enumerable.Range(1, 39).SelectMany(i => Share($"a{i}", $"q{i}", 70, 30, 70, 1000))];

        Assert.Equal((1, 1), Counts(await Find(one)));
        Assert.Equal((40, 0), Counts(await Find([.. one, .. alike])));
    }

    [Fact]
    public async Task The_newest_round_in_which_both_can_be_tested_is_used_and_marked_as_old()
    {
        var found = await Find(
            [.. Share("a1", "q1", 90, 50, 70, 1000, 2022), A.Round(2022), A.Round(2024),
            A.Observation("e-1", "a1", 2024, 91), A.Observation("9901", "a1", 2024, 70, 1000, scope: Scopes.Municipality)]);

        var only = Assert.Single(found.Shown);
        Assert.Equal([2022], found.Periods);
        Assert.Equal((2022, 2022, true), (only.Unit.Period, only.Municipality.Period, only.IsOld));
    }

    [Fact]
    public async Task A_round_more_than_three_years_older_than_the_newest_figure_is_no_answer()
    {
        Assert.Equal((0, 0), Counts(await Find([.. Share("a1", "q1", 90, 50, 70, 1000, 2020), A.Observation("e-1", "a1", 2024, 91)])));
        Assert.Equal((1, 1), Counts(await Find([.. Share("a1", "q1", 90, 50, 70, 1000, 2021), A.Observation("e-1", "a1", 2024, 91)])));
    }

    [Theory]
    [InlineData(ObservationState.Preliminary, false, 50)]
    [InlineData(ObservationState.Published, true, 50)]
    [InlineData(ObservationState.Published, false, 0)]
    [InlineData(ObservationState.Published, false, null)]
    public async Task What_is_not_final_sound_and_based_on_known_answers_is_not_tested(ObservationState state, bool isDoubtful, int? respondents) =>
        Assert.Equal((0, 0), Counts(await Find(
            A.Measure("a1", "q1"), A.Observation("e-1", "a1", 2024, 90, respondents, state: state, isDoubtful: isDoubtful),
            A.Observation("9901", "a1", 2024, 70, 1000, scope: Scopes.Municipality))));

    [Fact]
    public async Task Fewer_than_the_floor_left_in_the_municipality_are_not_held_against()
    {
        // Nine left, and the floor is ten: what they answered must not be told, not even as higher or lower.
        Assert.Equal((0, 0), Counts(await Find([A.Survey(floor: 10), .. Share("a1", "q1", 100, 9, 50, 18)])));
        Assert.Equal((1, 1), Counts(await Find([A.Survey(floor: 9), .. Share("a1", "q1", 100, 9, 50, 18)])));
    }

    [Fact]
    public async Task Means_indicators_sexes_and_other_municipalities_play_no_part() =>
        Assert.Equal((0, 0), Counts(await Find(
            A.Measure("m1", "q1", kind: "mean", high: 5), A.Observation("e-1", "m1", 2024, 4.9, 50),
            A.Observation("9901", "m1", 2024, 2, 1000, scope: Scopes.Municipality),
            A.Indicator("i1", kind: "share", unit: "percent"), A.Observation("e-1", "i1", 2024, 90, 50),
            A.Observation("9901", "i1", 2024, 20, 1000, scope: Scopes.Municipality),
            A.Measure("a2", "q2"), A.Observation("e-1", "a2", 2024, 90, 50, sex: Sexes.Women),
            A.Observation("9901", "a2", 2024, 20, 1000, sex: Sexes.Women, scope: Scopes.Municipality),
            A.Measure("a3", "q3"), A.Observation("e-1", "a3", 2024, 90, 50),
            A.Municipality("9902"), A.Observation("9902", "a3", 2024, 20, 1000, scope: Scopes.Municipality))));

    [Fact]
    public async Task An_earlier_wording_is_another_question() =>
        Assert.Equal((0, 0), Counts(await Find(
            [A.Question("q1", replaces: "q0"), A.Measure("a1", "q1"), A.Observation("e-1", "a1", 2024, 90, 50), .. Share("a0", "q0", 90, 50, 70, 1000, 2022)])));

    [Theory]
    [InlineData("higher", 90, true, true)]
    [InlineData("higher", 40, false, false)]
    [InlineData("lower", 90, true, false)]
    [InlineData("lower", 40, false, true)]
    [InlineData("neither", 90, true, null)]
    public async Task Higher_and_good_are_two_things(string better, double value, bool isHigher, bool? isGood)
    {
        var only = Assert.Single((await Find(Share("a1", "q1", value, 50, 70, 1000, better: better))).Shown);

        Assert.Equal((isHigher, isGood), (only.IsHigher, only.IsGood));
    }

    [Fact]
    public void The_three_greatest_are_shown_with_one_of_each_kind()
    {
        Assert.Equal([0.4, 0.3, 0.2], Choose(0.1, 0.4, 0.2, 0.3));
        Assert.Equal([0.4, 0.3, -0.05], Choose(0.1, 0.4, 0.2, 0.3, -0.05, -0.01));
        Assert.Equal([-0.5, 0.4, 0.3], Choose(0.4, 0.3, -0.5));
        Assert.Equal([0.4, -0.1], Choose(-0.1, 0.4));
        Assert.Empty(Choose());
    }

    [Fact]
    public async Task A_unit_without_figures_has_nothing_that_stands_out() => Assert.Equal((0, 0), Counts(await Find(A.Unit("e-1"))));

    private static double[] Choose(params double[] differences) =>
        [.. StandOuts.Choose([.. differences.Select(d => new StandOut { Difference = d, Measure = new MeasureRow { Better = "higher" } })]).Select(s => s.Difference)];

    private static (int Tested, int Certain) Counts(StandOuts found) => (found.Tested, found.Certain);

    private static Made[] Share(string measure, string question, double value, int respondents, double whole, int ofWhole, int period = 2024, string better = "higher") =>
    [
        A.Measure(measure, question, better: better), A.Observation("e-1", measure, period, value, respondents),
        A.Observation("9901", measure, period, whole, ofWhole, scope: Scopes.Municipality),
    ];

    private static async Task<StandOuts> Find(params Made[] made)
    {
        await using var database = await TestDatabase.With(made);
        var profile = (await new UnitProfile(database.Reporting).Find("e-1", TestContext.Current.CancellationToken))!;
        return StandOuts.Of(profile, UnitResults.Of(profile));
    }
}
