using Portal.Data.Model;
using Portal.Data.Reporting;

namespace Portal.Data.Queries.Measures;

/// <summary>Everything that the portal has figures of: the questions of surveys and the indicators of registers.</summary>
public sealed class MeasureList(ReportingDb db)
{
    /// <summary>The measures of one service area, or with null of all, in the order to show them.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Result> Find(string? serviceAreaId, CancellationToken ct) => db.Read(
        typeof(MeasureList),
        new { serviceArea = serviceAreaId },
        async grid =>
        {
            var areas = await grid.ReadAsync<Area>();
            var measures = await grid.ReadAsync<MeasureRow>();
            var places = (await grid.ReadAsync<MeasurePlace>()).ToDictionary(p => p.MeasureKey);
            var counts = (await grid.ReadAsync<MeasureCount>()).ToLookup(c => (c.MeasureKey, c.Scope));
            return new Result
            {
                ServiceAreas = [.. areas],
                Measures =
                [
                    .. measures.Select(m => new Item
                    {
                        Measure = m,
                        Place = places[m.MeasureKey],
                        Units = MeasureCount.Shown(counts[(m.MeasureKey, Scopes.Unit)]),
                        Municipalities = MeasureCount.Shown(counts[(m.MeasureKey, Scopes.Municipality)]),
                    }).Where(i => i.Units is not null || i.Municipalities is not null),
                ],
            };
        },
        ct);

    /// <summary>What there is to show and to narrow it by.</summary>
    public sealed record Result
    {
        /// <summary>All service areas, in their order, also those that nothing is measured in yet.</summary>
        public IReadOnlyList<Area> ServiceAreas { get; init; } = [];

        /// <summary>By service area, then surveys by name, then registers by source.</summary>
        public IReadOnlyList<Item> Measures { get; init; } = [];
    }

    /// <summary>A service area.</summary>
    public sealed record Area
    {
        /// <summary>Its id.</summary>
        public string Id { get; init; } = "";

        /// <summary>Its name.</summary>
        public string Name { get; init; } = "";
    }

    /// <summary>A measure with the year that its own page begins with.</summary>
    public sealed record Item
    {
        /// <summary>The measure.</summary>
        public required MeasureRow Measure { get; init; }

        /// <summary>Where it belongs.</summary>
        public required MeasurePlace Place { get; init; }

        /// <summary>Units with a figure; null where no unit is measured.</summary>
        public MeasureCount? Units { get; init; }

        /// <summary>Municipalities with a figure; null where no municipality is measured.</summary>
        public MeasureCount? Municipalities { get; init; }
    }
}
