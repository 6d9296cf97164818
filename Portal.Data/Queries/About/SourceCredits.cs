using Portal.Data.Reporting;

namespace Portal.Data.Queries.About;

/// <summary>Where do the figures come from, and on what terms may they be used?</summary>
public sealed class SourceCredits(ReportingDb db)
{
    /// <summary>All sources: made-up ones last, then by name.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<IReadOnlyList<SourceCredit>> Ask(CancellationToken ct) => db.List<SourceCredit>(typeof(SourceCredits), null, ct);
}

/// <summary>A source with its terms.</summary>
public sealed record SourceCredit
{
    /// <summary>The source's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who publishes it.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>How it wants to be named.</summary>
    public string Credit { get; init; } = "";

    /// <summary>The licence; null where the source states none.</summary>
    public string? Licence { get; init; }

    /// <summary>Where the licence can be read; null where that is nowhere.</summary>
    public string? LicenceAddress { get; init; }

    /// <summary>Where the source is published; null where that is nowhere.</summary>
    public string? Address { get; init; }

    /// <summary>How often it comes, in words; null where that is not known.</summary>
    public string? Cadence { get; init; }

    /// <summary>Whether it is made up.</summary>
    public bool IsSample { get; init; }
}
