using Portal.Data.Queries.Compare;

namespace Portal.Web.Text;

/// <summary>What can be said of the units' differences in one question, and the mark that goes with it.</summary>
/// <param name="Outcome">What can be said of the unit that the words begin with.</param>
/// <param name="Text">The same in words.</param>
public sealed record Verdict(PairOutcome Outcome, string Text)
{
    /// <summary>The mark: its shape and colour say above, alike or untested, never good or bad.</summary>
    public string Class => Outcome switch
    {
        PairOutcome.CertainlyHigher => "app-difference app-difference--higher",
        PairOutcome.CertainlyLower => "app-difference app-difference--lower",
        PairOutcome.NoCertainDifference => "app-difference app-difference--none",
        _ => "app-difference app-difference--untested",
    };

    /// <summary>
    /// What to say of a question. Where some difference is certain only those are told, and what could not be tested:
    /// that the rest is not certain is said once for the whole table. Where none is, each verdict is told once.
    /// </summary>
    /// <param name="question">The question with its pairs.</param>
    /// <param name="names">The units' names in the table's order.</param>
    public static IEnumerable<Verdict> Of(ComparedQuestion question, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(names);
        var certain = Certain(question, names).ToList();
        var others = question.Pairs.Where(p => !p.IsCertain && (certain.Count == 0 || !p.IsTested))
            .GroupBy(p => p.Outcome)
            .OrderBy(g => g.Key)
            .Select(g => new Verdict(g.Key, About(g.Key, [.. g], question.Pairs.Count, names)));
        return certain.Concat(others);
    }

    // The unit that stands apart from most others first, from above or from below: so that one unit below all the others is
    // one verdict and not one for each of them.
    private static IEnumerable<Verdict> Certain(ComparedQuestion question, IReadOnlyList<string> names)
    {
        var left = question.Pairs.Where(p => p.IsCertain)
            .Select(p => p.Outcome == PairOutcome.CertainlyHigher ? (Higher: p.First, Lower: p.Second) : (Higher: p.Second, Lower: p.First))
            .ToList();
        while (left.Count > 0)
        {
            var above = left.GroupBy(p => p.Higher).MaxBy(g => g.Count())!;
            var below = left.GroupBy(p => p.Lower).MaxBy(g => g.Count())!;
            if (below.Count() > above.Count())
            {
                yield return new Verdict(PairOutcome.CertainlyLower, $"{names[below.Key]} lägre än {Others([.. below.Select(p => names[p.Higher])], names.Count)}");
                left.RemoveAll(p => p.Lower == below.Key);
            }
            else
            {
                yield return new Verdict(PairOutcome.CertainlyHigher, $"{names[above.Key]} högre än {Others([.. above.Select(p => names[p.Lower])], names.Count)}");
                left.RemoveAll(p => p.Higher == above.Key);
            }
        }
    }

    private static string Others(IReadOnlyList<string> others, int units) => units switch
    {
        3 when others.Count == 2 => "båda de andra",
        > 3 when others.Count == units - 1 => "alla de andra",
        _ => Format.List(others),
    };

    private static string About(PairOutcome outcome, IReadOnlyList<ComparedPair> pairs, int all, IReadOnlyList<string> names)
    {
        var words = FigureWords.Outcome(outcome);
        if (pairs.Count == all)
            return words;
        return pairs.Count == 1
            ? $"{words}: {names[pairs[0].First]} och {names[pairs[0].Second]}"
            : $"{words}: {pairs.Count} av {all} par";
    }
}
