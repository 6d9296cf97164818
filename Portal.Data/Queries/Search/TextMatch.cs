namespace Portal.Data.Queries.Search;

/// <summary>How well a text of several parts fits the words of a search.</summary>
public static class TextMatch
{
    /// <summary>
    /// Higher fits better, 0 not at all: every word must stand in one of the parts. A word in the first part counts most,
    /// a whole word more than a part of one.
    /// </summary>
    /// <param name="words">Folded words.</param>
    /// <param name="inTitle">Whether one of the words must stand in the first part.</param>
    /// <param name="parts">Folded texts: the title first, then what else is told.</param>
    public static int Score(IReadOnlyList<string> words, bool inTitle, params IReadOnlyList<string> parts)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(parts);
        if (words.Count == 0)
            return 0;
        var (score, titleFits) = (0, !inTitle);
        foreach (var word in words)
        {
            var best = 0;
            for (var i = 0; i < parts.Count; i++)
            {
                var fits = 0;
                foreach (var part in parts[i].AsSpan().Split(' '))
                    fits = Math.Max(fits, Fit(parts[i].AsSpan(part), word));
                titleFits |= i == 0 && fits > 0;
                best = Math.Max(best, i == 0 ? 10 * fits : fits);
            }
            if (best == 0)
                return 0;
            score += best;
        }
        return titleFits ? score : 0;
    }

    // The word itself, its beginning or another form of it, or a part of a compound.
    private static int Fit(ReadOnlySpan<char> written, ReadOnlySpan<char> word)
    {
        if (written.StartsWith(word))
            return written.Length == word.Length ? 3 : 2;
        if (written.Length >= 3 && word.Length - written.Length is > 0 and <= 2 && word.StartsWith(written))
            return 2;
        return word.Length >= 4 && written.IndexOf(word) >= 0 ? 1 : 0;
    }
}
