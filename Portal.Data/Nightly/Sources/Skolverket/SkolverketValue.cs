using System.Globalization;
using System.Runtime.InteropServices;
using Portal.Data.Model;
using Portal.Data.Nightly.Files;

namespace Portal.Data.Nightly.Sources.Skolverket;

/// <summary>
/// A value as Skolverket writes it: text with a decimal comma, or a sign that says why there is none, and beside it in the
/// API the type of value. Sign and type must say the same; neither is ever taken for a zero.
/// </summary>
/// <param name="State">Whether there is a value, or why not.</param>
/// <param name="Value">The value; null when there is none.</param>
/// <param name="IsApproximate">The value is rounded: <c>cirka 270</c>, <c>~100</c>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SkolverketValue(ObservationState State, double? Value, bool IsApproximate)
{
    /// <summary>The value is as it says. Numbers of pupils are always <c>cirka</c>.</summary>
    public const string Exists = "EXISTS";

    /// <summary>Not reported, or there is nothing to report: <c>.</c></summary>
    public const string Missing = "MISSING";

    /// <summary>Too few pupils are behind it: <c>..</c></summary>
    public const string TooFew = "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS";

    /// <summary>So few pupils did not make it that the share is only said to be about a hundred: <c>~100</c></summary>
    public const string Rounded = "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE";

    /// <summary>The school's teachers need no teaching licence, so the measure does not concern it: <c>*</c></summary>
    public const string NoLicenceNeeded = "TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION";

    private const string Circa = "cirka ";

    /// <summary>Reads a value with its type.</summary>
    /// <param name="text">The value as it was sent; null for JSON's null.</param>
    /// <param name="type">The type of value; null where the file has no such column.</param>
    /// <param name="value">What it means.</param>
    /// <returns>Why it cannot be read; null when it can.</returns>
    public static string? Fault(string? text, string? type, out SkolverketValue value)
    {
        value = default;
        if (BySign(text ?? "", out var sign, out value) is { } unreadable)
            return unreadable;
        return type is null || type == sign || (type == Exists && sign == Circa) ? null
            : type is Exists or Missing or TooFew or Rounded or NoLicenceNeeded ? "Värdet och värdetypen säger emot varandra"
            : "Okänd värdetyp";
    }

    // A number of pupils that is about 270 is of the type EXISTS, so what the sign says is told by the sign itself.
    private static string? BySign(string text, out string type, out SkolverketValue value)
    {
        (type, value) = text switch
        {
            "" or "." => (Missing, new SkolverketValue(ObservationState.Missing, null, false)),
            ".." => (TooFew, new SkolverketValue(ObservationState.Suppressed, null, false)),
            "*" => (NoLicenceNeeded, new SkolverketValue(ObservationState.NotApplicable, null, false)),
            _ => (Exists, new SkolverketValue(ObservationState.Published, null, false)),
        };
        if (value.State != ObservationState.Published)
            return null;
        var digits = text;
        if (text.StartsWith('~'))
            (type, digits) = (Rounded, text[1..].Trim());
        else if (text.StartsWith(Circa, StringComparison.OrdinalIgnoreCase))
            (type, digits) = (Circa, text[Circa.Length..].Trim());
        if (!Cells.TryNumber(digits, ",", out var number))
            return "Värdet går inte att läsa";
        value = new SkolverketValue(ObservationState.Published, number, IsApproximate: type != Exists);
        return null;
    }

    /// <summary>The year that a school year begins, which is what the portal knows it by: 2023/24 is 2023. Null when it is none.</summary>
    public static int? SchoolYear(string? text) =>
        text is { Length: 7 } && text[4] == '/'
        && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100
        && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var next) && next == (year + 1) % 100
            ? year
            : null;
}
