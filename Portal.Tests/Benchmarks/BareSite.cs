using Microsoft.Extensions.Primitives;

namespace Portal.Benchmarks;

/// <summary>The least that a server can do: one endpoint that answers bytes made beforehand, with the headers that the portal gives.</summary>
sealed class BareSite(WebApplication app) : IAsyncDisposable
{
    public Uri Address => new(app.Urls.Single());

    public static async Task<BareSite> Start(string path, Answer answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(o => o.AddServerHeader = false);
        var site = builder.Build();
        var headers = answer.Headers.Select(h => KeyValuePair.Create(h.Name, new StringValues(h.Value))).ToArray();
        site.MapGet(path, async http =>
        {
            http.Response.StatusCode = answer.Status;
            foreach (var (name, value) in headers)
                http.Response.Headers[name] = value;
            if (answer.Body.Length == 0)
                return;
            http.Response.ContentLength = answer.Body.Length;
            await http.Response.BodyWriter.WriteAsync(answer.Body);
        });
        await site.StartAsync();
        return new BareSite(site);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
