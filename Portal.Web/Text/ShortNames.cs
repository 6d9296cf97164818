namespace Portal.Web.Text;

/// <summary>Names that stand close to each other, without the words that they all share.</summary>
public static class ShortNames
{
    /// <summary>
    /// The names in their order, each without the words that all of them have (<c>Ekens förskola</c> and <c>Tallens
    /// förskola</c> are <c>Ekens</c> and <c>Tallens</c>). Whole, all of them, where a name would be left without words or
    /// two would be alike: half a rule confuses more than long names do.
    /// </summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count < 2)
            return names;
        var words = names.Select(n => n.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var shared = words.Select(w => w.ToHashSet(StringComparer.OrdinalIgnoreCase)).Aggregate((all, next) =>
        {
            all.IntersectWith(next);
            return all;
        });
        string[] shorter = [.. words.Select(w => string.Join(' ', w.Where(word => !shared.Contains(word))).Trim(' ', ',', '–', '-'))];
        // A lone number or letter names nothing: "5" of "Backen 5".
        return shorter.All(n => n.Count(char.IsLetter) >= 3) && shorter.Distinct(StringComparer.OrdinalIgnoreCase).Count() == shorter.Length
            ? [.. shorter.Select(Words.Capital)]
            : names;
    }

    /// <summary>The same for names of which some are alike: those have what tells them apart, in brackets, where there is anything.</summary>
    /// <param name="names">The names.</param>
    /// <param name="apart">For each name what may tell it from the others, most telling first; null where nothing is known.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> names, params IReadOnlyList<IReadOnlyList<string?>> apart)
    {
        ArgumentNullException.ThrowIfNull(apart);
        var shorter = Of(names);
        var twins = shorter.CountBy(n => n, StringComparer.OrdinalIgnoreCase).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var telling in apart)
        {
            string[] told = [.. shorter.Zip(telling, (name, by) => twins.Contains(name) && by is not null ? $"{name} ({by})" : name)];
            if (told.Distinct(StringComparer.OrdinalIgnoreCase).Count() == told.Length)
                return told;
        }
        return shorter;
    }
}
