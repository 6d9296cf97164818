using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Portal.Tests.Support;

/// <summary>
/// Accessibility of a page as the browser shows it: WCAG 2.0 to 2.2, A and AA, and axe's best practice. axe is
/// itself a script that waits for timers, so the page's context must have JavaScript on.
/// </summary>
static class AxeCheck
{
    // axe never answers where JavaScript is off; a test that hangs says less than one that fails.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    static readonly AxeRunOptions Options = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <summary>Fails with every finding: what is wrong, where, and how to mend it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="except">A rule that the page is made to break, or null.</param>
    public static async Task Passes(IPage page, string? except = null)
    {
        var result = await page.RunAxe(Options).WaitAsync(Patience);
        var findings = Array.FindAll(result.Violations, f => f.Id != except);
        if (findings.Length > 0) Assert.Fail(Describe(page.Url, findings));
        // A page that did not load, or a rule set that is misspelt, finds nothing at all.
        Assert.NotEmpty(result.Passes);
    }

    static string Describe(string url, AxeResultItem[] findings) =>
        string.Join('\n', findings.SelectMany(Lines).Prepend($"{url}: axe found {findings.Length}"));

    static IEnumerable<string> Lines(AxeResultItem finding) =>
    [
        $"- {finding.Id} ({finding.Impact}): {finding.Help}, {finding.HelpUrl}",
        .. finding.Nodes.SelectMany(node => (string[])
        [
            $"    {node.Target}  {node.Html}",
            .. node.Any.Concat(node.All).Concat(node.None).Select(check => $"      {check.Message}"),
        ]),
    ];
}
