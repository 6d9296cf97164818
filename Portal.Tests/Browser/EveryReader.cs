using Microsoft.Playwright;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>The checks of <c>every-reader.js</c> on a page; they work where the page's own scripts are off too.</summary>
static class EveryReader
{
    static readonly string Checks = File.ReadAllText(SourceTree.PathTo("Portal.Tests/Browser/every-reader.js")).Trim();

    /// <summary>What a check found.</summary>
    public static Task<string[]> Finds(IPage page, string check) => page.EvaluateAsync<string[]>($"() => {Checks}.{check}()");

    /// <summary>Prepares the page: <c>unfold()</c>, <c>space()</c>.</summary>
    public static Task Prepares(IPage page, string how) => page.EvaluateAsync($"() => {{ {Checks}.{how}; }}");

    /// <summary>What is wrong with how the focus shows where it is now, or null.</summary>
    public static Task<string?> Focus(IPage page) => page.EvaluateAsync<string?>($"() => {Checks}.sight(document.activeElement)");
}
