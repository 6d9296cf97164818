using Bunit;
using Portal.Tests.Support;
using Portal.Web.Components.Navigation;

namespace Portal.Tests.Components.Navigation;

public sealed class PagerTests : ComponentTest
{
    [Theory]
    [InlineData(1, 2, "Sida 1*|Sida 2|Nästa")]
    [InlineData(2, 2, "Föregående|Sida 1|Sida 2*")]
    [InlineData(1, 9, "Sida 1*|Sida 2|Sida 3|…|Sida 9|Nästa")]
    [InlineData(5, 9, "Föregående|Sida 1|…|Sida 3|Sida 4|Sida 5*|Sida 6|Sida 7|…|Sida 9|Nästa")]
    [InlineData(4, 6, "Föregående|Sida 1|Sida 2|Sida 3|Sida 4*|Sida 5|Sida 6|Nästa")]
    public void The_first_the_last_and_the_near_pages_are_shown(int page, int pages, string expected) =>
        Assert.Equal(expected, string.Join('|', Pager(page, pages).FindAll("li").Select(i =>
            Plain(i.TextContent) + (i.QuerySelector("[aria-current=page]") is null ? "" : "*"))));

    [Fact]
    public void Links_lead_to_the_pages_they_name()
    {
        var pager = Pager(2, 3);

        Assert.Equal(["?1", "?1", "?2", "?3", "?3"], pager.FindAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal("?1", pager.Find("a[rel=prev]").GetAttribute("href"));
        Assert.Equal("?3", pager.Find("a[rel=next]").GetAttribute("href"));
    }

    [Fact]
    public void In_a_form_each_link_has_a_button_that_sends_the_same_page()
    {
        var pager = Render<Pager>(p => p.Add(x => x.Page, 2).Add(x => x.Pages, 3).Add(x => x.Address, n => $"?{n}").Add(x => x.Name, "sida"));

        Assert.Equal(["sida=1", "sida=1", "sida=2", "sida=3", "sida=3"], pager.FindAll("button").Select(b => $"{b.GetAttribute("name")}={b.GetAttribute("value")}"));
        Assert.Equal(pager.FindAll("a").Select(a => Plain(a.TextContent)), pager.FindAll("button").Select(b => Plain(b.TextContent)));
        Assert.Equal("Sida 2", Plain(pager.Find("button[aria-current=page]").TextContent));
        Assert.Empty(Pager(2, 3).FindAll("button"));
    }

    [Fact]
    public void One_page_needs_no_pager() => Assert.Equal("", Pager(1, 1).Markup.Trim());

    private IRenderedComponent<Pager> Pager(int page, int pages) =>
        Render<Pager>(p => p.Add(x => x.Page, page).Add(x => x.Pages, pages).Add(x => x.Address, n => $"?{n}"));
}
