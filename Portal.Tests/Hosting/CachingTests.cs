using System.IO.Compression;
using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Hosting;

public sealed class CachingTests : IAsyncLifetime
{
    private const string Page = "/kommuner";
    private PortalHost site = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => site = await PortalHost.With(Town.Rows());

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_second_reader_costs_the_database_nothing()
    {
        await site.Page(Page);
        using var commands = new CountedCommands();

        await site.Page(Page);

        Assert.Equal(0, commands.Count);
    }

    [Fact]
    public async Task A_new_edition_is_a_new_page()
    {
        await site.Page(Page);
        await site.Database.Run("update rpt.municipality set name = 'Nyköpstad' where municipality_code = '9901'");
        Assert.Contains("Provköping", await site.Text(Page), StringComparison.Ordinal);

        await site.Database.Add(A.Edition(4));
        await site.SeeNewestEdition();

        Assert.Contains("Nyköpstad", await site.Text(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_query_name_is_ignored()
    {
        await site.Page(Page);
        using var commands = new CountedCommands();

        using var plain = await site.Get(Page);
        using var tagged = await site.Get($"{Page}?utm_source=brev");

        Assert.Equal(0, commands.Count);
        Assert.Equal(plain.Headers.ETag, tagged.Headers.ETag);
    }

    [Theory]
    [InlineData("/kommuner", "/kommuner?enhet=a")]
    [InlineData("/kommuner?enhet=a&enhet=b", "/kommuner?enhet=b&enhet=a")]
    [InlineData("/kommuner?enhet=a", "/kommuner?enhet=a&enhet=a")]
    [InlineData("/kommuner?enhet=a", "/kommuner?kommun=a")]
    [InlineData("/kommuner?enhet=a%26kommun%3Db", "/kommuner?enhet=a&kommun=b")]
    [InlineData("/kommuner", "/kommuner/9901")]
    [InlineData("/kommuner.csv", "/kommuner.json")]
    public async Task Another_address_is_another_page(string one, string other)
    {
        using var first = await site.Get(one);
        using var second = await site.Get(other);

        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
        Assert.True(await Asks(one) == 0 && await Asks(other) == 0, "Both are kept.");
    }

    [Theory]
    [InlineData("/kommuner?kommun=&sida=", "/kommuner")]
    [InlineData("/kommuner?enhet=a&kommun=b", "/kommuner?kommun=b&enhet=a")]
    public async Task The_order_of_names_and_empty_fields_do_not_make_another_page(string one, string other)
    {
        using var first = await site.Get(one);
        using var second = await site.Get(other);

        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task A_free_text_search_is_kept_nowhere()
    {
        const string Search = "/kommuner?q=prov";
        using var response = await site.Get(Search);

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Null(response.Headers.ETag);
        Assert.InRange(await Asks(Search), 1, 2);
    }

    [Fact]
    public async Task Who_has_the_page_is_told_so()
    {
        using var first = await site.Get(Page);
        var tag = first.Headers.ETag!.ToString();
        using var commands = new CountedCommands();

        using var again = await site.Get(Page, ("If-None-Match", $"\"annan\", {tag}"));
        using var weakened = await site.Get(Page, ("If-None-Match", $"W/{tag}"));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, weakened.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(tag, again.Headers.ETag?.ToString());
        Assert.Equal(first.Headers.CacheControl, again.Headers.CacheControl);
        Assert.Equal(first.Headers.Vary, again.Headers.Vary);
        Assert.Equal(0, commands.Count);
    }

    [Fact]
    public async Task Who_has_an_older_edition_gets_the_new()
    {
        using var first = await site.Get(Page);
        await site.Database.Add(A.Edition(4));
        await site.SeeNewestEdition();

        using var again = await site.Get(Page, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.NotEqual(first.Headers.ETag, again.Headers.ETag);
    }

    [Fact]
    public async Task Shared_caches_may_keep_pages_and_ask_again()
    {
        using var response = await site.Get(Page);

        Assert.Equal("public, max-age=60, s-maxage=300, stale-while-revalidate=3600", response.Headers.GetValues("Cache-Control").Single());
        Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
        Assert.False(response.Headers.ETag!.IsWeak);
    }

    [Theory]
    [InlineData("/finns-inte")]
    [InlineData("/kommuner/0000")]
    [InlineData("/data/korningar")]
    [InlineData("/-/edition")]
    public async Task Errors_nights_and_machinery_are_kept_nowhere(string address)
    {
        using var response = await site.Get(address);

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("/kommuner", "gzip, deflate, br, zstd", "br")]
    [InlineData("/kommuner", "gzip", "gzip")]
    [InlineData("/kommuner", "br;q=0, *;q=0.5", "gzip")]
    [InlineData("/kommuner", "br;q=0, gzip;q=0", null)]
    [InlineData("/kommuner", "identity", null)]
    [InlineData("/kommuner.csv", "gzip, br", "br")]
    [InlineData("/kommuner/9901.json", "gzip", "gzip")]
    [InlineData("/finns-inte", "br", "br")]
    public async Task Compressed_is_the_same_content(string address, string accepted, string? expected)
    {
        var plain = await site.Get(address).ContinueWith(t => t.Result.Content.ReadAsStringAsync(Ct), Ct).Unwrap();

        using var response = await site.Get(address, ("Accept-Encoding", accepted));

        Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
        if (address != "/finns-inte")
            Assert.Equal(plain, Unpacked(await response.Content.ReadAsByteArrayAsync(Ct), expected));
    }

    [Fact]
    public async Task There_are_three_variants_of_a_page_however_browsers_write()
    {
        string[] headers = ["br", "br, gzip", "gzip, deflate, br", "BR;q=0.1, gzip;q=1", "gzip", "x-gzip, gzip", "deflate", ""];
        foreach (var accepted in new[] { "br", "gzip", "" })
            (await site.Get(Page, ("Accept-Encoding", accepted))).Dispose();
        using var commands = new CountedCommands();
        var tags = new HashSet<string>(StringComparer.Ordinal);

        foreach (var accepted in headers)
        {
            using var response = await site.Get(Page, ("Accept-Encoding", accepted));
            tags.Add(response.Headers.ETag!.Tag);
        }

        Assert.Equal(3, tags.Count);
        Assert.Equal(0, commands.Count);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("")]
    public async Task Kept_bytes_are_the_bytes_first_sent(string accepted)
    {
        using var made = await site.Get("/kommuner/9901", ("Accept-Encoding", accepted));
        using var kept = await site.Get("/kommuner/9901", ("Accept-Encoding", accepted));

        Assert.Equal(await made.Content.ReadAsByteArrayAsync(Ct), await kept.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(made.Content.Headers.ContentEncoding, kept.Content.Headers.ContentEncoding);
        Assert.Equal(made.Headers.ETag, kept.Headers.ETag);
        Assert.Equal(made.Headers.CacheControl, kept.Headers.CacheControl);
    }

    [Fact]
    public async Task The_build_is_in_the_tag_and_is_the_same_for_the_same_build()
    {
        await using var twin = await PortalHost.With(Town.Rows());
        await using var renamed = await PortalHost.With([("Portal:SiteName", "Kollen")], Town.Rows());
        using var first = await site.Get(Page);
        using var same = await twin.Get(Page);
        using var other = await renamed.Get(Page);

        Assert.Equal(first.Headers.ETag, same.Headers.ETag);
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
        Assert.Contains("Kollen", await other.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private async Task<int> Asks(string address)
    {
        using var commands = new CountedCommands();
        (await site.Get(address)).Dispose();
        return commands.Count;
    }

    private static string Unpacked(byte[] bytes, string? encoding)
    {
        using var packed = new MemoryStream(bytes);
        using Stream plain = encoding switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var reader = new StreamReader(plain);
        return reader.ReadToEnd();
    }
}
