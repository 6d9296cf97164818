using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Reporting;
using Portal.Web.Hosting;

namespace Portal.Benchmarks;

/// <summary>The real program on a free port of this machine, over a database that a night has filled.</summary>
sealed class PortalSite(WebApplication app, Task serving) : IAsyncDisposable
{
    public Uri Address => new(app.Urls.Single());

    public ReportingDb Database => Service<ReportingDb>();

    public static async Task<PortalSite> Start(string database, bool keepsPages = true)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PortalHosting).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
            Args = ["--urls", "http://127.0.0.1:0"],
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Portal:Database:ConnectionString"] = $"Data Source={database}",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        builder.AddPortal();
        if (!keepsPages)
            builder.Services.PostConfigure<OutputCacheOptions>(o => o.MaximumBodySize = 0);
        var site = builder.Build().UsePortal();
        var started = new TaskCompletionSource();
        site.Lifetime.ApplicationStarted.Register(started.SetResult);
        var served = site.Serve();
        await await Task.WhenAny(started.Task, served);
        return new PortalSite(site, served);
    }

    public T Service<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await serving;
        await app.DisposeAsync();
    }
}
