using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Polly;
using Polly.Retry;
using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Sources;

/// <summary>
/// Asks a server one thing at a time and keeps the answers as files: at a limited pace, again after a pause where the server is
/// busy or the connection is cut, and not for ever.
/// </summary>
internal sealed class PoliteClient
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestOwnPause = TimeSpan.FromMinutes(2);

    private readonly SourceFetch fetch;
    private readonly PoliteProfile polite;
    private readonly ResiliencePipeline pipeline;
    private readonly DateTimeOffset end;
    private DateTimeOffset next;

    /// <summary>A client of one night's fetch of one source.</summary>
    public PoliteClient(SourceFetch fetch, PoliteProfile polite)
    {
        this.fetch = fetch;
        this.polite = polite;
        next = fetch.Clock.GetUtcNow();
        end = next + TimeSpan.FromMinutes(polite.GiveUpAfterMinutes);
        var retries = new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<BrokenAnswerException>(),
            MaxRetryAttempts = Math.Max(1, polite.Attempts - 1),
            DelayGenerator = a => ValueTask.FromResult<TimeSpan?>((a.Outcome.Exception as BrokenAnswerException)?.Pause ?? OwnPause(a.AttemptNumber)),
            OnRetry = a =>
            {
                fetch.Progress($"{a.Outcome.Exception!.Message}; försöker igen om {Math.Ceiling(a.RetryDelay.TotalSeconds).ToString(CultureInfo.InvariantCulture)} s");
                return default;
            },
        };
        pipeline = polite.Attempts > 1
            ? new ResiliencePipelineBuilder { TimeProvider = fetch.Clock }.AddRetry(retries).Build()
            : ResiliencePipeline.Empty;
    }

    /// <summary>The type of answer that is asked for; null for whatever the server gives.</summary>
    public string? Accept { get; init; }

    /// <summary>Throws <see cref="JsonException"/> where a file is no whole answer of the kind that was asked for.</summary>
    public required Action<string> Check { get; init; }

    /// <summary>A server that answers 404 has nothing of the kind, and that is an answer.</summary>
    public bool MayLack { get; init; }

    /// <summary>What the answers usually are, to be told where one is not: "den data som Kolada brukar ge".</summary>
    public required string Usual { get; init; }

    /// <summary>What to look at where the server refuses what was asked for.</summary>
    public required string Look { get; init; }

    /// <summary>Fetches an answer into a file, whole or not at all.</summary>
    /// <returns>False when the server has nothing of the kind, where <see cref="MayLack"/> allows that.</returns>
    /// <exception cref="SourceFaultException">The server does not answer, or not as it should.</exception>
    public async Task<bool> Get(Uri uri, string file, CancellationToken ct)
    {
        try
        {
            return await pipeline.ExecuteAsync(async stop => await Try(uri, file, stop), ct);
        }
        catch (BrokenAnswerException e)
        {
            throw Fault($"{e.Message}. {polite.Attempts.ToString(CultureInfo.InvariantCulture)} försök gjordes på {uri}. Nästa natt fortsätter där det stannade", e);
        }
    }

    /// <summary>A fault of the source, told with its name.</summary>
    public SourceFaultException Fault(string what, Exception? cause = null) =>
        cause is null ? new($"{fetch.Profile.Source.Name}: {what}.") : new($"{fetch.Profile.Source.Name}: {what}.", cause);

    private async Task<bool> Try(Uri uri, string file, CancellationToken ct)
    {
        if (fetch.Clock.GetUtcNow() > end)
            throw Fault($"hämtningen tog längre tid än {polite.GiveUpAfterMinutes.ToString(CultureInfo.InvariantCulture)} minuter (giveUpAfterMinutes i profilen). Nästa natt fortsätter där den stannade");
        await Pace(ct);
        // Real time, whatever the clock: it is a server that is waited for.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(polite.AnswerSeconds));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            if (Accept is not null)
                request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(Accept));
            using var response = await fetch.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (MayLack && response.StatusCode == HttpStatusCode.NotFound)
                return false;
            CheckStatus(response, uri);
            await Keep(response, file, limit.Token);
            return true;
        }
        catch (HttpRequestException e)
        {
            throw new BrokenAnswerException($"anslutningen till {uri.Host} bröts", e);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new BrokenAnswerException($"{uri.Host} svarade inte inom {polite.AnswerSeconds.ToString(CultureInfo.InvariantCulture)} sekunder", e);
        }
    }

    // Each pause is longer than the one before, and no two portals that began at one hour ask again at one moment.
    private static TimeSpan OwnPause(int attempt)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempt, 10)) * (1 + (Random.Shared.NextDouble() / 2));
        return pause < LongestOwnPause ? pause : LongestOwnPause;
    }

    private async Task Pace(CancellationToken ct)
    {
        var wait = next - fetch.Clock.GetUtcNow();
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, fetch.Clock, ct);
        next = fetch.Clock.GetUtcNow() + TimeSpan.FromSeconds(1 / polite.RequestsPerSecond);
    }

    private void CheckStatus(HttpResponseMessage response, Uri uri)
    {
        if (response.IsSuccessStatusCode)
            return;
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout) && response.StatusCode < HttpStatusCode.InternalServerError)
            throw Fault($"servern svarade {status} på {uri}. {Look}");
        var asked = response.Headers.RetryAfter;
        var pause = asked?.Delta ?? asked?.Date - fetch.Clock.GetUtcNow();
        if (pause > TimeSpan.FromSeconds(polite.LongestPauseSeconds))
            throw Fault($"servern svarade {status} och vill vänta i {Math.Ceiling(pause.Value.TotalMinutes).ToString(CultureInfo.InvariantCulture)} minuter. Nästa natt fortsätter där det stannade");
        throw new BrokenAnswerException($"servern svarade {status}") { Pause = pause > TimeSpan.Zero ? pause : null };
    }

    private async Task Keep(HttpResponseMessage response, string file, CancellationToken ct)
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
            Check(partial);
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

    private async Task<string> Wrong(string file, CancellationToken ct)
    {
        var begins = new byte[256];
        await using var answer = File.OpenRead(file);
        var length = await answer.ReadAsync(begins, ct);
        return begins.AsSpan(0, length).TrimStart(" \r\n\t\uFEFF"u8) switch
        {
            [] => "svaret var tomt",
            [(byte)'<', ..] => "svaret var en webbsida i stället för data",
            _ => $"svaret var inte hela {Usual}",
        };
    }

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
