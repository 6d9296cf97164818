using Portal.Data.Disclosure;
using Portal.Data.Model;

namespace Portal.Tests.Disclosure;

/// <summary>Worked cases of primary suppression: floor 5 unless a case says another.</summary>
public sealed class PrimarySuppressionTests
{
    private static readonly Floors Five = new() { Respondents = 5 };

    [Theory]
    [InlineData(5, ObservationState.Published)]
    [InlineData(6, ObservationState.Published)]
    [InlineData(4, ObservationState.Suppressed)]
    [InlineData(0, ObservationState.Suppressed)]
    // Nobody knows how many: not shown unless the source itself keeps the floor.
    [InlineData(null, ObservationState.Suppressed)]
    public void A_figure_is_shown_from_the_floor_on(int? respondents, ObservationState expected)
    {
        Assert.Equal(expected, PrimarySuppression.OfFigure(ObservationState.Published, respondents, null, null, isOneSex: false, Five));
        var preliminary = expected == ObservationState.Published ? ObservationState.Preliminary : expected;
        Assert.Equal(preliminary, PrimarySuppression.OfFigure(ObservationState.Preliminary, respondents, null, null, isOneSex: false, Five));
    }

    [Theory]
    [InlineData(null, null, false, ObservationState.Published)]
    [InlineData(null, null, true, ObservationState.Published)]
    [InlineData(null, 10, true, ObservationState.Published)]
    // Nine cannot be five of each.
    [InlineData(null, 9, true, ObservationState.Suppressed)]
    [InlineData(4, null, false, ObservationState.Suppressed)]
    [InlineData(4, 20, true, ObservationState.Suppressed)]
    public void A_source_that_keeps_the_floor_is_trusted_where_it_tells_no_number(int? respondents, int? ofAll, bool isOneSex, ObservationState expected) =>
        Assert.Equal(expected, PrimarySuppression.OfFigure(
            ObservationState.Published, respondents, ofAll, null, isOneSex, Five with { SourceKeepsFloor = true }));

    [Theory]
    [InlineData(50d, ObservationState.Published)]
    [InlineData(49.9, ObservationState.NoAnswer)]
    [InlineData(null, ObservationState.Published)]
    public void A_rate_below_its_floor_means_too_few_answered(double? rate, ObservationState expected) =>
        Assert.Equal(expected, PrimarySuppression.OfFigure(
            ObservationState.Published, 20, null, rate, isOneSex: false, Five with { Rate = 50 }));

    [Fact]
    public void Too_few_respondents_weigh_more_than_a_low_rate() =>
        Assert.Equal(ObservationState.Suppressed, PrimarySuppression.OfFigure(
            ObservationState.Published, 4, null, 10, isOneSex: false, Five with { Rate = 50 }));

    [Theory]
    [InlineData(ObservationState.Suppressed)]
    [InlineData(ObservationState.NotAsked)]
    [InlineData(ObservationState.NoAnswer)]
    [InlineData(ObservationState.NotApplicable)]
    [InlineData(ObservationState.Missing)]
    public void What_the_source_hides_stays_hidden_for_its_own_reason(ObservationState given)
    {
        Assert.Equal(given, PrimarySuppression.OfFigure(given, 100, null, 100, isOneSex: false, Five));
        Assert.Equal(given, PrimarySuppression.OfAnswer(given, 50, 100, 100, Five));
    }

    [Theory]
    [InlineData(40d, 100, 20, null, ObservationState.Published)]
    // One of twenty gave the answer.
    [InlineData(5d, 100, 20, 2, ObservationState.Suppressed)]
    [InlineData(10d, 100, 20, 2, ObservationState.Published)]
    // Nobody did, which tells of nobody.
    [InlineData(0d, 100, 20, 2, ObservationState.Published)]
    // Of twenty, eighteen did not know: two are left behind the rest.
    [InlineData(5d, 10, 20, null, ObservationState.Suppressed)]
    [InlineData(null, 100, 20, null, ObservationState.Missing)]
    // Rounded shares may add up to more than all.
    [InlineData(40d, 102, 5, null, ObservationState.Published)]
    public void An_answer_is_shown_when_enough_are_behind_the_distribution_and_behind_it(
        double? share, double scored, int? respondents, int? answerFloor, ObservationState expected) =>
        Assert.Equal(expected, PrimarySuppression.OfAnswer(
            ObservationState.Published, share, scored, respondents, Five with { Answer = answerFloor }));
}
