using Portal.Data.Model;
using Portal.Data.Queries.Editions;
using Portal.Data.Queries.Measures;
using Portal.Web.Components.Charts;
using Portal.Web.Components.Navigation;
using Portal.Web.Links;
using Portal.Web.Text;

namespace Portal.Web.Pages.Measures;

/// <summary>One measure as the page shows it: what was asked, what came, and the words about both.</summary>
/// <param name="Profile">What the measure is.</param>
/// <param name="Query">What the address asks for.</param>
/// <param name="Figures">A year's figures.</param>
public sealed record MeasureView(MeasureProfile.Result Profile, MeasureQuery Query, MeasureFigures.Result Figures)
{
    /// <summary>The measure.</summary>
    public MeasureRow Measure => Profile.Measure;

    /// <summary>Its figures that were corrected after they were published.</summary>
    public IReadOnlyList<EditionChange> Corrected => Profile.Corrected;

    /// <summary>The heading: the question as asked, or what is measured.</summary>
    public string Title => Words.Capital(Measure.Title);

    /// <summary>The way to the page.</summary>
    public IReadOnlyList<Crumb> Steps => Profile.Place is { ServiceAreaId: { } id, ServiceAreaName: { } name }
        ? [new Crumb("Frågor och nyckeltal", PortalLinks.Measures.List()), new Crumb(name, PortalLinks.Measures.List(id))]
        : [new Crumb("Frågor och nyckeltal", PortalLinks.Measures.List())];

    /// <summary>The year that is shown; 0 where the source does not say.</summary>
    public int Period => Query.Asked(Profile).Period;

    /// <summary>The years that the reader may choose among, newest first; none where the source does not say.</summary>
    public IEnumerable<int> Periods => Profile.Years.Select(y => y.Period).Where(p => p > 0).Distinct().OrderDescending();

    /// <summary>Units are measured, this year or another.</summary>
    public bool HasUnits => Profile.Of(Scopes.Unit).Any();

    /// <summary>Municipalities are measured, this year or another.</summary>
    public bool HasMunicipalities => Profile.Of(Scopes.Municipality).Any();

    /// <summary>The municipality that the reader has chosen; null for none.</summary>
    public MeasureProfile.Municipality? Municipality => Profile.Municipalities.FirstOrDefault(m => m.Code == Query.Municipality);

    /// <summary>The year's figures in short; null where no one has a certain one.</summary>
    public MeasureYear? Year(string scope) =>
        Figures.Years.FirstOrDefault(y => y.Scope == scope && y.MeasureKey == Measure.MeasureKey && y.Period == Period);

    /// <summary>The sentence that sums up: of the units, or where none is measured of the municipalities.</summary>
    public string Summary => SummaryOf(HasUnits ? Scopes.Unit : Scopes.Municipality);

    /// <summary>A sentence about all units, or all municipalities.</summary>
    public string SummaryOf(string scope)
    {
        var year = Year(scope);
        return MeasureWords.Summary(year, Who(scope, year?.Figures ?? 0), WithoutFigure(scope).Count(p => p.IsDoubtful && p.Value is not null), Measure);
    }

    /// <summary>The picture's title.</summary>
    public string SpreadTitle(string scope) =>
        $"Här är {Who(scope, Year(scope)?.Figures ?? 0)}{(Period == 0 ? "" : $", {Words.Period(Period, Measure.PeriodKind)}")}";

    /// <summary>What is counted in the picture, in plural.</summary>
    public string Plural(string scope) => scope == Scopes.Unit ? Profile.Place.UnitWord ?? "enheter" : "kommuner";

    /// <summary>The certain figures, lowest first.</summary>
    public IReadOnlyList<double> Values(string scope) =>
        [.. Figures.Points.Where(p => p.Scope == scope && !p.IsDoubtful).Select(p => p.Value).OfType<double>()];

    /// <summary>Those without a certain figure.</summary>
    public IReadOnlyList<MeasurePoint> WithoutFigure(string scope) =>
        [.. Figures.Points.Where(p => p.Scope == scope && (p.Value is null || p.IsDoubtful))];

    /// <summary>The ends of the scale; null where the measure has no scale of its own, as a number of children.</summary>
    public (double? Low, double? High) Scale => Measure.Kind is "share" or "mean" ? (Measure.ScaleLow, Measure.ScaleHigh) : (0, null);

    /// <summary>The units that are marked: the first five that the reader has chosen.</summary>
    public IEnumerable<PlacedFigure> Picked => Figures.Picked.Take(SpreadStrip.MostMarks);

    /// <summary>Those chosen that are too many to mark.</summary>
    public IEnumerable<PlacedFigure> PickedTooMany => Figures.Picked.Skip(SpreadStrip.MostMarks);

    /// <summary>Chosen units that have no row, and so no box to tick, on this page.</summary>
    public IEnumerable<PlacedFigure> PickedElsewhere =>
        Picked.Where(p => Figures.Units.All(u => u.Figure.SubjectId != p.Figure.SubjectId));

    /// <summary>The marks in the picture of units.</summary>
    public IReadOnlyList<SpreadMark> UnitMarks => [.. Picked.Select(p => Mark(p, Scopes.Unit))];

    /// <summary>The mark in the picture of municipalities.</summary>
    public IReadOnlyList<SpreadMark> MunicipalityMarks =>
        [.. Figures.Municipalities.Where(m => m.MunicipalityCode == Query.Municipality).Select(m => Mark(m, Scopes.Municipality))];

    /// <summary>The municipality whose figure stands beside: the chosen one, or the only one that the survey is held in.</summary>
    public string? BesideCode => Query.Municipality ?? Measure.SurveyMunicipalityCode;

    /// <summary>That municipality's name; null where there is no such municipality here.</summary>
    public string? BesideName => Profile.Municipalities.FirstOrDefault(m => m.Code == BesideCode)?.Name;

    /// <summary>That municipality's figure of the year; null where there is none.</summary>
    public Figure? BesideMunicipality => Figures.Municipalities.FirstOrDefault(m => m.MunicipalityCode == BesideCode)?.Figure;

    /// <summary>The list's caption.</summary>
    public string Count => $"{Who(Scopes.Unit, UnitsInAll)}, {MeasureWords.Order(Query.Ordering, Measure.Better)}";

    /// <summary>How many units the list has in all, with a figure or without.</summary>
    public int UnitsInAll => Figures.Points.Count(p => p.Scope == Scopes.Unit);

    /// <summary>How many pages the list has, at least one.</summary>
    public int Pages => Math.Max(1, (UnitsInAll + MeasureFigures.PageSize - 1) / MeasureFigures.PageSize);

    /// <summary>The edition that last changed a figure of the year; null where there is none.</summary>
    public int? Edition => Figures.Points.Count == 0 ? null : Figures.Points.Max(p => p.EditionNumber);

    /// <summary>Something made up is shown.</summary>
    public bool IsSample => Profile.Place.IsSample || Municipality is { IsSample: true }
        || Figures.Units.Concat(Figures.Municipalities).Concat(Figures.Picked).Any(u => u.IsSample);

    /// <summary>
    /// The years, newest first, of the units or where none is measured of the municipalities; where the question was worded
    /// otherwise than in the year after, its wording then.
    /// </summary>
    public IEnumerable<(MeasureYear Year, MeasureRow Measure, string? EarlierWording)> Development
    {
        get
        {
            var scope = HasUnits ? Scopes.Unit : Scopes.Municipality;
            var after = Measure;
            foreach (var year in Figures.Years.Where(y => y.Scope == scope).GroupBy(y => y.Period).Select(Newest))
            {
                var own = Profile.Chain.First(m => m.MeasureKey == year.MeasureKey);
                yield return (year, own, own.MeasureKey == after.MeasureKey ? null : own.Wording);
                after = own;
            }
        }
    }

    /// <summary>The page of another year, in the same choice.</summary>
    public string YearAddress(MeasureRow measure, int period)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return PortalLinks.Measures.Measure(measure.MeasureId, Query.Address with { Period = period == 0 ? null : period, Page = 1 });
    }

    /// <summary>The address of a page of the same list.</summary>
    public string PageAddress(int page) => Address(Query.Address with { Page = page });

    /// <summary>The address of this measure in another choice.</summary>
    public string Address(MeasureAddress? chosen) => PortalLinks.Measures.Measure(Measure.MeasureId, chosen);

    // A year in which both wordings were asked is told of the newer.
    private MeasureYear Newest(IEnumerable<MeasureYear> ofOnePeriod) =>
        ofOnePeriod.MinBy(y => Profile.Chain.ToList().FindIndex(m => m.MeasureKey == y.MeasureKey))!;

    private string Who(string scope, int count) => scope == Scopes.Municipality
        ? MeasureWords.Municipalities(count)
        : $"{MeasureWords.Units(count, Profile.Place.UnitWord)}{(Municipality is { } m ? $" i {m.Name}" : "")}";

    private SpreadMark Mark(PlacedFigure placed, string scope)
    {
        var figure = placed.Figure;
        var elsewhere = scope == Scopes.Unit && Municipality is { } m && placed.MunicipalityCode != m.Code ? $" i {placed.MunicipalityName}" : "";
        return new SpreadMark($"{figure.SubjectName}{elsewhere}", MeasureWords.Chosen(figure, Year(scope)?.Median), figure.IsDoubtful ? null : figure.Value);
    }
}
