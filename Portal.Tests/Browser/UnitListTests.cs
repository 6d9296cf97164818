using System.Web;
using Microsoft.Playwright;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>The list of units as it is used: by keyboard, with and without a script.</summary>
public class UnitListTests(BrowserFixture browser, PortalSite site)
{
    const string List = $"/enheter?kommun={Town.Code}";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(true, 360)]
    [InlineData(false, 1280)]
    [InlineData(false, 360)]
    public async Task From_the_first_tick_to_the_comparison_are_at_most_six_presses_of_Tab(bool javaScript, int width)
    {
        await using var context = await browser.NewContext(javaScript: javaScript, width: width);
        var page = (await BrowsedSite.Open(context, site.Host, List)).Page;
        var boxes = page.Locator("input[type=checkbox][name=enhet]");
        var (first, second) = (await boxes.Nth(0).GetAttributeAsync("value"), await boxes.Nth(1).GetAttributeAsync("value"));

        await boxes.Nth(0).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        var tabs = await TabTo(page, $"[name=enhet][value='{second}']");
        await page.Keyboard.PressAsync("Space");
        tabs += await TabTo(page, "[formaction]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/jamfor?**");

        Assert.InRange(tabs, 1, 6);
        Assert.Equal($"{first} {second}", string.Join(' ', Picked(page)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ticks_come_along_to_another_page_and_another_filter(bool javaScript)
    {
        await using var context = await browser.NewContext(javaScript: javaScript);
        var page = (await BrowsedSite.Open(context, site.Host, List)).Page;
        var first = await Tick(page, 0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Nästa" }).ClickAsync();
        await page.WaitForURLAsync("**sida=2**");
        var second = await Tick(page, 1);
        Assert.Equal(2, await page.Locator("input[name=enhet]:checked").CountAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sida=2", StringComparison.Ordinal));
        Assert.StartsWith("2 enheter valda: ", await Status(page), StringComparison.Ordinal);
        await page.Locator(".app-compare-bar").GetByRole(AriaRole.Button).ClickAsync();
        await page.WaitForURLAsync("**/jamfor?**");

        Assert.Equal(new HashSet<string> { first, second }, Picked(page).ToHashSet());
    }

    [Fact]
    public async Task With_a_script_the_list_follows_the_filter_and_leaves_focus_and_ticks_alone()
    {
        await using var context = await browser.NewContext();
        var browsed = await BrowsedSite.Open(context, site.Host, "/kommuner");
        var page = browsed.Page;
        await page.GotoAsync($"https://portal.test{List}");
        var ticked = await Tick(page, 0);
        var name = await page.Locator("#q").ElementHandleAsync();

        await page.Locator("#q").FocusAsync();
        await page.Keyboard.TypeAsync("hemtjänst");
        await page.WaitForURLAsync("**q=hemtj**");

        Assert.Equal($"/enheter?kommun={Town.Code}&q=hemtj%C3%A4nst&enhet={ticked}", new Uri(page.Url).PathAndQuery);
        Assert.Equal("hemtjänst", await name.EvaluateAsync<string>("field => field === document.activeElement ? field.value : 'lost'"));
        Assert.Equal("1 enhet, i bokstavsordning", Read.Plain(await page.Locator(".app-form [role=status]").TextContentAsync()));
        Assert.Equal(["Ådalens hemtjänst"], await page.Locator(".app-unit h3 a").AllInnerTextsAsync());
        Assert.True(await page.Locator($"input[name=enhet][value='{ticked}']").IsCheckedAsync());
        Assert.Contains("1 enhet vald: ", await Status(page), StringComparison.Ordinal);
        Assert.Equal(
            $"/enheter.csv?kommun={Town.Code}&q=hemtj%C3%A4nst",
            await page.Locator("a[type='text/csv']").GetAttributeAsync("href"));

        await page.GetByLabel("Verksamhet").SelectOptionAsync("hemtjanst");
        await page.WaitForURLAsync("**omrade=hemtjanst**");
        Assert.Equal("Hemtjänst i Provköping", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        await Tick(page, 0);
        Assert.Contains("2 enheter valda: ", await Status(page), StringComparison.Ordinal);

        await page.GoBackAsync();
        Assert.Equal("/kommuner", new Uri(page.Url).AbsolutePath);
        await page.GoForwardAsync();
        Assert.Equal(1, await page.Locator(".app-unit").CountAsync());
        Assert.Equal(2, await page.Locator("input[name=enhet]:checked").CountAsync());
        Assert.Empty(browsed.Errors);
    }

    [Fact]
    public async Task Where_the_list_cannot_be_fetched_the_form_is_sent()
    {
        await using var context = await browser.NewContext();
        var page = (await BrowsedSite.Open(context, site.Host, List)).Page;
        await page.RouteAsync("**/enheter?**", route => route.Request.ResourceType == "fetch" ? route.AbortAsync() : route.FallbackAsync());

        await page.GetByLabel("Ägare").SelectOptionAsync("privat");
        await page.WaitForURLAsync("**agare=privat**");

        Assert.Equal("privat", await page.GetByLabel("Ägare").InputValueAsync());
    }

    [Fact]
    public async Task The_sixth_is_held_back_and_explained()
    {
        await using var context = await browser.NewContext();
        var page = (await BrowsedSite.Open(context, site.Host, List)).Page;
        for (var i = 0; i < 5; i++)
            await Tick(page, i);

        var sixth = page.Locator("input[name=enhet]").Nth(5);
        await sixth.FocusAsync();
        await page.Keyboard.PressAsync("Space");

        Assert.False(await sixth.IsCheckedAsync());
        Assert.Equal("Högst 5 enheter kan jämföras. Ta bort en för att välja en annan.", await Status(page));
    }

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(360, 640)]
    public async Task What_has_focus_is_never_behind_the_bar(int width, int height)
    {
        await using var context = await browser.NewContext(width: width);
        var page = (await BrowsedSite.Open(context, site.Host, $"{List}&enhet=forskola-01&enhet=forskola-02&enhet=forskola-03&enhet=forskola-04&enhet=forskola-05")).Page;
        await page.SetViewportSizeAsync(width, height);
        await page.Locator("#q").FocusAsync();

        for (var i = 0; i < 40; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var hidden = await page.EvaluateAsync<string?>(
                """
                () => {
                  const [at, bar] = [document.activeElement, document.querySelector('.app-compare-bar')];
                  if (bar.contains(at)) return null;
                  const [a, b] = [at.getBoundingClientRect(), bar.getBoundingClientRect()];
                  return a.bottom > b.top + 1 && a.top < b.bottom ? at.outerHTML : null;
                }
                """);
            Assert.Null(hidden);
        }
    }

    [Fact]
    public async Task At_360_pixels_a_unit_is_a_card_of_a_few_lines()
    {
        await using var context = await browser.NewContext(width: 360);
        var page = (await BrowsedSite.Open(context, site.Host, List)).Page;

        var heights = await page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('.app-unit')].map(u => u.getBoundingClientRect().height)");

        Assert.Equal(25, heights.Length);
        Assert.InRange(heights.Max(), 60, 175);
    }

    static async Task<string> Tick(IPage page, int place)
    {
        var box = page.Locator(".app-unit input[name=enhet]").Nth(place);
        await box.CheckAsync();
        return (await box.GetAttributeAsync("value"))!;
    }

    static async Task<int> TabTo(IPage page, string selector)
    {
        for (var presses = 1; presses <= 10; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator(":focus").EvaluateAsync<bool>("(element, selector) => element.matches(selector)", selector))
                return presses;
        }
        return 99;
    }

    static string[] Picked(IPage page) => HttpUtility.ParseQueryString(new Uri(page.Url).Query).GetValues("enhet") ?? [];

    static async Task<string> Status(IPage page) => Read.Plain(await page.Locator(".app-compare-bar__status").TextContentAsync());
}
