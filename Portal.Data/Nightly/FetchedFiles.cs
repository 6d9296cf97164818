using System.Diagnostics;
using System.Net;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Sources;

namespace Portal.Data.Nightly;

/// <summary>
/// Fetches the sources of a night that come over the network, each into a folder of its own beside the raw files. All is
/// fetched before anything is read: no transaction is open while a server is waited for.
/// </summary>
internal sealed class FetchedFiles(string? rawFolder, HttpClient? http, TimeProvider clock)
{
    private readonly Dictionary<PlannedSource, FetchOutcome> outcomes = [];

    /// <summary>What fetching a source came to; null for a source that is not fetched.</summary>
    public FetchOutcome? Of(PlannedSource planned) => outcomes.GetValueOrDefault(planned);

    /// <summary>Fetches every source of the plan that is to be fetched. One that fails does not stop the others.</summary>
    public async Task Fetch(NightPlan plan, string root, Func<string, ISource> sourceOf, Action<string> progress, CancellationToken ct)
    {
        var ids = new HashSet<string>();
        foreach (var planned in plan.Sources)
        {
            ImportProfile profile;
            try
            {
                profile = ProfileFile.Profile(Path.GetFullPath(Path.Combine(root, planned.Profile)));
            }
            catch (SourceFaultException)
            {
                // Told when the source is read, with the others that do not hold.
                continue;
            }
            if (ids.Add(profile.Source.Id) && sourceOf(profile.Kind) is IFetchedSource source)
                outcomes[planned] = await Fetch(source, planned, profile, root, progress, ct);
        }
    }

    /// <summary>The files of a fetched source, by path: all but those whose names, or whose folders' names, begin with a dot.</summary>
    public static IReadOnlyList<string> In(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar).Any(n => n.StartsWith('.')))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The client that a night uses when it is given none.</summary>
    public static HttpClient Client()
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(30),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Jamforaren/1.0");
        return client;
    }

    private async Task<FetchOutcome> Fetch(
        IFetchedSource source, PlannedSource planned, ImportProfile profile, string root, Action<string> progress, CancellationToken ct)
    {
        var time = Stopwatch.StartNew();
        var folder = planned.Folder is { } named ? Path.GetFullPath(Path.Combine(root, named))
            : rawFolder is { } raw ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(raw))!, "fetched", profile.Source.Id)
            : null;
        try
        {
            if (folder is null)
                throw new SourceFaultException($"{profile.Source.Name} hämtas över nätet, men ingen mapp är vald att spara i. Ange Portal:Night:RawFolder.");
            if (!planned.Fetch)
                return new FetchOutcome { Folder = folder };
            if (planned.Folder is not null)
                throw new SourceFaultException($"{profile.Source.Name} hämtas till en egen mapp. Ta bort folder i listan av källor, eller skriv \"fetch\": false för att läsa svar som redan ligger i {planned.Folder}.");
            progress($"{profile.Source.Name}: hämtar");
            Directory.CreateDirectory(folder);
            var own = http is null ? Client() : null;
            using (own)
            {
                await source.Fetch(new SourceFetch
                {
                    Profile = profile,
                    Folder = folder,
                    Http = http ?? own!,
                    Clock = clock,
                    Progress = step => progress($"{profile.Source.Name}: {step}"),
                }, ct);
            }
            return new FetchOutcome { Folder = folder, Seconds = time.Elapsed.TotalSeconds };
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            return new FetchOutcome { Folder = folder ?? "", Fault = Words(profile, e), Seconds = time.Elapsed.TotalSeconds };
        }
    }

    // What the source itself has no words for is still its own fault: the others are read.
    private static SourceFaultException Words(ImportProfile profile, Exception e) => e switch
    {
        SourceFaultException told => told,
        HttpRequestException => new SourceFaultException($"{profile.Source.Name} gick inte att nå. Kontrollera adressen i profilen och nätet. ({e.Message})", e),
        OperationCanceledException => new SourceFaultException($"{profile.Source.Name} svarade inte i tid. Nästa natt försöker igen.", e),
        IOException or UnauthorizedAccessException => new SourceFaultException(e.Message, e),
        _ => new SourceFaultException($"Ett oväntat fel stoppade hämtningen, {e.GetType().Name}: {e.Message}", e),
    };
}

/// <summary>What fetching a source came to.</summary>
internal sealed record FetchOutcome
{
    /// <summary>Where its files lie.</summary>
    public required string Folder { get; init; }

    /// <summary>Why it could not be finished; null when it was.</summary>
    public SourceFaultException? Fault { get; init; }

    /// <summary>Seconds that it took.</summary>
    public double Seconds { get; init; }
}
