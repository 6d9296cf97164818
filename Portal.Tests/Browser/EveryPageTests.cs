using Portal.Tests.Pages;
using Portal.Tests.Support;
using Portal.Web.Links;

namespace Portal.Tests.Browser;

/// <summary>What holds for all pages as a browser shows them.</summary>
public class EveryPageTests(BrowserFixture browser, PortalSite site)
{
    // Examples of one landmark in each of its states stand on one page, each with the name it has on its own.
    static string? Repeated(string address) => address == PortalLinks.Machinery.Components() ? "landmark-unique" : null;

    [Theory, MemberData(nameof(Addresses.Pages), MemberType = typeof(Addresses))]
    public async Task Is_accessible_in_a_wide_light_and_a_narrow_dark_window(string address)
    {
        await using var light = await browser.NewContext();
        await AxeCheck.Passes((await BrowsedSite.Open(light, site.Host, address)).Page, Repeated(address));

        await using var dark = await browser.NewContext(width: 360, dark: true);
        await AxeCheck.Passes((await BrowsedSite.Open(dark, site.Host, address)).Page, Repeated(address));
    }

    [Theory, MemberData(nameof(Addresses.Pages), MemberType = typeof(Addresses))]
    public async Task Fits_a_window_of_320_pixels(string address)
    {
        await using var context = await browser.NewContext(width: 320);
        var browsed = await BrowsedSite.Open(context, site.Host, address);

        Assert.Equal(320, await browsed.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Theory, MemberData(nameof(Addresses.Pages), MemberType = typeof(Addresses))]
    public async Task Is_dressed_asks_nobody_else_and_breaks_no_rule_of_its_own(string address)
    {
        await using var context = await browser.NewContext();
        var browsed = await BrowsedSite.Open(context, site.Host, address);

        Assert.Equal("flex", await browsed.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.app-header__inner')).display"));
        Assert.Empty(browsed.AskedElsewhere);
        Assert.Empty(browsed.Errors);
        Assert.Empty(await context.CookiesAsync());
    }

    [Theory, MemberData(nameof(Addresses.Pages), MemberType = typeof(Addresses))]
    public async Task Says_the_same_without_JavaScript(string address)
    {
        await using var with = await browser.NewContext();
        await using var without = await browser.NewContext(javaScript: false);
        var text = await Text(await BrowsedSite.Open(with, site.Host, address));

        Assert.NotEqual("", text);
        Assert.Equal(text, await Text(await BrowsedSite.Open(without, site.Host, address)));

        // Whatever a script says, it says in a status line.
        static Task<string> Text(BrowsedSite browsed) => browsed.Page.EvaluateAsync<string>(
            """
            () => {
              for (const status of document.querySelectorAll('[role=status], [data-module=app-print]')) status.textContent = '';
              return document.querySelector('main').innerText;
            }
            """);
    }
}
