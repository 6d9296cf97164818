using Portal.Data.Model;
using Portal.Data.Queries.Editions;
using Portal.Data.Reporting;

namespace Portal.Data.Queries.Measures;

/// <summary>What one measure is, what it is related to, in which years and where it has figures.</summary>
public sealed class MeasureProfile(ReportingDb db)
{
    /// <summary>The measure, or null where there is no such measure.</summary>
    /// <param name="id">The measure's lasting id.</param>
    /// <param name="municipalityCode">A municipality to offer even where nothing is measured in it; null for none.</param>
    /// <param name="ct">Stops the question.</param>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Result?> Find(string id, string? municipalityCode, CancellationToken ct) => db.Read(
        typeof(MeasureProfile),
        new { id, municipality = municipalityCode, most = Corrections.Most },
        async grid =>
        {
            if (await grid.ReadSingleOrDefaultAsync<MeasurePlace>() is not { } place)
                return null;
            return new Result
            {
                Place = place,
                Kin = [.. await grid.ReadAsync<MeasureRow>()],
                Years = [.. await grid.ReadAsync<MeasureCount>()],
                Municipalities = [.. await grid.ReadAsync<Municipality>()],
                Corrected = [.. await grid.ReadAsync<EditionChange>()],
            };
        },
        ct,
        also: typeof(MeasureCorrections));

    /// <summary>The measure with what is related to it.</summary>
    public sealed record Result
    {
        /// <summary>Where it belongs.</summary>
        public MeasurePlace Place { get; init; } = new();

        /// <summary>The measure itself, other measures of its question, and those of questions that took another's place.</summary>
        public IReadOnlyList<MeasureRow> Kin { get; init; } = [];

        /// <summary>How many units and municipalities have a figure, year by year.</summary>
        public IReadOnlyList<MeasureCount> Years { get; init; } = [];

        /// <summary>The municipalities that it is measured in, by name.</summary>
        public IReadOnlyList<Municipality> Municipalities { get; init; } = [];

        /// <summary>Its published figures that were corrected afterwards, the newest first.</summary>
        public IReadOnlyList<EditionChange> Corrected { get; init; } = [];

        /// <summary>The measure.</summary>
        public MeasureRow Measure => Kin.First(m => m.MeasureKey == Place.MeasureKey);

        /// <summary>The measure, then that of the question whose place its question took, and so on back.</summary>
        public IReadOnlyList<MeasureRow> Chain
        {
            get
            {
                var chain = new List<MeasureRow>();
                for (MeasureRow? at = Measure; at is not null && !chain.Contains(at); at = Earlier(at))
                    chain.Add(at);
                return chain;
            }
        }

        /// <summary>The same measure of the question that took this one's place; null where none has.</summary>
        public MeasureRow? Later => Measure.QuestionKey is { } key
            ? Kin.FirstOrDefault(m => m.ReplacesKey == key && m.Kind == Measure.Kind)
            : null;

        /// <summary>What else is measured of the same question.</summary>
        public IEnumerable<MeasureRow> Others => Kin.Where(m =>
            m.QuestionKey is not null && m.QuestionKey == Measure.QuestionKey && m.MeasureKey != Measure.MeasureKey);

        /// <summary>
        /// The year that is shown unless the reader asks for another (<see cref="MeasureCount.Shown"/>): that of the units,
        /// or where no unit is measured of the municipalities. Null where neither is.
        /// </summary>
        public int? Period => (MeasureCount.Shown(Of(Scopes.Unit)) ?? MeasureCount.Shown(Of(Scopes.Municipality)))?.Period;

        /// <summary>The years of one of <see cref="Scopes"/>.</summary>
        public IEnumerable<MeasureCount> Of(string scope) => Years.Where(y => y.Scope == scope);

        private MeasureRow? Earlier(MeasureRow measure) => measure.ReplacesKey is { } key
            ? Kin.FirstOrDefault(m => m.QuestionKey == key && m.Kind == measure.Kind)
            : null;
    }

    /// <summary>A municipality to narrow to.</summary>
    public sealed record Municipality
    {
        /// <summary>Four digits.</summary>
        public string Code { get; init; } = "";

        /// <summary>Its name.</summary>
        public string Name { get; init; } = "";

        /// <summary>It is made up.</summary>
        public bool IsSample { get; init; }
    }
}
