using System.Net;
using Portal.Tests.Nightly;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Editions;

/// <summary>The list of editions, and what one of them changed, on real nights.</summary>
public sealed class EditionTests : IAsyncLifetime
{
    private MadeNight night = null!;
    private PortalHost site = null!;

    public async ValueTask InitializeAsync()
    {
        night = await MadeNight.Published();
        night.Change("results.csv", "q1,,e1,2024,T,,22,25,88,90,4.4,60,30,10,0", "q1,,e1,2024,T,,22,25,88,91,4.4,61,30,9,0");
        night.Remove("results.csv", "q2,,e2,2023");
        night.Append("results.csv", "q2,,e4,2024,T,,12,15,80,60,3.6,40,20,40,0");
        night.Change("units.csv", "Vitsippan", "Blåsippan");
        Assert.Equal(2, (await night.Run()).EditionNumber);
        site = PortalHost.On(night.Database);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await night.DisposeAsync();
    }

    [Fact]
    public async Task Editions_are_listed_newest_first_with_their_sources_and_a_way_to_read_them()
    {
        var page = await site.Page("/utgavor");

        Assert.Equal(["Utgåva 2", "Utgåva 1"], page.QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim()));
        Assert.Equal(["/?utgava=2", "/?utgava=1"], page.QuerySelectorAll("[data-label='Läs'] a").Select(a => a.GetAttribute("href")));
        Assert.Contains("Provenkäten", page.QuerySelector("[data-label='Källor']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_tells_each_figure_that_it_changed_before_and_after()
    {
        var page = await site.Page("/utgavor/2?visa=siffror");

        var rows = page.QuerySelectorAll("table:has(#andringar-tabell) tbody tr")
            .Select(r => string.Join('|', r.QuerySelectorAll("th, td").Select(c => c.TextContent.Replace('\u00a0', ' ').Trim()))).ToList();
        Assert.Contains("Solrosen|Hur nöjd är du med förskolan?|2024|90 %|91 %|ändrad", rows);
        Assert.Contains(rows, r => r.StartsWith("Blåklinten|", StringComparison.Ordinal) && r.Contains("|80 %|uppgift saknas", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.EndsWith("|borttagen|borttagen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_edition_tells_changed_answers_and_names()
    {
        var answers = await site.Page("/utgavor/2?visa=svar");
        var facts = await site.Page("/utgavor/2?visa=annat");

        Assert.Contains(": Helt", answers.QuerySelector("table:has(#andringar-tabell)")!.TextContent, StringComparison.Ordinal);
        var name = facts.QuerySelectorAll("table:has(#andringar-tabell) tbody tr")
            .Single(r => r.QuerySelector("[data-label='Vad']")!.TextContent == "Enhet" && r.QuerySelector("[data-label='Uppgift']")!.TextContent == "namn");
        Assert.Equal(("Vitsippan", "Blåsippan"),
            (name.QuerySelector("[data-label='Före']")!.TextContent, name.QuerySelector("[data-label='Efter']")!.TextContent));
    }

    [Fact]
    public async Task A_sources_first_edition_says_that_all_of_it_is_new_and_counts_nothing_up()
    {
        var page = await site.Page("/utgavor/1");

        Assert.Contains("Allt från den är nytt", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Inga ändringar att räkna upp", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/utgavor/2", page.QuerySelectorAll("main a").Single(a => a.TextContent == "utgåva 2").GetAttribute("href"));
    }

    [Fact]
    public async Task The_file_has_every_change_of_every_kind()
    {
        var lines = (await site.Text("/utgavor/2.csv")).Trim().ReplaceLineEndings("\n").Split('\n');

        Assert.StartsWith("id,name,change,source,scope,measure,", lines[0], StringComparison.Ordinal);
        var changes = await night.Count("select (select count(*) from rpt.edition_change) + (select count(*) from rpt.edition_answer_change) + (select count(*) from rpt.edition_fact)");
        Assert.Equal(changes, lines.Length - 1);
        Assert.Contains(lines, l => l.StartsWith("e3,Blåsippan,changed,", StringComparison.Ordinal) && l.EndsWith(",unit,name,Vitsippan,Blåsippan,2", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("e1,Solrosen,changed,enkaten,unit,prov-q1-andel,", StringComparison.Ordinal) && l.Contains(",published,90,published,91,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_source_that_failed_is_named_with_the_age_of_what_there_is_of_it()
    {
        night.Change("units.csv", "Blåsippan", "Gullvivan");
        File.Delete(Path.Combine(night.Folder, "results.csv"));
        Assert.Equal(3, (await night.Run()).EditionNumber);

        var notice = (await site.Page("/utgavor/3")).QuerySelector("main .ds-alert")!;

        Assert.Contains("gick inte att läsa", notice.TextContent, StringComparison.Ordinal);
        Assert.NotNull(notice.QuerySelector("time"));
        Assert.Contains("results.csv", notice.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/utgavor/99", HttpStatusCode.NotFound)]
    [InlineData("/utgavor/2.csv?sida=9", HttpStatusCode.NotFound)]
    [InlineData("/utgavor/2?visa=allt", HttpStatusCode.BadRequest)]
    [InlineData("/utgavor/2?sida=9", HttpStatusCode.NotFound)]
    [InlineData("/utgavor?sida=9", HttpStatusCode.NotFound)]
    [InlineData("/utgavor?sida=noll", HttpStatusCode.BadRequest)]
    public async Task What_there_is_not_is_told_as_an_error_page(string address, HttpStatusCode status)
    {
        using var response = await site.Get(address);

        Assert.Equal(status, response.StatusCode);
    }
}
