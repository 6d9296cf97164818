using System.Net;
using System.Text.Json;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Errors;

public sealed class ErrorPageTests : IAsyncLifetime
{
    private PortalHost site = null!;

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

    [Fact]
    public async Task A_file_that_does_not_exist_answers_problem_details()
    {
        using var response = await site.Get("/finns-inte.json");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(404, problem.GetProperty("status").GetInt32());
        Assert.Equal("/finns-inte.json", problem.GetProperty("instance").GetString());
        Assert.NotEqual("", problem.GetProperty("reference").GetString());
    }
}
