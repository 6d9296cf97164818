using Portal.Data.Reporting;

namespace Portal.Data.Queries.Units;

/// <summary>What the list of units can be narrowed by, and which units the reader has picked.</summary>
public sealed class UnitChoices(ReportingDb db)
{
    /// <summary>Service areas, municipalities with units, and the picked units that there are.</summary>
    /// <param name="municipalityCode">A municipality to offer even where it has no units; null for none.</param>
    /// <param name="picked">Unit ids; ids of no unit are left out.</param>
    /// <param name="ct">Stops the question.</param>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Result> Find(string? municipalityCode, IReadOnlyCollection<string> picked, CancellationToken ct) =>
        db.Read(
            typeof(UnitChoices),
            new { municipality = municipalityCode, picked },
            async grid => new Result
            {
                ServiceAreas = [.. await grid.ReadAsync<Choice>()],
                Municipalities = [.. await grid.ReadAsync<Choice>()],
                Picked = [.. await grid.ReadAsync<Choice>()],
            },
            ct);

    /// <summary>The choices, each list in the order to show it.</summary>
    public sealed record Result
    {
        /// <summary>All service areas.</summary>
        public IReadOnlyList<Choice> ServiceAreas { get; init; } = [];

        /// <summary>The municipalities that have units.</summary>
        public IReadOnlyList<Choice> Municipalities { get; init; } = [];

        /// <summary>The picked units.</summary>
        public IReadOnlyList<Choice> Picked { get; init; } = [];
    }

    /// <summary>Something to choose.</summary>
    public sealed record Choice
    {
        /// <summary>Its id or code.</summary>
        public string Id { get; init; } = "";

        /// <summary>Its name.</summary>
        public string Name { get; init; } = "";
    }
}
