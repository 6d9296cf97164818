namespace Portal.Data.Queries.Search;

/// <summary>
/// Finds the word that a misspelt one was meant to be, among the words that there are. The same words give the same
/// answer in whatever order they come.
/// </summary>
public static class NearSpelling
{
    /// <summary>Shorter words are taken as they stand: too many others lie near them.</summary>
    public const int Shortest = 4;

    private const int ShortestHalf = 3;

    /// <summary>The words with those that stand in no name replaced by the nearest that does.</summary>
    /// <param name="words">Folded words.</param>
    /// <param name="names">Folded names: single words with spaces between.</param>
    /// <returns>Null where no word can be mended.</returns>
    public static IReadOnlyList<string>? Mend(IReadOnlyList<string> words, IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(names);
        var unknown = words.Where(w => w.Length >= Shortest && !names.Any(n => n.Contains(w, StringComparison.Ordinal))).ToList();
        if (unknown.Count == 0)
            return null;

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var byWord = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var name in names)
        {
            foreach (var part in name.AsSpan().Split(' '))
            {
                var word = name.AsSpan(part);
                byWord[word] = byWord.TryGetValue(word, out var count) ? count + 1 : 1;
            }
        }

        var mended = words.SelectMany(w => unknown.Contains(w) ? Nearest(w, counts) ?? [w] : [w]).Distinct(StringComparer.Ordinal).ToList();
        return mended.SequenceEqual(words, StringComparer.Ordinal) ? null : mended;
    }

    /// <summary>
    /// How many letters must be put in, taken away, changed or change places with their neighbour to make one word the
    /// other; <paramref name="most"/> + 1 where that is more than the most.
    /// </summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return most + 1;
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var steps = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    steps = Math.Min(steps, before[j - 2] + 1);
                row[j] = steps;
                least = Math.Min(least, steps);
            }
            if (least > most)
                return most + 1;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return Math.Min(last[b.Length], most + 1);
    }

    // One slip in a short word, three in a long one.
    private static int Most(int length) => length switch { < 6 => 1, < 10 => 2, _ => 3 };

    // Fewest slips, then the same first letter, then the more common, then by letters.
    private static string[]? Nearest(string word, Dictionary<string, int> counts)
    {
        var most = Most(word.Length);
        var best = (Slips: most + 1, OtherStart: 1, Rarity: 0, Word: (string?)null);
        foreach (var (candidate, count) in counts)
        {
            // Words of the query's own length of a number are not spellings of it.
            if (candidate.Length < ShortestHalf || char.IsAsciiDigit(candidate[0]) != char.IsAsciiDigit(word[0]))
                continue;
            var slips = Distance(word, candidate, Math.Min(most, best.Slips));
            if (slips > most)
                continue;
            var found = (Slips: slips, OtherStart: candidate[0] == word[0] ? 0 : 1, Rarity: -count, Word: (string?)candidate);
            if (best.Word is null || (found.Slips, found.OtherStart, found.Rarity).CompareTo((best.Slips, best.OtherStart, best.Rarity)) is var order
                && (order < 0 || (order == 0 && string.CompareOrdinal(candidate, best.Word) < 0)))
                best = found;
        }
        if (best is { Word: not null, Slips: 1 })
            return [best.Word];
        // Two words written as one.
        for (var at = ShortestHalf; at <= word.Length - ShortestHalf; at++)
        {
            if (counts.ContainsKey(word[..at]) && counts.ContainsKey(word[at..]))
                return [word[..at], word[at..]];
        }
        return best.Word is null ? null : [best.Word];
    }
}
