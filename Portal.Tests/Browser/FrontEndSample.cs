using Microsoft.Playwright;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>
/// The page with every component (wwwroot-src/test/markup.html) with the style sheet and script that the build
/// made, at an address of its own: nothing outside the test answers.
/// </summary>
static class FrontEndSample
{
    public const string Address = "https://portal.test/";

    static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css",
        [".js"] = "text/javascript",
        [".svg"] = "image/svg+xml",
    };

    // Nothing inline, as on the site.
    static readonly Dictionary<string, string> Policy = new(StringComparer.Ordinal)
    {
        ["Content-Type"] = "text/html; charset=utf-8",
        ["Content-Security-Policy"] = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'",
    };

    /// <summary>Opens the page, or another with the same style sheet and script.</summary>
    public static async Task<IPage> Open(IBrowserContext context, string? html = null)
    {
        await context.RouteAsync("**/*", Answer);
        if (html is not null)
            await context.RouteAsync(Address, route => route.FulfillAsync(new() { ContentType = Types[".html"], Body = html, Headers = Policy }));
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address);
        return page;
    }

    static Task Answer(IRoute route)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        var file = SourceTree.PathTo(path == "/" ? "wwwroot-src/test/markup.html" : $"Portal.Web/wwwroot{path}");
        return File.Exists(file)
            ? route.FulfillAsync(new() { ContentType = Types[Path.GetExtension(file)], BodyBytes = File.ReadAllBytes(file) })
            : route.FulfillAsync(new() { ContentType = "text/plain", Body = route.Request.Url });
    }
}
