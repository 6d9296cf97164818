using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Sources;

/// <summary>
/// A kind of source that is fetched over the network before it is read. What was fetched is then read as if somebody had
/// delivered the files, so reading never touches the network.
/// </summary>
public interface IFetchedSource : ISource
{
    /// <summary>
    /// Brings the source's folder up to date. What is fetched is written beside and moved, so that a cut run leaves no half
    /// file under the name of a whole one.
    /// </summary>
    /// <exception cref="SourceFaultException">It cannot be finished; the source stays as it was last night.</exception>
    Task Fetch(SourceFetch fetch, CancellationToken ct);
}

/// <summary>What a source fetches with.</summary>
public sealed record SourceFetch
{
    /// <summary>The profile.</summary>
    public required ImportProfile Profile { get; init; }

    /// <summary>
    /// The source's own folder, kept between nights. Its files are the delivery; those whose names begin with a dot are the
    /// source's own notes of where it stands.
    /// </summary>
    public required string Folder { get; init; }

    /// <summary>The client; it follows no redirection and has no time limit of its own.</summary>
    public required HttpClient Http { get; init; }

    /// <summary>The clock, for waiting too.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Told now and then what is being fetched, in Swedish.</summary>
    public required Action<string> Progress { get; init; }
}
