using Microsoft.Extensions.Options;
using Portal.Tests.Support;
using Portal.Web.Hosting;
using Portal.Web.Hosting.Look;

namespace Portal.Tests.Hosting;

public sealed class LookTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-test-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#0b5a8a", "#0b5a8a", 1)]
    public void Contrast_is_that_of_the_guidelines(string one, string other, double expected) =>
        Assert.Equal(expected, Colour.Contrast(Colour.Parse(one)!, Colour.Parse(other)!), 2);

    [Theory]
    [InlineData("0b5a8a")]
    [InlineData("#0b5a8")]
    [InlineData("#0b5a8g")]
    [InlineData("blå")]
    public void What_is_not_a_colour_is_not_read_as_one(string text) => Assert.Null(Colour.Parse(text));

    [Theory]
    [InlineData("#ffcc00", "", "Portal:Look:Accent är #ffcc00, som på ljus bakgrund har kontrasten 1,4:1. Text och länkar behöver minst 4,5:1. Välj en mörkare färg.")]
    [InlineData("#0b5a8a", "#0b5a8a", "Portal:Look:AccentDark är #0b5a8a, som på mörk bakgrund har kontrasten 2,2:1. Text och länkar behöver minst 4,5:1. Välj en ljusare färg.")]
    [InlineData("blå", "", "Portal:Look:Accent är ”blå”, som inte är en färg. Skriv # och sex siffror eller bokstäver a–f, till exempel #0b5a8a.")]
    [InlineData("", "#8cc8ef", "Portal:Look:AccentDark är satt men inte Portal:Look:Accent. Sätt båda, eller bara Portal:Look:Accent.")]
    public void A_colour_that_cannot_be_read_stops_the_start_with_a_sentence(string accent, string dark, string expected) =>
        Assert.Equal(expected, Judged(new LookOptions { Accent = accent, AccentDark = dark }).FailureMessage);

    [Theory]
    [InlineData("#0b5a8a", "")]
    [InlineData("#a8201a", "#ff9d94")]
    public void A_colour_that_can_be_read_is_taken(string accent, string dark) =>
        Assert.True(Judged(new LookOptions { Accent = accent, AccentDark = dark }).Succeeded);

    [Theory]
    [InlineData("#000000")]
    [InlineData("#0b5a8a")]
    [InlineData("#4b0082")]
    public void A_dark_colour_is_lightened_until_it_can_be_read_on_a_dark_screen(string accent) =>
        Assert.InRange(AccentScale.DarkFrom(Colour.Parse(accent)!).Contrast, AccentScale.LeastContrast, 21);

    [Theory]
    [InlineData("marke.bmp", 10, "slutar på .png, .svg eller .webp")]
    [InlineData("marke.png", 40 * 1024, "större än 32 kB")]
    public void A_mark_that_cannot_be_shown_stops_the_start(string name, int bytes, string expected)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, new byte[bytes]);

        Assert.Contains(expected, Judged(new LookOptions { Mark = path }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("finns inte", Judged(new LookOptions { Mark = Path.Combine(folder, "borta.svg") }).FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mark_and_colours_are_on_every_page_and_kept_for_ever()
    {
        var mark = Path.Combine(folder, "marke.svg");
        await File.WriteAllTextAsync(mark, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>", Ct);
        await using var site = await PortalHost.With([("Portal:Look:Mark", mark), ("Portal:Look:Accent", "#a8201a")]);

        var page = await site.Page("/");
        var style = page.QuerySelectorAll("link[rel=stylesheet]")[^1].GetAttribute("href")!;
        using var sheet = await site.Get(style);
        using var picture = await site.Get(page.QuerySelector(".app-header__name img")!.GetAttribute("src")!);

        Assert.Equal("text/css", sheet.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith(":root{", await sheet.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("--ds-color-accent-base-default:#a8201a;", await sheet.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType!.MediaType);
        Assert.All([sheet, picture], r => Assert.Equal("public, max-age=31536000, immutable", r.Headers.CacheControl!.ToString()));
    }

    [Fact]
    public async Task Another_colour_is_another_build_so_that_no_old_page_is_shown()
    {
        await using var red = await PortalHost.With([("Portal:Look:Accent", "#a8201a")]);
        await using var own = await PortalHost.With();

        Assert.NotEqual(await red.Text("/-/version"), await own.Text("/-/version"));
        Assert.Single((await own.Page("/")).QuerySelectorAll("link[rel=stylesheet]:not([media=print])"));
    }

    private static ValidateOptionsResult Judged(LookOptions look) => new LookRules().Validate(null, new PortalOptions { Look = look });
}
