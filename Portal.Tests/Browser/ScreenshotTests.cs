using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Tests.Pages;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>
/// Pictures of every page for somebody to look at. Nothing is compared: they are made when asked for, by
/// <c>PORTAL_SCREENSHOTS=folder</c>, in light, and in what <c>PORTAL_SCREENSHOTS_AS</c> adds (<c>dark,print,text</c>).
/// </summary>
public partial class ScreenshotTests(BrowserFixture browser, PortalSite site)
{
    const string Folder = "PORTAL_SCREENSHOTS";
    const string Kinds = "PORTAL_SCREENSHOTS_AS";

    static readonly int[] Widths = [360, 768, 1280];

    [Fact]
    public async Task Pictures_of_every_page_are_made_where_asked_for()
    {
        var folder = Environment.GetEnvironmentVariable(Folder);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"{Folder} names no folder for pictures of every page");
        folder = Path.GetFullPath(folder!, SourceTree.Root);
        var kinds = (Environment.GetEnvironmentVariable(Kinds) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.All(kinds, kind => Assert.Contains(kind, (string[])["dark", "print", "text"]));

        var addresses = Addresses.Pages.Select(row => row.Data).ToList();
        foreach (var kind in kinds.Prepend("light"))
        {
            foreach (var width in Widths)
            {
                await using var context = await browser.NewContext(width: width, dark: kind == "dark");
                foreach (var (address, i) in addresses.Select((a, i) => (a, i)))
                {
                    var page = (await BrowsedSite.Open(context, site.Host, address)).Page;
                    if (kind == "print")
                        await page.EmulateMediaAsync(new() { Media = Media.Print });
                    // By the object model: the policy stops a style attribute in markup, not a reader's own size.
                    if (kind == "text")
                        await page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, kind, Name(i, address, width)), FullPage = true });
                    await page.CloseAsync();
                }
            }
        }

        Assert.NotEmpty(Directory.GetFiles(folder, "*.png", SearchOption.AllDirectories));
    }

    static string Name(int place, string address, int width)
    {
        var words = NotInNames().Replace(address, "-").Trim('-');
        return string.Create(CultureInfo.InvariantCulture, $"{place:00}-{(words.Length > 60 ? words[..60] : words)}-{width}.png");
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotInNames();
}
