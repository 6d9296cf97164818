using Portal.Data.Reporting;

namespace Portal.Data.Queries.Nights;

/// <summary>How did the nights go?</summary>
public sealed class NightLog(ReportingDb db)
{
    /// <summary>All sources, and the newest nights, newest first.</summary>
    /// <param name="nights">How many nights at most.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<NightOverview> Newest(int nights, CancellationToken ct) => db.Read(typeof(NightLog), new { nights }, async grid =>
    {
        var sources = await grid.ReadAsync<SourceFreshness>();
        var newest = await grid.ReadAsync<Night>();
        var gave = await grid.ReadAsync<NightSource>();
        var reasons = (await grid.ReadAsync<NightReason>()).ToLookup(r => (r.NightNumber, r.SourceId));
        var byNight = gave
            .Select(s => s with { Reasons = [.. reasons[(s.NightNumber, s.SourceId)]] })
            .ToLookup(s => s.NightNumber);
        return new NightOverview
        {
            Sources = [.. sources],
            Newest = [.. newest.Select(n => n with { Sources = [.. byNight[n.Number]] })],
        };
    }, ct);
}

/// <summary>The sources and the nights.</summary>
public sealed record NightOverview
{
    /// <summary>All sources: made-up ones last, then by name.</summary>
    public IReadOnlyList<SourceFreshness> Sources { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Night> Newest { get; init; } = [];

    /// <summary>The newest night that has ended, however; null where none has.</summary>
    public Night? Last => Newest.FirstOrDefault(n => n.Outcome != "running");

    /// <summary>
    /// Whether what is shown of a source is from before the last night: it could not be read then, or is no longer in the list. One that
    /// no night has read is not old.
    /// </summary>
    public bool IsOld(SourceFreshness source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.ReadAt is not null && Last is { } last && !last.Sources.Any(s => s.SourceId == source.Id && s.Outcome is ("read" or "unchanged"));
    }
}

/// <summary>A source and how fresh it is.</summary>
public sealed record SourceFreshness
{
    /// <summary>The source's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who publishes it.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>How often it comes, in words; null where that is not known.</summary>
    public string? Cadence { get; init; }

    /// <summary>The licence; null where the source states none.</summary>
    public string? Licence { get; init; }

    /// <summary>Where it is published; null where that is nowhere.</summary>
    public string? Address { get; init; }

    /// <summary>Whether it is made up.</summary>
    public bool IsSample { get; init; }

    /// <summary>When a night last read it, UTC; null where none has.</summary>
    public DateTime? ReadAt { get; init; }

    /// <summary>When it last changed what the portal shows, UTC; null where it has not.</summary>
    public DateTime? ChangedAt { get; init; }
}

/// <summary>One run.</summary>
public sealed record Night
{
    /// <summary>From 1, rising.</summary>
    public int Number { get; init; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>UTC; null while it runs, or where it was cut off.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary><c>running</c>, <c>published</c>, <c>unchanged</c> or <c>failed</c>.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>The edition that it published; null where it published none.</summary>
    public int? EditionNumber { get; init; }

    /// <summary>What the run says of itself; null for nothing.</summary>
    public string? Message { get; init; }

    /// <summary>Figures that were new; null where nothing was published.</summary>
    public int? Added { get; init; }

    /// <summary>Figures that became another; null where nothing was published.</summary>
    public int? Changed { get; init; }

    /// <summary>Figures that went away; null where nothing was published.</summary>
    public int? Removed { get; init; }

    /// <summary>What each source gave, in the order that they were read.</summary>
    public IReadOnlyList<NightSource> Sources { get; init; } = [];
}

/// <summary>What one source gave in one night.</summary>
public sealed record NightSource
{
    /// <summary>The night.</summary>
    public int NightNumber { get; init; }

    /// <summary>The source.</summary>
    public string SourceId { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary><c>read</c>, <c>unchanged</c> or <c>failed</c>.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Rows read.</summary>
    public int RowsRead { get; init; }

    /// <summary>Rows taken.</summary>
    public int RowsAccepted { get; init; }

    /// <summary>Rows not taken.</summary>
    public int RowsRejected { get; init; }

    /// <summary>Rows as they were before.</summary>
    public int RowsUnchanged { get; init; }

    /// <summary>Rows taken with a remark.</summary>
    public int Remarks { get; init; }

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Message { get; init; }

    /// <summary>Why rows were rejected or remarked on, most rows first.</summary>
    public IReadOnlyList<NightReason> Reasons { get; init; } = [];
}

/// <summary>How many rows had one fault.</summary>
public sealed record NightReason
{
    /// <summary>The night.</summary>
    public int NightNumber { get; init; }

    /// <summary>The source.</summary>
    public string SourceId { get; init; } = "";

    /// <summary><c>reject</c> or <c>remark</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The fault, in a sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Rows that had it.</summary>
    public int RowsConcerned { get; init; }
}
