using Portal.Data.Reporting;

namespace Portal.Data.Queries.Editions;

/// <summary>Which editions have been published?</summary>
public sealed class EditionList(ReportingDb db)
{
    /// <summary>The editions from a place in the list to another, both counted from 1, newest first.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Result> Between(int first, int last, CancellationToken ct) =>
        db.Read(
            typeof(EditionList),
            new { first, last },
            async grid =>
            {
                IReadOnlyList<Edition> editions = [.. await grid.ReadAsync<Edition>()];
                var count = await grid.ReadSingleAsync<int>();
                var sources = (await grid.ReadAsync<EditionSource>()).ToLookup(s => s.EditionNumber);
                return new Result { Count = count, Editions = [.. editions.Select(e => new EditionWithSources(e, [.. sources[e.Number]]))] };
            },
            ct);

    /// <summary>A part of the list.</summary>
    public sealed record Result
    {
        /// <summary>All editions.</summary>
        public int Count { get; init; }

        /// <summary>Those asked for, newest first.</summary>
        public IReadOnlyList<EditionWithSources> Editions { get; init; } = [];
    }
}

/// <summary>An edition and the sources that were read for it, by name.</summary>
public sealed record EditionWithSources(Edition Edition, IReadOnlyList<EditionSource> Sources);

/// <summary>What an edition took from a source that was read for it.</summary>
public sealed record EditionSource
{
    /// <summary>The edition.</summary>
    public int EditionNumber { get; init; }

    /// <summary>The source.</summary>
    public string SourceId { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>How it wants to be credited.</summary>
    public string Credit { get; init; } = "";

    /// <summary>Its licence; null where it states none.</summary>
    public string? Licence { get; init; }

    /// <summary>What it gives is made up.</summary>
    public bool IsSample { get; init; }

    /// <summary>When it was read, UTC.</summary>
    public DateTime ReadAt { get; init; }

    /// <summary>SHA-256 of what was read.</summary>
    public string DeliveryHash { get; init; } = "";

    /// <summary>Figures and answers that were not there before.</summary>
    public int Added { get; init; }

    /// <summary>Figures and answers that became another.</summary>
    public int Changed { get; init; }

    /// <summary>Figures and answers that are no longer there.</summary>
    public int Removed { get; init; }

    /// <summary>The source had published nothing before: all of it is new, and no change is told one by one.</summary>
    public bool IsFirst { get; init; }
}
