using Portal.Tests.Support;

[assembly: AssemblyFixture(typeof(PortalSite))]

namespace Portal.Tests.Support;

/// <summary>One site with the whole <see cref="Town"/>, shared by tests that only read and change no setting.</summary>
public sealed class PortalSite : IAsyncLifetime
{
    /// <summary>The running site.</summary>
    public PortalHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await PortalHost.With(Town.Rows());

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
