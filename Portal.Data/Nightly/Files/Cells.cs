using System.Globalization;

namespace Portal.Data.Nightly.Files;

/// <summary>Turns the text of a cell into a value, whatever the culture of the machine.</summary>
public static class Cells
{
    /// <summary>Nothing that is counted has so many figures; a longer cell is a row that has lost its separators.</summary>
    private const int LongestNumber = 40;

    /// <summary>
    /// A number with at most one decimal sign. <paramref name="decimalSign"/> is <c>.</c>, <c>,</c> or <c>auto</c> (either).
    /// Signs between thousands are not taken: 1,234 may be a thousand or one and a bit.
    /// </summary>
    public static bool TryNumber(string text, string decimalSign, out double value)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(decimalSign);
        value = 0;
        if (text.Length is 0 or > LongestNumber)
            return false;
        Span<char> clean = stackalloc char[text.Length];
        var signs = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '.' or ',')
            {
                if (++signs > 1 || (decimalSign.Length == 1 && c != decimalSign[0]))
                    return false;
                c = '.';
            }
            else if (!char.IsAsciiDigit(c) && !(i == 0 && c is '-'))
            {
                return c is '\u2212' && i == 0 && TryNumber("-" + text[1..], decimalSign, out value);
            }
            clean[i] = c;
        }
        if (!double.TryParse(clean, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
            return false;
        // Minus zero would be written with its minus.
        value += 0.0;
        return true;
    }

    /// <summary>A whole number of at least zero.</summary>
    public static bool TryCount(string text, out int value)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Spreadsheets write whole numbers with a decimal: 74.0.
        var whole = text.EndsWith(".0", StringComparison.Ordinal) || text.EndsWith(",0", StringComparison.Ordinal) ? text[..^2] : text;
        return int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A year from 1900 to 2100.</summary>
    public static bool TryYear(string text, out int value) => TryCount(text, out value) && value is >= 1900 and <= 2100;

    /// <summary>A municipality's code with the leading zero that spreadsheets take away.</summary>
    public static string MunicipalityCode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 3 && text.All(char.IsAsciiDigit) ? "0" + text : text;
    }
}
