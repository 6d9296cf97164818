using System.Net;
using System.Text.Json;
using CsvHelper;
using Portal.Tests.Pages;
using Portal.Tests.Support;

namespace Portal.Tests.Downloads;

/// <summary>A page with figures is also a file, twice: same address, same query, same rows.</summary>
public sealed class TwinTests(PortalSite site)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Addresses.Twins), MemberType = typeof(Addresses))]
    public async Task The_page_announces_both_and_shows_both(string address)
    {
        var page = await site.Host.Page(address);

        foreach (var (type, twin) in new[] { ("text/csv", Twin(address, "csv")), ("application/json", Twin(address, "json")) })
        {
            Assert.Equal(twin, page.QuerySelector($"head link[rel=alternate][type='{type}']")?.GetAttribute("href"));
            Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == twin);
        }
    }

    [Theory, MemberData(nameof(Addresses.Twins), MemberType = typeof(Addresses))]
    public async Task Both_have_the_same_header_and_the_same_rows(string address)
    {
        using var csv = await site.Host.Get(Twin(address, "csv"));
        using var json = await site.Host.Get(Twin(address, "json"));
        Assert.Equal(HttpStatusCode.OK, csv.StatusCode);
        Assert.Equal("text/csv; charset=utf-8; header=present", csv.Content.Headers.ContentType?.ToString());
        Assert.Equal("application/json", json.Content.Headers.ContentType?.MediaType);
        Assert.Matches("^attachment; filename=\"?[a-z0-9-]+\\.csv\"?$", csv.Content.Headers.ContentDisposition?.ToString());

        var (header, rows) = Read(await csv.Content.ReadAsStringAsync(Ct));
        var file = JsonDocument.Parse(await json.Content.ReadAsStringAsync(Ct)).RootElement;

        Assert.Equal("id", header[0]);
        Assert.All(header, name => Assert.Matches("^[a-z][a-z0-9_]*$", name));
        Assert.Equal(header.Distinct(StringComparer.Ordinal), header);
        Assert.Equal(header, file.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        Assert.All(file.GetProperty("columns").EnumerateArray(), c => Assert.EndsWith(".", c.GetProperty("description").GetString(), StringComparison.Ordinal));
        Assert.Equal(rows, file.GetProperty("rows").EnumerateArray().Select(r => r.EnumerateObject().Select(p => Text(p.Value)).ToArray()));
        Assert.Equal(3, file.GetProperty("edition").GetInt32());
        Assert.All(rows, row => Assert.Equal("3", row[^1]));
        Assert.NotEqual("", file.GetProperty("source").GetString());
        Assert.NotEqual("", file.GetProperty("licence").GetString());
    }

    [Theory, MemberData(nameof(Addresses.Twins), MemberType = typeof(Addresses))]
    public async Task Other_sites_may_fetch_them(string address)
    {
        using var json = await site.Host.Get(Twin(address, "json"));

        Assert.Equal("*", json.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("cross-origin", json.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    [Theory]
    [InlineData("/kommuner.xlsx")]
    [InlineData("/kommuner.csvx")]
    [InlineData("/kommuner/9901.xml")]
    [InlineData("/data/korningar.csv")]
    [InlineData("/kommuner.csv/9901")]
    public async Task Other_endings_do_not_exist(string address)
    {
        using var response = await site.Host.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    /// <summary>The twin's address: the ending goes before the query.</summary>
    internal static string Twin(string address, string ending)
    {
        var parts = address.Split('?', 2);
        return parts.Length == 1 ? $"{address}.{ending}" : $"{parts[0]}.{ending}?{parts[1]}";
    }

    private static (string[] Header, List<string[]> Rows) Read(string text)
    {
        var records = new List<string[]>();
        using var csv = CsvReader.FromText(text, CsvReaderOptions.Default with { HasHeader = false });
        foreach (var row in csv)
        {
            var fields = new string[row.FieldCount];
            for (var i = 0; i < fields.Length; i++)
                fields[i] = row[i].ToString();
            records.Add(fields);
        }
        return (records[0], records[1..]);
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
