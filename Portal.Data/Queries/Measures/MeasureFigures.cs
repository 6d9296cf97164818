using Portal.Data.Model;
using Portal.Data.Queries.Units;
using Portal.Data.Reporting;

namespace Portal.Data.Queries.Measures;

/// <summary>One measure over all units and municipalities: a year's figures, and how they have developed.</summary>
public sealed class MeasureFigures(ReportingDb db)
{
    /// <summary>Units on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The figures with the units of one page, from 1; all municipalities and the country on each.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page is below 1, or so high that no row can have its number.</exception>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Result> Page(MeasureAsked asked, int page, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(page, int.MaxValue / PageSize);
        return Find(asked, (page - 1) * PageSize + 1, page * PageSize, ct);
    }

    /// <summary>The figures with all units.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Result> All(MeasureAsked asked, CancellationToken ct) => Find(asked, 1, int.MaxValue, ct);

    private Task<Result> Find(MeasureAsked asked, int first, int last, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var measure = asked.Chain[0];
        var parameters = new
        {
            measure = measure.MeasureKey,
            chain = asked.Chain.Select(m => m.MeasureKey).ToList(),
            period = asked.Period,
            municipality = asked.MunicipalityCode,
            picked = asked.Picked,
            order = asked.Order switch
            {
                UnitOrder.Name => "name",
                UnitOrder.Result => "result",
                UnitOrder.Respondents => "respondents",
                _ => throw new ArgumentOutOfRangeException(nameof(asked), asked.Order, "No such order."),
            },
            first,
            last,
        };
        return db.Read(
            typeof(MeasureFigures),
            parameters,
            async grid =>
            {
                var years = await grid.ReadAsync<MeasureYear>();
                var points = await grid.ReadAsync<MeasurePoint>();
                var rows = (await grid.ReadAsync<Row>()).Select(r => r.Placed(measure, asked.Period)).ToLookup(f => f.Figure.Scope);
                var picked = (await grid.ReadAsync<Row>()).ToDictionary(r => r.SubjectId, r => r.Placed(measure, asked.Period));
                return new Result
                {
                    Years = [.. years],
                    Points = [.. points],
                    Units = [.. rows[Scopes.Unit]],
                    Municipalities = [.. rows[Scopes.Municipality]],
                    Country = rows[Scopes.Country].Select(c => c.Figure).SingleOrDefault(),
                    Picked = [.. asked.Picked.Where(picked.ContainsKey).Select(id => picked[id])],
                    Round = await grid.ReadSingleOrDefaultAsync<MeasureRound>(),
                };
            },
            ct);
    }

    /// <summary>A year's figures.</summary>
    public sealed record Result
    {
        /// <summary>Every year's figures in short, of the measure and of those whose place it took.</summary>
        public IReadOnlyList<MeasureYear> Years { get; init; } = [];

        /// <summary>Every figure of the year, or why there is none, lowest first: what the spread is drawn from.</summary>
        public IReadOnlyList<MeasurePoint> Points { get; init; } = [];

        /// <summary>The page's units, in the order asked for.</summary>
        public IReadOnlyList<PlacedFigure> Units { get; init; } = [];

        /// <summary>All municipalities, in the order asked for.</summary>
        public IReadOnlyList<PlacedFigure> Municipalities { get; init; } = [];

        /// <summary>The country's figure of the year; null where there is none.</summary>
        public Figure? Country { get; init; }

        /// <summary>The picked units that there are, in the reader's order, whether measured or not.</summary>
        public IReadOnlyList<PlacedFigure> Picked { get; init; } = [];

        /// <summary>The survey's round of the year; null for a measure of no survey.</summary>
        public MeasureRound? Round { get; init; }
    }

    private sealed record Row
    {
        public int SubjectKey { get; init; }
        public string Scope { get; init; } = "";
        public string SubjectId { get; init; } = "";
        public string SubjectName { get; init; } = "";
        public string? MunicipalityCode { get; init; }
        public string? MunicipalityName { get; init; }
        public string? Ownership { get; init; }
        public bool IsSample { get; init; }
        public ObservationState? State { get; init; }
        public double? Value { get; init; }
        public int? Respondents { get; init; }
        public int? Invited { get; init; }
        public double? ResponseRate { get; init; }
        public bool IsDerived { get; init; }
        public bool IsDoubtful { get; init; }
        public int? EditionNumber { get; init; }
        public DateOnly? PublishedOn { get; init; }
        public DateTime? FetchedAt { get; init; }

        public PlacedFigure Placed(MeasureRow measure, int period) => new()
        {
            Figure = measure.NoFigure(new SubjectRow { SubjectKey = SubjectKey, Scope = Scope, SubjectId = SubjectId, Name = SubjectName }, period) with
            {
                State = State,
                Value = Value,
                Respondents = Respondents,
                Invited = Invited,
                ResponseRate = ResponseRate,
                IsDerived = IsDerived,
                IsDoubtful = IsDoubtful,
                EditionNumber = EditionNumber,
                PublishedOn = PublishedOn,
                FetchedAt = FetchedAt,
            },
            MunicipalityCode = MunicipalityCode,
            MunicipalityName = MunicipalityName,
            Ownership = Ownership,
            IsSample = IsSample,
        };
    }
}

/// <summary>Which figures of a measure, in which order.</summary>
public sealed record MeasureAsked
{
    /// <summary>The measure, then those whose place it took: at least one.</summary>
    public required IReadOnlyList<MeasureRow> Chain { get; init; }

    /// <summary>The year.</summary>
    public int Period { get; init; }

    /// <summary>The municipality whose units are asked for; null for all.</summary>
    public string? MunicipalityCode { get; init; }

    /// <summary>Ids of picked units; ids of no unit are left out.</summary>
    public IReadOnlyList<string> Picked { get; init; } = [];

    /// <summary>The order. By result the best stand first, or the highest where neither end is better; uncertain ones last.</summary>
    public UnitOrder Order { get; init; }
}

/// <summary>One year of a measure in short. Figures in doubt do not count.</summary>
public sealed record MeasureYear
{
    /// <summary>The measure.</summary>
    public int MeasureKey { get; init; }

    /// <summary>Unit or municipality.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The year; 0 where the source does not say.</summary>
    public int Period { get; init; }

    /// <summary>How many have a figure, above zero.</summary>
    public int Figures { get; init; }

    /// <summary>The lowest.</summary>
    public double Low { get; init; }

    /// <summary>The middle one, or halfway between the two in the middle: the portal's own calculation.</summary>
    public double Median { get; init; }

    /// <summary>The highest.</summary>
    public double High { get; init; }
}

/// <summary>A figure as a point in the spread.</summary>
public sealed record MeasurePoint
{
    /// <summary>Unit or municipality.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Why the value is shown or not.</summary>
    public ObservationState State { get; init; }

    /// <summary>The value; null unless published or preliminary.</summary>
    public double? Value { get; init; }

    /// <summary>The source contradicts itself.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>The edition that last changed it.</summary>
    public int EditionNumber { get; init; }
}

/// <summary>A figure with the place of what it is about.</summary>
public sealed record PlacedFigure
{
    /// <summary>The figure, or why there is none.</summary>
    public required Figure Figure { get; init; }

    /// <summary>The municipality's code; null for the country.</summary>
    public string? MunicipalityCode { get; init; }

    /// <summary>The municipality's name; null for the country.</summary>
    public string? MunicipalityName { get; init; }

    /// <summary>One of <see cref="Ownerships"/>; null for anything but a unit, or where the source does not say.</summary>
    public string? Ownership { get; init; }

    /// <summary>It lies in a made-up municipality.</summary>
    public bool IsSample { get; init; }
}

/// <summary>A survey's round.</summary>
public sealed record MeasureRound
{
    /// <summary>Such as "våren 2024".</summary>
    public string Name { get; init; } = "";

    /// <summary>When the source published it; null where it does not say.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Its figures may change.</summary>
    public bool IsPreliminary { get; init; }
}
