using System.Net;
using AngleSharp.Html.Dom;
using Portal.Tests.Support;
using Portal.Web.Content;

namespace Portal.Tests.Pages.About;

public sealed class AboutPageTests(PortalSite site)
{
    private static readonly (string, string)[] Contact =
    [
        ("Portal:Contact:Name", "Provköpings kommun"), ("Portal:Contact:Email", "kontakt@example.org"),
        ("Portal:Contact:Phone", "08-123 45 67"), ("Portal:Contact:Address", "Torget 1, 123 45 Provköping"),
    ];

    public static TheoryData<string> Names => [.. Articles.All.Select(a => a.Name)];

    [Theory, MemberData(nameof(Names))]
    public async Task A_text_is_shown_in_its_language_with_the_way_to_the_others(string name)
    {
        var article = Articles.Find(name)!;

        var page = await site.Host.Page(Address(name));

        Assert.Equal(article.Title, page.Says("h1"));
        Assert.Equal(article.Description, page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal(article.OtherLanguage, page.QuerySelectorAll("main > div").First(d => d.QuerySelector("h2") is not null)!.GetAttribute("lang"));
        Assert.Equal(article.Title, page.Says("main nav [aria-current=page]"));
        Assert.Equal([.. Articles.All.Select(a => Address(a.Name)), "/tillganglighet"], page.Links("main nav a"));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Every_link_of_a_text_answers_and_its_heading_is_there(string name)
    {
        var page = await site.Host.Page(Address(name));
        var links = page.Links("main a[href]").Where(a => a.StartsWith('/') || a.StartsWith('#')).Distinct(StringComparer.Ordinal);

        foreach (var link in links)
        {
            var parts = link.Split('#');
            using var response = await site.Host.Get(parts[0].Length > 0 ? parts[0] : Address(name));
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{link} answers {(int)response.StatusCode}.");
            if (parts.Length > 1)
            {
                var led = parts[0].Length > 0 ? await site.Host.Page(parts[0]) : page;
                Assert.True(led.GetElementById(parts[1]) is IHtmlHeadingElement, $"{link} leads to no heading.");
            }
        }
    }

    [Theory]
    [InlineData("/om/finns-inte")]
    [InlineData("/om/om")]
    [InlineData("/om/Siffrorna")]
    public async Task A_text_that_is_not_there_is_404(string address) =>
        Assert.Contains("Om portalen", (await site.Host.Page(address, HttpStatusCode.NotFound)).Says("main"), StringComparison.Ordinal);

    [Fact]
    public async Task The_sources_stand_beside_the_text_with_their_terms()
    {
        await using var host = await PortalHost.With(
            A.Source("b", "Belägget", "Verket", "Källa: Verket", "CC BY 4.0", "https://example.org/licens", "https://example.org/b", "varje år"),
            A.Source("c", "Cykeln", "Verket", "Källa: C", null, address: "javascript:alert(1)"),
            A.Source("a", "Aprilskämtet", "Ingen", isSample: true));

        var page = await host.Page("/om/data");

        Assert.Equal(
        [
            ["Belägget", "Verket", "CC BY 4.0", "Källa: Verket", "varje år"],
            ["Cykeln", "Verket", "källan anger ingen licens", "Källa: C", "uppgift saknas"],
            ["Aprilskämtet påhittad", "Ingen", "CC0", "Källa: Aprilskämtet", "uppgift saknas"],
        ], page.Table("Källorna, deras licenser och hur de vill bli nämnda"));
        Assert.Equal(["https://example.org/b", "https://example.org/licens"], page.Links("table a"));
        Assert.Single(page.QuerySelectorAll(".ds-alert[role=note]"));
    }

    [Fact]
    public async Task Without_sources_the_page_says_so()
    {
        await using var host = await PortalHost.Empty();

        Assert.Contains("Inga källor är lästa ännu.", (await host.Page("/om/data")).Says("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_details_come_from_the_settings()
    {
        await using var host = await PortalHost.With(Contact);

        foreach (var address in new[] { "/om/kontakt", "/tillganglighet" })
        {
            var page = await host.Page(address);
            var facts = page.Facts();
            Assert.Equal(("Provköpings kommun", "kontakt@example.org", "08-123 45 67", "Torget 1, 123 45 Provköping"),
                (facts["Ansvarar för portalen"], facts["E-post"], facts["Telefon"], facts["Postadress"]));
            Assert.Equal(["mailto:kontakt@example.org", "tel:081234567"], page.Links("dl a"));
        }
    }

    [Fact]
    public async Task Where_no_contact_is_set_the_pages_say_how()
    {
        foreach (var address in new[] { "/om/kontakt", "/tillganglighet" })
            Assert.Contains("Portal:Contact:Name", (await site.Host.Page(address)).Says("main .ds-alert[data-color=warning]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_contact_is_another_build()
    {
        await using var one = await PortalHost.With(Contact);
        await using var other = await PortalHost.With([.. Contact[..3], ("Portal:Contact:Address", "Torget 2")]);

        Assert.NotEqual(await Tag(one), await Tag(other));

        static async Task<string> Tag(PortalHost host)
        {
            using var response = await host.Get("/om/kontakt");
            return response.Headers.ETag!.Tag;
        }
    }

    [Fact]
    public async Task The_accessibility_statement_tells_all_that_the_law_asks_for()
    {
        await using var host = await PortalHost.With([("Portal:SiteName", "Provportalen"), .. Contact]);
        var statement = AccessibilityStatement.Current;

        var page = await host.Page("/tillganglighet");
        var text = page.Says("main");

        Assert.All(
            new[]
            {
                "Provköpings kommun ansvarar för webbplatsen Provportalen", "lagen om tillgänglighet till digital offentlig service", "EN 301 549",
                "delvis förenlig", statement.Help, statement.Supervisor.Name, "självskattning", "23 november 2026",
            },
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.All(statement.Issues, i => Assert.Contains($"{i.What} {i.Because}", text, StringComparison.Ordinal));
        Assert.All(statement.Issues, i => Assert.Contains(i.Instead, text, StringComparison.Ordinal));
        Assert.All(statement.Assessment.Methods, m => Assert.Contains(m, text, StringComparison.Ordinal));
        Assert.Contains("https://www.digg.se/tdosanmalan", page.Links("main a"));
    }

    private static string Address(string name) => name == "om" ? "/om" : $"/om/{name}";
}
