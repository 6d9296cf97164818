using System.Globalization;
using Bunit;
using Portal.Data.Model;
using Portal.Data.Queries.Measures;
using Portal.Tests.Support;
using Portal.Web.Components.Charts;

namespace Portal.Tests.Components.Charts;

public sealed class DistributionTests : ComponentTest
{
    [Fact]
    public void The_list_says_in_words_what_the_bar_shows()
    {
        var chart = Chart(Answer("Ja", 60, 3), Answer("Delvis", 30, 2), Answer("Nej", 0, 1), Answer("Vet ej", 10, null));

        Assert.Equal(["Ja: 60 %", "Delvis: 30 %", "Nej: 0 %", "Vet ej: 10 %"], chart.FindAll("li").Select(i => Plain(i.TextContent)));
        Assert.Equal(
            [("0%", "60%", "1"), ("60%", "30%", "2"), ("90%", "10%", "none")],
            chart.FindAll("rect").Select(r => (r.GetAttribute("x")!, r.GetAttribute("width")!, r.ClassList.Last()[(r.ClassList.Last().LastIndexOf('-') + 1)..])));
        Assert.Equal("true", chart.Find("svg").GetAttribute("aria-hidden"));
        Assert.Equal("Så svarade de", Plain(chart.Find("figcaption").TextContent));
    }

    [Fact]
    public void Shares_that_do_not_add_up_are_explained_and_never_overflow()
    {
        var chart = Chart(Answer("Ja", 61, 3), Answer("Nej", 41, 1));

        Assert.Contains("avrundar", chart.Find("p").TextContent, StringComparison.Ordinal);
        Assert.True(chart.FindAll("rect").Sum(r => double.Parse(r.GetAttribute("width")!.TrimEnd('%'), CultureInfo.InvariantCulture)) <= 100.001);
        Assert.Empty(Chart(Answer("Ja", 60, 3), Answer("Nej", 40, 1)).FindAll("p"));
        Assert.Empty(Chart(Answer("Ja", 33.4, 3), Answer("Delvis", 33.3, 2), Answer("Nej", 33.3, 1)).FindAll("p"));
    }

    [Fact]
    public void A_protected_share_is_said_and_has_no_part_in_the_bar()
    {
        var chart = Chart(Answer("Ja", 60, 3), Answer("Nej", null, 1));

        Assert.Equal("Nej: skyddat: för få svar", Plain(chart.FindAll("li")[1].TextContent));
        Assert.Single(chart.FindAll("rect"));
        Assert.Contains("Andelar som inte visas", chart.Find("p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void More_answers_than_colours_share_the_last()
    {
        var chart = Chart([.. Enumerable.Range(1, 7).Select(i => Answer($"{i}", 10, 8 - i))]);

        Assert.Equal(3, chart.FindAll(".app-distribution__item--5").Count);
    }

    private static AnswerRow Answer(string label, double? share, double? score) => new()
    {
        Label = label,
        Share = share,
        Score = score,
        State = share is null ? ObservationState.Suppressed : ObservationState.Published,
    };

    private IRenderedComponent<Distribution> Chart(params AnswerRow[] answers) =>
        Render<Distribution>(p => p.Add(d => d.Title, "Så svarade de").Add(d => d.Answers, answers));
}
