using Portal.Data.Reporting;

namespace Portal.Data.Queries.Editions;

/// <summary>Which edition is the newest?</summary>
public sealed class LatestEdition(ReportingDb db)
{
    /// <summary>The newest edition, or null where nothing has been published yet.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Edition?> Find(CancellationToken ct) => db.Find<Edition>(typeof(LatestEdition), null, ct);
}

/// <summary>What one night published.</summary>
public sealed record Edition
{
    /// <summary>From 1, rising.</summary>
    public int Number { get; init; }

    /// <summary>UTC.</summary>
    public DateTime PublishedAt { get; init; }

    /// <summary>The night that published it.</summary>
    public int NightNumber { get; init; }

    /// <summary>Figures that were not there before.</summary>
    public int Added { get; init; }

    /// <summary>Figures that became another.</summary>
    public int Changed { get; init; }

    /// <summary>Figures that are no longer there.</summary>
    public int Removed { get; init; }

    /// <summary>All figures of the edition.</summary>
    public int Observations { get; init; }

    /// <summary>It can be read again; false for those from before the portal kept the past.</summary>
    public bool IsKept { get; init; }
}
