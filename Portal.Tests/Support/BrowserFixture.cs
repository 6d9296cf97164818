using Microsoft.Playwright;
using Portal.Tests.Support;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Portal.Tests.Support;

/// <summary>
/// One Chromium for the whole run, started by the first test that asks for a page. Take it as a constructor
/// parameter; each test opens a context of its own, so that no test meets what another left.
/// </summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    readonly Lazy<Task<IBrowser>> _browser;
    IPlaywright? _playwright;

    public BrowserFixture() => _browser = new(async () =>
    {
        _playwright = await Playwright.CreateAsync();
        return await Chromium.Launch(_playwright);
    });

    /// <summary>A Swedish reader's browser with an empty cache. Dispose it with the test: <c>await using</c>.</summary>
    /// <param name="baseUrl">What addresses that begin with / are relative to, or null.</param>
    /// <param name="javaScript">False for a reader without JavaScript.</param>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="height">Of the window, in CSS pixels.</param>
    /// <param name="dark">True for a reader who asks for dark colours.</param>
    public async Task<IBrowserContext> NewContext(
        string? baseUrl = null, bool javaScript = true, int width = 1280, int height = 800, bool dark = false)
    {
        var browser = await _browser.Value;
        return await browser.NewContextAsync(new()
        {
            BaseURL = baseUrl,
            JavaScriptEnabled = javaScript,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "sv-SE",
            TimezoneId = "Europe/Stockholm",
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await _browser.Value).CloseAsync();
        _playwright?.Dispose();
    }
}
