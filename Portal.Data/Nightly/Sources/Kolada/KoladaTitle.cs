using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Data.Nightly.Sources.Kolada;

/// <summary>
/// What a KPI's title tells, since nothing else in the catalogue does: what kind of figure it is, its unit, that it has
/// ended, and that it is the margin of error of another.
/// </summary>
internal static partial class KoladaTitle
{
    private const int LongestUnit = 40;

    /// <summary>The word in the title of every KPI that is a margin of error.</summary>
    public const string MarginWord = "Osäkerhetstal";

    /// <summary>The title without its last year.</summary>
    public static string Name(string title) => Spaces().Replace(Ended().Replace(title, ""), " ").Trim();

    /// <summary>The last year with figures, which stands as "(-2023)"; null for a KPI that goes on.</summary>
    public static int? LastYear(string title) =>
        Ended().Match(title) is { Success: true } match ? int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether the KPI is the margin of error of another.</summary>
    public static bool IsMargin(string title) => title.TrimStart().StartsWith(MarginWord, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A title as margins and their KPIs share it: letters and figures alone. A KPI's may have more before it: "NTU -".
    /// </summary>
    public static string Shared(string title)
    {
        var name = Name(title);
        if (IsMargin(name))
            name = name[MarginWord.Length..];
        return Signs().Replace(name.ToLowerInvariant(), " ").Trim();
    }

    /// <summary>The kind of figure, its unit and how many decimals to show.</summary>
    public static (string Kind, string Unit, int Decimals) Kind(string title)
    {
        var name = Name(title);
        if (name.Contains("(%)", StringComparison.Ordinal) || name.Contains("procent", StringComparison.OrdinalIgnoreCase))
        {
            // A deviation in per cent may be less than nothing and is no share of anything.
            return Share().IsMatch(name) && !name.Contains("avvikelse", StringComparison.OrdinalIgnoreCase) ? ("share", "percent", 1) : ("ratio", "percent", 1);
        }
        if (Money().Match(name) is { Success: true } money)
            return ("ratio", Short(money.Value), 0);
        if (name.Contains("antal dagar", StringComparison.OrdinalIgnoreCase) || name.EndsWith("dagar", StringComparison.OrdinalIgnoreCase))
            return ("ratio", "dagar", 0);
        return Counted().IsMatch(name) && !PerSomething().IsMatch(name) ? ("count", "", 0) : ("ratio", "", 1);
    }

    private static string Short(string unit) => unit.Length <= LongestUnit ? unit.Trim() : "kr";

    [GeneratedRegex(@"\s*\(\s*[-–]\s*(?<year>\d{4})\s*\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ended();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Signs();

    [GeneratedRegex(@"\bandel|svarsfrekvens", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"\b[mt]?kr(?:/[\p{L}\d -]+)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Money();

    [GeneratedRegex(@"\bantal\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\bper\b|/|\bgenomsnitt|\bmedel", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PerSomething();
}
