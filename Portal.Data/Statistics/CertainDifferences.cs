namespace Portal.Data.Statistics;

/// <summary>
/// Which differences on a page are certain: every pair of units in every question, at one level for the page. The same
/// figures give the same verdicts in whatever order they come.
/// </summary>
public sealed class CertainDifferences
{
    /// <summary>The probability of calling any difference of a page certain where none is.</summary>
    public const double FamilyWiseLevel = 0.05;

    /// <summary>The confidence of each pair's interval, which is not adjusted for the number of pairs.</summary>
    public const double IntervalConfidence = 0.95;

    private readonly Dictionary<string, QuestionDifferences> _byQuestion;
    private readonly Dictionary<(string, string, string), PairDifference> _byPair;

    private CertainDifferences(IReadOnlyList<QuestionDifferences> questions)
    {
        Questions = questions;
        _byQuestion = questions.ToDictionary(question => question.Question, StringComparer.Ordinal);
        _byPair = questions.SelectMany(question => question.Pairs)
            .ToDictionary(pair => (pair.Question, pair.First, pair.Second));
    }

    /// <summary>Every question of the page, by key.</summary>
    public IReadOnlyList<QuestionDifferences> Questions { get; }

    /// <summary>Judges the differences among all figures of a page.</summary>
    /// <param name="comparands">
    /// All figures of all questions of the page, in any order. A unit that lacks one of the questions may be left out of
    /// it: its pairs are then <see cref="NotTestableReason.NoFigure"/>. The units are of different people; a total that
    /// holds one of the others cannot be among them.
    /// </param>
    /// <param name="level">The family-wise level, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">A unit has two figures in one question.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static CertainDifferences Among(IEnumerable<Comparand> comparands, double level = FamilyWiseLevel)
    {
        Normal.RequireProbability(level);
        var figures = new Dictionary<(string Question, string Unit), Comparand>();
        foreach (var comparand in comparands)
        {
            if (!figures.TryAdd((comparand.Question, comparand.Unit), comparand))
                throw new ArgumentException($"Unit {comparand.Unit} has two figures in question {comparand.Question}.", nameof(comparands));
        }

        var questions = Sorted(figures.Keys.Select(key => key.Question));
        var units = Sorted(figures.Keys.Select(key => key.Unit));
        var z = Normal.CriticalOf(IntervalConfidence);
        var pairs = new List<PairDifference>();
        foreach (var question in questions)
        {
            for (var first = 0; first < units.Length; first++)
            {
                for (var second = first + 1; second < units.Length; second++)
                    pairs.Add(Compare(FigureOf(question, units[first]), FigureOf(question, units[second]), z));
            }
        }

        Judge(pairs, level);
        return new([.. pairs.GroupBy(pair => pair.Question, StringComparer.Ordinal).Select(Summary)]);

        Comparand FigureOf(string question, string unit) =>
            figures.TryGetValue((question, unit), out var comparand)
                ? comparand
                : Comparand.OfNotTestable(question, unit, NotTestableReason.NoFigure);
    }

    /// <summary>One unit against another in one question, told of the first of them.</summary>
    /// <param name="question">The question's key.</param>
    /// <param name="unit">The unit that the verdict speaks of.</param>
    /// <param name="other">The unit that it is held against.</param>
    /// <exception cref="KeyNotFoundException">The page has no such question or pair of units.</exception>
    public PairDifference Between(string question, string unit, string other) =>
        _byPair.TryGetValue((question, unit, other), out var pair)
            ? pair
            : _byPair[(question, other, unit)].Reversed();

    /// <summary>One question among all units of the page.</summary>
    /// <param name="question">The question's key.</param>
    /// <exception cref="KeyNotFoundException">The page has no such question, or one unit only.</exception>
    public QuestionDifferences Of(string question) => _byQuestion[question];

    private static string[] Sorted(IEnumerable<string> keys) =>
        [.. keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static PairDifference Compare(Comparand first, Comparand second, double z)
    {
        var pair = new PairDifference
        {
            Question = first.Question,
            First = first.Unit,
            Second = second.Unit,
            Verdict = DifferenceVerdict.NotTestable,
        };
        var reason = FirstOf(first.Reason, second.Reason);
        if (reason is NotTestableReason.NoFigure) return pair with { Reason = reason };
        if (first.HasTooFewRespondents || second.HasTooFewRespondents)
            return pair with { Verdict = DifferenceVerdict.TooFewRespondents };
        if (reason is not null) return pair with { Reason = reason };

        return (first, second) switch
        {
            ({ Share: { } a }, { Share: { } b }) => pair with
            {
                Verdict = DifferenceVerdict.NoCertainDifference,
                Difference = a.Share - b.Share,
                Interval = NewcombeInterval.At(z, a, b),
                PValue = NewcombeInterval.PValue(a, b),
            },
            ({ Score: { } a }, { Score: { } b }) when WelchTest.PValue(a, b) is { } p => pair with
            {
                Verdict = DifferenceVerdict.NoCertainDifference,
                Difference = a.Mean - b.Mean,
                Interval = WelchTest.At(z, 1 - IntervalConfidence, a, b),
                PValue = p,
            },
            ({ Score: not null }, { Score: not null }) => pair with { Reason = NotTestableReason.NoSpread },
            _ => pair with { Reason = NotTestableReason.DifferentKinds },
        };
    }

    private static NotTestableReason? FirstOf(NotTestableReason? a, NotTestableReason? b) =>
        a is { } one && b is { } other ? (NotTestableReason)Math.Min((int)one, (int)other) : a ?? b;

    private static void Judge(List<PairDifference> pairs, double level)
    {
        // Pairs without spread stay in the family, as never certain: which they are is seen from the answers, and a
        // family that shrinks by its own answers does not keep its level.
        var family = Enumerable.Range(0, pairs.Count)
            .Where(i => pairs[i].IsTested || pairs[i].Reason is NotTestableReason.NoSpread)
            .ToList();
        var adjusted = Holm.Adjust(family.ConvertAll(i => pairs[i].PValue ?? 1));
        for (var rank = 0; rank < family.Count; rank++)
        {
            var pair = pairs[family[rank]];
            if (!pair.IsTested) continue;
            pairs[family[rank]] = pair with
            {
                AdjustedPValue = adjusted[rank],
                Verdict = adjusted[rank] > level ? DifferenceVerdict.NoCertainDifference
                    : pair.Difference > 0 ? DifferenceVerdict.CertainlyHigher
                    : DifferenceVerdict.CertainlyLower,
            };
        }
    }

    private static QuestionDifferences Summary(IGrouping<string, PairDifference> pairs) => new()
    {
        Question = pairs.Key,
        Pairs = [.. pairs],
        Higher =
        [
            .. pairs.Where(pair => pair.IsCertain)
                .Select(pair => pair.Verdict is DifferenceVerdict.CertainlyHigher ? pair : pair.Reversed())
                .GroupBy(pair => pair.First, StringComparer.Ordinal)
                .OrderBy(higher => higher.Key, StringComparer.Ordinal)
                .Select(higher => new CertainlyHigher(higher.Key, Sorted(higher.Select(pair => pair.Second)))),
        ],
    };
}
