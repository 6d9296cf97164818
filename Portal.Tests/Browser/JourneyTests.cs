using Microsoft.Playwright;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>A parent's way from the first page to a comparison.</summary>
public class JourneyTests(BrowserFixture browser, PortalSite site)
{
    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 1280)]
    [InlineData(false, 360)]
    public async Task A_parent_finds_preschools_and_sets_two_side_by_side(bool javaScript, int width)
    {
        await using var context = await browser.NewContext(javaScript: javaScript, width: width);
        var browsed = await BrowsedSite.Open(context, site.Host, "/");
        var page = browsed.Page;

        await page.GetByLabel("Kommun", new() { Exact = true }).SelectOptionAsync(Town.Code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa enheter" }).ClickAsync();
        Assert.Equal("/enheter", new Uri(page.Url).AbsolutePath);
        Assert.Contains("Provköping", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync(), StringComparison.Ordinal);

        var boxes = page.Locator("input[type=checkbox][name=enhet]");
        var (first, second) = (await boxes.Nth(0).GetAttributeAsync("value"), await boxes.Nth(1).GetAttributeAsync("value"));
        await boxes.Nth(0).CheckAsync();
        await boxes.Nth(1).CheckAsync();
        await page.Locator(".app-compare-bar").GetByRole(AriaRole.Button, new() { Name = "Jämför valda" }).ClickAsync();
        await page.WaitForURLAsync("**/jamfor?**");

        // Without a script the form sends its filter along, which the comparison does not look at.
        Assert.EndsWith($"enhet={first}&enhet={second}", page.Url, StringComparison.Ordinal);
        Assert.True(!javaScript || new Uri(page.Url).PathAndQuery == $"/jamfor?enhet={first}&enhet={second}", page.Url);
        Assert.Equal(2, await page.GetByRole(AriaRole.Main).Locator($"a[href='/enheter/{first}'], a[href='/enheter/{second}']").CountAsync());
        Assert.Empty(browsed.Errors);
    }
}
