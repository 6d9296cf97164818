using Portal.Data.Model;
using Portal.Data.Queries.Measures;
using Portal.Data.Queries.Units;

namespace Portal.Data.Queries.Compare;

/// <summary>
/// Units side by side, question by question, with what can be said of their differences. Pure: the same records give
/// the same table.
/// </summary>
public sealed record ComparisonTable
{
    /// <summary>The units in the reader's order.</summary>
    public IReadOnlyList<UnitFacts> Units { get; init; } = [];

    /// <summary>The questions in which at least one difference is certain, in the surveys' order.</summary>
    public IReadOnlyList<ComparedQuestion> Different { get; init; } = [];

    /// <summary>The questions in which differences were tested and none is certain.</summary>
    public IReadOnlyList<ComparedQuestion> Alike { get; init; } = [];

    /// <summary>The questions in which no pair of units could be tested.</summary>
    public IReadOnlyList<ComparedQuestion> Untested { get; init; } = [];

    /// <summary>Indicators that no survey gave. Never tested.</summary>
    public IReadOnlyList<ComparedQuestion> Indicators { get; init; } = [];

    /// <summary>Which unit is certainly higher than which, and in how many questions; most questions first.</summary>
    public IReadOnlyList<CertainlyHigherIn> Higher { get; init; } = [];

    /// <summary>All questions of the page.</summary>
    public int QuestionCount => Different.Count + Alike.Count + Untested.Count;

    /// <summary>The units do different things, so that surveys of one do not ask about the other.</summary>
    public bool HasSeveralServices => Units.Select(u => u.ServiceAreaId).Distinct(StringComparer.Ordinal).Count() > 1;

    /// <summary>Every figure of the page with its passport: question by question, the units in their order.</summary>
    public IEnumerable<Figure> Figures => Different.Concat(Alike).Concat(Untested).Concat(Indicators)
        .SelectMany(q => q.Cells)
        .Select(c => c.Figure);

    /// <summary>Sets the units side by side and judges their differences.</summary>
    public static ComparisonTable Of(Comparison.Result found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var cells = new ComparedCells(found);
        var questions = found.Measures
            .Where(m => m.SurveyId is not null)
            .GroupBy(m => m.QuestionKey is { } key ? $"q{key}" : $"m{m.MeasureKey}", StringComparer.Ordinal)
            .Select(question => cells.Row(cells.Choose([.. question])))
            .ToList();
        var judged = new PairJudge(found, questions).Judge();
        return new ComparisonTable
        {
            Units = found.Units,
            Different = judged.FindAll(q => q.Pairs.Any(p => p.IsCertain)),
            Alike = judged.FindAll(q => q.IsTested && !q.Pairs.Any(p => p.IsCertain)),
            Untested = judged.FindAll(q => !q.IsTested),
            Indicators = [.. found.Measures.Where(m => m.SurveyId is null).Select(cells.Row)],
            Higher = HigherIn(judged, found.Units),
        };
    }

    private static IReadOnlyList<CertainlyHigherIn> HigherIn(
        IEnumerable<ComparedQuestion> questions, IReadOnlyList<UnitFacts> units) =>
        [.. questions.SelectMany(q => q.Pairs)
            .Where(p => p.IsCertain)
            .Select(p => p.Outcome == PairOutcome.CertainlyHigher ? (Higher: p.First, Lower: p.Second) : (Higher: p.Second, Lower: p.First))
            .GroupBy(p => p)
            .Select(pair => new CertainlyHigherIn(units[pair.Key.Higher], units[pair.Key.Lower], pair.Count()))
            .OrderByDescending(h => h.Questions)];
}

/// <summary>One unit is certainly higher than another.</summary>
/// <param name="Higher">The higher one.</param>
/// <param name="Lower">The lower one.</param>
/// <param name="Questions">In how many questions.</param>
public sealed record CertainlyHigherIn(UnitFacts Higher, UnitFacts Lower, int Questions);

/// <summary>One question, or indicator, of all the units.</summary>
public sealed record ComparedQuestion
{
    /// <summary>What is shown: of share and mean the one by which more units can be compared, then the newer, then the share.</summary>
    public MeasureRow Measure { get; init; } = new();

    /// <summary>One a unit, in the units' order.</summary>
    public IReadOnlyList<ComparedCell> Cells { get; init; } = [];

    /// <summary>Each pair of units once; empty for indicators.</summary>
    public IReadOnlyList<ComparedPair> Pairs { get; init; } = [];

    /// <summary>At least one pair could be tested.</summary>
    public bool IsTested => Pairs.Any(p => p.IsTested);
}

/// <summary>One unit's figure of one question.</summary>
public sealed record ComparedCell
{
    /// <summary>The figure; its state is null where the unit has none at all, see <see cref="Gap"/>.</summary>
    public Figure Figure { get; init; } = new();

    /// <summary>The year of a newer figure that cannot be compared; null where this is the newest.</summary>
    public int? NewerPeriod { get; init; }

    /// <summary>Why the unit has no figure at all; null where it has one, or one that says itself why it is not shown.</summary>
    public CellGap? Gap { get; init; }
}

/// <summary>Why a unit has no figure of a question that another unit has.</summary>
public enum CellGap
{
    /// <summary>The survey asks about another service.</summary>
    OtherService,

    /// <summary>The survey is held in another municipality.</summary>
    OtherMunicipality,

    /// <summary>The unit has not been part of the survey.</summary>
    NotInSurvey,

    /// <summary>The unit has been part of the survey, but not of a round with this question.</summary>
    NotInRound,

    /// <summary>The source says nothing of this unit.</summary>
    NotInSource,
}

/// <summary>What can be said of the first unit against the second in one question.</summary>
/// <param name="First">The first unit's place in the table, from 0.</param>
/// <param name="Second">The second unit's place.</param>
/// <param name="Outcome">What can be said.</param>
public sealed record ComparedPair(int First, int Second, PairOutcome Outcome)
{
    /// <summary>There is a difference that chance does not explain.</summary>
    public bool IsCertain => Outcome is PairOutcome.CertainlyHigher or PairOutcome.CertainlyLower;

    /// <summary>The pair was tested.</summary>
    public bool IsTested => IsCertain || Outcome == PairOutcome.NoCertainDifference;
}

/// <summary>What can be said of one unit against another. Higher is not better: that is the question's to say.</summary>
public enum PairOutcome
{
    /// <summary>The first is certainly higher.</summary>
    CertainlyHigher,

    /// <summary>The first is certainly lower.</summary>
    CertainlyLower,

    /// <summary>Tested, and chance may be all there is.</summary>
    NoCertainDifference,

    /// <summary>Not tested: too few answered.</summary>
    TooFewRespondents,

    /// <summary>Not tested: the figures are of different years.</summary>
    DifferentYears,

    /// <summary>Not tested: a figure is missing.</summary>
    NoFigure,

    /// <summary>Not tested: a figure is protected although enough answered.</summary>
    Suppressed,

    /// <summary>Not tested: a figure is preliminary.</summary>
    Preliminary,

    /// <summary>Not tested: the source contradicts itself.</summary>
    InDoubt,

    /// <summary>Not tested: the source does not say how many answered.</summary>
    UnknownRespondents,

    /// <summary>Not tested: a mean without the answers behind it.</summary>
    MeanWithoutAnswers,

    /// <summary>Not tested: everyone gave the same answer.</summary>
    NoSpread,
}
