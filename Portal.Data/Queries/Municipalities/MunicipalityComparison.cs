using Portal.Data.Model;
using Portal.Data.Queries.Compare;
using Portal.Data.Queries.Editions;
using Portal.Data.Queries.Measures;
using Portal.Data.Reporting;

namespace Portal.Data.Queries.Municipalities;

/// <summary>How do two to five municipalities stand beside each other, in figures of the whole of each?</summary>
public sealed class MunicipalityComparison(ReportingDb db)
{
    /// <summary>The most municipalities that are shown side by side; more cannot be read.</summary>
    public const int MostMunicipalities = Comparison.MostUnits;

    /// <summary>The municipalities that there are among the codes, with their figures.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Result> Find(IReadOnlyCollection<string> codes, CancellationToken ct) =>
        db.Read(typeof(MunicipalityComparison), new { codes, oldest = Comparison.OldestRound, scope = Scopes.Municipality, ids = codes, most = Corrections.Most }, async grid => new Result
        {
            Municipalities = InOrder([.. await grid.ReadAsync<ComparedMunicipality>()], codes),
            Units = [.. await grid.ReadAsync<UnitCount>()],
            Subjects = [.. await grid.ReadAsync<SubjectRow>()],
            Measures = [.. await grid.ReadAsync<MeasureRow>()],
            Observations = [.. await grid.ReadAsync<ObservationRow>()],
            Answers = [.. await grid.ReadAsync<AnswerRow>()],
            Corrected = [.. await grid.ReadAsync<EditionChange>()],
        }, ct, also: typeof(Corrections));

    private static IReadOnlyList<ComparedMunicipality> InOrder(List<ComparedMunicipality> found, IReadOnlyCollection<string> codes) =>
        [.. codes.Distinct(StringComparer.Ordinal)
            .Select(code => found.Find(m => string.Equals(m.Code, code, StringComparison.Ordinal)))
            .OfType<ComparedMunicipality>()];

    /// <summary>The answers to the question, as the tables hold them.</summary>
    public sealed record Result
    {
        /// <summary>The municipalities in the reader's order; codes of none are left out.</summary>
        public IReadOnlyList<ComparedMunicipality> Municipalities { get; init; } = [];

        /// <summary>Their units by service area and owner, in the areas' order, the most common owner first.</summary>
        public IReadOnlyList<UnitCount> Units { get; init; } = [];

        /// <summary>The municipalities as figures know them.</summary>
        public IReadOnlyList<SubjectRow> Subjects { get; init; } = [];

        /// <summary>What any of them has a figure of, by service area, survey and question.</summary>
        public IReadOnlyList<MeasureRow> Measures { get; init; } = [];

        /// <summary>The figures of each municipality and measure in one period, by sex.</summary>
        public IReadOnlyList<ObservationRow> Observations { get; init; } = [];

        /// <summary>How the answers behind the means were spread, in every period. Without the answers' words: only the test reads them.</summary>
        public IReadOnlyList<AnswerRow> Answers { get; init; } = [];

        /// <summary>Their published figures that were corrected afterwards, the newest first.</summary>
        public IReadOnlyList<EditionChange> Corrected { get; init; } = [];
    }
}

/// <summary>A municipality among others.</summary>
public sealed record ComparedMunicipality : MunicipalityFacts
{
    /// <summary>The SKR group that it belongs to; null where no source says.</summary>
    public string? GroupName { get; init; }
}

/// <summary>How many listed units a municipality has of one service and one kind of owner.</summary>
public sealed record UnitCount
{
    /// <summary>The municipality.</summary>
    public string MunicipalityCode { get; init; } = "";

    /// <summary>The service area.</summary>
    public string ServiceAreaId { get; init; } = "";

    /// <summary>The service area's name.</summary>
    public string ServiceAreaName { get; init; } = "";

    /// <summary>The owner's code; null where the source does not say.</summary>
    public string? Ownership { get; init; }

    /// <summary>How many, above zero.</summary>
    public int Units { get; init; }
}
