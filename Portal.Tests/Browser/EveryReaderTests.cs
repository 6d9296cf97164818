using Microsoft.Playwright;
using Portal.Tests.Pages;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>What holds on all pages for readers with larger text, a keyboard, a shaking hand, colours of their own.</summary>
public class EveryReaderTests(BrowserFixture browser, PortalSite site)
{
    [Theory, MemberData(nameof(Addresses.Pages), MemberType = typeof(Addresses))]
    public async Task Can_be_used_by_every_reader(string address)
    {
        List<string> found = [];
        foreach (var (width, height) in new[] { (1280, 720), (360, 640) })
        {
            await using var context = await browser.NewContext(width: width, height: height);
            var page = (await BrowsedSite.Open(context, site.Host, address)).Page;
            found.AddRange((await Findings(page)).Select(finding => $"{width}: {finding}"));
        }

        Assert.True(found.Count == 0, $"{address}\n{string.Join('\n', found)}");
    }

    static async Task<List<string>> Findings(IPage page)
    {
        List<string> found = [];
        await page.Keyboard.PressAsync("Tab");
        if (await page.Locator(":focus").InnerTextAsync() != "Hoppa till innehållet") found.Add("the skip link does not come first");
        await Check("structure");

        await EveryReader.Prepares(page, "unfold()");
        foreach (var check in new[] { "targets", "focus", "motion", "room" })
            await Check(check);

        await EveryReader.Prepares(page, "space()");
        await Check("room", "text spacing: ");
        await EveryReader.Prepares(page, "close()");

        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await Check("edges", "forced colours: ");

        // As the browser's own setting does it, so that the style sheet's widths follow along.
        var browserItself = await page.Context.NewCDPSessionAsync(page);
        await browserItself.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = 32, @fixed = 26 } });
        await page.WaitForFunctionAsync("() => getComputedStyle(document.documentElement).fontSize === '32px'");
        await Check("room", "200 % text: ");
        return found;

        async Task Check(string check, string when = "") => found.AddRange((await EveryReader.Finds(page, check)).Select(finding => when + finding));
    }
}
