using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Search;

public sealed class SearchPageTests
{
    [Fact]
    public async Task An_empty_search_shows_the_form_and_what_can_be_looked_for()
    {
        await using var site = await PortalHost.With(A.Unit("e-1", "Solen"));

        foreach (var address in new[] { "/sok", "/sok?q=", "/sok?q=%20" })
        {
            var page = await site.Page(address);
            Assert.Equal(("Sök", "Det här kan du söka efter"), (page.Says("h1"), page.Says("h2")));
            Assert.Single(page.QuerySelectorAll("form[role=search] input[name=q]"));
        }
    }

    [Fact]
    public async Task What_is_found_stands_by_kind_with_its_count_and_way()
    {
        await using var site = await Town();

        var page = await site.Page("/sok?q=ostby");

        Assert.Equal("Sökningen gav 1 kommun, 2 enheter och 1 undersökning", page.Says("form + p"));
        Assert.Equal(["Kommuner", "Enheter", "Undersökningar"], page.SayAll("h2"));
        Assert.Equal(["/kommuner/9902"], page.Links("[aria-labelledby=kommuner] li a"));
        Assert.Equal(["/enheter/e-1", "/enheter/e-2"], page.Links("[aria-labelledby=enheter] li a"));
        Assert.Equal(["/enheter?q=ostby"], page.Links("[aria-labelledby=enheter] > p a"));
        Assert.Equal(["/undersokningar/enkat"], page.Links("[aria-labelledby=undersokningar] li a"));
        Assert.Equal(["#kommuner", "#enheter", "#undersokningar"], page.Links("form + p a"));
    }

    [Theory]
    [InlineData("solen i östby", "/enheter/e-1")]
    [InlineData("östby solen", "/enheter/e-1")]
    [InlineData("förskolan solen", "/enheter/e-1")]
    [InlineData("SOLEN", "/enheter/e-1")]
    [InlineData("slorosen", "/enheter/e-2")]
    [InlineData("solrosn östyb", "/enheter/e-2")]
    [InlineData("är maten god", "/matt/andel")]
    [InlineData("mat god", "/matt/andel")]
    [InlineData("tillgänglighetsredogörelse", "/tillganglighet")]
    [InlineData("holms metod", "/om/saker-skillnad")]
    [InlineData("vertailet", "/om/suomeksi")]
    public async Task It_is_found_in_any_order_and_nearly_any_spelling(string text, string address)
    {
        await using var site = await Town();

        Assert.Contains(address, (await site.Page($"/sok?q={Uri.EscapeDataString(text)}")).Links("main section li a"));
    }

    [Fact]
    public async Task A_mended_spelling_is_told_as_what_was_found_writes_it()
    {
        await using var site = await Town();

        Assert.Contains(
            "Ingenting hittades för ”östyb”. Här är träffar för Östby.", (await site.Page("/sok?q=%C3%B6styb")).SayAll("main > p"));
    }

    [Fact]
    public async Task A_unit_that_lies_elsewhere_is_told_as_such()
    {
        await using var site = await Town();

        var page = await site.Page("/sok?q=m%C3%A5nen+%C3%B6stby");

        Assert.Equal(["/enheter/e-3"], page.Links("[aria-labelledby=enheter] li a"));
        Assert.Contains("Ingen enhet i kommunen passar.", page.Says("[aria-labelledby=enheter] > p"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_ten_are_counted_and_the_whole_list_is_a_link()
    {
        await using var site = await PortalHost.With([.. Enumerable.Range(1, 12).Select(i => A.Unit($"e-{i}", $"Gatan {i}"))]);

        var page = await site.Page("/sok?q=gatan");

        Assert.Equal(10, page.QuerySelectorAll("section li").Length);
        Assert.Equal("10 av 12 enheter visas. Visa alla 12 enheter", page.Says("section > p"));
        Assert.Equal(12, (await site.Page(page.Links("section > p a").Single())).QuerySelectorAll(".app-unit").Length);
    }

    [Fact]
    public async Task Where_nothing_is_found_the_page_says_what_to_try()
    {
        await using var site = await Town();

        var page = await site.Page("/sok?q=xqzwyv+kjhgfd");

        Assert.Equal("Ingenting hittades", page.Says(".app-notice__title"));
        Assert.Equal(["/sok?q=xqzwyv", "/sok?q=kjhgfd", "/enheter", "/kommuner"], page.Links(".ds-alert a"));
    }

    [Fact]
    public async Task Too_long_a_text_is_a_bad_address_with_help()
    {
        await using var site = await PortalHost.Empty();

        Assert.Contains("Skriv högst 100 tecken.", (await site.Page($"/sok?q={new string('a', 101)}", HttpStatusCode.BadRequest)).Says("main"), StringComparison.Ordinal);
        await site.Page($"/sok?q={new string('a', 100)}");
    }

    [Fact]
    public async Task A_search_is_kept_nowhere_but_the_empty_form_is()
    {
        await using var site = await PortalHost.With(A.Unit("e-1", "Solen"));

        using var search = await site.Get("/sok?q=solen");
        using var form = await site.Get("/sok");

        Assert.Equal("no-store", search.Headers.CacheControl!.ToString());
        Assert.NotNull(form.Headers.ETag);
    }

    [Fact]
    public async Task What_was_typed_is_escaped()
    {
        await using var site = await PortalHost.With(A.Unit("e-1", "<b>Solen</b>"));

        var page = await site.Page("/sok?q=%3Cb%3Esolen");

        Assert.Equal("Sök: <b>solen", page.Says("h1"));
        Assert.Equal(["<b>Solen</b>"], page.SayAll("section li a"));
    }

    [Fact]
    public async Task What_is_found_as_it_is_spelt_takes_two_questions()
    {
        await using var site = await Town();
        using var commands = new CountedCommands();

        await site.Page("/sok?q=solen");

        Assert.Equal(2, commands.Count);
    }

    private static Task<PortalHost> Town() => PortalHost.With(
        A.Municipality("9902", "Östby"), A.Municipality("9903", "Zetstad"),
        A.Unit("e-1", "Solens förskola", "9902"), A.Unit("e-2", "Solrosen", "9902"), A.Unit("e-3", "Månen", "9903"),
        A.Survey("enkat", "Enkäten om maten", municipality: "9902"),
        A.Question("q-1", "Är maten god?", "Mat", survey: "enkat"), A.Measure("andel", "q-1", "Andel", survey: "enkat"));
}
