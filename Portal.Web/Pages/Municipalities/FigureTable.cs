using Portal.Data.Model;
using Portal.Data.Queries.Municipalities;

namespace Portal.Web.Pages.Municipalities;

/// <summary>The figures of one survey, or of none, laid out for a table: one row a question of one service area.</summary>
public sealed record FigureTable
{
    /// <summary>The survey's name, or what figures of no survey are called.</summary>
    public required string Title { get; init; }

    /// <summary>The rows, in the order of the questions.</summary>
    public required IReadOnlyList<FigureRow> Rows { get; init; }

    /// <summary>The rows by the questions' area, in their order; one group without name where they have none.</summary>
    public IEnumerable<IGrouping<string?, FigureRow>> Areas => Rows.GroupBy(r => r.Lead.Area);

    /// <summary>The survey's overall figure for the municipality; null where it has none.</summary>
    public MunicipalityFigure? Headline => Rows.FirstOrDefault(r => r.Figures.Any(f => f.IsHeadline))?.All;

    /// <summary>Figures of a survey's answers, and not of a register.</summary>
    public bool IsSurvey => Rows[0].Lead.SurveyId is not null;

    /// <summary>Who answered; null where that is not known.</summary>
    public string? Asked => Rows[0].Lead.Asked;

    /// <summary>The newest period among the rows.</summary>
    public int NewestPeriod => Rows.Max(r => r.Lead.Period);

    /// <summary>Whether the country has any of the figures.</summary>
    public bool HasCountry => Rows.Any(r => r.Of(Scopes.Country, Sexes.All).Any());

    /// <summary>Whether any figure is parted by sex.</summary>
    public bool HasSexes => Rows.Any(r => r.HasSexes);

    /// <summary>How the portal's own figures were calculated.</summary>
    public IEnumerable<string> Derivations => Rows.SelectMany(r => r.Figures).Where(f => f.IsDerived).Select(f => f.Derivation).OfType<string>().Distinct();

    /// <summary>Whom the figures are from, but for the portal's own.</summary>
    public IEnumerable<string> Credits => Rows.SelectMany(r => r.Figures).Where(f => !f.IsDerived).Select(f => f.Credit).Distinct();

    /// <summary>Lays out figures that come in the order of surveys, questions and measures.</summary>
    public static IReadOnlyList<FigureTable> Of(IEnumerable<MunicipalityFigure> figures) =>
    [
        .. figures.GroupBy(f => (f.SurveyId, f.ServiceArea)).Select(survey => new FigureTable
        {
            Title = survey.First().SurveyName
                ?? (survey.Key.ServiceArea is { } area ? $"Andra uppgifter om {area.ToLowerInvariant()}" : "Andra uppgifter"),
            Rows = [.. survey.GroupBy(f => (f.QuestionId, f.QuestionId is null ? f.MeasureId : null)).Select(question => new FigureRow { Figures = InOrder(question) })],
        }),
    ];

    // As on a unit's page: the newest measure with a value leads, the share before the mean.
    private static List<MunicipalityFigure> InOrder(IEnumerable<MunicipalityFigure> question) =>
    [
        .. question.GroupBy(f => f.MeasureId)
            .OrderByDescending(m => m.First().Period)
            .ThenBy(m => m.Any(f => f is { Scope: Scopes.Municipality, Value: not null }) ? 0 : 1)
            .ThenBy(m => m.First().Kind == "share" ? 0 : 1)
            .SelectMany(m => m),
    ];
}

/// <summary>One question, or one measure without question: the municipality's figures, their parts by sex, and the country's.</summary>
public sealed record FigureRow
{
    /// <summary>All figures of the question's measures; those of the measure that is shown first come first.</summary>
    public required IReadOnlyList<MunicipalityFigure> Figures { get; init; }

    /// <summary>Any figure of the measure that is shown first: what is said of it and the period.</summary>
    public MunicipalityFigure Lead => Figures[0];

    /// <summary>The municipality's, all sexes; null where there is none.</summary>
    public MunicipalityFigure? All => Of(Scopes.Municipality, Sexes.All).FirstOrDefault(f => f.MeasureId == Lead.MeasureId);

    /// <summary>The country's in the same period; null where there is none.</summary>
    public MunicipalityFigure? Country => Of(Scopes.Country, Sexes.All).FirstOrDefault(f => f.MeasureId == Lead.MeasureId);

    /// <summary>Whether any figure is parted by sex.</summary>
    public bool HasSexes => Figures.Any(f => f.Scope == Scopes.Municipality && f.Sex != Sexes.All);

    /// <summary>The question as asked, or the measure's name.</summary>
    public string Label => Lead.Wording ?? Lead.MeasureName;

    /// <summary>The figures of someone, one a measure.</summary>
    public IEnumerable<MunicipalityFigure> Of(string scope, string sex) => Figures.Where(f => f.Scope == scope && f.Sex == sex);

    /// <summary>The figures of the question's other measures, all sexes.</summary>
    public IEnumerable<MunicipalityFigure> Others(string scope) => Of(scope, Sexes.All).Where(f => f.MeasureId != Lead.MeasureId);
}
