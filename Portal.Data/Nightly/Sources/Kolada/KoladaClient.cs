using System.Globalization;
using System.Net;
using System.Text.Json;
using Polly;
using Polly.Retry;
using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Sources.Kolada;

/// <summary>
/// Asks Kolada's API one thing at a time and keeps the answers as files: at a limited pace, again after a pause where the
/// server is busy or the connection is cut, and not for ever.
/// </summary>
internal sealed class KoladaClient
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestOwnPause = TimeSpan.FromMinutes(2);

    private readonly SourceFetch fetch;
    private readonly KoladaProfile profile;
    private readonly Uri address;
    private readonly ResiliencePipeline pipeline;
    private readonly DateTimeOffset end;
    private DateTimeOffset next;

    public KoladaClient(SourceFetch fetch)
    {
        this.fetch = fetch;
        profile = fetch.Profile.Kolada!;
        address = new Uri(profile.Address + "/");
        next = fetch.Clock.GetUtcNow();
        end = next + TimeSpan.FromMinutes(profile.GiveUpAfterMinutes);
        pipeline = new ResiliencePipelineBuilder { TimeProvider = fetch.Clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<BrokenAnswerException>(),
                MaxRetryAttempts = Math.Max(1, profile.Attempts - 1),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstPause,
                MaxDelay = LongestOwnPause,
                DelayGenerator = a => ValueTask.FromResult((a.Outcome.Exception as BrokenAnswerException)?.Pause),
                OnRetry = a =>
                {
                    fetch.Progress($"{a.Outcome.Exception!.Message}; försöker igen om {Math.Ceiling(a.RetryDelay.TotalSeconds).ToString(CultureInfo.InvariantCulture)} s");
                    return default;
                },
            })
            .Build();
    }

    /// <summary>Fetches every page of an answer into a folder, and goes on after those that lie there already.</summary>
    /// <param name="path">The path under the API's address, with its query if any.</param>
    /// <param name="folder">Where the pages are kept.</param>
    /// <param name="name">What they are called: the name, <c>-p001</c> and so on.</param>
    /// <param name="ct">Stops the fetch.</param>
    /// <returns>How many rows there are.</returns>
    /// <exception cref="SourceFaultException">The server does not answer, or not as Kolada does.</exception>
    public async Task<int> GetAll(string path, string folder, string name, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        Uri? at = new(address, string.Create(CultureInfo.InvariantCulture, $"{path}{separator}page=1&per_page={profile.PerPage}"));
        var rows = 0;
        for (var page = 1; at is not null; page++)
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-p{page:000}.json"));
            if (!File.Exists(file))
                await Get(at, file, ct);
            using var answer = KoladaPage.Read(file);
            rows += answer.Count;
            at = Follow(at, answer.NextUrl);
        }
        return rows;
    }

    private async Task Get(Uri uri, string file, CancellationToken ct)
    {
        try
        {
            await pipeline.ExecuteAsync(async stop => await Try(uri, file, stop), ct);
        }
        catch (BrokenAnswerException e)
        {
            throw Fault($"{e.Message}. {profile.Attempts.ToString(CultureInfo.InvariantCulture)} försök gjordes på {uri}. Nästa natt fortsätter där det stannade", e);
        }
    }

    private async Task Try(Uri uri, string file, CancellationToken ct)
    {
        if (fetch.Clock.GetUtcNow() > end)
            throw Fault($"hämtningen tog längre tid än {profile.GiveUpAfterMinutes.ToString(CultureInfo.InvariantCulture)} minuter (giveUpAfterMinutes i profilen). Nästa natt fortsätter där den stannade");
        await Pace(ct);
        // Real time, whatever the clock: it is a server that is waited for.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(profile.AnswerSeconds));
        try
        {
            using var response = await fetch.Http.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            Check(response, uri);
            await Keep(response, file, limit.Token);
        }
        catch (HttpRequestException e)
        {
            throw new BrokenAnswerException($"anslutningen till {uri.Host} bröts", e);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new BrokenAnswerException($"{uri.Host} svarade inte inom {profile.AnswerSeconds.ToString(CultureInfo.InvariantCulture)} sekunder", e);
        }
    }

    private async Task Pace(CancellationToken ct)
    {
        var wait = next - fetch.Clock.GetUtcNow();
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, fetch.Clock, ct);
        next = fetch.Clock.GetUtcNow() + TimeSpan.FromSeconds(1 / profile.RequestsPerSecond);
    }

    private void Check(HttpResponseMessage response, Uri uri)
    {
        if (response.IsSuccessStatusCode)
            return;
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout) && response.StatusCode < HttpStatusCode.InternalServerError)
            throw Fault($"servern svarade {status} på {uri}. Kontrollera adressen och nyckeltalen i profilen");
        var asked = response.Headers.RetryAfter;
        var pause = asked?.Delta ?? asked?.Date - fetch.Clock.GetUtcNow();
        if (pause > TimeSpan.FromSeconds(profile.LongestPauseSeconds))
            throw Fault($"servern svarade {status} och vill vänta i {Math.Ceiling(pause.Value.TotalMinutes).ToString(CultureInfo.InvariantCulture)} minuter. Nästa natt fortsätter där det stannade");
        throw new BrokenAnswerException($"servern svarade {status}") { Pause = pause > TimeSpan.Zero ? pause : null };
    }

    private static async Task Keep(HttpResponseMessage response, string file, CancellationToken ct)
    {
        // Written beside and moved: a file of the answer's own name is always a whole answer.
        var partial = Path.Combine(Path.GetDirectoryName(file)!, $".{Path.GetFileName(file)}.part");
        await using (var body = await response.Content.ReadAsStreamAsync(ct))
        await using (var target = File.Create(partial))
        {
            var buffer = new byte[64 * 1024];
            while (await Next(body, buffer, ct) is > 0 and var read)
                await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        try
        {
            KoladaPage.Read(partial).Dispose();
        }
        catch (JsonException e)
        {
            throw new BrokenAnswerException(await Wrong(partial, ct), e);
        }
        File.Move(partial, file, overwrite: true);
    }

    // A fault of the network, and not of the disk that is written to in the same breath.
    private static async Task<int> Next(Stream body, byte[] buffer, CancellationToken ct)
    {
        try
        {
            return await body.ReadAsync(buffer, ct);
        }
        catch (IOException e)
        {
            throw new BrokenAnswerException("anslutningen bröts mitt i svaret", e);
        }
    }

    private static async Task<string> Wrong(string file, CancellationToken ct)
    {
        var begins = new byte[256];
        await using var answer = File.OpenRead(file);
        var length = await answer.ReadAsync(begins, ct);
        return begins.AsSpan(0, length).TrimStart(" \r\n\t\uFEFF"u8) switch
        {
            [] => "svaret var tomt",
            [(byte)'<', ..] => "svaret var en webbsida i stället för data",
            _ => "svaret var inte hela den data som Kolada brukar ge",
        };
    }

    // Only ever to the host that was configured, and the way that was configured.
    private Uri? Follow(Uri from, string? next)
    {
        if (string.IsNullOrEmpty(next))
            return null;
        if (!Uri.TryCreate(from, next, out var to) || !string.Equals(to.Host, address.Host, StringComparison.OrdinalIgnoreCase))
            throw Fault($"svaret hänvisar till {next}, en annan server än {address.Host}. Hämtningen följer inte dit");
        var followed = new Uri(address, to.PathAndQuery);
        if (followed == from)
            throw Fault($"nästa sida efter {from} är samma sida igen");
        return followed;
    }

    private SourceFaultException Fault(string what, Exception? cause = null) =>
        cause is null ? new($"{fetch.Profile.Source.Name}: {what}.") : new($"{fetch.Profile.Source.Name}: {what}.", cause);

    /// <summary>An answer that may be whole the next time.</summary>
    private sealed class BrokenAnswerException : Exception
    {
        public BrokenAnswerException() { }

        public BrokenAnswerException(string message) : base(message) { }

        public BrokenAnswerException(string message, Exception inner) : base(message, inner) { }

        /// <summary>How long the server wants to be left alone; null where it does not say.</summary>
        public TimeSpan? Pause { get; init; }
    }
}
