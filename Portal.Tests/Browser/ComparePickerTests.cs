using Microsoft.Playwright;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

public class ComparePickerTests(BrowserFixture browser)
{
    [Fact]
    public async Task Says_how_many_are_chosen_and_before_that_what_to_do()
    {
        await using var context = await browser.NewContext();
        var page = await FrontEndSample.Open(context);
        Assert.Equal("Kryssa för två till fem enheter.", await Status(page));

        await Tick(page, "a");
        Assert.Equal("1 enhet vald. Välj minst en till.", await Status(page));

        await Tick(page, "b");
        Assert.Equal("2 enheter valda.", await Status(page));
    }

    [Fact]
    public async Task Holds_back_a_sixth_and_says_why_but_lets_the_keyboard_reach_it()
    {
        await using var context = await browser.NewContext();
        var page = await FrontEndSample.Open(context);
        await Tick(page, "a", "b", "c", "d", "e");

        var sixth = Box(page, "f");
        await sixth.FocusAsync();
        await page.Keyboard.PressAsync("Space");

        Assert.False(await sixth.IsCheckedAsync());
        Assert.Equal("f", await page.Locator(":focus").GetAttributeAsync("value"));
        Assert.Equal("Högst 5 enheter kan jämföras. Ta bort en för att välja en annan.", await Status(page));
        await AxeCheck.Passes(page);
    }

    [Fact]
    public async Task Frees_the_others_when_one_of_five_is_taken_back()
    {
        await using var context = await browser.NewContext();
        var page = await FrontEndSample.Open(context);
        await Tick(page, "a", "b", "c", "d", "e");

        await Box(page, "c").UncheckAsync();
        await Tick(page, "f");

        Assert.True(await Box(page, "f").IsCheckedAsync());
        Assert.Equal("true", await Box(page, "g").GetAttributeAsync("aria-disabled"));
        Assert.Null(await Box(page, "f").GetAttributeAsync("aria-disabled"));
    }

    [Fact]
    public async Task Counts_units_that_came_along_hidden_once_each()
    {
        await using var context = await browser.NewContext();
        var page = await FrontEndSample.Open(context);
        await page.EvaluateAsync(
            """
            () => {
              for (const value of ['a', 'x', 'y', 'z'])
                document.querySelector('[data-module]').insertAdjacentHTML('beforeend', `<input type="hidden" name="enhet" value="${value}">`);
            }
            """);

        await Tick(page, "a", "b");

        Assert.Equal("5 enheter valda. Fler går inte att jämföra.", await Status(page));
    }

    [Fact]
    public async Task The_form_sends_what_is_ticked()
    {
        await using var context = await browser.NewContext();
        var page = await FrontEndSample.Open(context);
        await Tick(page, "b", "d");

        await page.GetByRole(AriaRole.Button, new() { Name = "Jämför valda" }).ClickAsync();

        Assert.Equal("https://portal.test/jamfor?enhet=b&enhet=d", page.Url);
    }

    [Fact]
    public async Task Without_JavaScript_the_form_works_and_the_answer_is_the_servers()
    {
        await using var context = await browser.NewContext(javaScript: false);
        var page = await FrontEndSample.Open(context);

        await Tick(page, "a", "b", "c", "d", "e", "f");
        await page.GetByRole(AriaRole.Button, new() { Name = "Jämför valda" }).ClickAsync();

        Assert.Equal("https://portal.test/jamfor?enhet=a&enhet=b&enhet=c&enhet=d&enhet=e&enhet=f", page.Url);
    }

    static ILocator Box(IPage page, string unit) => page.Locator($"[type=checkbox][name=enhet][value={unit}]");

    static async Task Tick(IPage page, params string[] units)
    {
        foreach (var unit in units) await Box(page, unit).CheckAsync();
    }

    static Task<string> Status(IPage page) => page.GetByRole(AriaRole.Status).InnerTextAsync();
}
