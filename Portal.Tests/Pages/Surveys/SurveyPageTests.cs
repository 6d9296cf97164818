using System.Net;
using AngleSharp.Dom;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Surveys;

public sealed class SurveyPageTests(PortalSite site)
{
    [Fact]
    public async Task The_list_says_who_answers_and_what_the_newest_round_rests_on()
    {
        var page = await site.Host.Page("/undersokningar");

        Assert.Contains(
            "Vårdnadshavarenkäten bara i Provköping|Vårdnadshavare|2022, 2024|10\u00A0enheter|236\u00A0svar av 380 (62\u00A0%) egen beräkning: summan för alla 10\u00A0enheter",
            Rows(page.QuerySelector("main table")!));
        Assert.NotNull(page.QuerySelector("main table a[href='/undersokningar/enkat']"));
    }

    [Fact]
    public async Task A_survey_tells_who_was_asked_when_how_and_on_what_terms()
    {
        await using var host = await PortalHost.With(
            A.Source("institut", "Institutet", licence: "CC BY 4.0", cadence: "varje vår"),
            A.Survey("s", "Enkäten", asked: "elever i årskurs 8", description: "Klassvis på lektionstid.", floor: 7, source: "institut"),
            A.Round(2024, "s", "våren 2024", "2024-02-26", "2024-03-22", "2024-06-04"), A.Round(2023, "s", "våren 2023", isPreliminary: true),
            A.Question("q", survey: "s", rounds: [2024]));

        var page = await host.Page("/undersokningar/s");
        var facts = page.QuerySelectorAll("main dl > div").ToDictionary(d => Plain(d.Children[0]), d => Plain(d.Children[1]), StringComparer.Ordinal);

        Assert.Equal("Elever i årskurs 8 svarar på frågor om förskola. Senast, 2024, fick de 1\u00A0fråga.", page.QuerySelector(".app-summary")!.TextContent);
        Assert.Equal("Klassvis på lektionstid.", facts["Så går den till"]);
        Assert.StartsWith("En siffra visas bara om minst 7\u00A0personer har svarat.", facts["När siffror inte visas"], StringComparison.Ordinal);
        Assert.Equal(("CC BY 4.0", "varje vår"), (facts["Licens"], facts["Nya uppgifter"]));
        Assert.Equal(
            [
                "Våren 2024|26\u00A0februari\u00A02024 till 22\u00A0mars\u00A02024|4\u00A0juni\u00A02024|uppgift saknas|uppgift saknas",
                "Våren 2023 preliminär|datum saknas|datum saknas|uppgift saknas|uppgift saknas",
            ],
            Rows(page.QuerySelector("main table")!));
    }

    [Fact]
    public async Task Rounds_without_any_date_are_told_once_to_have_none()
    {
        var page = await site.Host.Page("/undersokningar/enkat");

        Assert.Equal(["Omgång", "Enheter som var med", "Svar"], page.QuerySelectorAll("main table")[0].QuerySelectorAll("thead th").Select(Plain));
        Assert.Contains("Källan anger inte vilka dagar", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_got_new_words_shows_both_side_by_side()
    {
        var page = await site.Host.Page("/undersokningar/enkat");

        Assert.Equal(["Vi kan påverka 2022|Vi kan påverka det som rör vårt barn 2024"], Rows(page.QuerySelectorAll("main table")[1]));
        Assert.Equal(
            [
                "Trygghet", "Mitt barn är tryggt|2022, 2024|Andel positiva svar: Mitt barn är tryggt Medelbetyg, högst 5: Mitt barn är tryggt",
                "Inflytande", "Vi kan påverka det som rör vårt barn|2024 nya ord|Andel positiva svar: Vi kan påverka det som rör vårt barn",
                "Vi kan påverka|2022 ställs inte längre|Andel positiva svar: Vi kan påverka",
            ],
            Rows(page.QuerySelectorAll("main table")[2]));
    }

    [Fact]
    public async Task Each_question_leads_to_its_results()
    {
        var page = await site.Host.Page("/undersokningar/enkat");

        Assert.Equal(
            ["/matt/andel-nojda", "/matt/andel-trygg", "/matt/medel-trygg", "/matt/andel-inflytande-ny", "/matt/andel-inflytande"],
            page.QuerySelectorAll("main a[href^='/matt']").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_survey_leads_to_the_units_that_it_asks_about() =>
        Assert.NotNull((await site.Host.Page("/undersokningar/enkat")).QuerySelector("main a[href='/enheter?omrade=forskola&kommun=9901']"));

    [Fact]
    public async Task An_unknown_survey_is_not_found()
    {
        using var response = await site.Host.Get("/undersokningar/finns-inte");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Välj undersökning i listan", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_without_surveys_says_so()
    {
        await using var host = await PortalHost.With(A.Municipality("9901"));

        Assert.Contains("Inga undersökningar är publicerade ännu", (await host.Page("/undersokningar")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Rows(IElement table) =>
        table.QuerySelectorAll("tbody tr").Select(tr => string.Join('|', tr.Children.Select(Plain)));

    private static string Plain(IElement element) =>
        string.Join(' ', element.TextContent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
