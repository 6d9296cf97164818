using System.Globalization;
using Portal.Data.Model;
using Portal.Data.Queries.Compare;
using Portal.Data.Queries.Measures;
using Portal.Data.Statistics;

namespace Portal.Data.Queries.Units;

/// <summary>
/// In what a unit certainly differs from the other units of its municipality. Pure: the same records give the same
/// answer.
/// </summary>
/// <remarks>
/// Each question's share is tested in the newest round in which both the unit and its municipality have a share and a
/// known number of respondents, at most <see cref="Comparison.OldestRound"/> years older than the figure that the page
/// shows. The unit is held against the municipality's respondents without its own (<see cref="RestOfWhole"/>), and all
/// questions of all surveys are judged together, at the level of the page (<see cref="CertainDifferences"/>).
/// </remarks>
public sealed record StandOuts
{
    /// <summary>The most that are shown: more is no longer a first view.</summary>
    public const int Most = 3;

    private const string Own = "unit";
    private const string Others = "others";

    /// <summary>The questions that could be tested.</summary>
    public int Tested { get; init; }

    /// <summary>Those with a certain difference.</summary>
    public int Certain { get; init; }

    /// <summary>The rounds that were tested, newest first.</summary>
    public IReadOnlyList<int> Periods { get; init; } = [];

    /// <summary>At most <see cref="Most"/>, the greatest difference first.</summary>
    public IReadOnlyList<StandOut> Shown { get; init; } = [];

    /// <summary>Finds them.</summary>
    public static StandOuts Of(UnitProfile.Result profile, UnitResults results)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(results);
        var tests = Tests(profile, results).ToDictionary(t => Key(t.Unit));
        var verdicts = CertainDifferences.Among(tests.Values.SelectMany(t => new[]
        {
            Comparand.OfShare(Key(t.Unit), Own, t.Own, t.Measure.RespondentFloor),
            Comparand.OfShare(Key(t.Unit), Others, t.Rest, t.Measure.RespondentFloor),
        }));
        var pairs = tests.Values.Select(t => (Test: t, Pair: verdicts.Between(Key(t.Unit), Own, Others))).ToList();
        var certain = pairs.Where(p => p.Pair.IsCertain).Select(p => new StandOut
        {
            Measure = p.Test.Measure,
            Unit = p.Test.Unit,
            Municipality = p.Test.Municipality,
            Difference = p.Pair.Difference!.Value,
            IsOld = p.Test.IsOld,
        }).ToList();
        var tested = pairs.FindAll(p => p.Pair.IsTested);
        return new StandOuts
        {
            Tested = tested.Count,
            Certain = certain.Count,
            Periods = [.. tested.Select(p => p.Test.Unit.Period).Distinct().OrderDescending()],
            Shown = Choose(certain),
        };
    }

    /// <summary>
    /// The greatest differences, with at least one of each kind, good and less good, where there are both: three good
    /// ones would hide the less good one, and the other way round.
    /// </summary>
    public static IReadOnlyList<StandOut> Choose(IReadOnlyCollection<StandOut> certain)
    {
        ArgumentNullException.ThrowIfNull(certain);
        // The order given decides between equals: that of the surveys' questions.
        var bySize = certain.OrderByDescending(s => Math.Abs(s.Difference)).ToList();
        var oneOfEach = bySize.Where(s => s.IsGood is not null).DistinctBy(s => s.IsGood).ToHashSet();
        var chosen = oneOfEach.Concat(bySize.Where(s => !oneOfEach.Contains(s))).Take(Most).ToHashSet();
        return bySize.FindAll(chosen.Contains);
    }

    private static IEnumerable<Test> Tests(UnitProfile.Result profile, UnitResults results)
    {
        var unit = profile.Subjects.FirstOrDefault(s => s.Scope == Scopes.Unit);
        var municipality = profile.Subjects.FirstOrDefault(s => s.Scope == Scopes.Municipality);
        if (unit is null || municipality is null)
            yield break;
        var shares = profile.Measures.Where(m => m.Kind == "share" && m.SurveyId is not null).ToList();
        var figures = profile.Observations.Where(o => o.Sex == Sexes.All).ToLookup(o => (o.SubjectKey, o.MeasureKey));
        foreach (var question in results.Surveys.SelectMany(s => s.Questions))
        {
            var measure = shares.Find(m => m.QuestionKey is { } key ? key == question.Measure.QuestionKey : m.MeasureKey == question.Measure.MeasureKey);
            if (measure is null)
                continue;
            var whole = figures[(municipality.SubjectKey, measure.MeasureKey)].ToDictionary(o => o.Period);
            var newest = figures[(unit.SubjectKey, measure.MeasureKey)]
                .Where(o => o.Period >= question.Newest.Period - Comparison.OldestRound && whole.ContainsKey(o.Period))
                .OrderByDescending(o => o.Period)
                .Select(o => TestOf(measure, measure.Figure(unit, o), measure.Figure(municipality, whole[o.Period])))
                .OfType<Test>()
                .FirstOrDefault();
            if (newest is not null)
                yield return newest with { IsOld = newest.Unit.Period < profile.NewestRound(measure.SurveyId) };
        }
    }

    private static Test? TestOf(MeasureRow measure, Figure unit, Figure municipality) =>
        Sample(unit) is { } own && Sample(municipality) is { } whole && RestOfWhole.Of(whole, own) is { } rest
            ? new Test(measure, unit, municipality, own, rest)
            : null;

    // Preliminary, doubtful and protected figures are shown or explained elsewhere; a test is for final ones.
    private static ShareSample? Sample(Figure figure) =>
        figure is { State: ObservationState.Published, IsDoubtful: false, Value: { } value and >= 0 and <= 100, Respondents: { } respondents and > 0 }
            ? new ShareSample(value / 100, respondents, figure.Invited)
            : null;

    private static string Key(Figure figure) => string.Create(CultureInfo.InvariantCulture, $"{figure.MeasureId}@{figure.Period}");

    private sealed record Test(MeasureRow Measure, Figure Unit, Figure Municipality, ShareSample Own, ShareSample Rest)
    {
        public bool IsOld { get; init; }
    }
}

/// <summary>A question in which a unit certainly differs from the other units of its municipality.</summary>
public sealed record StandOut
{
    /// <summary>What was measured.</summary>
    public MeasureRow Measure { get; init; } = new();

    /// <summary>The unit's figure.</summary>
    public Figure Unit { get; init; } = new();

    /// <summary>The whole municipality's figure the same year, as it was published: the unit is part of it.</summary>
    public Figure Municipality { get; init; } = new();

    /// <summary>The unit's share minus that of the municipality's other respondents, -1 to 1; never 0.</summary>
    public double Difference { get; init; }

    /// <summary>The survey has been held since.</summary>
    public bool IsOld { get; init; }

    /// <summary>The unit's figure is the higher one.</summary>
    public bool IsHigher => Difference > 0;

    /// <summary>Whether that is good, by what the question says of high and low; null where it does not say.</summary>
    public bool? IsGood => Measure.Better switch
    {
        "higher" => IsHigher,
        "lower" => !IsHigher,
        _ => null,
    };
}
