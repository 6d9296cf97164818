using Portal.Data.Model;
using Portal.Data.Queries.Editions;
using Portal.Data.Queries.Measures;
using Portal.Data.Queries.Units;
using Portal.Data.Reporting;

namespace Portal.Data.Queries.Compare;

/// <summary>
/// Two to five units with one figure that each has of each measure: of the newest round that they can be compared in,
/// and where there is none, the newest.
/// </summary>
public sealed class Comparison(ReportingDb db)
{
    /// <summary>The most units that are shown side by side; more cannot be read.</summary>
    public const int MostUnits = 5;

    /// <summary>A shared round may be so many years older than the newest figure; beyond that the newest is shown instead.</summary>
    public const int OldestRound = 3;

    /// <summary>The units that there are among the ids, with their figures.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Result> Find(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        db.Read(
            typeof(Comparison),
            new { ids, oldest = OldestRound, scope = Scopes.Unit, most = Corrections.Most },
            async grid => new Result
            {
                Units = InOrder([.. await grid.ReadAsync<UnitFacts>()], ids),
                Subjects = [.. await grid.ReadAsync<SubjectRow>()],
                Measures = [.. await grid.ReadAsync<MeasureRow>()],
                Observations = [.. await grid.ReadAsync<ObservationRow>()],
                Answers = [.. await grid.ReadAsync<AnswerRow>()],
                Corrected = [.. await grid.ReadAsync<EditionChange>()],
            },
            ct,
            also: typeof(Corrections));

    private static IReadOnlyList<UnitFacts> InOrder(List<UnitFacts> units, IReadOnlyCollection<string> ids) =>
        [.. ids.Distinct(StringComparer.Ordinal)
            .Select(id => units.Find(u => string.Equals(u.UnitId, id, StringComparison.Ordinal)))
            .OfType<UnitFacts>()];

    /// <summary>The answers to the question, as the tables hold them.</summary>
    public sealed record Result
    {
        /// <summary>The units in the reader's order; ids of no unit are left out.</summary>
        public IReadOnlyList<UnitFacts> Units { get; init; } = [];

        /// <summary>The units as figures know them.</summary>
        public IReadOnlyList<SubjectRow> Subjects { get; init; } = [];

        /// <summary>What any of them has a figure of, in the surveys' order.</summary>
        public IReadOnlyList<MeasureRow> Measures { get; init; } = [];

        /// <summary>The figure of each unit and measure, for all respondents.</summary>
        public IReadOnlyList<ObservationRow> Observations { get; init; } = [];

        /// <summary>How the answers behind each mean were spread. Without the answers' words: only the test reads them.</summary>
        public IReadOnlyList<AnswerRow> Answers { get; init; } = [];

        /// <summary>Their published figures that were corrected afterwards, the newest first.</summary>
        public IReadOnlyList<EditionChange> Corrected { get; init; } = [];
    }
}
