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
}
