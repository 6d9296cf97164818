using System.Net;
using AngleSharp.Dom;
using Portal.Data.Model;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Measures;

public sealed class MeasurePageTests(PortalSite site)
{
    [Fact]
    public async Task The_list_has_every_measure_by_service_area_survey_and_question_area()
    {
        var page = await site.Host.Page("/matt");

        Assert.Equal("Frågor och nyckeltal", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Förskola"], page.QuerySelectorAll("main h2").Select(h => h.TextContent).SkipLast(1));
        Assert.Equal(["Vårdnadshavarenkäten", "Registret"], page.QuerySelectorAll("main h3").Select(h => h.TextContent));
        Assert.Equal(
            [
                "Undersökningen som helhet",
                "Andel nöjda totalt|2024|9 förskola och 1 kommun",
                "Trygghet",
                "Mitt barn är tryggt Andel positiva svar · medelbetyg, högst 5: Mitt barn är tryggt|2024|2 förskola och 1 kommun",
                "Inflytande",
                "Vi kan påverka det som rör vårt barn Andel positiva svar|2024|1 enhet",
                "Vi kan påverka tidigare ordalydelse Andel positiva svar|2022|1 enhet och 1 kommun",
            ],
            Rows(page.QuerySelectorAll("main table")[0]));
        Assert.Equal(
            ["Antal barn|årtal saknas|1 enhet och 1 kommun", "Barn per årsarbetare|läsåret 2023/24|1 enhet"],
            Rows(page.QuerySelectorAll("main table")[1]));
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/matt/medel-trygg");
    }

    [Fact]
    public async Task A_service_area_that_nothing_is_measured_in_says_so_and_an_unknown_one_is_a_bad_address()
    {
        Assert.Contains("Inga siffror ännu", (await site.Host.Page("/matt?omrade=hemtjanst")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var text = (await site.Host.Page("/matt?omrade=finns-inte", HttpStatusCode.BadRequest)).QuerySelector("main")!.TextContent;
        Assert.Contains("omrade=”finns-inte”", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_is_summed_up_in_one_sentence()
    {
        var page = await site.Host.Page("/matt/andel-nojda");

        Assert.Equal("Andel nöjda totalt", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            "9 förskola har en siffra för 2024. Den lägsta är 65 %, den i mitten 83 % och den högsta 101 %.",
            Plain(page.QuerySelector("main .app-summary")!));
        Assert.Equal("Vårdnadshavarenkäten, 2024.", Plain(page.QuerySelector("main .app-lead")!));
        Assert.Contains("1 enhet: skyddat: för få svar", page.QuerySelectorAll("main li").Select(Plain));
    }

    [Fact]
    public async Task All_units_are_listed_by_name_and_those_without_figure_say_why()
    {
        var page = await site.Host.Page("/matt/andel-trygg");

        var table = page.QuerySelector("table:has(#enheter)")!;
        Assert.Equal("6 förskola, i bokstavsordning", Plain(table.QuerySelector("caption")!));
        Assert.Equal(
            [
                "Förskolan B1|88 % 24 svar av 40 (60 %)",
                "Förskolan C2|för få svarade eller enheten avstod",
                "Förskolan D3|frågan gäller inte den här verksamheten",
                "Förskolan E4|uppgift saknas från källan",
                "Förskolan F5|70 % (preliminär) 30 svar",
                "Förskolan G6|ingick inte i omgången",
            ],
            Rows(table).Select(r => string.Join('|', r.Split('|').Take(2))));
        Assert.Equal("/enheter/forskola-01", table.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.DoesNotContain(table.QuerySelectorAll("td"), td => td.GetAttribute("data-value") == "0");
    }

    [Fact]
    public async Task Chosen_units_are_marked_told_of_in_words_and_ticked()
    {
        var page = await site.Host.Page($"/matt/andel-trygg?enhet={Town.Unit}&enhet=forskola-02&enhet={Town.BareUnit}");

        Assert.Equal(
            [
                "Förskolan B1: 88 %, över mitten",
                "Förskolan C2: för få svarade eller enheten avstod",
                "Förskolan E30: ingick inte i omgången",
            ],
            page.QuerySelectorAll(".app-spread__legend li").Select(Plain));
        Assert.Single(page.QuerySelectorAll(".app-spread__mark"));
        Assert.Equal([Town.Unit, "forskola-02"], page.QuerySelectorAll("main input[checked]").Select(i => i.GetAttribute("value")));
        Assert.Contains(page.QuerySelectorAll("form:has(table) input[type=hidden]"), i => i.GetAttribute("value") == Town.BareUnit);
        Assert.NotNull(page.QuerySelector($"main a[href='/jamfor?enhet={Town.Unit}&enhet=forskola-02&enhet={Town.BareUnit}']"));
        Assert.NotNull(page.QuerySelector("main a[href='/matt/andel-trygg']"));
    }

    [Fact]
    public async Task Of_more_than_five_chosen_the_first_five_are_marked_and_the_rest_named()
    {
        var page = await site.Host.Page("/matt/andel-nojda?" + string.Join('&', Enumerable.Range(1, 6).Select(i => $"enhet=forskola-0{i}")));

        Assert.Equal(5, page.QuerySelectorAll(".app-spread__mark").Length);
        Assert.Contains("De här får inte plats: Förskolan G6.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figures_of_the_municipality_and_the_country_stand_beside()
    {
        var page = await site.Host.Page("/matt/andel-trygg");
        Assert.Equal(
            ["Provköping som helhet 83 % 800 svar av 1 500 (53 %)", "Hela landet 81 % 90 000 svar"],
            page.QuerySelectorAll("main h2").Single(h => h.TextContent == "Kommunen och landet").NextElementSibling!.QuerySelectorAll("div.app-facts__row").Select(Line));
        var local = await site.Host.Page("/matt/andel-nojda");
        Assert.Contains("Hela landet undersökningen görs bara i en kommun", local.QuerySelectorAll("main .app-facts__row").Select(Line));
    }

    private static string Line(IElement row) => string.Join(' ', row.Children.Select(Plain));

    [Fact]
    public async Task The_best_stand_first_only_where_the_reader_asks_and_it_says_what_best_is()
    {
        var plain = (await site.Host.Page("/matt/andel-nojda")).QuerySelector("main")!.TextContent;
        var page = await site.Host.Page("/matt/andel-nojda?ordning=resultat");

        Assert.DoesNotContain("Bäst först betyder", plain, StringComparison.Ordinal);
        Assert.Contains("Bäst först betyder här: högst siffra först.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("finns ingen säker skillnad", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Förskolan J9", "Förskolan I8"], page.QuerySelectorAll("table:has(#enheter) tbody th").Take(2).Select(Plain));
        Assert.Equal("Förskolan K10", Plain(page.QuerySelectorAll("table:has(#enheter) tbody th").Last()));
        Assert.Empty(page.QuerySelectorAll("main ol"));
    }

    [Fact]
    public async Task Where_the_question_was_worded_otherwise_the_years_are_broken_and_both_wordings_lead_to_each_other()
    {
        var page = await site.Host.Page("/matt/andel-inflytande-ny");
        var years = page.QuerySelector("table:has(#ar-for-ar)")!;

        Assert.Equal(
            ["2024 visas nu|1|62 %|62 %|62 %", "2022 Frågan löd då: ”Vi kan påverka”. Jämför inte med senare år.|1|55 %|55 %|55 %"],
            Rows(years));
        Assert.Contains("app-table__row--break", years.QuerySelectorAll("tbody tr")[1].ClassName!, StringComparison.Ordinal);
        Assert.Equal("/matt/andel-inflytande?ar=2022", years.QuerySelector("tbody a")!.GetAttribute("href"));
        var earlier = await site.Host.Page("/matt/andel-inflytande");
        Assert.Contains("Frågan ställs på ett annat sätt nu", earlier.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(earlier.QuerySelector("main a[href='/matt/andel-inflytande-ny']"));
    }

    [Fact]
    public async Task Another_year_is_chosen_in_the_address()
    {
        var page = await site.Host.Page("/matt/andel-trygg?ar=2022");

        Assert.Equal("1 enhet har en siffra för 2022: 80 %.", Plain(page.QuerySelector("main .app-summary")!));
        Assert.Equal("2022", page.QuerySelector("#ar option[selected]")!.GetAttribute("value"));
        Assert.Contains(page.QuerySelectorAll("table:has(#ar-for-ar) a"), a => a.GetAttribute("href") == "/matt/andel-trygg?ar=2024");
    }

    [Fact]
    public async Task A_middle_that_the_portal_worked_out_is_not_the_source_s()
    {
        var page = await site.Host.Page("/matt/andel-nojda");
        var facts = page.QuerySelectorAll("main h2").Single(h => h.TextContent == "Om siffrorna").NextElementSibling!.QuerySelectorAll(".app-facts__row").ToDictionary(r => Plain(r.QuerySelector("dt")!), r => Plain(r.QuerySelector("dd")!));

        Assert.StartsWith("Portalens egen beräkning", facts["Mitten"], StringComparison.Ordinal);
        Assert.Equal("Institutets enkäter", facts["Källa"]);
        Assert.Equal("källan anger ingen licens", facts["Licens"]);
        Assert.Equal("Siffror med färre än 5 svar visas inte.", facts["Skydd"]);
        Assert.Contains("portalens egen beräkning", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_of_municipalities_alone_shows_them_and_marks_the_chosen()
    {
        await using var host = await PortalHost.With(
            A.Indicator("kostnad", "Kostnad per barn", "ratio", "kronor", area: null), A.Municipality("9901", "Alby"), A.Municipality("9902", "Berga"), A.Municipality("9903", "Cedersta"),
            A.Observation("9901", "kostnad", 2023, 100_000, scope: Scopes.Municipality), A.Observation("9902", "kostnad", 2023, 120_000, scope: Scopes.Municipality),
            A.Observation("9903", "kostnad", 2023, scope: Scopes.Municipality), A.Observation("0000", "kostnad", 2023, 110_000, scope: Scopes.Country));

        var page = await host.Page("/matt/kostnad?kommun=9902");

        Assert.StartsWith("2 kommuner har en siffra för 2023.", Plain(page.QuerySelector("main .app-summary")!), StringComparison.Ordinal);
        Assert.Equal(["Alby|100 000 kronor", "Berga vald|120 000 kronor", "Cedersta|uppgift saknas från källan"], Rows(page.QuerySelector("table:has(#kommuner)")!));
        Assert.Equal(["Berga: 120 000 kronor, över mitten"], page.QuerySelectorAll(".app-spread__legend li").Select(Plain));
        Assert.Null(page.QuerySelector("#enheter"));
        Assert.Contains("110 000 kronor", Plain(page.QuerySelector("main")!), StringComparison.Ordinal);
        var list = await host.Page("/matt");
        Assert.Equal(["Kostnad per barn|2023|2 kommuner"], Rows(list.QuerySelector("main table")!));
    }

    [Fact]
    public async Task A_long_list_is_paged_and_the_file_holds_all()
    {
        await using var host = await PortalHost.With([.. Enumerable.Range(1, 51).Select(i => A.Observation($"e-{i:00}", "m", 2024, i))]);

        var second = await host.Page("/matt/m?sida=2&enhet=e-01");
        Assert.Equal(["Enheten e-51"], second.QuerySelectorAll("table:has(#enheter) tbody th").Select(Plain));
        Assert.Contains("51 förskola, i bokstavsordning", Plain(second.QuerySelector("#enheter")!), StringComparison.Ordinal);
        Assert.Equal("2", second.QuerySelector("form:has(table) input[name=sida]")!.GetAttribute("value"));
        Assert.NotNull(second.QuerySelector("a[href='/matt/m?enhet=e-01']"));
        Assert.Equal(52, (await host.Text("/matt/m.csv?sida=2")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        await host.Page("/matt/m?sida=3", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_file_has_units_municipalities_and_the_country_with_passport_and_no_zero_for_what_is_missing()
    {
        var lines = (await site.Host.Text("/matt/andel-trygg.csv?ar=2024")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split(',');

        Assert.Equal(9, lines.Length);
        Assert.Equal(["unit", "unit", "unit", "unit", "unit", "unit", "municipality", "country"], lines.Skip(1).Select(l => l.Split(',')[Array.IndexOf(header, "scope")]));
        Assert.Equal(["87.5", "", "", "", "70", "", "83", "81"], lines.Skip(1).Select(l => l.Split(',')[Array.IndexOf(header, "value")]));
        Assert.Contains("wording", header);
        Assert.Contains("changed_in_edition", header);
    }

    [Theory]
    [InlineData("/matt/andel-trygg?ar=abc", "ar=”abc”")]
    [InlineData("/matt/andel-trygg?ar=1", "ar=”1”")]
    [InlineData("/matt/andel-trygg?ar=2023", "ar=”2023”")]
    [InlineData("/matt/andel-trygg?kommun=1234", "kommun=”1234”")]
    [InlineData("/matt/andel-trygg?ordning=basta", "ordning=”basta”")]
    [InlineData("/matt/andel-trygg?sida=0", "sida=”0”")]
    [InlineData("/matt/andel-trygg.json?ar=2023", "ar=”2023”")]
    public async Task A_value_that_cannot_be_is_a_bad_address_with_help(string address, string expected)
    {
        using var response = await site.Host.Get(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(expected, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_measure_is_not_found()
    {
        var page = await site.Host.Page("/matt/finns-inte", HttpStatusCode.NotFound);

        Assert.Contains("Det finns ingen fråga och inget nyckeltal med beteckningen ”finns-inte”", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_with_figures_by_sex_only_says_that_there_is_nothing_to_show()
    {
        await using var host = await PortalHost.With(A.Observation("e-1", "m", 2024, 5, sex: "K"));

        Assert.Contains("bara uppdelade på kön", (await host.Page("/matt/m")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Made_up_figures_are_said_to_be_so()
    {
        await using var host = await PortalHost.With(A.Source("exempel", isSample: true), A.Indicator("m", source: "exempel"), A.Observation("e-1", "m", 2024, 5));

        Assert.NotNull((await host.Page("/matt")).QuerySelector("main .app-notice--sample, main [data-color=warning]"));
        Assert.NotNull((await host.Page("/matt/m")).QuerySelector("main .app-notice--sample, main [data-color=warning]"));
        Assert.Null((await site.Host.Page("/matt/andel-nojda")).QuerySelector("main .app-notice--sample, main [data-color=warning]"));
    }

    private static string Plain(INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Rows(IElement table) =>
        table.QuerySelectorAll("tbody tr").Select(tr => string.Join('|', tr.Children.Select(Plain)));
}
