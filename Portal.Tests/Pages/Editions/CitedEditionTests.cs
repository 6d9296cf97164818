using System.Net;
using Portal.Tests.Nightly;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Editions;

/// <summary>A page of an edition is a page of that edition for ever, whatever is published after it.</summary>
public sealed class CitedEditionTests : IAsyncLifetime
{
    private static readonly string[] DataPages =
    [
        "/", "/enheter", "/enheter?kommun=9901&ordning=resultat", "/enheter/e1", "/enheter/e2", "/enheter/e3", "/jamfor?enhet=e1&enhet=e2",
        "/kommuner", "/kommuner/9901", "/kommuner/jamfor?kommun=9901&kommun=9902", "/undersokningar", "/undersokningar/prov",
        "/matt", "/matt/prov-q1-andel", "/matt/prov-q2-medel", "/utgavor", "/om/data",
        "/enheter.csv", "/enheter/e1.csv", "/enheter/e2.json", "/jamfor.csv?enhet=e1&enhet=e2", "/kommuner.csv", "/kommuner/9901.json",
        "/kommuner/jamfor.csv?kommun=9901&kommun=9902", "/undersokningar.csv", "/undersokningar/prov.json", "/matt.csv", "/matt/prov-q1-andel.csv", "/utgavor.csv",
    ];

    private MadeNight night = null!;
    private PortalHost site = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        night = await MadeNight.Published();
        site = PortalHost.On(night.Database);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await night.DisposeAsync();
    }

    [Fact]
    public async Task Every_page_and_file_of_an_edition_has_the_same_bytes_after_later_editions()
    {
        var before = await Read(1);

        await PublishMore();

        await using var restarted = PortalHost.On(night.Database);
        foreach (var address in DataPages)
        {
            var at = At(address, 1);
            Assert.True(before[address] == await restarted.Text(at), $"{at} is not what it was.");
        }
    }

    [Fact]
    public async Task A_later_edition_is_other_on_the_pages_that_it_touched()
    {
        await PublishMore();

        foreach (var address in new[] { "/enheter/e1", "/enheter/e3", "/enheter/e2.json", "/matt/prov-q1-andel.csv", "/undersokningar/prov" })
            Assert.NotEqual(await site.Text(At(address, 1)), await site.Text(At(address, 3)));
        Assert.Contains("Vitsippan", await site.Text("/enheter/e3?utgava=1"), StringComparison.Ordinal);
        Assert.DoesNotContain("Blåsippan", await site.Text("/enheter/e3?utgava=1"), StringComparison.Ordinal);
        Assert.Contains("Blåsippan", await site.Text("/enheter/e3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_edition_read_by_its_number_says_what_the_page_without_a_number_says()
    {
        await PublishMore();
        await site.SeeNewestEdition();

        var cited = (await site.Text("/enheter/e1.csv?utgava=3")).ReplaceLineEndings("\n");
        Assert.Equal((await site.Text("/enheter/e1.csv")).ReplaceLineEndings("\n"), cited);
        foreach (var address in new[] { "/enheter", "/kommuner/9901", "/matt/prov-q1-andel" })
        {
            Assert.Equal(
                (await site.Page(address)).QuerySelectorAll("main td").Select(c => c.TextContent),
                (await site.Page(At(address, 3))).QuerySelectorAll("main td").Select(c => c.TextContent));
        }
    }

    [Fact]
    public async Task A_page_of_an_edition_says_so_on_top_and_leads_to_the_newest()
    {
        await PublishMore();

        var page = await site.Page("/enheter?kommun=9901&utgava=1&ordning=resultat");

        var notice = page.QuerySelector("main .ds-alert")!;
        Assert.StartsWith("Du läser utgåva 1", notice.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("/enheter?kommun=9901&ordning=resultat", notice.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null((await site.Page("/enheter")).QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public async Task Links_files_and_forms_stay_in_the_edition()
    {
        await PublishMore();

        foreach (var address in new[] { "/", "/enheter", "/enheter/e1", "/kommuner/9901", "/matt/prov-q1-andel", "/jamfor?enhet=e1" })
        {
            var page = await site.Page(At(address, 1));
            var data = page.QuerySelectorAll("main a[href^='/enheter'], main a[href^='/matt'], main a[href^='/kommuner'], main a[href^='/jamfor'], link[rel=alternate]")
                .Where(a => !a.TextContent.StartsWith("Läs sidan", StringComparison.Ordinal));
            Assert.All(data, a => Assert.Contains("utgava=1", a.GetAttribute("href")!.Split('#')[0], StringComparison.Ordinal));
            Assert.All(page.QuerySelectorAll("main form"), f => Assert.Equal("1", f.QuerySelector("input[name=utgava]")!.GetAttribute("value")));
        }
        Assert.Empty((await site.Page("/enheter")).QuerySelectorAll("[name=utgava], main a[href*=utgava]"));
    }

    [Theory]
    [InlineData("/enheter/e1?utgava=99", HttpStatusCode.NotFound, "Det finns ingen utgåva")]
    [InlineData("/enheter/e1.csv?utgava=99", HttpStatusCode.NotFound, "Det finns ingen utgåva")]
    [InlineData("/enheter/e1?utgava=0", HttpStatusCode.NotFound, "Det finns ingen utgåva")]
    [InlineData("/enheter/e1?utgava=ett", HttpStatusCode.BadRequest, "går inte att använda")]
    [InlineData("/enheter/e1.json?utgava=-1", HttpStatusCode.BadRequest, "går inte att använda")]
    public async Task An_edition_that_there_is_not_is_told_in_words(string address, HttpStatusCode status, string words)
    {
        using var response = await site.Get(address);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(words, await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task A_unit_that_came_later_is_not_there_yet()
    {
        night.Append("units.csv", "e9,9901,forskola,Nya huset,Exempelby kommun,municipal,212000-9901,7");
        Assert.Equal(2, (await night.Run()).EditionNumber);

        using var then = await site.Get("/enheter/e9?utgava=1");
        using var now = await site.Get("/enheter/e9?utgava=2");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (then.StatusCode, now.StatusCode));
    }

    [Fact]
    public async Task An_edition_from_before_the_past_was_kept_is_told_of_and_not_read()
    {
        await night.Database.Run("update rpt.edition set is_kept = 0");

        using var response = await site.Get("/enheter/e1?utgava=1");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("började spara gamla siffror", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_an_edition_is_kept_when_another_edition_is_published()
    {
        await site.Page("/enheter/e1?utgava=1");
        using var first = await site.Get("/enheter/e1?utgava=1");
        await PublishMore();
        await site.SeeNewestEdition();
        using var commands = new CountedCommands();

        using var again = await site.Get("/enheter/e1?utgava=1");
        using var known = await site.Get("/enheter/e1?utgava=1", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(0, commands.Count);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Fact]
    public async Task A_corrected_figure_is_marked_on_the_pages_that_show_it()
    {
        await PublishMore();
        await site.SeeNewestEdition();

        foreach (var address in new[] { "/enheter/e1", "/kommuner/9901", "/matt/prov-q1-andel", "/jamfor?enhet=e1&enhet=e2", "/kommuner/jamfor?kommun=9901&kommun=9902" })
        {
            var page = await site.Page(address);
            Assert.Contains("Utgåva 2", page.QuerySelector("#rattelser-tabell")!.Closest("table")!.TextContent, StringComparison.Ordinal);
        }
        var row = (await site.Page("/enheter/e1")).QuerySelectorAll("#rattelser-tabell")[0].Closest("table")!.QuerySelector("tbody tr")!;
        Assert.Equal("90 %", row.QuerySelector("[data-label='Före']")!.TextContent.Replace('\u00a0', ' ').Trim());
        Assert.Equal("91 %", row.QuerySelector("[data-label='Efter']")!.TextContent.Replace('\u00a0', ' ').Trim());
        Assert.Null((await site.Page("/enheter/e1?utgava=1")).QuerySelector("#rattelser"));
        Assert.Null((await site.Page("/enheter/e4")).QuerySelector("#rattelser"));
    }

    private static string At(string address, int edition) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}utgava={edition}";

    private async Task<Dictionary<string, string>> Read(int edition)
    {
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in DataPages)
            pages[address] = await site.Text(At(address, edition));
        return pages;
    }

    // A figure corrected, rows gone and come, a name, a wording, a unit out of the register; then a figure again.
    private async Task PublishMore()
    {
        night.Change("results.csv", "q1,,e1,2024,T,,22,25,88,90,4.4,60,30,10,0", "q1,,e1,2024,T,,22,25,88,91,4.4,61,30,9,0");
        night.Remove("results.csv", "q2,,e2,2023");
        night.Append("results.csv", "q2,,e4,2024,T,,12,15,80,60,3.6,40,20,40,0");
        night.Change("units.csv", "Vitsippan", "Blåsippan");
        Assert.Equal(2, (await night.Run()).EditionNumber);
        night.Change("results.csv", "q1,,e2,2023,T,,30,40,75,90,4.4", "q1,,e2,2023,T,,30,40,75,89,4.4");
        night.Change("enkat.json", "\"name\": \"Provenkäten\",\n    \"serviceArea\"", "\"name\": \"Den stora provenkäten\",\n    \"serviceArea\"");
        Assert.Equal(3, (await night.Run()).EditionNumber);
    }
}
