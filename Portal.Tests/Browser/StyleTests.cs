using Microsoft.Playwright;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>The components with the style sheet, before any page uses them.</summary>
public class StyleTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(768, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task Every_component_is_accessible(int width, bool dark)
    {
        await using var context = await browser.NewContext(width: width, dark: dark);
        var page = await FrontEndSample.Open(context);

        await AxeCheck.Passes(page);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task No_width_makes_the_reader_scroll_sideways(int width)
    {
        await using var context = await browser.NewContext(width: width);
        var page = await FrontEndSample.Open(context);

        Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task A_narrow_window_shows_a_row_as_a_block_that_names_each_figure()
    {
        await using var context = await browser.NewContext(width: 360);
        var page = await FrontEndSample.Open(context);
        var cell = page.Locator("td[data-label='Huvudman']").First;

        Assert.Equal("\"Huvudman\"", await cell.EvaluateAsync<string>("cell => getComputedStyle(cell, '::before').content"));
        var name = await Box(page.GetByRole(AriaRole.Link, new() { Name = "Alens förskola" }));
        var figure = await Box(cell);
        Assert.True(figure.Y > name.Y + name.Height - 1, "the figure stands under the name");
    }

    [Fact]
    public async Task What_has_focus_has_a_frame()
    {
        await using var context = await browser.NewContext();
        var page = await FrontEndSample.Open(context);

        await page.Keyboard.PressAsync("Tab");

        var focused = page.Locator(":focus");
        Assert.Equal("Till innehållet", await focused.InnerTextAsync());
        Assert.Equal("3px", await focused.EvaluateAsync<string>("link => getComputedStyle(link).outlineWidth"));
        Assert.True((await Box(focused)).Y >= 0, "the skip link is in sight while it has focus");
    }

    [Fact]
    public async Task Paper_is_white_and_has_no_buttons_whatever_the_screen_is()
    {
        await using var context = await browser.NewContext(dark: true);
        var page = await FrontEndSample.Open(context);

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor"));
        Assert.False(await page.Locator(".app-compare-bar").IsVisibleAsync());
        Assert.True(await page.Locator("thead").First.IsVisibleAsync());
    }

    static async Task<LocatorBoundingBoxResult> Box(ILocator locator) =>
        await locator.BoundingBoxAsync() ?? throw new InvalidOperationException($"{locator} is not in sight");
}
