using System.Net;
using AngleSharp.Dom;
using Portal.Data.Model;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Municipalities;

public sealed class MunicipalityComparePageTests(PortalSite site)
{
    [Fact]
    public async Task None_picked_asks_for_one()
    {
        var page = await site.Host.Page("/kommuner/jamfor");

        Assert.Equal("Jämför kommuner", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["", "9901", "9903", "9902"], page.QuerySelectorAll("main select[name=kommun] option").Select(o => o.GetAttribute("value")));
    }

    [Fact]
    public async Task One_picked_stays_picked_in_the_form_and_in_every_suggestion()
    {
        var page = await site.Host.Page("/kommuner/jamfor?kommun=9901");

        Assert.Equal("Jämför Provköping med andra", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("9901", page.QuerySelector("main form input[type=hidden][name=kommun]")!.GetAttribute("value"));
        Assert.DoesNotContain("9901", page.QuerySelectorAll("main option").Select(o => o.GetAttribute("value")));
        Assert.All(
            page.QuerySelectorAll("main li a[href*='jamfor']").Select(a => a.GetAttribute("href")),
            href => Assert.StartsWith("/kommuner/jamfor?kommun=9901&kommun=", href, StringComparison.Ordinal));
        Assert.Contains("liknar Provköping i stort", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_stand_side_by_side_in_the_reader_s_order_with_facts_and_units()
    {
        var page = await site.Host.Page("/kommuner/jamfor?kommun=9902&kommun=9901");

        Assert.Equal("Jämför Ödeby och Provköping", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            [
                "Invånare|uppgift saknas|12\u00A0000 31\u00A0december\u00A02024",
                "Kommungrupp enligt SKR|Mindre städer|Mindre städer",
                "Förskola enheter i portalen|inga|30\u00A0enheter i Provköping, förskola 10\u00A0kommunala, 10\u00A0ideella, 10\u00A0privata",
                "Hemtjänst enheter i portalen|inga|1\u00A0enhet i Provköping, hemtjänst 1\u00A0privat",
            ],
            Rows(page.QuerySelector("#fakta")!));
        Assert.Contains("inga undersökningsfrågor gemensamt", page.QuerySelector(".app-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vårdnadshavarenkäten: 3\u00A0frågor, bara i Provköping.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certain_difference_is_told_in_a_sentence_and_in_the_table()
    {
        await using var host = await PortalHost.With(
            A.Municipality("9901", "Aby"), A.Municipality("9902", "Beby"), A.Question("q", "Trivs du?", "Trivsel", rounds: [2024]), A.Measure("m", "q"),
            Of("9901", "m", 80, 400), Of("9902", "m", 60, 400), Of("9901", "m", 82, 200, Sexes.Women), Of("9901", "m", 78, 200, Sexes.Men));

        var page = await host.Page("/kommuner/jamfor?kommun=9901&kommun=9902");

        Assert.Equal("På 1 av 1\u00A0fråga är skillnaden säker: Aby ligger högre än Beby (1\u00A0fråga).", page.QuerySelector(".app-summary")!.TextContent);
        Assert.Equal(
            [
                "Trivs du? Provenkäten; Trivsel; andel positiva svar"
                + "|de flesta är positiva 80\u00A0% 2024, 400\u00A0svar Om flickor: 82\u00A0% Om pojkar: 78\u00A0%"
                + "|fler än hälften är positiva 60\u00A0% 2024, 400\u00A0svar|Aby högre än Beby",
            ],
            Rows(page.QuerySelector("#skillnader")!));
    }

    [Fact]
    public async Task Indicators_say_that_they_are_not_tested()
    {
        await using var host = await PortalHost.With(
            A.Municipality("9901", "Aby"), A.Municipality("9902", "Beby"), A.Indicator("i", "Antal barn"), Of("9901", "i", 1200));

        var page = await host.Page("/kommuner/jamfor?kommun=9901&kommun=9902");

        Assert.Contains("Vi prövar inte skillnader i nyckeltal", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Antal barn Källa: Provkällan|1\u00A0200 2024|källan har ingen uppgift om kommunen"],
            Rows(page.QuerySelector("#nyckeltal")!));
    }

    [Fact]
    public async Task Each_can_be_removed_and_another_added_and_the_others_stay()
    {
        var page = await site.Host.Page("/kommuner/jamfor?kommun=9901&kommun=9902");
        var links = page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ToList();

        Assert.Contains("/kommuner/jamfor?kommun=9902", links);
        Assert.Contains("/kommuner/jamfor?kommun=9901", links);
        Assert.Contains("/kommuner/jamfor?kommun=9901&kommun=9902&kommun=9903", links);
        Assert.Equal(["9901", "9902"], page.QuerySelectorAll("main form input[type=hidden]").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task More_than_five_are_kept_to_choose_among()
    {
        await using var host = await PortalHost.With([.. Enumerable.Range(1, 6).Select(i => A.Municipality($"990{i}"))]);

        var page = await host.Page($"/kommuner/jamfor?{string.Join('&', Enumerable.Range(1, 6).Select(i => $"kommun=990{i}"))}");

        Assert.Equal("Välj högst fem kommuner att jämföra", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(6, page.QuerySelectorAll("main input[name=kommun]").Length);
        Assert.Equal(5, page.QuerySelectorAll("main input[name=kommun][checked]").Length);
    }

    [Fact]
    public async Task One_named_twice_or_not_at_all_counts_once_or_not_at_all() =>
        Assert.Equal("Jämför Provköping med andra", (await site.Host.Page("/kommuner/jamfor?kommun=9901&kommun=&kommun=9901")).QuerySelector("h1")!.TextContent);

    [Theory]
    [InlineData("/kommuner/jamfor?kommun=9901&kommun=1", HttpStatusCode.NotFound)]
    [InlineData("/kommuner/jamfor.csv", HttpStatusCode.BadRequest)]
    [InlineData("/kommuner/jamfor.json?kommun=", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_compared_says_so(string address, HttpStatusCode expected)
    {
        using var response = await site.Host.Get(address);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task The_comparison_and_its_files_are_not_taken_for_a_municipality()
    {
        var csv = await site.Host.Text("/kommuner/jamfor.csv?kommun=9901&kommun=9902");

        Assert.Contains("\r\n9901,Provköping,municipality,enkat,", csv, StringComparison.Ordinal);
        Assert.Contains("Provköping", await site.Host.Text("/kommuner/jamfor.json?kommun=9901&kommun=9902"), StringComparison.Ordinal);
        Assert.Contains("Provköping", await site.Host.Text("/kommuner/9901.csv"), StringComparison.Ordinal);
    }

    private static Made Of(string code, string measure, double value, int? respondents = null, string sex = Sexes.All) =>
        A.Observation(code, measure, 2024, value, respondents, sex: sex, scope: Scopes.Municipality);

    private static IEnumerable<string> Rows(IElement table) => table.QuerySelectorAll("tbody tr")
        .Select(tr => string.Join('|', tr.Children.Select(c => string.Join(' ', c.TextContent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)))));
}
