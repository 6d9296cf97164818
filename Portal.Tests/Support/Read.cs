using AngleSharp.Dom;

namespace Portal.Tests.Support;

/// <summary>What a page says, as it is read.</summary>
internal static class Read
{
    /// <summary>Text with one space for each run of spaces and line breaks, the non-breaking ones too.</summary>
    public static string Plain(string? text) =>
        string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text of the one element that a selector finds.</summary>
    public static string Says(this IParentNode page, string selector) => Plain(Assert.Single(page.QuerySelectorAll(selector)).TextContent);

    /// <summary>The texts of all elements that a selector finds.</summary>
    public static IReadOnlyList<string> SayAll(this IParentNode page, string selector) =>
        [.. page.QuerySelectorAll(selector).Select(e => Plain(e.TextContent))];

    /// <summary>The rows of the table with a caption, header cells included.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Table(this IParentNode page, string caption)
    {
        var table = Assert.Single(page.QuerySelectorAll("table"), t => Plain(t.QuerySelector("caption")?.TextContent) == caption);
        return [.. table.QuerySelectorAll("tbody tr").Select(r => (IReadOnlyList<string>)[.. r.Children.Select(c => Plain(c.TextContent))])];
    }

    /// <summary>The addresses that the links which a selector finds lead to.</summary>
    public static IReadOnlyList<string> Links(this IParentNode page, string selector) =>
        [.. page.QuerySelectorAll(selector).Select(a => a.GetAttribute("href")!)];

    /// <summary>The terms and descriptions of the first list of facts.</summary>
    public static Dictionary<string, string> Facts(this IParentNode page) => page.QuerySelector("dl")!.QuerySelectorAll(".app-facts__row")
        .ToDictionary(r => Plain(r.QuerySelector("dt")!.TextContent), r => Plain(r.QuerySelector("dd")!.TextContent));
}
