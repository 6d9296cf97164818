using System.Net;
using AngleSharp.Html.Dom;
using Portal.Tests.Support;

namespace Portal.Tests.Pages;

public sealed class CrawlTests(PortalSite site)
{
    [Fact]
    public async Task Every_link_that_can_be_reached_answers()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var waiting = new Queue<string>(seen);
        var broken = new List<string>();
        while (waiting.TryDequeue(out var address))
        {
            using var response = await site.Host.Get(address);
            if (response.StatusCode != HttpStatusCode.OK)
                broken.Add($"{address} answers {(int)response.StatusCode}");
            else if (response.Content.Headers.ContentType?.MediaType == "text/html")
            {
                foreach (var next in Links(await site.Host.Page(address)).Where(seen.Add))
                    waiting.Enqueue(next);
            }
            Assert.True(seen.Count < 5000, "The crawl does not end.");
        }

        Assert.Empty(broken);
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "/enheter", "/enheter.csv", $"/enheter/{Town.Unit}", $"/enheter/{Town.BareUnit}", "/kommuner.json",
                $"/kommuner/{Town.WithoutUnits}", "/kommuner/9901.csv", "/data/korningar",
            }, seen);
    }

    private static IEnumerable<string> Links(IHtmlDocument page) => page
        .QuerySelectorAll("a[href], link[href], script[src], form[action]")
        .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src") ?? e.GetAttribute("action")!)
        .Where(url => url.StartsWith('/'))
        .Select(url => url.Split('#')[0]);
}
