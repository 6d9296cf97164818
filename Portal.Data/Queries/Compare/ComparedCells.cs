using Portal.Data.Model;
using Portal.Data.Queries.Measures;
using Portal.Data.Queries.Units;

namespace Portal.Data.Queries.Compare;

/// <summary>The cells of a comparison: the figure of each unit, or why it has none. Pure.</summary>
internal sealed class ComparedCells
{
    private readonly Comparison.Result found;
    private readonly Dictionary<string, SubjectRow> subjects;
    private readonly Dictionary<(int Subject, int Measure), ObservationRow> observations;
    private readonly HashSet<(int Subject, string Survey)> tookPart;

    public ComparedCells(Comparison.Result found)
    {
        this.found = found;
        subjects = found.Subjects.ToDictionary(s => s.SubjectId, StringComparer.Ordinal);
        observations = found.Observations.ToDictionary(o => (o.SubjectKey, o.MeasureKey));
        var surveys = found.Measures.ToDictionary(m => m.MeasureKey, m => m.SurveyId);
        tookPart =
        [
            .. found.Observations
                .Where(o => surveys[o.MeasureKey] is not null && o.State != ObservationState.NotAsked)
                .Select(o => (o.SubjectKey, surveys[o.MeasureKey]!)),
        ];
    }

    /// <summary>
    /// Of a question's measures the one by which most pairs of units can be compared, then the one that most units
    /// have a value of, then the newest; of equals, the share.
    /// </summary>
    public MeasureRow Choose(IReadOnlyList<MeasureRow> measures) => measures
        .OrderByDescending(m => Values(m)
            .Where(o => o is { State: ObservationState.Published, IsDoubtful: false, Respondents: not null })
            .CountBy(o => o.Period)
            .Sum(year => year.Value * (year.Value - 1)))
        .ThenByDescending(m => Values(m).Count())
        .ThenByDescending(m => Values(m).Sum(o => o.Period))
        .ThenBy(m => m.Kind == "share" ? 0 : 1)
        .First();

    public ComparedQuestion Row(MeasureRow measure) => new()
    {
        Measure = measure,
        Cells = [.. found.Units.Select(unit => Cell(measure, unit))],
    };

    private IEnumerable<ObservationRow> Values(MeasureRow measure) =>
        found.Observations.Where(o => o.MeasureKey == measure.MeasureKey && o.Value is not null);

    private ComparedCell Cell(MeasureRow measure, UnitFacts unit)
    {
        var subject = subjects.GetValueOrDefault(unit.UnitId)
            // A unit that no source has given a figure for has no subject.
            ?? new SubjectRow { Scope = Scopes.Unit, SubjectId = unit.UnitId, Name = unit.Name };
        return observations.TryGetValue((subject.SubjectKey, measure.MeasureKey), out var observation)
            ? new ComparedCell { Figure = measure.Figure(subject, observation), NewerPeriod = observation.NewerPeriod }
            : new ComparedCell { Figure = measure.NoFigure(subject, 0), Gap = GapOf(measure, unit, subject) };
    }

    private CellGap GapOf(MeasureRow measure, UnitFacts unit, SubjectRow subject)
    {
        if (measure.SurveyId is not { } survey)
            return CellGap.NotInSource;
        if (tookPart.Contains((subject.SubjectKey, survey)))
            return CellGap.NotInRound;
        if (measure.SurveyServiceAreaId != unit.ServiceAreaId)
            return CellGap.OtherService;
        return measure.SurveyMunicipalityCode is { } held && held != unit.MunicipalityCode
            ? CellGap.OtherMunicipality
            : CellGap.NotInSurvey;
    }
}
