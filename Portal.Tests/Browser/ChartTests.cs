using Microsoft.Playwright;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>A trend's picture and the chart that takes its place when the reader comes to it.</summary>
public class ChartTests(BrowserFixture browser, PortalSite site)
{
    const string Unit = $"/enheter/{Town.Unit}";
    const string Library = "**/lib/chart.js/**";

    [Fact]
    public async Task Nothing_is_fetched_before_the_reader_comes_to_a_chart()
    {
        await using var context = await browser.NewContext();
        var page = (await BrowsedSite.Open(context, site.Host, Unit)).Page;
        Assert.DoesNotContain(await Fetched(page), IsOfCharts);

        await Unfold(page);
        await Canvas(page).WaitForAsync();

        Assert.Equal(2, (await Fetched(page)).Count(IsOfCharts));
    }

    [Fact]
    public async Task The_chart_lies_where_the_picture_lay_and_moves_nothing()
    {
        await using var context = await browser.NewContext(width: 360);
        var page = (await BrowsedSite.Open(context, site.Host, Unit)).Page;
        var measured = new TaskCompletionSource();
        await context.RouteAsync(Library, async route =>
        {
            await measured.Task;
            await route.FallbackAsync();
        });

        await Unfold(page);
        var (picture, table) = (await Box(Picture(page)), await Box(page.Locator("figure + .app-table-wrap").First));
        Assert.Equal(picture, await Box(page.Locator(".app-trend__picture").First));
        measured.SetResult();
        await Canvas(page).WaitForAsync();

        Assert.Equal(picture, await Box(Canvas(page)));
        Assert.Equal(table, await Box(page.Locator("figure + .app-table-wrap").First));
        Assert.False(await Picture(page).IsVisibleAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("throw new Error('broken')")]
    [InlineData("globalThis.Chart = class { constructor() { throw new Error('broken'); } }")]
    public async Task The_picture_stays_where_the_library_does_not_come_or_breaks(string? script)
    {
        await using var context = await browser.NewContext();
        var page = (await BrowsedSite.Open(context, site.Host, Unit)).Page;
        await context.RouteAsync(Library, route => script is null
            ? route.AbortAsync()
            : route.FulfillAsync(new() { ContentType = "text/javascript", Body = script }));

        var told = page.WaitForConsoleMessageAsync(new() { Predicate = m => m.Text.Contains("the chart stays a picture", StringComparison.Ordinal) });
        await Unfold(page);
        await told;

        Assert.Equal(0, await page.Locator("canvas").CountAsync());
        Assert.True(await Picture(page).IsVisibleAsync());
        await AxeCheck.Passes(page);
    }

    [Fact]
    public async Task Arrow_keys_go_from_round_to_round_and_each_is_told_as_the_table_tells_it()
    {
        await using var context = await browser.NewContext();
        var browsed = await BrowsedSite.Open(context, site.Host, Unit);
        var page = browsed.Page;
        await Unfold(page);
        await Canvas(page).WaitForAsync();
        var status = page.Locator(".app-trend__picture [role=status]").First;

        await Canvas(page).FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("2024. Alla: 88 %. Om flickor: 90 %.", await Text(status));
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("2022. Alla: 80 %. Om flickor: inte uppdelat på kön.", await Text(status));
        await page.Keyboard.PressAsync("End");
        Assert.StartsWith("2024", await Text(status), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("", await Text(status));

        await page.Keyboard.PressAsync("Tab");
        Assert.NotEqual("CANVAS", await page.Locator(":focus").EvaluateAsync<string>("e => e.tagName"));
        Assert.Empty(browsed.Errors);
    }

    [Fact]
    public async Task The_chart_is_accessible_and_says_in_itself_what_it_shows()
    {
        await using var context = await browser.NewContext(width: 360, dark: true);
        var browsed = await BrowsedSite.Open(context, site.Host, Unit);
        await Unfold(browsed.Page);
        await Canvas(browsed.Page).WaitForAsync();

        await AxeCheck.Passes(browsed.Page);
        Assert.Contains("Alla siffror står i tabellen", await Canvas(browsed.Page).TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("piltangenterna", await Canvas(browsed.Page).GetAttributeAsync("aria-label"), StringComparison.Ordinal);
        Assert.Empty(browsed.AskedElsewhere);
        Assert.Empty(browsed.Errors);
    }

    [Fact]
    public async Task It_moves_only_for_readers_who_have_not_asked_for_stillness()
    {
        await using var context = await browser.NewContext();
        var page = (await BrowsedSite.Open(context, site.Host, Unit)).Page;
        await Unfold(page);
        await Canvas(page).WaitForAsync();

        Assert.True(await Chart<bool>(page, "chart.options.animation === false"));
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        await Becomes(page, "chart.options.animation.duration === 150");
    }

    [Fact]
    public async Task It_wears_the_readers_colours_and_changes_with_them()
    {
        await using var context = await browser.NewContext();
        var page = (await BrowsedSite.Open(context, site.Host, Unit)).Page;
        await Unfold(page);
        await Canvas(page).WaitForAsync();
        var light = await Chart<string>(page, "chart.$look.text");
        Assert.Equal(await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('figcaption')).color"), light);

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Becomes(page, $"chart.$look.text !== '{light}' && chart.$look.text === getComputedStyle(document.querySelector('figcaption')).color");

        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await Becomes(page, "chart.$look.lines[0] === getComputedStyle(document.documentElement).color");
    }

    [Fact]
    public async Task Paper_gets_the_picture()
    {
        await using var context = await browser.NewContext(dark: true);
        var page = (await BrowsedSite.Open(context, site.Host, Unit)).Page;
        await Unfold(page);
        await Canvas(page).WaitForAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.True(await Picture(page).IsVisibleAsync());
        Assert.False(await Canvas(page).IsVisibleAsync());
    }

    static ILocator Canvas(IPage page) => page.Locator(".app-trend__canvas").First;

    static ILocator Picture(IPage page) => page.Locator(".app-trend__picture > svg").First;

    // As the reader does: the summary above the first chart.
    static async Task Unfold(IPage page)
    {
        var area = page.Locator("details:has(details > figure[data-module=app-chart])").First;
        if (await area.GetAttributeAsync("open") is null)
            await area.Locator("> summary").ClickAsync();
        var details = area.Locator("details:has(> figure[data-module=app-chart])").First;
        await details.Locator("> summary").ClickAsync();
        await Picture(page).ScrollIntoViewIfNeededAsync();
    }

    // The style sheet of pictures comes with the page; the scripts do not.
    static bool IsOfCharts(string name) => name.Contains("chart", StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal);

    static async Task<string[]> Fetched(IPage page) =>
        await page.EvaluateAsync<string[]>("() => performance.getEntriesByType('resource').map(entry => entry.name)");

    static Task<T> Chart<T>(IPage page, string of) =>
        page.EvaluateAsync<T>($"() => {{ const chart = Chart.getChart(document.querySelector('.app-trend__canvas')); return {of}; }}");

    // The browser tells scripts of the reader's wishes when it next draws.
    static async Task Becomes(IPage page, string condition) =>
        await page.WaitForFunctionAsync($"() => {{ const chart = Chart.getChart(document.querySelector('.app-trend__canvas')); return {condition}; }}");

    static async Task<string> Text(ILocator locator) => (await locator.TextContentAsync() ?? "").Replace('\u00A0', ' ');

    // In whole pixels: a canvas has no others.
    static async Task<(double X, double Y, double Width, double Height)> Box(ILocator locator) =>
        await locator.BoundingBoxAsync() is { } box
            ? (Math.Round(box.X), Math.Round(box.Y), Math.Round(box.Width), Math.Round(box.Height))
            : throw new InvalidOperationException($"{locator} is not in sight");
}
