using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Errors;

public sealed class ErrorPageTests : IAsyncLifetime
{
    private PortalHost site = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => site = await PortalHost.With(A.Unit("e-1"));

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_unknown_address_is_a_page_that_says_so_with_a_reference()
    {
        var page = await site.Page("/finns-inte", HttpStatusCode.NotFound);

        Assert.Equal("Sidan finns inte", page.QuerySelector("h1")!.TextContent);
        Assert.NotEqual("", page.QuerySelector("main code")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
    }

    [Theory]
    [InlineData("/finns-inte")]
    [InlineData("/kommuner/0000")]
    [InlineData("/enheter/finns-inte")]
    public async Task Each_failed_request_has_its_own_reference(string address)
    {
        var first = await site.Page(address, HttpStatusCode.NotFound);
        var second = await site.Page(address, HttpStatusCode.NotFound);

        Assert.NotEqual(first.QuerySelector("main code")!.TextContent, second.QuerySelector("main code")!.TextContent);
    }

    [Fact]
    public async Task A_file_that_does_not_exist_answers_problem_details()
    {
        var problem = await Problem("/finns-inte.json", HttpStatusCode.NotFound);

        Assert.Equal(404, problem.GetProperty("status").GetInt32());
        Assert.Equal("/finns-inte.json", problem.GetProperty("instance").GetString());
        Assert.NotEqual("", problem.GetProperty("reference").GetString());
    }

    [Fact]
    public async Task An_unknown_municipality_is_named_and_the_reader_is_told_where_to_look()
    {
        var page = await site.Page("/kommuner/0000", HttpStatusCode.NotFound);
        var problem = await Problem("/kommuner/0000.csv", HttpStatusCode.NotFound);

        Assert.Contains("0000", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("listan över kommuner", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("0000", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_reader_wrote_is_shown_as_text()
    {
        var page = await site.Page("/kommuner/%3Cscript%3Ealert(1)%3C%2Fscript%3E", HttpStatusCode.NotFound);

        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task A_database_that_is_away_is_a_page_that_says_wait()
    {
        await TakeDatabaseAway();

        using var response = await site.Get("/kommuner");
        var page = await site.Page("/kommuner/9901", HttpStatusCode.ServiceUnavailable);
        var problem = await Problem("/kommuner.json", HttpStatusCode.ServiceUnavailable);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("60", response.Headers.RetryAfter?.ToString());
        Assert.Contains("Vänta en minut", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(503, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task What_failed_is_written_once_under_the_reader_s_reference()
    {
        await TakeDatabaseAway();

        var page = await site.Page("/kommuner", HttpStatusCode.ServiceUnavailable);

        var line = Assert.Single(site.Log.Lines);
        Assert.StartsWith(page.QuerySelector("main code")!.TextContent, line, StringComparison.Ordinal);
        Assert.Contains("GET /kommuner", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finished_pages_are_served_while_the_database_is_away()
    {
        var before = await site.Text("/kommuner");
        using var file = await site.Get("/kommuner.csv");
        await TakeDatabaseAway();
        await Assert.ThrowsAnyAsync<Exception>(site.SeeNewestEdition);

        Assert.Equal(before, await site.Text("/kommuner"));
        Assert.Equal(await file.Content.ReadAsStringAsync(Ct), await site.Text("/kommuner.csv"));
    }

    [Fact]
    public async Task An_error_is_not_kept_and_the_page_is_there_when_the_database_is_back()
    {
        var hidden = await TakeDatabaseAway();
        await site.Page("/kommuner", HttpStatusCode.ServiceUnavailable);

        File.Move(hidden, site.Database.Reporting.Place);

        await site.Page("/kommuner");
    }

    [Fact]
    public async Task No_error_tells_of_the_program_or_its_database()
    {
        await TakeDatabaseAway();
        foreach (var address in new[] { "/kommuner", "/kommuner.json", "/", "/data/korningar", "/-/health" })
        {
            using var response = await site.Get(address);
            var text = await response.Content.ReadAsStringAsync(Ct);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Portal.Data", text, StringComparison.Ordinal);
            Assert.DoesNotContain(site.Database.Reporting.Place, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task A_page_is_read_and_not_written(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/kommuner");
        using var response = await site.Client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("går bara att läsa", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_answers_as_get_without_the_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/kommuner.csv");
        using var head = await site.Client.SendAsync(request, Ct);
        using var get = await site.Get("/kommuner.csv");

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
    }

    private async Task<JsonElement> Problem(string address, HttpStatusCode expected)
    {
        using var response = await site.Get(address);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct)).RootElement;
    }

    private Task<string> TakeDatabaseAway()
    {
        SqliteConnection.ClearAllPools();
        var hidden = site.Database.Reporting.Place + ".hidden";
        File.Move(site.Database.Reporting.Place, hidden);
        foreach (var suffix in new[] { "-wal", "-shm" })
            File.Delete(site.Database.Reporting.Place + suffix);
        return Task.FromResult(hidden);
    }
}
