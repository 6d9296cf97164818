using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Portal.Data.Model;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Units;

public sealed class UnitListPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_has_the_units_status_in_words_and_number()
    {
        await using var site = await PortalHost.With(
            A.Provider("p-1", "Solbarn AB"),
            A.Unit("e-1", "Solen", ownership: "private", provider: "p-1", headline: "nojd", headlinePeriod: 2022),
            A.Unit("e-2", "Tallen", ownership: null), A.Round(2022), A.Round(2024),
            A.Observation("e-1", "nojd", 2022, 82, 45, 60, 75));

        var page = await site.Page("/enheter");

        Assert.Equal("2 enheter, i bokstavsordning", page.Says("[data-count]"));
        Assert.Equal(
            [
                "Solen Förskola i Provköping de flesta är positiva 82 % 2022 äldre uppgift 45 svar av 60 (75 %) Privat, Solbarn AB Jämför Solen Jämför valda",
                "Tallen Förskola i Provköping inget resultat: enheten är inte med i någon undersökning i portalen Uppgift om ägare saknas Jämför Tallen Jämför valda",
            ],
            page.SayAll(".app-unit"));
    }

    [Fact]
    public async Task A_protected_result_says_so_in_the_list()
    {
        await using var site = await PortalHost.With(
            A.Unit("e-1", headline: "nojd", headlinePeriod: 2024),
            A.Observation("e-1", "nojd", 2024, respondents: 3, state: ObservationState.Suppressed));

        Assert.Equal("skyddat: för få svar 2024", (await site.Page("/enheter")).Says(".app-unit__result"));
    }

    [Fact]
    public async Task The_form_keeps_what_was_chosen_and_the_links_keep_it_too()
    {
        await using var site = await PortalHost.With(
            [.. Enumerable.Range(1, 30).Select(i => A.Unit($"e-{i}", $"Gatan {i}", ownership: "private")), A.Unit("e-99", "Annan")]);

        var page = await site.Page("/enheter?omrade=forskola&kommun=9901&agare=privat&q=gatan&ordning=svarande&enhet=e-99");

        Assert.Equal("Förskola i Provköping", page.Says("h1"));
        Assert.Equal(["forskola", "9901", "privat", "svarande"], page.QuerySelectorAll<IHtmlSelectElement>("form .app-form select").Select(s => s.Value));
        Assert.Equal("gatan", page.QuerySelector<IHtmlInputElement>("#q")!.Value);
        Assert.Equal(["enhet=e-99"], page.QuerySelectorAll("form input[checked]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}"));
        Assert.Contains("/enheter?omrade=forskola&kommun=9901&agare=privat&q=gatan&ordning=svarande&sida=2&enhet=e-99", page.Links(".app-pager a"));
        Assert.Equal("/enheter.csv?omrade=forskola&kommun=9901&agare=privat&q=gatan&ordning=svarande", page.Links("head link[type='text/csv']").Single());
    }

    [Fact]
    public async Task What_is_ticked_elsewhere_is_named_and_can_be_unticked()
    {
        await using var site = await PortalHost.With(A.Unit("e-1", "Solen"), A.Unit("e-2", "Tallen"), A.Unit("e-3", "Eken", municipality: "9902"));

        var page = await site.Page("/enheter?kommun=9901&enhet=e-1&enhet=e-3&enhet=&enhet=e-3&enhet=finns-inte");

        var form = page.QuerySelector("form[data-module=app-compare-picker]")!;
        Assert.Equal(
            ["e-3 Eken True", "e-1 Solen True", "e-2 Tallen False"],
            form.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox][name=enhet]").Select(i => $"{i.Value} {i.GetAttribute("data-name")} {i.HasAttribute("checked")}"));
        Assert.Equal("Redan valda på andra sidor Eken Välj om från början", page.Says("fieldset"));
        Assert.Equal("2 enheter valda: Eken och Solen.", page.Says(".app-compare-bar__status"));
        Assert.Equal(["/enheter?kommun=9901"], page.Links("fieldset a"));
    }

    [Fact]
    public async Task One_form_sends_filter_and_ticks_to_the_list_and_to_the_comparison()
    {
        await using var site = await PortalHost.With([.. Enumerable.Range(1, 30).Select(i => A.Unit($"e-{i}", $"Gatan {i}"))]);

        var page = await site.Page("/enheter?sida=2");

        var form = Assert.Single(page.QuerySelectorAll<IHtmlFormElement>("main form"));
        Assert.Equal(("/enheter", "get"), (form.GetAttribute("action"), form.GetAttribute("method")));
        Assert.Equal(["omrade", "kommun", "agare", "q", "ordning"], form.QuerySelectorAll("select, input:not([type=checkbox])").Select(f => f.GetAttribute("name")));
        Assert.All(form.QuerySelectorAll("button").Where(b => Read.Plain(b.TextContent) == "Jämför valda"), b => Assert.Equal("/jamfor", b.GetAttribute("formaction")));
        Assert.Equal(6, form.QuerySelectorAll("[formaction]").Length);
        Assert.Equal(["1", "1", "2"], form.QuerySelectorAll("button[name=sida]").Select(b => b.GetAttribute("value")));
    }

    [Fact]
    public async Task The_first_button_of_the_form_shows_the_list_since_Enter_presses_it()
    {
        await using var site = await PortalHost.With(A.Unit("e-1"));

        var first = (await site.Page("/enheter?enhet=e-1")).QuerySelector("main form button")!;

        Assert.Equal(("Visa", false), (Read.Plain(first.TextContent), first.HasAttribute("formaction")));
    }

    [Fact]
    public async Task Nothing_ticked_is_lost_where_no_unit_fits()
    {
        await using var site = await PortalHost.With(A.Unit("e-1", "Solen"));

        var page = await site.Page("/enheter?q=finnsinte&enhet=e-1");

        Assert.Equal("1 enhet vald: Solen. Välj minst en till.", page.Says(".app-compare-bar__status"));
        Assert.Single(page.QuerySelectorAll("input[name=enhet][checked]"));
    }

    [Fact]
    public async Task Twenty_five_a_page_and_the_last_holds_the_rest()
    {
        await using var site = await PortalHost.With([.. Enumerable.Range(1, 52).Select(i => A.Unit($"e-{i}", $"Gatan {i}"))]);

        var first = await site.Page("/enheter");
        var last = await site.Page("/enheter?sida=3");

        Assert.Equal(25, first.QuerySelectorAll(".app-unit").Length);
        Assert.Equal(["Gatan 51", "Gatan 52"], last.SayAll(".app-unit h3 a"));
        Assert.Equal("52 enheter, i bokstavsordning", last.Says("[data-count]"));
        Assert.Equal(["/enheter?sida=2", "/enheter?sida=3"], first.Links(".app-pager a:not([aria-current])").Take(2));
    }

    [Fact]
    public async Task Best_first_says_what_best_means()
    {
        await using var site = await PortalHost.With(
            A.Unit("e-1", "Solen", headline: "nojd", headlinePeriod: 2024), A.Unit("e-2", "Tallen", headline: "medel", headlinePeriod: 2024),
            A.Measure("medel", kind: "mean", low: 1, high: 5, better: "lower"),
            A.Observation("e-1", "nojd", 2024, 50), A.Observation("e-2", "medel", 2024, 1.5));

        var page = await site.Page("/enheter?ordning=resultat");
        var note = page.SayAll("main form > p")[0];

        Assert.Equal(["Tallen", "Solen"], page.SayAll(".app-unit h3 a"));
        Assert.Contains("Bäst först betyder högst andel positiva svar", note, StringComparison.Ordinal);
        Assert.Contains("Där en låg siffra är bra står det lägsta först", note, StringComparison.Ordinal);
        Assert.Contains("Listan blandar undersökningar", note, StringComparison.Ordinal);
        Assert.Contains("står sist", note, StringComparison.Ordinal);
        Assert.DoesNotContain(await site.Text("/enheter"), "Bäst först betyder", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_without_hits_shows_how_to_get_some()
    {
        await using var site = await PortalHost.With(A.Unit("e-1", "Solen"), A.Municipality("9901", "Åby"));

        var page = await site.Page("/enheter?kommun=9901&agare=statlig&q=tallen");

        Assert.Equal("Ingen enhet passar", page.Says(".app-notice__title"));
        Assert.Equal(["namnet innehåller ”tallen” – ta bort att namnet innehåller ”tallen”", "kommunen är Åby – ta bort att kommunen är Åby", "ägaren är statlig – ta bort att ägaren är statlig"], page.SayAll(".ds-alert li"));
        Assert.Equal(
            ["/enheter?kommun=9901&agare=statlig", "/enheter?agare=statlig&q=tallen", "/enheter?kommun=9901&q=tallen", "/enheter"],
            page.Links(".ds-alert a"));
    }

    [Fact]
    public async Task A_search_shows_a_unit_that_is_gone_and_says_so()
    {
        await using var site = await PortalHost.With(A.Unit("e-1", "Solen", isListed: false), A.Alias("e-1", "Gamla Månen"));

        Assert.Equal("Solen Förskola i Provköping finns inte längre i registret", (await site.Page("/enheter?q=månen")).Says(".app-unit h3"));
        Assert.Equal("Ingen enhet passar", (await site.Page("/enheter")).Says(".app-notice__title"));
    }

    [Fact]
    public async Task Made_up_units_are_marked_on_their_row_and_on_the_page()
    {
        await using var site = await PortalHost.With(
            A.Municipality("9903", "Åmåla", isSample: true), A.Unit("e-1", municipality: "9903"), A.Unit("e-2"));

        Assert.Equal("Förskola i Åmåla (påhittad)", (await site.Page("/enheter?kommun=9903")).Says(".app-unit h3 .app-figure__note"));
        Assert.NotNull((await site.Page("/enheter?kommun=9903")).QuerySelector("[role=note]"));
        Assert.Null((await site.Page("/enheter?kommun=9901")).QuerySelector("[role=note]"));
    }

    [Theory]
    [InlineData("sida=0")]
    [InlineData("sida=-1")]
    [InlineData("sida=abc")]
    [InlineData("sida=99999999999")]
    [InlineData("sida=2000000000")]
    [InlineData("ordning=pris")]
    [InlineData("ordning=Namn")]
    [InlineData("agare=municipal")]
    [InlineData("omrade=finns-inte")]
    [InlineData("kommun=9999")]
    [InlineData("kommun=abc")]
    [InlineData("q=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_bad_value_is_told_by_its_name(string query)
    {
        await using var site = await PortalHost.With(A.Unit("e-1"));

        var page = await site.Page($"/enheter?{query}", HttpStatusCode.BadRequest);

        Assert.Contains($"{query.Split('=')[0]}=", page.Says("main"), StringComparison.Ordinal);
        using var file = await site.Get($"/enheter.json?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, file.StatusCode);
    }

    [Theory]
    [InlineData("kommun=&omrade=&agare=&q=&ordning=namn&sida=")]
    [InlineData("okant=1")]
    [InlineData("q=%25")]
    [InlineData("enhet=finns-inte")]
    public async Task Empty_and_unknown_names_change_nothing(string query)
    {
        await using var site = await PortalHost.With(A.Unit("e-1"));

        Assert.Single((await site.Page($"/enheter?{query}")).QuerySelectorAll(".app-unit"));
    }

    [Fact]
    public async Task A_page_after_the_last_does_not_exist()
    {
        await using var site = await PortalHost.With(A.Unit("e-1"));

        var page = await site.Page("/enheter?sida=2", HttpStatusCode.NotFound);

        Assert.Contains("Listan har ingen sida 2. Gå till listans första sida.", page.Says("main"), StringComparison.Ordinal);
        Assert.Equal("Ingen enhet passar", (await site.Page("/enheter?q=finnsinte")).Says(".app-notice__title"));
    }

    [Fact]
    public async Task The_file_has_all_rows_whatever_the_page()
    {
        await using var site = await PortalHost.With(
            [.. Enumerable.Range(1, 30).Select(i => A.Unit($"e-{i}", $"Gatan {i}")),
            A.Unit("e-99", "Annan", headline: "nojd", headlinePeriod: 2024, ownership: "nonprofit"), A.Observation("e-99", "nojd", 2024, 82.5, 45, 60, 75)]);

        var rows = JsonDocument.Parse(await site.Text("/enheter.json?sida=2")).RootElement.GetProperty("rows").EnumerateArray().ToList();
        var csv = (await site.Text("/enheter.csv?q=annan")).Split("\r\n");

        Assert.Equal(31, rows.Count);
        Assert.Equal(("e-99", 82.5, "ideell", "9901", true), (
            rows[0].GetProperty("id").GetString(), rows[0].GetProperty("value").GetDouble(), rows[0].GetProperty("ownership").GetString(),
            rows[0].GetProperty("municipality_code").GetString(), rows[0].GetProperty("listed").GetBoolean()));
        Assert.Equal(["value", "state", "sex", "measure", "derived"], rows[1].EnumerateObject()
            .Where(p => p.Name is "value" or "state" or "sex" or "measure" or "derived" && p.Value.ValueKind == JsonValueKind.Null).Select(p => p.Name).OrderBy(n => Array.IndexOf(["value", "state", "sex", "measure", "derived"], n)));
        Assert.StartsWith("id,name,scope,", csv[0], StringComparison.Ordinal);
        Assert.Equal(3, csv.Length);
        Assert.StartsWith("e-99,Annan,unit,", csv[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_is_kept_nowhere()
    {
        await using var site = await PortalHost.With(A.Unit("e-1", "Solen"));
        await site.Page("/enheter?q=solen");
        await site.Database.Add(A.Unit("e-2", "Solens gård"));

        Assert.Equal(2, (await site.Page("/enheter?q=solen")).QuerySelectorAll(".app-unit").Length);
    }

    [Fact]
    public async Task Names_are_escaped()
    {
        await using var site = await PortalHost.With(A.Unit("e-1", "<b>Solen</b> & co"));

        var page = await site.Page("/enheter?q=%3Cb%3E");

        Assert.Equal("<b>Solen</b> & co", page.Says(".app-unit h3 a"));
        Assert.Equal("<b>", page.QuerySelector<IHtmlInputElement>("#q")!.Value);
        Assert.Empty(page.QuerySelectorAll("main b"));
    }
}
