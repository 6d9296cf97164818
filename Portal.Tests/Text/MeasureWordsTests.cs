using Portal.Data.Model;
using Portal.Data.Queries.Measures;
using Portal.Data.Queries.Units;
using Portal.Web.Text;

namespace Portal.Tests.Text;

public sealed class MeasureWordsTests
{
    private static readonly MeasureRow Share = new() { Kind = "share", Unit = "percent", PeriodKind = "round", QuestionKey = 1, MeasureName = "Andel nöjda" };

    [Theory]
    [InlineData(84.4, "under mitten")]
    [InlineData(84.6, "på mitten")]
    [InlineData(85.4, "på mitten")]
    [InlineData(85.6, "över mitten")]
    public void A_place_is_told_of_figures_as_they_are_shown(double value, string expected) =>
        Assert.Equal(expected, MeasureWords.Place(value, 85, 0));

    [Fact]
    public void A_measure_of_a_question_is_told_by_its_kind_and_another_by_its_name()
    {
        Assert.Equal("andel positiva svar", MeasureWords.What(Share));
        Assert.Equal("medelbetyg, högst 5", MeasureWords.What(Share with { Kind = "mean", ScaleHigh = 5 }));
        Assert.Equal("Personal med examen", MeasureWords.What(Share with { QuestionKey = null, MeasureName = "Personal med examen" }));
    }

    [Theory]
    [InlineData(4, 0, "4 förskolor har en siffra för 2024. Den lägsta är 38 %, den i mitten 85 % och den högsta 100 %.")]
    [InlineData(4, 1, "4 förskolor har en siffra för 2024. Den lägsta är 38 %, den i mitten 85 % och den högsta 100 %. 1 osäker siffra till räknas inte med.")]
    [InlineData(1, 0, "4 förskolor har en siffra för 2024: 38 %.")]
    public void The_sentence_says_how_many_lowest_middle_and_highest(int figures, int doubtful, string expected) =>
        Assert.Equal(expected, Plain(MeasureWords.Summary(
            new MeasureYear { Period = 2024, Figures = figures, Low = 38, Median = 84.6, High = 100 }, "4 förskolor", doubtful, Share)));

    [Fact]
    public void Nothing_to_sum_up_is_said_and_a_year_that_is_unknown_is_left_out()
    {
        Assert.Equal("Det finns ingen siffra att visa här.", MeasureWords.Summary(null, "", 0, Share));
        Assert.StartsWith("2 enheter har en siffra. Den", MeasureWords.Summary(
            new MeasureYear { Figures = 2 }, "2 enheter", 0, Share with { PeriodKind = "undated" }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chosen_unit_has_its_figure_and_place_or_the_reason_why_not()
    {
        var figure = new Figure { Value = 91, State = ObservationState.Published, Unit = "percent" };

        Assert.Equal("91 %, över mitten", Plain(MeasureWords.Chosen(figure, 85)));
        Assert.Equal("91 %", Plain(MeasureWords.Chosen(figure, null)));
        Assert.Equal("91 %, osäker uppgift: källans siffror går inte ihop", Plain(MeasureWords.Chosen(figure with { IsDoubtful = true }, 85)));
        Assert.Equal("skyddat: för få svar", MeasureWords.Chosen(figure with { Value = null, State = ObservationState.Suppressed }, 85));
        Assert.Equal("ingick inte i omgången", MeasureWords.Chosen(figure with { Value = null, State = null }, 85));
    }

    [Fact]
    public void Those_without_a_certain_figure_are_counted_by_reason_the_commonest_first()
    {
        MeasurePoint[] points =
        [
            new() { Value = 5, State = ObservationState.Published }, new() { State = ObservationState.Suppressed },
            new() { State = ObservationState.Missing }, new() { State = ObservationState.Missing },
            new() { Value = 6, State = ObservationState.Published, IsDoubtful = true },
        ];

        Assert.Equal(
            ["2 förskolor: uppgift saknas från källan", "1 enhet: osäker uppgift: källans siffror går inte ihop", "1 enhet: skyddat: för få svar"],
            MeasureWords.WithoutFigure(points, "förskolor").Select(Plain));
    }

    [Theory]
    [InlineData("higher", "bäst siffra först", "högst siffra först")]
    [InlineData("lower", "bäst siffra först", "lägst siffra först")]
    [InlineData("neither", "högst siffra först", "varken en hög eller en låg siffra bättre")]
    public void Best_first_says_what_best_is(string better, string order, string meaning)
    {
        Assert.Equal(order, MeasureWords.Order(UnitOrder.Result, better));
        Assert.Contains(meaning, MeasureWords.BestFirst(better), StringComparison.Ordinal);
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
