namespace Portal.Web.Pages.Compare;

/// <summary>The units that the address of the comparison names.</summary>
public static class CompareQuery
{
    /// <summary>The most units that an address may name: more than anyone ticks, few enough to ask for.</summary>
    public const int MostAsked = 50;

    /// <summary>Each id once, in the reader's order.</summary>
    public static IReadOnlyList<string> Ids(IEnumerable<string?> asked) =>
        [.. asked.OfType<string>().Select(id => id.Trim()).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];
}
