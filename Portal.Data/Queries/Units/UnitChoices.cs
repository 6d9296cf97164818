using Portal.Data.Reporting;

namespace Portal.Data.Queries.Units;

/// <summary>What the list of units can be narrowed by, which units the reader has picked, and who gave what it shows.</summary>
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
                Sources = [.. await grid.ReadAsync<Source>()],
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

        /// <summary>The sources of units and of overall figures.</summary>
        public IReadOnlyList<Source> Sources { get; init; } = [];
    }

    /// <summary>Something to choose.</summary>
    public sealed record Choice
    {
        /// <summary>Its id or code.</summary>
        public string Id { get; init; } = "";

        /// <summary>Its name.</summary>
        public string Name { get; init; } = "";

        /// <summary>A made-up municipality.</summary>
        public bool IsSample { get; init; }
    }

    /// <summary>Who gave what the list shows.</summary>
    public sealed record Source
    {
        /// <summary>How the source wants to be credited.</summary>
        public string Credit { get; init; } = "";

        /// <summary>The licence; null where the source states none.</summary>
        public string? Licence { get; init; }
    }
}
