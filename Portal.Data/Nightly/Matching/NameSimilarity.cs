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
        var ours = Pairs(one);
        var theirs = Pairs(other);
        var of = ours.Length + theirs.Length;
        return of == 0 ? 0 : 2.0 * Common(ours, theirs) / of;
    }

    /// <returns>Nine tenths when all words of one name stand in the other, less in proportion: a short name inside a
    /// long one has few pairs in common with it and is still the one to look at.</returns>
    public static double OfWords(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        var fewest = Math.Min(one.Count, other.Count);
        return fewest == 0 ? 0 : 0.9 * one.Count(other.Contains) / fewest;
    }

    // Sorted numbers and not a list of pairs: every name that no register knows is held against a whole municipality's.
    private static int[] Pairs(string text)
    {
        var pairs = new int[Math.Max(0, text.Length - 1)];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = (text[i] << 16) | text[i + 1];
        Array.Sort(pairs);
        return pairs;
    }

    private static int Common(int[] ours, int[] theirs)
    {
        var (common, i, j) = (0, 0, 0);
        while (i < ours.Length && j < theirs.Length)
        {
            var order = ours[i].CompareTo(theirs[j]);
            if (order == 0)
                common++;
            if (order <= 0)
                i++;
            if (order >= 0)
                j++;
        }
        return common;
    }
}
