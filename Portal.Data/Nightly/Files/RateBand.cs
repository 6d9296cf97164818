using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Data.Nightly.Files;

/// <summary>
/// A response rate in per cent, exact or as a band: "64", "64,5 %", "60–69", "70-79 %", "80 % eller mer", "mindre än 40".
/// </summary>
public static partial class RateBand
{
    /// <summary>Reads a rate. For one that is exact, <paramref name="high"/> is null; else it is the band's upper end.</summary>
    /// <returns>False when the text is no rate from 0 to 100.</returns>
    public static bool TryRead(string text, string decimalSign, out double low, out double? high)
    {
        ArgumentNullException.ThrowIfNull(text);
        (low, high) = (0, null);
        var clean = Words().Replace(text.Replace('\u00a0', ' '), "").Trim();
        if (Cells.TryNumber(clean, decimalSign, out low))
            return low is >= 0 and <= 100;
        if (Band().Match(clean) is { Success: true } band)
        {
            low = double.Parse(band.Groups["low"].ValueSpan, CultureInfo.InvariantCulture);
            high = double.Parse(band.Groups["high"].ValueSpan, CultureInfo.InvariantCulture);
            return low < high && high <= 100;
        }
        if (Open().Match(clean) is not { Success: true } open)
            return false;
        var end = double.Parse(open.Groups["end"].ValueSpan, CultureInfo.InvariantCulture);
        (low, high) = open.Groups["under"].Success ? (0, end) : (end, 100d);
        return end <= 100;
    }

    [GeneratedRegex("%|procent", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?<low>\d{1,3}) *(-|–|—|till|to) *(?<high>\d{1,3})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Band();

    [GeneratedRegex(@"^((?<under><|≤|under|mindre än|högst|färre än|lägre än) *|(>|≥|över|minst|mer än) *)(?<end>\d{1,3})$|^(?<end>\d{1,3}) *(\+|(och|eller) (mer|över|högre)|(?<under>(och|eller) (mindre|under|lägre)))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Open();
}
