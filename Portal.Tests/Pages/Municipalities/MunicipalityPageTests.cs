using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Portal.Data.Model;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Municipalities;

public sealed class MunicipalityPageTests(PortalSite site)
{
    [Fact]
    public async Task The_list_has_every_municipality_with_its_county_and_units()
    {
        var page = await site.Host.Page("/kommuner");

        Assert.Equal(
            [
                "Provköping|Provlän|12\u00A0000|31",
                "Åmåla påhittad|Provlän|12\u00A0000|1",
                "Ödeby|uppgift om län saknas|uppgift saknas|inga enheter",
            ],
            Rows(page.QuerySelector("main table")!));
        Assert.Equal("/enheter?kommun=9901", page.QuerySelector("main td a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_municipality_shows_its_facts_groups_and_units()
    {
        var page = await site.Host.Page("/kommuner/9901");
        var text = page.QuerySelector("main")!.TextContent;

        Assert.Equal("Provköping", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("12\u00A0000 (31\u00A0december\u00A02024)", text, StringComparison.Ordinal);
        Assert.Equal("30\u00A0enheter", Beside(page, "/enheter?omrade=forskola&kommun=9901"));
        Assert.Equal("1\u00A0enhet", Beside(page, "/enheter?omrade=hemtjanst&kommun=9901"));
        Assert.Contains("Mindre städer (2\u00A0kommuner)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_with_names_that_only_their_source_knows_are_left_out()
    {
        await using var host = await PortalHost.With(
            A.Group("lan", "Provläns kommuner", "county", members: ["9901"]), A.Group("alla", "LOV hemtjänst pers omv", "other", members: ["9901"]));

        var text = (await host.Page("/kommuner/9901")).QuerySelector("main")!.TextContent;

        Assert.Contains("Provläns kommuner (1\u00A0kommun)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("LOV", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_municipality_suggests_whom_to_compare_it_with_and_says_why()
    {
        var page = await site.Host.Page("/kommuner/9901");
        var links = page.QuerySelectorAll("main li").Where(li => li.QuerySelector("a[href^='/kommuner/jamfor']") is not null)
            .Select(li => (Words(li), li.QuerySelector("a")!.GetAttribute("href")));

        Assert.Equal(
            [
                ("Jämför med Åmåla (påhittad) liknar Provköping i stort", "/kommuner/jamfor?kommun=9901&kommun=9903"),
                ("Jämför med Ödeby liknar Provköping i stort", "/kommuner/jamfor?kommun=9901&kommun=9902"),
                ("Jämför med Ödeby", "/kommuner/jamfor?kommun=9901&kommun=9902"),
                ("Jämför med Ödeby", "/kommuner/jamfor?kommun=9901&kommun=9902"),
                ("Jämför med Åmåla (påhittad)", "/kommuner/jamfor?kommun=9901&kommun=9903"),
            ],
            links);
        Assert.Contains("gäller 2024", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/kommuner?q=amala", "1\u00A0kommun med ”amala” i namnet", "Åmåla påhittad")]
    [InlineData("/kommuner?lan=99", "2\u00A0kommuner i Provlän", "Provköping")]
    [InlineData("/kommuner?lan=99&q=prov", "1\u00A0kommun i Provlän med ”prov” i namnet", "Provköping")]
    public async Task The_list_is_narrowed_by_name_and_county(string address, string caption, string first)
    {
        var page = await site.Host.Page(address);

        Assert.Equal(caption, page.QuerySelector("main caption")!.TextContent);
        Assert.Equal(first, Words(page.QuerySelector("main tbody th")!));
        Assert.Equal("/kommuner.csv" + address["/kommuner".Length..], page.QuerySelector("head link[type='text/csv']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_name_that_no_municipality_has_leads_back_to_all()
    {
        var page = await site.Host.Page("/kommuner?q=finns-inte");

        Assert.Contains("Ingen kommun passar", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("finns-inte", page.QuerySelector("main input[name=q]")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("main .ds-alert a[href='/kommuner']"));
    }

    [Fact]
    public async Task A_county_that_there_is_not_is_a_bad_address()
    {
        using var response = await site.Host.Get("/kommuner?lan=77");

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Its_own_newest_results_stand_beside_the_country_s()
    {
        var page = await site.Host.Page("/kommuner/9901");

        Assert.Equal(
            [
                "Andel nöjda totalt|de flesta är positiva 78\u00A0% 2024; 800\u00A0svar av 1\u00A0500 (53\u00A0%) Svaren är inte uppdelade på kön|uppgift för hela landet saknas",
                "Trygghet",
                "Mitt barn är tryggt|de flesta är positiva 83\u00A0% 2024; 800\u00A0svar av 1\u00A0500 (53\u00A0%) Om flickor: 84\u00A0% (410\u00A0svar) Om pojkar: 82\u00A0% (390\u00A0svar)|81\u00A0%",
                "Inflytande",
                "Vi kan påverka äldre uppgift|ungefär hälften är positiva 51\u00A0% 2022; 700\u00A0svar Svaren är inte uppdelade på kön|uppgift för hela landet saknas",
            ],
            Rows(page.QuerySelectorAll("main table")[0]));
        Assert.Equal(["Antal barn|12\u00A0345 årtal saknas"], Rows(page.QuerySelectorAll("main table")[1]));
    }

    [Fact]
    public async Task A_survey_is_its_overall_result_in_a_sentence_with_the_questions_folded_beneath()
    {
        var page = await site.Host.Page("/kommuner/9901");

        var (first, second) = (page.QuerySelector("#resultat-1")!, page.QuerySelector("#resultat-2")!);
        Assert.Equal("Vårdnadshavarenkäten", first.TextContent);
        Assert.Equal("”Andel nöjda totalt”: de flesta är positiva, 78\u00A0%. 800\u00A0svar av 1\u00A0500 (53\u00A0%), 2024.", first.NextElementSibling!.TextContent);
        var folded = page.QuerySelectorAll("main details").Where(d => d.QuerySelector("table") is not null).ToList();
        Assert.Equal(["Visa svaren på 3\u00A0frågor i Vårdnadshavarenkäten", $"Visa 1\u00A0nyckeltal i {second.TextContent}"], folded.Select(d => Words(d.QuerySelector("summary")!)));
        Assert.Equal([true, false], folded.Select(d => d.HasAttribute("open")));
        Assert.Equal("/matt/andel-trygg?kommun=9901", folded[0].QuerySelectorAll("th a")[1].GetAttribute("href"));
    }

    [Fact]
    public async Task Of_several_surveys_none_is_unfolded_so_that_all_results_are_near()
    {
        await using var host = await PortalHost.With(
            A.Measure("s", isHeadline: true), A.Survey("s-2"), A.Measure("t", survey: "s-2", isHeadline: true), Of("s", 80, 400), Of("t", 70, 300));

        var page = await host.Page("/kommuner/9901");

        Assert.Equal([false, false], page.QuerySelectorAll("main details").Where(d => d.QuerySelector("table") is not null).Select(d => d.HasAttribute("open")));
    }

    [Fact]
    public async Task Share_and_mean_of_a_question_stand_together_for_all_and_for_each_sex()
    {
        await using var host = await PortalHost.With(
            A.Survey(asked: "elever i årskurs 5"), A.Question("q", "Trivs du?"), A.Measure("m", "q", kind: "mean", decimals: 1, high: 5), A.Measure("s", "q", order: 2),
            Of("s", 80, 400), Of("m", 4.2, 400), Of("s", 82, 200, Sexes.Women), Of("m", 4.3, 200, Sexes.Women), Of("s", 78, 190, Sexes.Men),
            A.Observation("0000", "s", 2024, 79, scope: Scopes.Country), A.Observation("0000", "m", 2024, 4.1, scope: Scopes.Country));

        var page = await host.Page("/kommuner/9901");

        Assert.Equal(
            [
                "Trygghet",
                "Trivs du?|de flesta är positiva 80\u00A0% 2024; 400\u00A0svar Medelbetyg 4,2 av 5 Flickor: 82\u00A0%, medelbetyg 4,3 (200\u00A0svar) Pojkar: 78\u00A0% (190\u00A0svar)"
                + "|79\u00A0% Medelbetyg 4,1 av 5",
            ],
            Rows(page.QuerySelector("main table")!));
        Assert.Contains("ingen siffra som sammanfattar svaren", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_the_portal_worked_out_says_how_and_one_of_the_source_does_not()
    {
        await using var host = await PortalHost.With(
            A.Measure("m-1", derivation: "Egen formel."), A.Measure("m-2", derivation: "Annan formel."),
            A.Observation("9901", "m-1", 2024, 70, isDerived: true, scope: Scopes.Municipality),
            A.Observation("9901", "m-2", 2024, 71, scope: Scopes.Municipality));

        var text = (await host.Page("/kommuner/9901")).QuerySelector("main")!.TextContent;

        Assert.Contains("Egen beräkning: Egen formel.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Annan formel", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Annan formel", await host.Text("/kommuner/9901.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ObservationState.Suppressed, "skyddat: för få svar")]
    [InlineData(ObservationState.NotAsked, "ingick inte i omgången")]
    [InlineData(ObservationState.NoAnswer, "för få svarade eller enheten avstod")]
    [InlineData(ObservationState.NotApplicable, "frågan gäller inte den här verksamheten")]
    [InlineData(ObservationState.Missing, "uppgift saknas från källan")]
    public async Task A_figure_that_is_not_shown_says_why(ObservationState state, string expected)
    {
        await using var host = await PortalHost.With(A.Observation("9901", "m-1", 2024, null, state: state, scope: Scopes.Municipality));

        var page = await host.Page("/kommuner/9901");

        Assert.Equal(expected, page.QuerySelector("main td .app-figure__value")!.TextContent);
    }

    [Fact]
    public async Task A_municipality_without_units_or_results_says_so()
    {
        var text = (await site.Host.Page("/kommuner/9902")).QuerySelector("main")!.TextContent;

        Assert.Contains("Portalen har inga enheter i kommunen", text, StringComparison.Ordinal);
        Assert.Contains("Portalen har inga resultat för kommunen som helhet", text, StringComparison.Ordinal);
        Assert.Contains("Uppgift om liknande kommuner och grannkommuner saknas", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/kommuner", true)]
    [InlineData("/kommuner/9903", true)]
    [InlineData("/kommuner/9901", true)]
    [InlineData("/kommuner/9902", false)]
    public async Task A_page_that_names_something_made_up_says_so(string address, bool expected) =>
        Assert.Equal(expected, (await site.Host.Page(address)).QuerySelector("main [role=note]") is not null);

    private static Made Of(string measure, double value, int respondents, string sex = Sexes.All) =>
        A.Observation(A.HomeCode, measure, 2024, value, respondents, sex: sex, scope: Scopes.Municipality);

    private static string Beside(IHtmlDocument page, string address) =>
        page.QuerySelectorAll("main li").Single(li => li.QuerySelector("a")?.GetAttribute("href") == address).TextContent.Split(": ")[1].Trim();

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Rows(IElement table) => table.QuerySelectorAll("tbody tr")
        .Select(tr => string.Join('|', tr.Children.Select(c => string.Join(' ', c.TextContent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)))));
}
