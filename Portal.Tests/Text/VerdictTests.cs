using Portal.Data.Queries.Compare;
using Portal.Web.Text;

namespace Portal.Tests.Text;

public sealed class VerdictTests
{
    private static readonly string[] Names = ["Solen", "Tallen", "Eken", "Linden"];

    [Fact]
    public void One_unit_above_all_the_others_is_said_in_short() =>
        Assert.Equal(["Tallen högre än båda de andra"], Of(3, (0, 1, PairOutcome.CertainlyLower), (0, 2, PairOutcome.NoCertainDifference), (1, 2, PairOutcome.CertainlyHigher)));

    [Fact]
    public void One_unit_above_four_is_above_all_others() =>
        Assert.Equal(["Solen högre än alla de andra"], Of(4, (0, 1, PairOutcome.CertainlyHigher), (0, 2, PairOutcome.CertainlyHigher), (0, 3, PairOutcome.CertainlyHigher)));

    [Fact]
    public void One_unit_below_the_others_is_said_once_and_not_from_each_of_them() =>
        Assert.Equal(
            ["Linden lägre än alla de andra", "Solen högre än Tallen"],
            Of(4, (0, 1, PairOutcome.CertainlyHigher), (0, 3, PairOutcome.CertainlyHigher), (1, 3, PairOutcome.CertainlyHigher), (2, 3, PairOutcome.CertainlyHigher)));

    [Fact]
    public void The_mark_is_that_of_the_unit_that_the_words_begin_with() =>
        Assert.Equal(
            ["app-difference app-difference--lower", "app-difference app-difference--higher", "app-difference app-difference--none"],
            new[] { PairOutcome.CertainlyLower, PairOutcome.CertainlyHigher, PairOutcome.NoCertainDifference }.Select(o => new Verdict(o, "").Class));

    [Fact]
    public void What_could_not_be_tested_is_told_beside_what_is_certain_and_what_is_not_certain_is_left_to_the_caption() =>
        Assert.Equal(
            ["Solen högre än Tallen", "för få svar för att säga: Tallen och Eken"],
            Of(3, (0, 1, PairOutcome.CertainlyHigher), (0, 2, PairOutcome.NoCertainDifference), (1, 2, PairOutcome.TooFewRespondents)));

    [Fact]
    public void Without_a_certain_difference_each_verdict_is_told_once() =>
        Assert.Equal(
            ["ingen säker skillnad: 2 av 3 par", "olika år, jämförs inte: Tallen och Eken"],
            Of(3, (0, 1, PairOutcome.NoCertainDifference), (0, 2, PairOutcome.NoCertainDifference), (1, 2, PairOutcome.DifferentYears)));

    private static IEnumerable<string> Of(int units, params (int First, int Second, PairOutcome Outcome)[] pairs) =>
        Verdict.Of(new ComparedQuestion { Pairs = [.. pairs.Select(p => new ComparedPair(p.First, p.Second, p.Outcome))] }, Names[..units]).Select(v => v.Text);
}
