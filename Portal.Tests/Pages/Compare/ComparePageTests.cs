using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Portal.Data.Model;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Compare;

public sealed class ComparePageTests
{
    private const string Different = "Frågor där minst en skillnad är säker. Skillnader som inte nämns är inte säkra. Siffran är andel positiva svar.";
    private const string Alike = "Frågor utan säker skillnad. Siffran är andel positiva svar.";
    private const string Untested = "Frågor som inte går att jämföra. Siffran är andel positiva svar.";

    [Fact]
    public async Task One_sentence_says_what_certainly_differs()
    {
        await using var site = await Solen(
            A.Observation("e-1", "a1", 2024, 95, 100), A.Observation("e-2", "a1", 2024, 50, 100), A.Observation("e-3", "a1", 2024, 60, 100),
            A.Observation("e-1", "a2", 2024, 95, 100), A.Observation("e-2", "a2", 2024, 55, 100), A.Observation("e-3", "a2", 2024, 90, 100),
            A.Observation("e-1", "a3", 2024, 80, 30), A.Observation("e-2", "a3", 2024, 82, 30));

        var page = await site.Page("/jamfor?enhet=e-1&enhet=e-2&enhet=e-3");

        Assert.Equal("Jämför Solen, Tallen och Eken", page.Says("h1"));
        Assert.Equal(
            "På 2 av 3 frågor är skillnaden säker: Solen ligger högre än Tallen (2 frågor) och Eken (1 fråga). Eken ligger högre än Tallen (1 fråga).",
            page.Says(".app-summary"));
        Assert.Equal(["Här finns säkra skillnader", "På 1 fråga finns ingen säker skillnad"], page.SayAll("main > h2").Take(2));
    }

    [Fact]
    public async Task A_row_has_words_number_year_and_n_for_each_unit_and_the_verdicts()
    {
        await using var site = await Solen(
            A.Observation("e-1", "a1", 2024, 95, 100, 150, 67), A.Observation("e-2", "a1", 2024, 50, 100), A.Observation("e-3", "a1", 2022, 60, 100));

        var row = (await site.Page("/jamfor?enhet=e-1&enhet=e-2&enhet=e-3")).Table(Different).Single();

        Assert.Equal(
            [
                "Frågan q1? Trygghet", "nästan alla är positiva 95 % 2024, 100 av 150 svar",
                "ungefär hälften är positiva 50 % 2024, 100 svar", "fler än hälften är positiva 60 % 2022, 100 svar",
                "Solen högre än Tallen olika år, jämförs inte: 2 av 3 par",
            ],
            row);
    }

    [Fact]
    public async Task No_certain_difference_is_said_and_the_questions_are_shown()
    {
        await using var site = await Solen(A.Observation("e-1", "a1", 2024, 80, 30), A.Observation("e-2", "a1", 2024, 82, 30));

        var page = await site.Page("/jamfor?enhet=e-1&enhet=e-2");

        Assert.Equal("På ingen av 1 fråga är skillnaden säker. De skillnader som syns kan bero på slumpen.", page.Says(".app-summary"));
        Assert.Equal("ingen säker skillnad", page.Table(Alike).Single()[^1]);
        Assert.True(page.QuerySelector<IHtmlDetailsElement>("details:has(#lika)")!.HasAttribute("open"));
    }

    [Fact]
    public async Task Every_empty_cell_has_its_reason()
    {
        await using var site = await Solen(
            A.Observation("e-1", "a1", 2024, 80, 30), A.Observation("e-2", "a1", 2024, respondents: 3, state: ObservationState.Suppressed),
            A.Observation("e-1", "a2", 2024, 80, 30), A.Observation("e-2", "a2", 2024, state: ObservationState.Missing),
            A.Observation("e-1", "a3", 2024, 80, 30), A.Observation("e-2", "a3", 2024, 70, 30, state: ObservationState.Preliminary));

        var rows = (await site.Page("/jamfor?enhet=e-1&enhet=e-2&enhet=e-3")).Table(Untested);

        Assert.Equal(["skyddat: för få svar 2024, 3 svar", "uppgift saknas från källan 2024", "fler än hälften är positiva 70 % (preliminär) 2024, 30 svar"], rows.Select(r => r[2]));
        Assert.All(rows, r => Assert.Equal("enheten har inte ingått i undersökningen", r[3]));
        Assert.Equal(
            ["för få svar för att säga: Solen och Tallen siffra saknas, jämförs inte: 2 av 3 par", "siffra saknas, jämförs inte",
                "siffra saknas, jämförs inte: 2 av 3 par preliminär siffra, jämförs inte: Solen och Tallen"],
            rows.Select(r => r[^1]));
    }

    [Fact]
    public async Task Nothing_that_can_be_told_is_told_as_such()
    {
        await using var site = await Solen(A.Observation("e-1", "a1", 2024, 80, 30), A.Observation("e-2", "a1", 2022, 20, 30));

        var page = await site.Page("/jamfor?enhet=e-1&enhet=e-2");

        Assert.Equal("Ingen av 1 fråga går att jämföra. Varför står vid varje fråga.", page.Says(".app-summary"));
        Assert.Equal("olika år, jämförs inte", page.Table(Untested).Single()[^1]);
    }

    [Fact]
    public async Task Units_without_answers_say_so()
    {
        await using var site = await Solen();

        Assert.StartsWith("Ingen av enheterna har några undersökningsresultat.", (await site.Page("/jamfor?enhet=e-1&enhet=e-2")).Says(".app-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_of_different_services_share_no_questions()
    {
        await using var site = await PortalHost.With(
            A.Unit("e-1", "Solen"), A.Unit("e-2", "Hemma", area: "hemtjanst"), A.Area("hemtjanst", "Hemtjänst"),
            A.Measure("a1", "q1"), A.Observation("e-1", "a1", 2024, 80, 30));

        var page = await site.Page("/jamfor?enhet=e-1&enhet=e-2");

        Assert.Equal("Enheterna har olika verksamhet (Förskola och Hemtjänst) och har inga frågor gemensamt som går att jämföra.", page.Says(".app-summary"));
        Assert.Equal("frågan gäller inte den här verksamheten", page.Table(Untested).Single()[2]);
    }

    [Fact]
    public async Task Facts_and_indicators_stand_untested()
    {
        await using var site = await PortalHost.With(
            A.Unit("e-1", "Solen", address: "Storgatan 1"), A.Unit("e-2", "Tallen"),
            A.Indicator("barn", "Antal barn", periodKind: "undated"), A.Observation("e-1", "barn", 0, 55));

        var page = await site.Page("/jamfor?enhet=e-1&enhet=e-2");
        var rows = page.Table("Fakta och nyckeltal, utan prövning av skillnader");

        Assert.Equal("Lika för alla: Förskola, Provköping, Kommunal.", page.Says("p:has(+ #fakta)"));
        Assert.Equal(["Adress", "Antal barn Källa: Provkällan"], rows.Select(r => r[0]));
        Assert.Equal(["Storgatan 1", "uppgift saknas"], rows[0].Skip(1));
        Assert.Equal(["55 årtal saknas", "källan har ingen uppgift om enheten"], rows[^1].Skip(1));
    }

    [Fact]
    public async Task A_unit_can_be_taken_away_in_place()
    {
        await using var site = await Solen();

        var page = await site.Page("/jamfor?enhet=e-1&enhet=e-2&viktigt=Trygghet");

        Assert.Equal(["/enheter/e-1", "/jamfor?enhet=e-2&viktigt=Trygghet", "/enheter/e-2", "/jamfor?enhet=e-1&viktigt=Trygghet"], page.Links(".app-card a"));
        Assert.Contains("/enheter?omrade=forskola&kommun=9901&enhet=e-1&enhet=e-2", page.Links("main a"));
    }

    [Fact]
    public async Task A_unit_is_found_by_name_and_added_in_place()
    {
        await using var site = await Solen(A.Unit("e-4", "Tallbacken"), A.Unit("e-5", "Tallbo", municipality: "9902"), A.Observation("e-1", "a1", 2024, 80, 30));

        var page = await site.Page("/jamfor?enhet=e-2&enhet=e-1&viktigt=Trygghet&q=tall");

        Assert.Equal(["/jamfor?enhet=e-2&enhet=e-1&enhet=e-4&viktigt=Trygghet"], page.Links("#lagg-till li a"));
        Assert.Equal(
            ["enhet=e-2", "enhet=e-1", "viktigt=Trygghet"],
            page.QuerySelectorAll<IHtmlInputElement>("#lagg-till input[type=hidden]").Select(i => $"{i.Name}={i.Value}"));
        Assert.Contains("finns ingen till med det namnet", (await site.Page("/jamfor?enhet=e-1&enhet=e-2&q=granen")).Says("#lagg-till"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_units_leave_no_room_for_another()
    {
        await using var site = await Solen(A.Unit("e-4", "Boken"), A.Unit("e-5", "Linden"));

        Assert.Null((await site.Page("/jamfor?enhet=e-1&enhet=e-2&enhet=e-3&enhet=e-4&enhet=e-5")).QuerySelector("#lagg-till"));
    }

    [Fact]
    public async Task What_matters_to_the_reader_comes_first_and_changes_no_verdict()
    {
        await using var site = await Solen(
            A.Question("q4", area: "Maten", order: 4), A.Measure("a4", "q4"),
            A.Observation("e-1", "a1", 2024, 95, 100), A.Observation("e-2", "a1", 2024, 50, 100),
            A.Observation("e-1", "a4", 2024, 80, 30), A.Observation("e-2", "a4", 2024, 82, 30));

        var plain = await site.Page("/jamfor?enhet=e-1&enhet=e-2");
        var chosen = await site.Page("/jamfor?enhet=e-1&enhet=e-2&viktigt=Maten&viktigt=Vinden");

        Assert.Equal(["Det som är viktigast för dig", "Övriga frågor"], chosen.SayAll("main > h2").Take(2));
        Assert.Equal(["På 1 fråga finns ingen säker skillnad", "Här finns säkra skillnader"], chosen.SayAll("main > h3"));
        Assert.True(chosen.QuerySelector<IHtmlDetailsElement>("details:has(#lika)")!.HasAttribute("open"));
        Assert.Equal(plain.Says(".app-summary"), chosen.Says(".app-summary"));
        Assert.Equal(["Trygghet False", "Maten True"], chosen.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox][name=viktigt]").Select(i => $"{i.Value} {i.HasAttribute("checked")}"));
        Assert.Contains("Enheterna har inga frågor om ”Vinden”.", chosen.Says("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_that_all_names_share_are_left_out_of_the_table()
    {
        await using var site = await PortalHost.With(
            A.Unit("e-1", "Solens förskola"), A.Unit("e-2", "Tallens Förskola"), A.Question("q1"), A.Measure("a1", "q1"),
            A.Observation("e-1", "a1", 2024, 95, 100), A.Observation("e-2", "a1", 2024, 50, 100));

        var page = await site.Page("/jamfor?enhet=e-1&enhet=e-2");

        Assert.Equal(["Fråga", "Solens", "Tallens", "Säker skillnad"], page.SayAll("#skillnader thead th"));
        Assert.Equal("På 1 av 1 fråga är skillnaden säker: Solens ligger högre än Tallens (1 fråga).", page.Says(".app-summary"));
        Assert.Equal(["Solens förskola", "Tallens Förskola"], page.SayAll(".app-card__title"));
    }

    [Fact]
    public async Task A_unit_s_card_says_how_many_answered_and_that_newer_figures_cannot_be_compared()
    {
        await using var site = await Solen(
            A.Observation("e-1", "a1", 2023, 80, 40, 50, 80), A.Observation("e-2", "a1", 2023, 70, 20, 40, 50), A.Observation("e-1", "a1", 2024, 90));

        var page = await site.Page("/jamfor?enhet=e-1&enhet=e-2");

        Assert.Equal(["40 svar av 50 (80 %), 2023", "20 svar av 40 (50 %), 2023"], page.SayAll(".app-card .app-muted"));
        Assert.Contains(
            "Jämförelsen gäller den nyaste omgång där flest av enheterna har siffror som går att jämföra. Nyare siffror, från 2024, finns för Solen. "
                + "De är preliminära, saknar antal svar eller finns inte för fler, och står på enheternas sidor.",
            page.SayAll("main > p"));
    }

    [Fact]
    public async Task The_questions_for_a_visit_come_from_what_the_page_shows()
    {
        await using var site = await Solen(
            A.Question("q4", "Maten är god", area: "Maten", order: 4), A.Measure("a4", "q4"),
            A.Observation("e-1", "a1", 2024, 95, 100, 300, 33), A.Observation("e-2", "a1", 2024, 30, 100, 120, 83),
            A.Observation("e-1", "a2", 2024, 80, 100, 300, 33), A.Observation("e-2", "a2", 2024, 82, 100, 120, 83),
            A.Observation("e-1", "a4", 2024, 95, 100, 300, 33), A.Observation("e-2", "a4", 2024, 60, 100, 120, 83));

        var page = await site.Page("/jamfor?enhet=e-1&enhet=e-2&enhet=e-3&viktigt=Maten");

        Assert.Equal(["Till alla", "Solen", "Tallen", "Eken"], page.SayAll(".app-visit h3"));
        Assert.Equal(
            [
                "Det här är viktigast för oss: maten. Hur arbetar ni med det?",
                "”Frågan q2?”: 80 % är positiva. Vad beror det på, och vad gör ni?",
                "Bara 33 % av de tillfrågade svarade. Vad vet ni om vad de andra tycker?",
                "”Maten är god”: 60 % är positiva. Vad beror det på, och vad gör ni?",
                "”Frågan q1?”: 30 % är positiva. Vad beror det på, och vad gör ni?",
                "Det finns inga svar om er som går att jämföra. Hur tar ni reda på vad de som är här tycker?",
                "Vad är ni mest nöjda med, och vad vill ni förbättra?",
            ],
            page.SayAll(".app-visit__question"));
    }

    [Fact]
    public async Task Many_pairs_are_told_in_the_table_and_the_sentence_tells_the_two_that_differ_most()
    {
        await using var site = await Solen(
            A.Unit("e-4", "Boken"), A.Observation("e-1", "a1", 2024, 95, 100), A.Observation("e-2", "a1", 2024, 60, 100),
            A.Observation("e-3", "a1", 2024, 20, 100), A.Observation("e-4", "a1", 2024, 94, 100),
            A.Observation("e-1", "a2", 2024, 95, 100), A.Observation("e-3", "a2", 2024, 20, 100));

        Assert.Equal(
            "På 2 av 2 frågor är skillnaden säker: Solen ligger högre än Eken (2 frågor) och Tallen (1 fråga). Fler skillnader står i tabellen.",
            (await site.Page("/jamfor?enhet=e-1&enhet=e-2&enhet=e-3&enhet=e-4")).Says(".app-summary"));
    }

    [Fact]
    public async Task Units_of_the_same_name_are_told_apart_everywhere()
    {
        await using var site = await PortalHost.With(
            A.Unit("e-1", "Solen"), A.Municipality("9902", "Östby"), A.Unit("e-2", "Solen", municipality: "9902"), A.Question("q1"), A.Measure("a1", "q1"),
            A.Observation("e-1", "a1", 2024, 95, 100), A.Observation("e-2", "a1", 2024, 50, 100));

        var page = await site.Page("/jamfor?enhet=e-1&enhet=e-2");

        Assert.Equal("Jämför Solen (Provköping) och Solen (Östby)", page.Says("h1"));
        Assert.Equal("Solen (Provköping) högre än Solen (Östby)", page.Table(Different).Single()[^1]);
    }

    [Fact]
    public async Task More_than_five_units_are_all_kept_to_choose_among()
    {
        await using var site = await PortalHost.With([.. Enumerable.Range(1, 7).Select(i => A.Unit($"e-{i}", $"Gatan {i}"))]);

        var page = await site.Page("/jamfor?enhet=e-7&enhet=e-1&enhet=e-2&enhet=e-3&enhet=e-4&enhet=e-5&enhet=e-6");

        Assert.Equal("Välj högst fem enheter att jämföra", page.Says("h1"));
        Assert.Contains("Du har valt 7 enheter. Fem är det mesta", page.Says(".app-lead"), StringComparison.Ordinal);
        Assert.Equal(
            ["e-7 True", "e-1 True", "e-2 True", "e-3 True", "e-4 True", "e-5 False", "e-6 False"],
            page.QuerySelectorAll<IHtmlInputElement>("form input[name=enhet]").Select(i => $"{i.Value} {i.HasAttribute("checked")}"));
        Assert.Equal("/jamfor", page.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Empty(page.QuerySelectorAll("head link[rel=alternate]"));
    }

    [Fact]
    public async Task One_unit_leads_to_more()
    {
        await using var site = await Solen();

        var page = await site.Page("/jamfor?enhet=e-1");

        Assert.Equal("Jämför Solen med andra", page.Says("h1"));
        Assert.Equal(["/enheter?omrade=forskola&kommun=9901&enhet=e-1", "/enheter/e-1"], page.Links("main p a"));
    }

    [Fact]
    public async Task No_unit_leads_to_the_list()
    {
        await using var site = await Solen();

        var page = await site.Page("/jamfor?enhet=");

        Assert.Equal("Jämför enheter", page.Says("h1"));
        Assert.Equal("/enheter", page.QuerySelector("main form")!.GetAttribute("action"));
    }

    [Fact]
    public async Task The_same_unit_twice_is_one()
    {
        await using var site = await Solen();

        Assert.Equal("Jämför Solen och Tallen", (await site.Page("/jamfor?enhet=e-1&enhet=e-2&enhet=e-1")).Says("h1"));
    }

    [Theory]
    [InlineData("/jamfor?enhet=e-1&enhet=finns-inte&enhet=ej-heller")]
    [InlineData("/jamfor.json?enhet=e-1&enhet=finns-inte&enhet=ej-heller")]
    public async Task Unknown_units_are_named(string address)
    {
        await using var site = await Solen();

        using var response = await site.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("finns-inte”, ”ej-heller", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_with_more_units_than_anyone_ticks_is_a_bad_one()
    {
        await using var site = await Solen();

        await site.Page($"/jamfor?{string.Join('&', Enumerable.Range(1, 51).Select(i => $"enhet=e-{i}"))}", HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/jamfor.csv")]
    [InlineData("/jamfor.csv?enhet=e-1&enhet=e-2&enhet=e-3&enhet=e-4&enhet=e-5&enhet=e-6")]
    public async Task A_file_needs_one_to_five_units(string address)
    {
        await using var site = await Solen(A.Unit("e-4"), A.Unit("e-5"), A.Unit("e-6"));

        using var response = await site.Get(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_file_has_the_figures_of_the_page_in_its_order()
    {
        await using var site = await Solen(
            A.Observation("e-1", "a1", 2024, 80, 30), A.Observation("e-2", "a1", 2024, 82, 30), A.Observation("e-1", "a1", 2022, 11, 30),
            A.Observation("e-1", "a2", 2024, 95, 100), A.Observation("e-2", "a2", 2024, 50, 100), A.Observation("e-3", "a2", 2024, 12, 30));

        var rows = JsonDocument.Parse(await site.Text("/jamfor.json?enhet=e-2&enhet=e-1")).RootElement.GetProperty("rows").EnumerateArray()
            .Select(r => $"{r.GetProperty("measure")} {r.GetProperty("id")} {r.GetProperty("value")}");

        Assert.Equal(["a2 e-2 50", "a2 e-1 95", "a1 e-2 82", "a1 e-1 80"], rows);
    }

    private static Task<PortalHost> Solen(params Made[] made) => PortalHost.With(
        [
            A.Unit("e-1", "Solen"), A.Unit("e-2", "Tallen"), A.Unit("e-3", "Eken"),
            A.Question("q1", order: 1), A.Question("q2", order: 2), A.Question("q3", order: 3),
            A.Measure("a1", "q1"), A.Measure("a2", "q2"), A.Measure("a3", "q3"),
            .. made,
        ]);
}
