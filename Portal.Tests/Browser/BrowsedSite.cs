using Microsoft.Playwright;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>
/// A page of the real site in a browser. Requests are answered by the test's own host without a network in
/// between; one to any other host is refused and noted.
/// </summary>
sealed class BrowsedSite
{
    const string Origin = "https://portal.test";

    readonly PortalHost _host;
    readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    BrowsedSite(PortalHost host) => _host = host;

    /// <summary>The page that was opened.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>Addresses outside the site that the pages asked for.</summary>
    public List<string> AskedElsewhere { get; } = [];

    /// <summary>Errors in the console: scripts that threw, and what the content security policy stopped.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Opens an address of the site, which begins with /.</summary>
    public static async Task<BrowsedSite> Open(IBrowserContext context, PortalHost host, string address)
    {
        var site = new BrowsedSite(host);
        await context.RouteAsync("**/*", site.Answer);
        site.Page = await context.NewPageAsync();
        site.Page.Console += (_, message) =>
        {
            if (message.Type == "error") site.Errors.Add(message.Text);
        };
        site.Page.PageError += (_, error) => site.Errors.Add(error);
        try
        {
            await site.Page.GotoAsync(Origin + address);
        }
        catch (PlaywrightException e) when (site.Errors.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', site.Errors), e);
        }

        return site;
    }

    async Task Answer(IRoute route)
    {
        if (!route.Request.Url.StartsWith(Origin + "/", StringComparison.Ordinal))
        {
            AskedElsewhere.Add(route.Request.Url);
            await route.AbortAsync();
            return;
        }

        try
        {
            await route.FulfillAsync(await Ask(route.Request));
        }
        catch (Exception e)
        {
            // Nobody awaits a route: an exception that escaped would leave the page waiting for its answer.
            Errors.Add($"{route.Request.Url}: {e}");
            await route.AbortAsync();
        }
    }

    // By the client itself: the browser's answers come on a thread that began in some other test, whose context
    // is gone by now.
    async Task<RouteFulfillOptions> Ask(IRequest request)
    {
        using var response = await _host.Client.GetAsync(request.Url[Origin.Length..], _stop);
        return new()
        {
            Status = (int)response.StatusCode,
            Headers = response.Headers.Concat(response.Content.Headers)
                .Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value))),
            BodyBytes = await response.Content.ReadAsByteArrayAsync(_stop),
        };
    }
}
