using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>A parent's way from the first page to a comparison, and on to a paper to take along.</summary>
public partial class JourneyTests(BrowserFixture browser, PortalSite site)
{
    // Two preschools that certainly differ.
    const string Lower = Town.Unit;
    const string Higher = "forskola-08";

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

    [Theory]
    [InlineData(true, 1280, 720)]
    [InlineData(false, 1280, 720)]
    [InlineData(true, 360, 640)]
    [InlineData(false, 360, 640)]
    public async Task From_the_first_page_to_a_printed_decision_sheet_by_keyboard_alone(bool javaScript, int width, int height)
    {
        await using var context = await browser.NewContext(javaScript: javaScript, width: width, height: height);
        await context.AddInitScriptAsync("window.print = () => { document.title = 'printed'; }");
        var browsed = await BrowsedSite.Open(context, site.Host, "/");
        var page = browsed.Page;
        var reader = new KeyboardReader(page);

        await reader.Type("Förskola", at: "#omrade");
        await reader.Type("Prov", at: "#kommun");
        await reader.Press("Enter", at: "main .ds-button");
        await page.WaitForURLAsync("**/enheter?**");
        Assert.Equal("Förskola i Provköping", await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());

        await reader.Press("Space", at: $"[name=enhet][value='{Lower}']");
        await reader.Press("Space", at: $"[name=enhet][value='{Higher}']");
        await reader.Press("Enter", at: "[formaction]");
        await page.WaitForURLAsync("**/jamfor?**");
        Assert.Contains("säker", await page.Locator(".app-summary").InnerTextAsync(), StringComparison.Ordinal);

        await reader.Press("Enter", at: "a[href='#besok']");
        if (javaScript)
        {
            await reader.Press("Enter", at: "[data-module=app-print] button");
            Assert.Equal("printed", await page.TitleAsync());
        }
        await IsDecisionSheet(page);
        Assert.Empty(browsed.Errors);
    }

    [Fact]
    public async Task On_a_phone_a_reader_changes_the_units_and_says_what_matters_without_leaving_the_comparison()
    {
        await using var context = await browser.NewContext(javaScript: false, width: 360, height: 640);
        var browsed = await BrowsedSite.Open(context, site.Host, $"/jamfor?enhet={Lower}&enhet=forskola-02&enhet={Higher}");
        var page = browsed.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "Ta bort Förskolan C2 från jämförelsen" }).ClickAsync();
        Assert.Equal(["Förskolan B1", "Förskolan I8"], await Units(page));

        await page.GetByText("Lägg till en enhet").ClickAsync();
        await page.GetByLabel("Enhetens namn").FillAsync("förskolan h7");
        await page.Locator("#lagg-till").GetByRole(AriaRole.Button).ClickAsync();
        await page.Locator("#lagg-till").GetByRole(AriaRole.Link, new() { Name = "Förskolan H7" }).ClickAsync();
        Assert.Equal(["Förskolan B1", "Förskolan I8", "Förskolan H7"], await Units(page));

        await page.GetByText("Välj vad som är viktigast för dig").ClickAsync();
        await page.GetByLabel("Inflytande").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa det viktigaste först" }).ClickAsync();

        Assert.Equal($"/jamfor?enhet={Lower}&enhet={Higher}&enhet=forskola-07&viktigt=Inflytande", new Uri(page.Url).PathAndQuery);
        Assert.Equal(["Förskolan B1", "Förskolan I8", "Förskolan H7"], await Units(page));
        Assert.True(await page.GetByLabel("Inflytande").IsCheckedAsync());
        Assert.Equal(360, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await IsDecisionSheet(page);
    }

    // On A4: the units, what differs and what to ask; nothing to press and no way about the site.
    static async Task IsDecisionSheet(IPage page)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var shown in new[] { "h1", ".app-summary", ".app-card__title", "[id$=skillnader]", ".app-visit__question" })
            Assert.True(await page.Locator(shown).First.IsVisibleAsync(), $"{shown} is not on the paper");
        foreach (var hidden in new[] { "nav", "button", "input", "summary" })
            Assert.Equal(0, await page.Locator(hidden).Locator("visible=true").CountAsync());

        var paper = Encoding.Latin1.GetString(await page.PdfAsync(new() { Format = "A4" }));
        Assert.StartsWith("%PDF-", paper, StringComparison.Ordinal);
        Assert.InRange(Sheet().Count(paper), 1, 3);
    }

    static async Task<IReadOnlyList<string>> Units(IPage page) => await page.Locator(".app-card__title").AllInnerTextsAsync();

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sheet();
}
