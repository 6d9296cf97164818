using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Data.Reporting;
using Portal.Web.Hosting.Editions;

namespace Portal.Tests.Support;

/// <summary>
/// The real program on a database of the test's own: the same start, the same way of a request, only another
/// connection string. Addresses are written out by the tests, never asked of the program.
/// </summary>
public sealed class PortalHost : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> program;

    private PortalHost(TestDatabase database, IEnumerable<(string Name, string Value)> settings)
    {
        Database = database;
        program = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("Portal:Database:Provider", database.Options.Provider);
            host.UseSetting("Portal:Database:ConnectionString", database.Options.ConnectionString);
            // Tests say themselves when a new edition is seen.
            host.UseSetting("Portal:EditionPoll", "01:00:00");
            foreach (var (name, value) in settings)
                host.UseSetting(name, value);
            host.ConfigureTestServices(s => s.AddLogging(l => l.ClearProviders().AddProvider(Log)));
        });
        // So that a test can count what its own requests do.
        program.Server.PreserveExecutionContext = true;
        Client = program.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
    }

    /// <summary>What the site reads.</summary>
    public TestDatabase Database { get; }

    /// <summary>The errors that the site has written.</summary>
    public CollectedLog Log { get; } = new();

    /// <summary>Follows no redirect, keeps no cookie, undoes no compression.</summary>
    public HttpClient Client { get; }

    /// <summary>A site with these rows and an edition 1, unless the rows bring an edition.</summary>
    public static async Task<PortalHost> With(params Made[] made) => new(await Filled(made), []);

    /// <summary>As <see cref="With(Made[])"/>, with settings of the test's choice.</summary>
    public static async Task<PortalHost> With(IEnumerable<(string Name, string Value)> settings, params Made[] made) =>
        new(await Filled(made), settings);

    /// <summary>A site on a database that somebody else has filled and lets go of.</summary>
    public static PortalHost On(TestDatabase database, params (string Name, string Value)[] settings) => new(database, settings);

    /// <summary>A site whose database has its tables and nothing in them.</summary>
    public static async Task<PortalHost> Empty() => new(await TestDatabase.Empty(DatabaseEngine.Sqlite), []);

    /// <summary>A service of the running program.</summary>
    public T Service<T>() where T : notnull => program.Services.GetRequiredService<T>();

    /// <summary>Lets the site see the newest edition now.</summary>
    public Task SeeNewestEdition() => Service<CurrentEdition>().Refresh(TestContext.Current.CancellationToken);

    /// <summary>What the site answers.</summary>
    public Task<HttpResponseMessage> Get(string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The page at an address, read as a browser reads it; the status is as expected.</summary>
    public async Task<IHtmlDocument> Page(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Get(address);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == expected, $"{address} answered {(int)response.StatusCode}: {text}");
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return new HtmlParser().ParseDocument(text);
    }

    /// <summary>The text at an address; the status is 200.</summary>
    public async Task<string> Text(string address)
    {
        using var response = await Get(address);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)response.StatusCode}: {text}");
        return text;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await program.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static async Task<TestDatabase> Filled(Made[] made)
    {
        var database = await TestDatabase.With(made);
        if (!made.SelectMany(m => m.Rows).Any(r => r.Table == "rpt.edition"))
            await database.Add(A.Edition());
        return database;
    }
}
