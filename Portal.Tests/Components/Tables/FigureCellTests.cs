using Bunit;
using Portal.Data.Model;
using Portal.Tests.Support;
using Portal.Web.Components.Tables;

namespace Portal.Tests.Components.Tables;

public sealed class FigureCellTests : ComponentTest
{
    private static readonly Figure Share = new()
    {
        SurveyId = "enkat",
        Kind = "share",
        Unit = "percent",
        Period = 2024,
        PeriodKind = "round",
        State = ObservationState.Published,
        Value = 82,
        Respondents = 45,
        Invited = 60,
        ResponseRate = 75,
    };

    [Fact]
    public void A_share_is_told_in_words_and_number_with_what_it_rests_on() =>
        Assert.Equal("de flesta är positiva 82 % 2024; 45 svar av 60 (75 %)", Text(Share, withWords: true, withPeriod: true));

    [Fact]
    public void A_mean_says_its_scale() =>
        Assert.Equal("medelbetyg 4,25 av 5 45 svar av 60 (75 %)", Text(
            Share with { Kind = "mean", Unit = "score", Value = 4.25, Decimals = 2, ScaleHigh = 5 }, withWords: true));

    [Fact]
    public void A_count_has_its_unit_and_no_other_words() =>
        Assert.Equal("1 234 barn", Text(
            Share with { Kind = "count", Unit = "barn", Value = 1234 }, withWords: true, withRespondents: false));

    [Fact]
    public void A_share_that_is_not_of_answers_has_no_words_about_being_positive() =>
        Assert.Equal("82 %", Text(Share with { SurveyId = null }, withWords: true, withRespondents: false));

    [Theory]
    [InlineData(ObservationState.Suppressed, "skyddat: för få svar", "app-figure--suppressed")]
    [InlineData(ObservationState.NotAsked, "ingick inte i omgången", "app-figure--not-asked")]
    [InlineData(ObservationState.NoAnswer, "för få svarade eller enheten avstod", "app-figure--missing")]
    [InlineData(ObservationState.NotApplicable, "frågan gäller inte den här verksamheten", "app-figure--not-asked")]
    [InlineData(ObservationState.Missing, "uppgift saknas från källan", "app-figure--missing")]
    public void A_figure_that_is_not_shown_says_why_and_is_never_a_zero(ObservationState state, string reason, string mark)
    {
        var cell = Cell(Share with { State = state, Value = null, Respondents = null, Invited = null, ResponseRate = null }, withWords: true);

        Assert.Equal(reason, Plain(cell.Find(".app-figure").TextContent));
        Assert.Contains(mark, cell.Find(".app-figure").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zero_is_a_zero() => Assert.Equal("nästan ingen är positiv 0 % 45 svar av 60 (75 %)", Text(Share with { Value = 0 }, withWords: true));

    [Fact]
    public void A_preliminary_figure_says_so_in_words_and_shape()
    {
        var cell = Cell(Share with { State = ObservationState.Preliminary });

        Assert.Contains("82 % (preliminär)", Plain(cell.Find(".app-figure").TextContent), StringComparison.Ordinal);
        Assert.Contains("app-figure--preliminary", cell.Find(".app-figure").ClassName, StringComparison.Ordinal);
        Assert.Contains("(preliminär)", Text(Share with { State = ObservationState.Preliminary, Kind = "mean", ScaleHigh = 5 }, withWords: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubtful_and_a_derived_figure_are_marked() =>
        Assert.Equal(
            "82 % 45 svar av 60 (75 %); egen beräkning; osäker uppgift: källans siffror går inte ihop",
            Text(Share with { IsDoubtful = true, IsDerived = true }));

    [Fact]
    public void No_figure_says_what_the_page_knows_of_why()
    {
        Assert.Equal("frågan ställdes inte", Text(null, ifNone: "frågan ställdes inte"));
        Assert.Equal("frågan ställdes inte", Text(Share with { State = null, Value = null, Period = 0 }, ifNone: "frågan ställdes inte", withPeriod: true));
    }

    private IRenderedComponent<FigureCell> Cell(
        Figure? figure, bool withWords = false, bool withPeriod = false, bool withRespondents = true, string ifNone = "saknas") =>
        Render<FigureCell>(p => p
            .Add(c => c.Figure, figure).Add(c => c.WithWords, withWords).Add(c => c.WithPeriod, withPeriod)
            .Add(c => c.WithRespondents, withRespondents).Add(c => c.IfNone, ifNone));

    private string Text(
        Figure? figure, bool withWords = false, bool withPeriod = false, bool withRespondents = true, string ifNone = "saknas") =>
        Plain(Cell(figure, withWords, withPeriod, withRespondents, ifNone).Find(".app-figure").TextContent);
}
