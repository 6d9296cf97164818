namespace Portal.Data.Nightly.Matching;

/// <summary>
/// How alike two names are, for a list that a person reads. Dice's coefficient on pairs of letters (L. R. Dice,
/// Ecology 26, 1945): twice the pairs in common by the pairs of both, repeated pairs counted.
/// </summary>
internal static class NameSimilarity
{
    /// <returns>From 0, nothing in common, to 1, the same pairs.</returns>
    public static double Of(string one, string other)
    {
        if (string.Equals(one, other, StringComparison.Ordinal))
            return one.Length == 0 ? 0 : 1;
        var pairs = Pairs(one);
        var left = Pairs(other);
        var of = pairs.Count + left.Count;
        if (of == 0)
            return 0;
        var common = pairs.Count(left.Remove);
        return 2.0 * common / of;
    }

    /// <returns>Nine tenths when all words of one name stand in the other, less in proportion: a short name inside a
    /// long one has few pairs in common with it and is still the one to look at.</returns>
    public static double OfWords(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        var fewest = Math.Min(one.Count, other.Count);
        return fewest == 0 ? 0 : 0.9 * one.Count(other.Contains) / fewest;
    }

    private static List<(char, char)> Pairs(string text) => [.. text.Zip(text.Skip(1))];
}
