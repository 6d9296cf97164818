using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Portal.Tests.Support;

/// <summary>A real server on this machine, on a port of its own, that answers as a test says and remembers what it was asked.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> asked = new();

    private LoopbackServer(WebApplication app) => this.app = app;

    /// <summary>Such as <c>http://127.0.0.1:40123</c>.</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>The paths and queries asked for, in order, as they were sent.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    /// <summary>Starts a server. To cut the connection, the answer calls <c>Abort</c>.</summary>
    public static async Task<LoopbackServer> Start(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0));
        var site = builder.Build();
        var server = new LoopbackServer(site);
        site.Run(async context =>
        {
            server.asked.Enqueue(context.Request.Path + context.Request.QueryString);
            await answer(context);
        });
        await site.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
