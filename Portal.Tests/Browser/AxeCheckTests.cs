using Portal.Tests.Support;
using Xunit.Sdk;

namespace Portal.Tests.Browser;

/// <summary>The check is checked: one that finds nothing in a faulty page would pass every page.</summary>
public class AxeCheckTests(BrowserFixture browser)
{
    const string Clean =
        """
        <!doctype html><html lang="sv"><head><title>Sida</title></head>
        <body><main><h1>Rubrik</h1><p>Text</p></main></body></html>
        """;

    [Fact]
    public async Task A_page_without_faults_passes()
    {
        await using var context = await browser.NewContext();
        var page = await context.NewPageAsync();
        await page.SetContentAsync(Clean);

        await AxeCheck.Passes(page);
    }

    [Theory]
    [InlineData("image-alt", "<img src='data:,'>")]
    [InlineData("label", "<input name='namn'>")]
    [InlineData("color-contrast", "<p style='color:#999;background:#fff'>Blek text</p>")]
    [InlineData("target-size", "<button style='all:unset;width:9px;height:9px'>a</button><button style='all:unset;width:9px;height:9px'>b</button>")]
    [InlineData("heading-order", "<h4>Rubrik som hoppar</h4>")]
    public async Task A_planted_fault_is_found_and_told(string rule, string fault)
    {
        await using var context = await browser.NewContext();
        var page = await context.NewPageAsync();
        await page.SetContentAsync(Clean.Replace("<p>", fault + "<p>", StringComparison.Ordinal));

        var failure = await Assert.ThrowsAsync<FailException>(() => AxeCheck.Passes(page));
        Assert.Contains($"- {rule} (", failure.Message, StringComparison.Ordinal);
    }
}
