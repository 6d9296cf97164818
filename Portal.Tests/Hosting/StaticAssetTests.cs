using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Hosting;

/// <summary>Style sheet, script and icon as a reader gets them, from the first build on.</summary>
public sealed class StaticAssetTests(PortalSite site)
{
    [Theory]
    [InlineData("/", "link[rel=stylesheet]", "href", "/css/site.css")]
    [InlineData("/", "link[rel=icon]", "href", "/favicon.svg")]
    [InlineData("/", "script", "src", "/js/site.js")]
    [InlineData($"/enheter/{Town.Unit}", "[data-module=app-chart]", "data-script", "/js/chart.js")]
    [InlineData($"/enheter/{Town.Unit}", "[data-module=app-chart]", "data-library", "/lib/chart.js/chart.umd.min.js")]
    public async Task A_page_names_a_file_by_its_content_so_that_it_is_kept_for_a_year(string at, string element, string attribute, string plain)
    {
        var page = await site.Host.Page(at);

        var address = page.QuerySelector(element)?.GetAttribute(attribute);
        Assert.NotNull(address);
        Assert.NotEqual(plain, address);
        using var response = await site.Host.Get(address, ("Accept-Encoding", "br, gzip"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("max-age=31536000, immutable", string.Join(", ", response.Headers.GetValues("Cache-Control")));
        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
    }

    [Theory]
    [InlineData("/css/site.css")]
    [InlineData("/lib/chart.js/chart.umd.min.js")]
    public async Task A_file_by_its_plain_name_is_asked_for_anew(string address)
    {
        using var response = await site.Host.Get(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-cache", string.Join(", ", response.Headers.GetValues("Cache-Control")));
    }
}
