using Portal.Data.Model;
using Portal.Data.Queries.Municipalities;
using Portal.Web.Text;

namespace Portal.Web.Pages.Municipalities;

/// <summary>The figures of one survey, or of none, laid out for a table: one row a measure of one service area.</summary>
public sealed record FigureTable
{
    /// <summary>The survey's name, or what figures of no survey are called.</summary>
    public required string Title { get; init; }

    /// <summary>The rows, in the order of the questions.</summary>
    public required IReadOnlyList<FigureRow> Rows { get; init; }

    /// <summary>The rows by the questions' area, in their order; one group without name where they have none.</summary>
    public IEnumerable<IGrouping<string?, FigureRow>> Areas => Rows.GroupBy(r => r.Lead.Area);

    /// <summary>The newest period among the rows.</summary>
    public int NewestPeriod => Rows.Max(r => r.Lead.Period);

    /// <summary>Whether the country has any of the figures.</summary>
    public bool HasCountry => Rows.Any(r => r.Country is not null);

    /// <summary>Whether any figure is parted by sex.</summary>
    public bool HasSexes => Rows.Any(r => r.Women is not null || r.Men is not null);

    /// <summary>Lays out figures that come in the order of surveys, questions and measures.</summary>
    public static IReadOnlyList<FigureTable> Of(IEnumerable<MunicipalityFigure> figures) =>
    [
        .. figures.GroupBy(f => (f.SurveyId, f.ServiceArea)).Select(survey => new FigureTable
        {
            Title = survey.First().SurveyName
                ?? (survey.Key.ServiceArea is { } area ? $"Andra uppgifter om {area.ToLowerInvariant()}" : "Andra uppgifter"),
            Rows = [.. survey.GroupBy(f => f.MeasureId).Select(Row)],
        }),
    ];

    /// <summary>Each row, and whether it asks the same as the row above it, so that the question need not be read twice.</summary>
    public static IEnumerable<(FigureRow Row, bool IsRepeated)> Repeated(IEnumerable<FigureRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        string? above = null;
        foreach (var row in rows)
        {
            yield return (row, row.Lead.QuestionId is { } question && question == above);
            above = row.Lead.QuestionId;
        }
    }

    private static FigureRow Row(IEnumerable<MunicipalityFigure> measure)
    {
        var figures = measure.ToList();
        MunicipalityFigure? Find(string scope, string sex) => figures.Find(f => f.Scope == scope && f.Sex == sex);
        return new FigureRow
        {
            Lead = figures[0],
            All = Find(Scopes.Municipality, Sexes.All),
            Women = Find(Scopes.Municipality, Sexes.Women),
            Men = Find(Scopes.Municipality, Sexes.Men),
            Country = Find(Scopes.Country, Sexes.All),
        };
    }
}

/// <summary>One measure: the municipality's figure, its parts by sex, and the country's.</summary>
public sealed record FigureRow
{
    /// <summary>Any of the figures: what is said of the measure and the period.</summary>
    public required MunicipalityFigure Lead { get; init; }

    /// <summary>The municipality's, all sexes; null where there is none.</summary>
    public MunicipalityFigure? All { get; init; }

    /// <summary>The municipality's, women and girls; null where there is none.</summary>
    public MunicipalityFigure? Women { get; init; }

    /// <summary>The municipality's, men and boys; null where there is none.</summary>
    public MunicipalityFigure? Men { get; init; }

    /// <summary>The country's in the same period; null where there is none.</summary>
    public MunicipalityFigure? Country { get; init; }

    /// <summary>How the figures were calculated, where any of them is the portal's own; null where none is.</summary>
    public string? Derivation => new[] { All, Women, Men, Country }.Any(f => f is { IsDerived: true }) ? Lead.Derivation : null;

    /// <summary>The question as asked, or the measure's name.</summary>
    public string Label => Lead.Wording ?? Lead.MeasureName;

    /// <summary>What is measured of the question; a measure that is named as its question says what kind it is.</summary>
    public string What => Lead.MeasureName == Lead.Wording
        ? FigureWords.Kind(Lead.Kind, Lead.ScaleHigh, Lead.MeasureName)
        : Lead.MeasureName;
}
