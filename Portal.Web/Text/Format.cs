using System.Globalization;

namespace Portal.Web.Text;

/// <summary>
/// Numbers and dates as Swedish readers expect them: decimal comma, a real minus sign, and non-breaking spaces between
/// thousands and before the per cent sign. Fixed here and not taken from the machine's culture data.
/// </summary>
public static class Format
{
    /// <summary>The space that does not break a line.</summary>
    public const string NoBreakSpace = "\u00A0";

    /// <summary>The clock that readers go by.</summary>
    public static readonly TimeZoneInfo Sweden = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private static readonly NumberFormatInfo Swedish = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = NoBreakSpace,
        NumberGroupSizes = [3],
        NegativeSign = "\u2212",
    };

    /// <summary>A number with a fixed count of decimals, halves rounded away from zero. Never "−0".</summary>
    public static string Number(double value, int decimals)
    {
        // decimal keeps what the double shows: 2.675 rounds as it is read, not as it is stored.
        var rounded = Math.Abs(value) < 1e15
            ? (double)Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero)
            : value;
        return (rounded == 0 ? 0 : rounded).ToString($"N{decimals.ToString(CultureInfo.InvariantCulture)}", Swedish);
    }

    /// <summary>A whole number.</summary>
    public static string Number(long value) => value.ToString("N0", Swedish);

    /// <summary>A value in per cent, 0–100, with its sign.</summary>
    public static string Percent(double value, int decimals = 0) => $"{Number(value, decimals)}{NoBreakSpace}%";

    /// <summary>
    /// A value with its unit: <c>84 %</c>, <c>4,2</c> for a score, <c>1 234 barn</c> for what is counted.
    /// </summary>
    public static string Value(double value, string unit, int decimals) => unit switch
    {
        "percent" => Percent(value, decimals),
        "score" or "" => Number(value, decimals),
        _ => $"{Number(value, decimals)}{NoBreakSpace}{unit}",
    };

    /// <summary>A day: <c>3 maj 2024</c>.</summary>
    public static string Date(DateOnly day) =>
        $"{day.Day.ToString(CultureInfo.InvariantCulture)}{NoBreakSpace}{Months[day.Month - 1]}{NoBreakSpace}{day.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The day in Sweden of a time in UTC.</summary>
    public static string Date(DateTime utc) => Date(DateOnly.FromDateTime(InSweden(utc)));

    /// <summary>A time in UTC as the clock in Sweden showed it: <c>3 maj 2024 kl. 04.15</c>.</summary>
    public static string Time(DateTime utc)
    {
        var local = InSweden(utc);
        return $"{Date(DateOnly.FromDateTime(local))} kl.{NoBreakSpace}{local.ToString("HH.mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>An hour of the day: <c>kl. 02.30</c>.</summary>
    public static string Clock(TimeOnly hour) => $"kl.{NoBreakSpace}{hour.ToString("HH.mm", CultureInfo.InvariantCulture)}";

    /// <summary>The day as machines read it, for <c>datetime</c> attributes and files: <c>2024-05-03</c>.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The time as machines read it: <c>2024-05-03T02:15:00Z</c>.</summary>
    public static string Iso(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A length of time: <c>under 1 sekund</c>, <c>45 sekunder</c>, <c>2 minuter 5 sekunder</c>.</summary>
    public static string Duration(TimeSpan length)
    {
        var seconds = (long)Math.Round(length.TotalSeconds);
        if (seconds < 1)
            return $"under{NoBreakSpace}1{NoBreakSpace}sekund";
        var (minutes, rest) = (seconds / 60, seconds % 60);
        var parts = new List<string>();
        if (minutes > 0)
            parts.Add($"{Number(minutes)}{NoBreakSpace}{(minutes == 1 ? "minut" : "minuter")}");
        if (rest > 0)
            parts.Add($"{Number(rest)}{NoBreakSpace}{(rest == 1 ? "sekund" : "sekunder")}");
        return string.Join(' ', parts);
    }

    /// <summary>Things in a row: <c>A</c>, <c>A och B</c>, <c>A, B och C</c>; with another last word if given.</summary>
    public static string List(IReadOnlyList<string> things, string last = "och")
    {
        ArgumentNullException.ThrowIfNull(things);
        return things.Count <= 1
            ? string.Concat(things)
            : $"{string.Join(", ", things.Take(things.Count - 1))} {last} {things[^1]}";
    }

    private static DateTime InSweden(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Sweden);
}
