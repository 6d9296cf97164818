using Microsoft.Playwright;

namespace Portal.Tests.Browser;

/// <summary>A reader with a keyboard and nothing else. At each stop the focus is in sight and has a frame.</summary>
sealed class KeyboardReader(IPage page)
{
    const int Most = 60;

    /// <summary>Presses Tab until what the selector tells has the focus; answers how many times.</summary>
    public async Task<int> TabTo(string selector)
    {
        for (var presses = 1; presses <= Most; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Null(await EveryReader.Focus(page));
            if (await page.Locator(":focus").EvaluateAsync<bool>("(element, selector) => element.matches(selector)", selector))
                return presses;
        }

        Assert.Fail($"{selector} is more than {Most} presses of Tab away on {page.Url}");
        return Most;
    }

    /// <summary>Goes there and presses a key.</summary>
    public async Task Press(string key, string at)
    {
        await TabTo(at);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Goes there and types.</summary>
    public async Task Type(string text, string at)
    {
        await TabTo(at);
        await page.Keyboard.TypeAsync(text);
    }
}
