using Portal.Data.Reporting;

namespace Portal.Data.Queries.Editions;

/// <summary>What did an edition change, add and remove of all that is not figures: names, wordings, rounds?</summary>
public sealed class FactChanges(ReportingDb db)
{
    /// <summary>The changes from a place in the list to another, both counted from 1.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<IReadOnlyList<EditionChange>> Between(int number, int first, int last, CancellationToken ct) =>
        db.List<EditionChange>(typeof(FactChanges), new { number, first, last }, ct);

    /// <summary>All of them, one at a time.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public IAsyncEnumerable<EditionChange> All(int number, CancellationToken ct) =>
        db.Stream<EditionChange>(typeof(FactChanges), new { number, first = 1, last = int.MaxValue }, ct);
}
