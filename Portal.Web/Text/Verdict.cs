using Portal.Data.Queries.Compare;

namespace Portal.Web.Text;

/// <summary>What can be said of the units' differences in one question, and the mark that goes with it.</summary>
/// <param name="Outcome">What can be said; a certain difference is told from the higher side.</param>
/// <param name="Text">The same in words.</param>
public sealed record Verdict(PairOutcome Outcome, string Text)
{
    /// <summary>The mark: its shape and colour say above, alike or untested, never good or bad.</summary>
    public string Class => Outcome switch
    {
        PairOutcome.CertainlyHigher or PairOutcome.CertainlyLower => "app-difference app-difference--higher",
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
        var certain = question.Pairs.Where(p => p.IsCertain)
            .Select(p => p.Outcome == PairOutcome.CertainlyHigher ? (Higher: p.First, Lower: p.Second) : (Higher: p.Second, Lower: p.First))
            .GroupBy(p => p.Higher)
            .Select(g => new Verdict(PairOutcome.CertainlyHigher, $"{names[g.Key]} högre än {Lower([.. g.Select(p => names[p.Lower])], names.Count)}"))
            .ToList();
        var others = question.Pairs.Where(p => !p.IsCertain && (certain.Count == 0 || !p.IsTested))
            .GroupBy(p => p.Outcome)
            .OrderBy(g => g.Key)
            .Select(g => new Verdict(g.Key, About(g.Key, [.. g], question.Pairs.Count, names)));
        return certain.Concat(others);
    }

    private static string Lower(IReadOnlyList<string> lower, int units) => units switch
    {
        3 when lower.Count == 2 => "båda andra",
        > 3 when lower.Count == units - 1 => "alla andra",
        _ => Format.List(lower),
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
