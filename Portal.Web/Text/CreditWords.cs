namespace Portal.Web.Text;

/// <summary>
/// Credits as pages show them. Sources write theirs as <c>Källa: Kolada</c>: files say it as it is written, and on a page
/// the word stands once.
/// </summary>
public static class CreditWords
{
    private const string Prefix = "Källa:";

    /// <summary>A credit where the word stands already: <c>Kolada</c>.</summary>
    public static string Bare(string credit)
    {
        ArgumentNullException.ThrowIfNull(credit);
        return Begins(credit) ? credit[Prefix.Length..].Trim() : credit;
    }

    /// <summary>Several credits in a row, each once, in their order: <c>Källa: Skolverket; Kolada</c>.</summary>
    public static string Line(IEnumerable<string?> credits)
    {
        ArgumentNullException.ThrowIfNull(credits);
        var each = credits.OfType<string>().Where(c => !string.IsNullOrWhiteSpace(c)).Distinct(StringComparer.Ordinal).ToList();
        // Where the first is worded otherwise, no word stands before them all.
        return each.Count > 1 && Begins(each[0])
            ? $"{each[0]}; {string.Join("; ", each.Skip(1).Select(Bare))}"
            : string.Join("; ", each);
    }

    private static bool Begins(string credit) => credit.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);
}
