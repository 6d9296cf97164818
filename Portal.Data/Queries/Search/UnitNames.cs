using Portal.Data.Reporting;

namespace Portal.Data.Queries.Search;

/// <summary>What are units called? Asked only where a search finds nothing as it is spelt.</summary>
public sealed class UnitNames(ReportingDb db)
{
    /// <summary>All names of all units, folded for search, in no order.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<IReadOnlyList<string>> Ask(CancellationToken ct) => db.List<string>(typeof(UnitNames), null, ct);
}
