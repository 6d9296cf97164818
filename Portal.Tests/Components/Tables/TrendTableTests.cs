using Bunit;
using Portal.Data.Model;
using Portal.Data.Queries.Units;
using Portal.Tests.Support;
using Portal.Web.Components.Tables;

namespace Portal.Tests.Components.Tables;

public sealed class TrendTableTests : ComponentTest
{
    [Fact]
    public void Each_round_is_a_row_with_its_figures_and_raw_numbers_for_a_chart()
    {
        var table = Table(
            new TrendRow { Period = 2024, All = Share(82.5), Women = Share(80), Men = Protected() },
            new TrendRow { Period = 2023, All = Share(79) });

        Assert.Equal(["År", "Alla", "Kvinnor och flickor", "Män och pojkar"], table.FindAll("thead th").Select(h => Plain(h.TextContent)));
        Assert.Equal(["2024", "83 %", "80 %", "skyddat: för få svar"], Row(table, 0));
        Assert.Equal(["2023", "79 %", "inte uppdelat på kön", "inte uppdelat på kön"], Row(table, 1));
        Assert.Equal(["82.5", "80", null], table.FindAll("tbody tr")[0].QuerySelectorAll("td").Select(c => c.GetAttribute("data-value")));
        Assert.Equal("t-1", table.Find("caption").Id);
    }

    [Fact]
    public void Columns_that_no_round_has_are_left_out()
    {
        Assert.Equal(["År", "Alla"], Headers(new TrendRow { Period = 2024, All = Share(82) }));
        Assert.Equal(["År", "Alla", "Medelbetyg"], Headers(new TrendRow { Period = 2024, All = Share(82), Mean = Share(4) with { Kind = "mean", Unit = "score" } }));
    }

    [Theory]
    [InlineData(TrendGap.NotInRound, "enheten ingick inte i omgången")]
    [InlineData(TrendGap.NotAsked, "frågan ställdes inte i omgången")]
    public void A_gap_is_told_in_words_across_the_row(TrendGap gap, string words)
    {
        var table = Table(new TrendRow { Period = 2024, All = Share(82), Women = Share(80), Men = Share(84) }, new TrendRow { Period = 2022, Gap = gap });

        Assert.Equal(["2022", words], Row(table, 1));
        Assert.Equal("3", table.FindAll("tbody tr")[1].QuerySelector("td")!.GetAttribute("colspan"));
    }

    [Fact]
    public void Another_wording_breaks_the_trend_and_says_so()
    {
        var table = Table(
            new TrendRow { Period = 2024, All = Share(82) }, new TrendRow { Period = 2022, All = Share(70), EarlierWording = "Är du glad?" });

        Assert.Equal("", table.FindAll("tbody tr")[0].ClassName ?? "");
        Assert.Equal("app-table__row--break", table.FindAll("tbody tr")[1].ClassName);
        Assert.Equal("2022 Frågan löd då: ”Är du glad?”. Jämför inte med senare år.", Row(table, 1)[0]);
    }

    private static Figure Share(double value) => new()
    {
        Kind = "share",
        Unit = "percent",
        Period = 2024,
        State = ObservationState.Published,
        Value = value,
    };

    private static Figure Protected() => Share(0) with { State = ObservationState.Suppressed, Value = null };

    private IRenderedComponent<TrendTable> Table(params TrendRow[] rows) =>
        Render<TrendTable>(p => p.Add(t => t.Id, "t-1").Add(t => t.Caption, "År för år").Add(t => t.Rows, rows));

    private IEnumerable<string> Headers(params TrendRow[] rows) => Table(rows).FindAll("thead th").Select(h => Plain(h.TextContent));

    private static string[] Row(IRenderedComponent<TrendTable> table, int row) =>
        [.. table.FindAll("tbody tr")[row].Children.Select(c => Plain(c.TextContent))];
}
