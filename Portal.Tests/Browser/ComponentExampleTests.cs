using Portal.Tests.Support;
using Portal.Web.Components.Examples;

namespace Portal.Tests.Browser;

/// <summary>Every component in every state that its examples name.</summary>
public class ComponentExampleTests(BrowserFixture browser)
{
    // The same landmark in each of its states has the same name each time; no other page has it more than once.
    const string Repeated = "landmark-unique";

    public static TheoryData<string> Names => [.. ComponentGallery.All.Select(c => c.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task Is_accessible_in_a_wide_light_and_a_narrow_dark_window(string name)
    {
        var html = await ExamplePage.Of(ComponentGallery.All.Single(c => c.Name == name));

        await using var light = await browser.NewContext();
        await AxeCheck.Passes(await FrontEndSample.Open(light, html), except: Repeated);

        await using var dark = await browser.NewContext(width: 320, dark: true);
        var page = await FrontEndSample.Open(dark, html);
        await AxeCheck.Passes(page, except: Repeated);
        Assert.Equal(320, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }
}
