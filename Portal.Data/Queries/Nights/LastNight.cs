using Portal.Data.Reporting;

namespace Portal.Data.Queries.Nights;

/// <summary>When did a night last start?</summary>
public sealed class LastNight(ReportingDb db)
{
    /// <summary>The newest night; null where there has been none.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<StartedNight?> Find(CancellationToken ct) => db.Find<StartedNight>(typeof(LastNight), null, ct);
}

/// <summary>A night and when it started.</summary>
public sealed record StartedNight
{
    /// <summary>From 1, rising.</summary>
    public int Number { get; init; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; init; }
}
