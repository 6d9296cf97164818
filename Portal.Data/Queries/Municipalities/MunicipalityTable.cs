using Portal.Data.Model;
using Portal.Data.Queries.Compare;
using Portal.Data.Queries.Measures;

namespace Portal.Data.Queries.Municipalities;

/// <summary>
/// Municipalities side by side, question by question, judged by the same rule as units. Pure: the same records give the
/// same table.
/// </summary>
public sealed record MunicipalityTable
{
    /// <summary>The questions in which at least one difference is certain, in the surveys' order.</summary>
    public IReadOnlyList<MunicipalityFigures> Different { get; init; } = [];

    /// <summary>The questions in which differences were tested and none is certain.</summary>
    public IReadOnlyList<MunicipalityFigures> Alike { get; init; } = [];

    /// <summary>The questions that several have figures of and in which no pair could be tested.</summary>
    public IReadOnlyList<MunicipalityFigures> Untested { get; init; } = [];

    /// <summary>The questions that only one of them has any figure of.</summary>
    public IReadOnlyList<MunicipalityFigures> Single { get; init; } = [];

    /// <summary>Indicators that no survey gave. Never tested.</summary>
    public IReadOnlyList<MunicipalityFigures> Indicators { get; init; } = [];

    /// <summary>The questions that two or more have figures of.</summary>
    public int SharedQuestions => Different.Count + Alike.Count + Untested.Count;

    /// <summary>Every figure of the page with its passport: row by row, municipality by municipality, all sexes first.</summary>
    public IEnumerable<Figure> Figures => Different.Concat(Alike).Concat(Untested).Concat(Single).Concat(Indicators).SelectMany(r => r.Figures);

    /// <summary>Sets the municipalities side by side and judges their differences.</summary>
    public static MunicipalityTable Of(MunicipalityComparison.Result found)
    {
        ArgumentNullException.ThrowIfNull(found);
        // The rule knows nothing of what figures are about: it gets those of all sexes, as it gets the units'.
        var all = new Comparison.Result
        {
            Subjects = found.Subjects,
            Measures = found.Measures,
            Observations = [.. found.Observations.Where(o => o.Sex == Sexes.All)],
            Answers = found.Answers,
        };
        var cells = new ComparedCells(all);
        var places = new Places(found);
        var measures = found.Measures
            .Where(m => m.SurveyId is not null)
            .GroupBy(m => m.QuestionKey is { } key ? $"q{key}" : $"m{m.MeasureKey}", StringComparer.Ordinal)
            .Select(question => cells.Choose([.. question]))
            .ToList();
        var judged = new PairJudge(all, [.. measures.Select(places.Row)]).Judge();
        var rows = judged.ConvertAll(places.WithSexes);
        return new MunicipalityTable
        {
            Different = rows.FindAll(r => r.Row.Pairs.Any(p => p.IsCertain)),
            Alike = rows.FindAll(r => r.Row.IsTested && !r.Row.Pairs.Any(p => p.IsCertain)),
            Untested = rows.FindAll(r => !r.Row.IsTested && r.Holders.Count() > 1),
            Single = rows.FindAll(r => !r.Row.IsTested && r.Holders.Count() == 1),
            Indicators = [.. found.Measures.Where(m => m.SurveyId is null).Select(places.Row).Select(places.WithSexes)],
        };
    }

    // Where each figure stands.
    private sealed class Places
    {
        private readonly MunicipalityComparison.Result found;
        private readonly Dictionary<string, SubjectRow> subjects;
        private readonly Dictionary<(int Subject, int Measure, string Sex), ObservationRow> observations;
        private readonly HashSet<(int Subject, string Survey)> tookPart;

        public Places(MunicipalityComparison.Result found)
        {
            this.found = found;
            subjects = found.Subjects.ToDictionary(s => s.SubjectId, StringComparer.Ordinal);
            observations = found.Observations.ToDictionary(o => (o.SubjectKey, o.MeasureKey, o.Sex));
            var surveys = found.Measures.ToDictionary(m => m.MeasureKey, m => m.SurveyId);
            tookPart =
            [
                .. found.Observations
                    .Where(o => surveys[o.MeasureKey] is not null && o.State != ObservationState.NotAsked)
                    .Select(o => (o.SubjectKey, surveys[o.MeasureKey]!)),
            ];
        }

        public ComparedQuestion Row(MeasureRow measure) => new()
        {
            Measure = measure,
            Cells = [.. found.Municipalities.Select(m => Cell(measure, m))],
        };

        public MunicipalityFigures WithSexes(ComparedQuestion row) => new()
        {
            Row = row,
            Women = [.. found.Municipalities.Select(m => Figure(row.Measure, Subject(m), Sexes.Women))],
            Men = [.. found.Municipalities.Select(m => Figure(row.Measure, Subject(m), Sexes.Men))],
        };

        private ComparedCell Cell(MeasureRow measure, MunicipalityFacts municipality)
        {
            var subject = Subject(municipality);
            return observations.TryGetValue((subject.SubjectKey, measure.MeasureKey, Sexes.All), out var observation)
                ? new ComparedCell { Figure = measure.Figure(subject, observation), NewerPeriod = observation.NewerPeriod }
                : new ComparedCell { Figure = measure.NoFigure(subject, 0), Gap = GapOf(measure, municipality, subject) };
        }

        private Figure? Figure(MeasureRow measure, SubjectRow subject, string sex) =>
            observations.TryGetValue((subject.SubjectKey, measure.MeasureKey, sex), out var observation)
                ? measure.Figure(subject, observation)
                : null;

        // A municipality that no source has given a figure for has no subject.
        private SubjectRow Subject(MunicipalityFacts municipality) => subjects.GetValueOrDefault(municipality.Code)
            ?? new SubjectRow { Scope = Scopes.Municipality, SubjectId = municipality.Code, Name = municipality.Name };

        private CellGap GapOf(MeasureRow measure, MunicipalityFacts municipality, SubjectRow subject)
        {
            if (measure.SurveyId is not { } survey)
                return CellGap.NotInSource;
            if (tookPart.Contains((subject.SubjectKey, survey)))
                return CellGap.NotInRound;
            return measure.SurveyMunicipalityCode is { } held && held != municipality.Code
                ? CellGap.OtherMunicipality
                : CellGap.NotInSurvey;
        }
    }
}

/// <summary>One question, or indicator, of all the municipalities, with its parts by sex.</summary>
public sealed record MunicipalityFigures
{
    /// <summary>The figures of all sexes, and what can be said of each pair.</summary>
    public ComparedQuestion Row { get; init; } = new();

    /// <summary>Women's and girls', in the municipalities' order; null where the source does not part them.</summary>
    public IReadOnlyList<Figure?> Women { get; init; } = [];

    /// <summary>Men's and boys', in the municipalities' order; null where the source does not part them.</summary>
    public IReadOnlyList<Figure?> Men { get; init; } = [];

    /// <summary>The places of the municipalities that have any figure, or a reason why it is not shown.</summary>
    public IEnumerable<int> Holders => Enumerable.Range(0, Row.Cells.Count)
        .Where(i => Row.Cells[i].Figure.State is not (null or ObservationState.NotAsked) || Women[i] is not null || Men[i] is not null);

    /// <summary>All of its figures, municipality by municipality, all sexes first.</summary>
    public IEnumerable<Figure> Figures => Enumerable.Range(0, Row.Cells.Count)
        .SelectMany(i => new[] { Row.Cells[i].Figure, Women[i], Men[i] }.OfType<Figure>());
}
