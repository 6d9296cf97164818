using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Portal.Data.Model;
using Portal.Data.Queries.Units;
using Portal.Tests.Support;
using Portal.Web.Components.Charts;

namespace Portal.Tests.Components.Charts;

public sealed class TrendTests : ComponentTest
{

    [Fact]
    public void The_picture_is_of_the_same_rows_as_the_table_and_says_so_to_those_who_do_not_see_it()
    {
        var trend = Trend(Row(2024, 80), Row(2020, 60));
        var svg = trend.Find("svg[role=img]");

        Assert.Equal("trend", trend.Find("caption").Id);
        Assert.Equal("trend", trend.Find("figure").GetAttribute("data-table"));
        Assert.Equal(["Diagram: Trygghet", "En punkt för varje omgång på en skala från 0 % till 100 %. Alla siffror står i tabellen efter diagrammet."],
            svg.GetAttribute("aria-labelledby")!.Split(' ').Select(id => Plain(trend.Find($"#{id}").TextContent)));
        Assert.Equal(["74,75.2 290,49.6"], Lines(trend));
        Assert.Equal(2, Points(trend, 1));
    }

    [Fact]
    public void A_share_is_drawn_from_0_to_100_and_a_mean_on_its_scale()
    {
        Assert.Equal(["0 %", "50 %", "100 %"], Levels(Trend(Row(2024, 80), Row(2020, 60))));
        Assert.Equal(["1", "3", "5"], Levels(Trend(Mean(2024, 4.2), Mean(2020, 3.9))));
        Assert.Equal(["0", "20", "40"], Levels(Trend(Count(2024, 31), Count(2020, 28))));
        Assert.Equal(["0", "2", "4"], Levels(Trend(Count(2024, 4), Count(2020, 2.5))));
        Assert.Equal(("0", "4"), Ends(Trend(Count(2024, 4), Count(2020, 2.5))));
    }

    [Fact]
    public void Years_lie_as_far_apart_as_they_are()
    {
        var line = Assert.Single(Lines(Trend(Row(2024, 80), Row(2021, 70), Row(2020, 60))));

        Assert.Equal([74.0, 128, 290], line.Split(' ').Select(p => double.Parse(p.Split(',')[0], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_missing_round_breaks_the_line_and_is_told_in_the_picture_and_beneath_it()
    {
        var trend = Trend(Row(2024, 80), Row(2023, 82), Row(2022) with { Gap = TrendGap.NotInRound }, Row(2021, 70), Row(2020, 60));

        Assert.Equal(2, Lines(trend).Length);
        Assert.Single(trend.FindAll(".app-trend__gap"));
        Assert.Contains("inte med", Texts(trend));
        Assert.Equal(["2022 har ingen punkt (enheten ingick inte i omgången)."], Notes(trend));
    }

    [Fact]
    public void A_protected_round_is_a_gap_that_says_why_and_never_a_zero()
    {
        var trend = Trend(Row(2024, 80), Row(2022) with { All = Without(ObservationState.Suppressed) }, Row(2020, 60));

        Assert.Empty(Lines(trend));
        Assert.Equal(2, Points(trend, 1));
        Assert.Contains("skyddat", Texts(trend));
        Assert.Equal(["2022 har ingen punkt (skyddat: för få svar)."], Notes(trend));
    }

    [Fact]
    public void Another_wording_breaks_the_line_and_is_told()
    {
        var trend = Trend(Row(2024, 80), Row(2023, 82), Row(2022, 50) with { EarlierWording = "Är du glad?" }, Row(2020, 55));

        Assert.Equal(2, Lines(trend).Length);
        Assert.Single(trend.FindAll(".app-trend__break"));
        Assert.Contains("ny fråga", Texts(trend));
        Assert.Equal(["Frågan ändrades efter 2022. Därför är linjen bruten där."], Notes(trend));
    }

    [Fact]
    public void A_preliminary_figure_is_hollow_and_stands_alone()
    {
        var trend = Trend(Row(2024) with { All = Share(80) with { State = ObservationState.Preliminary } }, Row(2023, 82), Row(2022, 81));

        Assert.Single(Lines(trend));
        Assert.Single(trend.FindAll(".app-trend__point--open"));
        Assert.Contains("preliminär", Texts(trend));
        Assert.Empty(trend.FindAll(".app-trend__gap"));
    }

    [Fact]
    public void Each_sex_has_a_line_with_its_own_shape_and_the_tables_word()
    {
        var trend = Trend(
            Row(2024, 80) with { Women = Share(84), Men = Share(76) },
            Row(2022, 78) with { Women = Share(82), Men = Without(ObservationState.Suppressed) });

        Assert.Equal(trend.FindAll("th[data-series]").Select(h => Plain(h.TextContent)), trend.FindAll(".app-trend__legend li").Select(i => Plain(i.TextContent)));
        Assert.Equal([2, 2, 1], new[] { 1, 2, 3 }.Select(mark => Points(trend, mark)));
        Assert.Equal(3, trend.FindAll(".app-trend__legend .app-trend__point").Select(p => p.GetAttribute("d")).Distinct().Count());
        Assert.Equal(["2022 har ingen punkt i linjen ”Män och pojkar” (skyddat: för få svar)."], Notes(trend));
        Assert.Empty(trend.FindAll(".app-trend__value"));
    }

    [Fact]
    public void A_line_alone_needs_no_legend_and_has_its_first_and_last_value_beside_it()
    {
        var trend = Trend(Row(2024, 80), Row(2022, 99), Row(2020, 60));

        Assert.Empty(trend.FindAll(".app-trend__legend"));
        Assert.Equal(["60 %", "80 %"], trend.FindAll(".app-trend__value").Select(t => Plain(t.TextContent)));
    }

    [Fact]
    public void Many_years_leave_out_labels_but_never_the_newest()
    {
        var trend = Trend([.. Enumerable.Range(0, 15).Select(i => Row(2024 - i, 50))]);
        var years = Texts(trend).Where(t => t.StartsWith("20", StringComparison.Ordinal)).ToList();

        Assert.Contains("2024", years);
        Assert.InRange(years.Count, 3, 8);
    }

    [Fact]
    public void One_figure_is_no_trend_and_only_told()
    {
        var trend = Trend(Row(2024, 80), Row(2022) with { Gap = TrendGap.NotAsked });

        Assert.Empty(trend.FindAll("figure, svg"));
        Assert.Equal("80 % år 2024. Det finns ingen annan omgång att jämföra med.", Plain(trend.Find("p").TextContent));
    }

    [Fact]
    public void A_figure_without_year_has_no_place_in_the_picture() =>
        Assert.Empty(Trend(Row(2024, 80), Row(0, 70)).FindAll("svg"));

    [Fact]
    public void The_script_is_told_where_it_and_its_library_are()
    {
        var figure = Trend(Row(2024, 80), Row(2020, 60)).Find("figure");

        Assert.Equal("app-chart", figure.GetAttribute("data-module"));
        Assert.Equal(("/js/chart.js", "/lib/chart.js/chart.umd.min.js"), (figure.GetAttribute("data-script"), figure.GetAttribute("data-library")));
    }

    private static Figure Share(double value) => new()
    {
        SurveyId = "enkat",
        Kind = "share",
        Unit = "percent",
        State = ObservationState.Published,
        Value = value,
    };

    private static Figure Without(ObservationState state) => Share(0) with { State = state, Value = null };

    private static TrendRow Row(int period, double? share = null) => new() { Period = period, All = share is { } value ? Share(value) : null };

    private static TrendRow Mean(int period, double value) =>
        new() { Period = period, All = Share(value) with { Kind = "mean", Unit = "score", Decimals = 1, ScaleLow = 1, ScaleHigh = 5 } };

    private static TrendRow Count(int period, double value) =>
        new() { Period = period, All = Share(value) with { Kind = "count", Unit = "barn", SurveyId = null } };

    private IRenderedComponent<Trend> Trend(params TrendRow[] rows) =>
        Render<Trend>(p => p.Add(t => t.Id, "trend").Add(t => t.Title, "Trygghet").Add(t => t.Rows, rows));

    private static string[] Lines(IRenderedComponent<Trend> trend) =>
        [.. trend.FindAll("polyline").Select(l => l.GetAttribute("points")!)];

    private static int Points(IRenderedComponent<Trend> trend, int mark) =>
        trend.FindAll($".app-trend__picture .app-trend__point--{mark}").Count;

    private static string[] Texts(IRenderedComponent<Trend> trend) => [.. trend.FindAll("svg text").Select(t => Plain(t.TextContent))];

    private static string[] Levels(IRenderedComponent<Trend> trend) => [.. trend.FindAll("svg text[text-anchor=end]").Select(t => Plain(t.TextContent))];

    private static string[] Notes(IRenderedComponent<Trend> trend) => [.. trend.FindAll("figure p").Select(t => Plain(t.TextContent))];

    private static (string?, string?) Ends(IRenderedComponent<Trend> trend)
    {
        IElement figure = trend.Find("figure");
        return (figure.GetAttribute("data-low"), figure.GetAttribute("data-high"));
    }
}
