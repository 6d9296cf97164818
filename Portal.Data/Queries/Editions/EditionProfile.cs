using Portal.Data.Reporting;

namespace Portal.Data.Queries.Editions;

/// <summary>What does one edition hold, and what was it made of?</summary>
public sealed class EditionProfile(ReportingDb db)
{
    /// <summary>The edition, or null where there is none of that number.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Result?> Find(int number, CancellationToken ct) =>
        db.Read(
            typeof(EditionProfile),
            new { number },
            async grid => await grid.ReadSingleOrDefaultAsync<Result>() is { } found
                ? found with
                {
                    Sources = [.. await grid.ReadAsync<EditionSource>()],
                    Failed = [.. await grid.ReadAsync<FailedSource>()],
                }
                : null,
            ct);

    /// <summary>An edition with its sources.</summary>
    public sealed record Result
    {
        /// <summary>From 1, rising.</summary>
        public int Number { get; init; }

        /// <summary>UTC.</summary>
        public DateTime PublishedAt { get; init; }

        /// <summary>The night that published it.</summary>
        public int NightNumber { get; init; }

        /// <summary>Figures and answers that were not there before.</summary>
        public int Added { get; init; }

        /// <summary>Figures and answers that became another.</summary>
        public int Changed { get; init; }

        /// <summary>Figures and answers that are no longer there.</summary>
        public int Removed { get; init; }

        /// <summary>All its figures.</summary>
        public int Observations { get; init; }

        /// <summary>It can be read again.</summary>
        public bool IsKept { get; init; }

        /// <summary>Changes of figures that are told one by one.</summary>
        public int FigureChanges { get; init; }

        /// <summary>Changes of answers that are told one by one.</summary>
        public int AnswerChanges { get; init; }

        /// <summary>Changes of all that is not figures.</summary>
        public int FactChanges { get; init; }

        /// <summary>The edition after it; null for the newest.</summary>
        public int? Later { get; init; }

        /// <summary>The sources that were read for it.</summary>
        public IReadOnlyList<EditionSource> Sources { get; init; } = [];

        /// <summary>The sources that could not be read that night: of them it has what an earlier edition had.</summary>
        public IReadOnlyList<FailedSource> Failed { get; init; } = [];
    }

    /// <summary>A source that could not be read.</summary>
    public sealed record FailedSource
    {
        /// <summary>The source.</summary>
        public string SourceId { get; init; } = "";

        /// <summary>Its name.</summary>
        public string Name { get; init; } = "";

        /// <summary>Why, in Swedish; null where the night did not say.</summary>
        public string? Message { get; init; }

        /// <summary>When what the edition has of it was read, UTC; null where it has nothing.</summary>
        public DateTime? ReadAt { get; init; }
    }
}
