using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests.Pages;

/// <summary>What holds for all pages.</summary>
public sealed partial class EveryPageTests(PortalSite site, AnotherSite another) : IClassFixture<AnotherSite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Addresses.Pages), MemberType = typeof(Addresses))]
    public async Task Says_its_language_and_has_one_heading_and_the_landmarks(string address)
    {
        var page = await site.Host.Page(address);

        Assert.Equal("sv", page.DocumentElement.GetAttribute("lang"));
        var heading = Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Contains(heading.TextContent.Trim(), page.Title, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("body > header"));
        Assert.Single(page.QuerySelectorAll("body > footer"));
        Assert.Equal($"#{page.QuerySelector("main")!.Id}", page.QuerySelector("body > a")!.GetAttribute("href"));
    }

    [Theory, MemberData(nameof(Addresses.Pages), MemberType = typeof(Addresses))]
    public async Task Skips_no_level_of_heading(string address)
    {
        var page = await site.Host.Page(address);

        var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        for (var i = 1; i < levels.Count; i++)
            Assert.True(levels[i] <= levels[i - 1] + 1, $"{address}: h{levels[i]} follows h{levels[i - 1]}.");
    }

    [Theory, MemberData(nameof(Addresses.Pages), MemberType = typeof(Addresses))]
    public async Task Gives_each_table_a_caption_and_each_header_a_scope(string address)
    {
        var page = await site.Host.Page(address);

        foreach (var table in page.QuerySelectorAll("table"))
        {
            Assert.NotEqual("", table.QuerySelector("caption")?.TextContent.Trim() ?? "");
            Assert.All(table.QuerySelectorAll("th"), th => Assert.Contains(th.GetAttribute("scope"), new[] { "col", "row", "colgroup", "rowgroup" }));
        }
    }

    [Theory, MemberData(nameof(Addresses.Pages), MemberType = typeof(Addresses))]
    public async Task Gives_each_field_a_label_and_each_id_once(string address)
    {
        var page = await site.Host.Page(address);

        Assert.All(page.QuerySelectorAll("input:not([type=hidden]), select, textarea"), field => Assert.True(
            field.Closest("label") is not null || field.HasAttribute("aria-label") || page.QuerySelector($"label[for='{field.Id}']") is not null,
            $"{address}: {field.OuterHtml} has no label."));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        var references = page.QuerySelectorAll("[aria-labelledby], [aria-describedby]")
            .SelectMany(e => $"{e.GetAttribute("aria-labelledby")} {e.GetAttribute("aria-describedby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(references, id => Assert.Contains(id, ids));
    }

    [Theory, MemberData(nameof(Addresses.Pages), MemberType = typeof(Addresses))]
    public async Task Gives_the_same_bytes_twice_and_in_another_program_where_it_asks_the_database_at_most_twice(string address)
    {
        var first = await Bytes(site.Host, address);
        var second = await Bytes(site.Host, address);
        using var commands = new CountedCommands();
        var third = await Bytes(another.Host, address);

        Assert.Equal(first, second);
        Assert.Equal(first, third);
        // A search whose words are found nowhere looks again, with another place or spelling.
        Assert.InRange(commands.Count, Addresses.AskNothing.Contains(address) ? 0 : 1, address.StartsWith("/sok?q=", StringComparison.Ordinal) ? 8 : 2);
    }

    [Theory, MemberData(nameof(Addresses.Pages), MemberType = typeof(Addresses))]
    public async Task Takes_nothing_from_elsewhere_and_runs_nothing_inline(string address)
    {
        var page = await site.Host.Page(address);

        var loaded = page.QuerySelectorAll("script[src], link[href]:not([rel=alternate]), img[src], iframe[src], source[src]")
            .Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!);
        Assert.All(loaded, url => Assert.StartsWith("/", url, StringComparison.Ordinal));
        Assert.All(loaded, url => Assert.False(url.StartsWith("//", StringComparison.Ordinal), url));
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style]"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(page.QuerySelectorAll("form[method=post]"));
    }

    [Theory, MemberData(nameof(Addresses.Pages), MemberType = typeof(Addresses))]
    public async Task Carries_the_security_headers_and_no_cookie(string address)
    {
        using var response = await site.Host.Get(address);

        Carried(response);
    }

    [Theory]
    [InlineData("/finns-inte")]
    [InlineData("/kommuner/0000")]
    [InlineData("/kommuner/0000.json")]
    [InlineData("/kommuner.csv")]
    [InlineData("/-/health")]
    [InlineData("/css/finns-inte.css")]
    public async Task Errors_files_and_machinery_carry_them_too(string address)
    {
        using var response = await site.Host.Get(address);

        Carried(response);
    }

    private static void Carried(HttpResponseMessage response)
    {
        var headers = response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        var policy = headers["Content-Security-Policy"];
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch(LaxPolicy(), policy);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.Equal("DENY", headers["X-Frame-Options"]);
        Assert.True(headers.ContainsKey("Referrer-Policy"));
        Assert.True(headers.ContainsKey("Permissions-Policy"));
        Assert.True(headers.ContainsKey("Cache-Control"));
        Assert.False(headers.ContainsKey("Server"));
        Assert.False(headers.ContainsKey("X-Powered-By"));
        Assert.False(headers.ContainsKey("Set-Cookie"));
    }

    private static async Task<byte[]> Bytes(PortalHost host, string address)
    {
        using var response = await host.Get(address);
        return await response.Content.ReadAsByteArrayAsync(Ct);
    }

    [GeneratedRegex("unsafe-|nonce-|https?:|\\*", RegexOptions.None, 1000)]
    private static partial Regex LaxPolicy();
}

/// <summary>The same town in a second program, where nothing has been asked before: each page is asked for once.</summary>
public sealed class AnotherSite : IAsyncLifetime
{
    public PortalHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await PortalHost.With(Town.Rows());

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
