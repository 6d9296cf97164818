namespace Portal.Data.Statistics;

/// <summary>Holm's step-down correction: several tests on one page, and one level for the page.</summary>
/// <remarks>
/// S. Holm, Scandinavian Journal of Statistics 6 (1979), 65-70. It needs no independence between the tests, which the
/// pairs of a page do not have: each unit stands in several of them.
/// </remarks>
public static class Holm
{
    /// <summary>
    /// For each p-value the least family-wise level at which it is rejected, in the order given: the greatest, over it
    /// and those smaller, of the p-value times the number of p-values not smaller; at most 1. Equal p-values come out
    /// equal.
    /// </summary>
    /// <param name="pValues">0 to 1 each; may be empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is not between 0 and 1.</exception>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues)
    {
        var (sorted, places) = (new double[pValues.Count], new int[pValues.Count]);
        for (var i = 0; i < pValues.Count; i++)
        {
            if (!(pValues[i] is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(pValues), pValues[i], "A p-value is between 0 and 1.");
            (sorted[i], places[i]) = (pValues[i], i);
        }

        Array.Sort(sorted, places);
        var adjusted = new double[sorted.Length];
        var greatest = 0.0;
        for (var rank = 0; rank < sorted.Length; rank++)
        {
            greatest = Math.Max(greatest, Math.Min(1, sorted[rank] * (sorted.Length - rank)));
            adjusted[places[rank]] = greatest;
        }

        return adjusted;
    }

    /// <summary>Which of the hypotheses are rejected, in the order given.</summary>
    /// <param name="pValues">0 to 1 each; may be empty.</param>
    /// <param name="alpha">The probability of rejecting any true one, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A p-value, or the level, is not a probability.</exception>
    public static IReadOnlyList<bool> Reject(IReadOnlyList<double> pValues, double alpha = 0.05)
    {
        Normal.RequireProbability(alpha);
        return [.. Adjust(pValues).Select(p => p <= alpha)];
    }
}
