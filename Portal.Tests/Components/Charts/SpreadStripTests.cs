using System.Globalization;
using Bunit;
using Portal.Tests.Support;
using Portal.Web.Components.Charts;
using Portal.Web.Components.Examples;

namespace Portal.Tests.Components.Charts;

public sealed class SpreadStripTests : ComponentTest
{
    public static TheoryData<string> Examples => [.. SpreadStripExamples.All.Select(e => e.Name)];

    [Fact]
    public void Each_bar_counts_those_with_about_the_same_figure_from_zero_to_a_hundred()
    {
        var strip = Strip([0, 4.9, 5, 50, 99, 100, 100]);

        Assert.Equal(
            [("0.2%", 51), ("5.2%", 25), ("50.2%", 25), ("95.2%", 76)],
            strip.FindAll("rect").Select(r => (r.GetAttribute("x")!, Round(r.GetAttribute("height")!))));
        Assert.All(strip.FindAll("rect"), r => Assert.Equal(84, Round(r.GetAttribute("y")!) + Round(r.GetAttribute("height")!)));
        Assert.Equal(["0 %", "50 %", "100 %"], strip.FindAll(".app-spread__scale span").Select(s => Plain(s.TextContent)));
    }

    [Fact]
    public void The_picture_says_in_words_what_it_shows()
    {
        var strip = Strip([38, 84, 96, 97, 100], median: 96, chosen: [new SpreadMark("Solen", "84 %, under mitten", 84)]);
        var svg = strip.Find("svg[role=img]");

        Assert.Equal("Så skiljer sig de", strip.Find($"#{svg.GetAttribute("aria-labelledby")!.Split(' ')[0]}").TextContent);
        Assert.Equal(
            "Skalan går från 0 % till 100 %. Lägst är 38 %, i mitten 96 %, högst 100 %. Flest, 3 av 5, har mellan 95 % och 100 %. Solen: 84 %, under mitten.",
            Plain(strip.Find($"#{svg.GetAttribute("aria-labelledby")!.Split(' ')[1]}").TextContent));
        Assert.Equal(("96%", "96%"), (strip.Find(".app-spread__median").GetAttribute("x1"), strip.Find(".app-spread__median").GetAttribute("x2")));
    }

    [Fact]
    public void Each_chosen_one_has_a_shape_of_its_own_in_picture_and_list_and_its_name_in_words()
    {
        var strip = Strip([1, 50, 99], chosen: [.. Enumerable.Range(1, 5).Select(i => new SpreadMark($"Enhet {i}", $"{i} %", i))]);

        var drawn = strip.FindAll(".app-spread__mark path").Select(p => p.GetAttribute("d")).ToList();
        Assert.Equal(5, drawn.Distinct().Count());
        Assert.Equal(drawn, strip.FindAll(".app-spread__sign path").Select(p => p.GetAttribute("d")));
        Assert.Equal(["1%", "2%", "3%", "4%", "5%"], strip.FindAll(".app-spread__mark").Select(m => m.GetAttribute("x")));
        Assert.Equal(["Enhet 1: 1 %", "Enhet 2: 2 %", "Enhet 3: 3 %", "Enhet 4: 4 %", "Enhet 5: 5 %"], strip.FindAll("li").Select(i => Plain(i.TextContent)));
        Assert.Equal(5, strip.FindAll(".app-spread__mark").Select(m => m.GetAttribute("y")).Distinct().Count());
    }

    [Fact]
    public void One_without_a_figure_is_named_with_the_reason_and_not_drawn()
    {
        var strip = Strip([1, 50, 99], chosen: [new SpreadMark("Solen", "skyddat: för få svar", null), new SpreadMark("Månen", "50 %", 50)]);

        Assert.Equal(["Solen: skyddat: för få svar", "Månen: 50 %"], strip.FindAll("li").Select(i => Plain(i.TextContent)));
        Assert.Single(strip.FindAll(".app-spread__mark"));
        Assert.Single(strip.FindAll(".app-spread__sign path"));
    }

    [Theory]
    [InlineData(0, "Ingen har en siffra.")]
    [InlineData(1, "Bara en har en siffra.")]
    public void There_is_no_picture_of_fewer_than_two(int count, string expected)
    {
        var strip = Strip([.. Enumerable.Repeat(60.0, count)], chosen: [new SpreadMark("Solen", "60 %", 60)]);

        Assert.StartsWith(expected, strip.Find("p").TextContent, StringComparison.Ordinal);
        Assert.Empty(strip.FindAll("rect, .app-spread__mark, path"));
        Assert.Equal("Solen: 60 %", Plain(strip.Find("li").TextContent));
    }

    [Fact]
    public void Those_without_a_figure_are_told_of_and_never_counted_as_zero()
    {
        var strip = Strip([50, 60], missing: 340);

        Assert.Contains("340 till saknar siffra eller har en osäker", Plain(strip.Find(".app-muted").TextContent), StringComparison.Ordinal);
        Assert.DoesNotContain(strip.FindAll("rect"), r => r.GetAttribute("x") == "0.2%");
    }

    [Fact]
    public void One_among_thousands_is_still_seen_and_thousands_weigh_no_more_than_a_hundred()
    {
        var thousands = Strip([1, .. Enumerable.Range(0, 8000).Select(i => 40.0 + (i % 60))]);

        Assert.Equal(2, Round(thousands.FindAll("rect")[0].GetAttribute("height")!));
        Assert.InRange(thousands.Markup.Length, 1, 3500);
    }

    [Theory, MemberData(nameof(Examples))]
    public void An_example_is_the_same_twice_and_has_its_words(string name)
    {
        var example = SpreadStripExamples.All.Single(e => e.Name == name);

        var first = Shown(example).Markup;
        Assert.Equal(first, Shown(example).Markup);
        Assert.DoesNotContain("NaN", first, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", first, StringComparison.Ordinal);
    }

    [Fact]
    public void The_gallery_shows_it() =>
        Assert.Same(SpreadStripExamples.All, ComponentGallery.All.Single(c => c.Component == typeof(SpreadStrip)).Examples);

    private IRenderedComponent<SpreadStrip> Shown(ComponentExample example) => Render<SpreadStrip>(p =>
    {
        foreach (var (name, value) in example.Parameters)
            p.TryAdd(name, value!);
    });

    private IRenderedComponent<SpreadStrip> Strip(
        IReadOnlyList<double> values, double median = 50, int missing = 0, IReadOnlyList<SpreadMark>? chosen = null) =>
        Render<SpreadStrip>(p => p
            .Add(s => s.Id, "bild").Add(s => s.Title, "Så skiljer sig de").Add(s => s.What, "förskolor").Add(s => s.Values, values)
            .Add(s => s.Median, median).Add(s => s.Unit, "percent").Add(s => s.Low, 0).Add(s => s.High, 100)
            .Add(s => s.Missing, missing).Add(s => s.Chosen, chosen ?? []));

    private static int Round(string number) => int.Parse(number, CultureInfo.InvariantCulture);
}
