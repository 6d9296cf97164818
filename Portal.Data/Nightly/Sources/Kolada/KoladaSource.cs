namespace Portal.Data.Nightly.Sources.Kolada;

/// <summary>Kolada: key figures of every municipality, and of units where it has them, by its API v3.</summary>
internal sealed class KoladaSource : IFetchedSource
{
    public Task Fetch(SourceFetch fetch, CancellationToken ct) => new KoladaFetch(fetch).Run(ct);

    public void Read(SourceReading reading) => new KoladaReader(reading).Read();
}
