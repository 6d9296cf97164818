using System.Globalization;
using Portal.Data.Model;

namespace Portal.Web.Text;

/// <summary>
/// The one place that turns codes and values into Swedish words. A figure that is missing becomes the reason why,
/// never a zero and never a dash.
/// </summary>
public static class Words
{
    /// <summary>What the page says where a subject has no figure at all: it was not part of the round.</summary>
    public const string NotInRound = "ingick inte i omgången";

    /// <summary>Said beside a figure whose source contradicts itself.</summary>
    public const string Doubtful = "osäker uppgift: källans siffror går inte ihop";

    /// <summary>Said beside a figure that may change.</summary>
    public const string Preliminary = "preliminär";

    /// <summary>Said beside a figure that the portal calculated.</summary>
    public const string Derived = "egen beräkning";

    /// <summary>
    /// A figure as the page says it: the value with its unit, or why there is none. A null state means that the
    /// subject was not part of the round.
    /// </summary>
    /// <exception cref="ArgumentException">The state promises a value and there is none.</exception>
    public static string Figure(double? value, ObservationState? state, string unit, int decimals)
    {
        if (state is not (ObservationState.Published or ObservationState.Preliminary))
            return State(state);
        if (value is not { } number)
            throw new ArgumentException("A published figure has a value.", nameof(value));
        var text = Format.Value(number, unit, decimals);
        return state == ObservationState.Preliminary ? $"{text} ({Preliminary})" : text;
    }

    /// <summary>As <see cref="Figure(double?, ObservationState?, string, int)"/>, from a figure with its passport.</summary>
    public static string Figure(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Figure(figure.Value, figure.State, figure.Unit, figure.Decimals);
    }

    /// <summary>Why a value is shown or not. Null: the subject was not part of the round.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not a state.</exception>
    public static string State(ObservationState? state) => state switch
    {
        null or ObservationState.NotAsked => NotInRound,
        ObservationState.Published => "publicerad",
        ObservationState.Preliminary => Preliminary,
        ObservationState.Suppressed => "skyddat: för få svar",
        ObservationState.NoAnswer => "för få svarade eller enheten avstod",
        ObservationState.NotApplicable => "frågan gäller inte denna verksamhet",
        ObservationState.Missing => "uppgift saknas från källan",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state."),
    };

    /// <summary>The state's code in files: snake case, and <c>not_in_round</c> for null.</summary>
    public static string StateCode(ObservationState? state) => state switch
    {
        null => "not_in_round",
        ObservationState.Published => "published",
        ObservationState.Preliminary => "preliminary",
        ObservationState.Suppressed => "suppressed",
        ObservationState.NotAsked => "not_asked",
        ObservationState.NoAnswer => "no_answer",
        ObservationState.NotApplicable => "not_applicable",
        ObservationState.Missing => "missing",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state."),
    };

    /// <summary>
    /// A share of positive answers in words; the limits stand in this folder's README. The words only retell the
    /// number: they do not judge it.
    /// </summary>
    public static string Share(double percent) => percent switch
    {
        >= 90 => "nästan alla är positiva",
        >= 75 => "de flesta är positiva",
        >= 55 => "fler än hälften är positiva",
        >= 45 => "ungefär hälften är positiva",
        >= 25 => "färre än hälften är positiva",
        >= 10 => "få är positiva",
        _ => "nästan ingen är positiv",
    };

    /// <summary>
    /// A result in words: a share by <see cref="Share"/>, a mean with its scale's end, else the value with its unit,
    /// or why there is none.
    /// </summary>
    public static string Result(string kind, double? value, ObservationState? state, string unit, int decimals, double? scaleHigh)
    {
        if (value is not { } number || state is not (ObservationState.Published or ObservationState.Preliminary))
            return State(state);
        return kind switch
        {
            "share" => Share(number),
            "mean" when scaleHigh is { } high => $"medelbetyg {Format.Number(number, decimals)} av {Format.Number(high, 0)}",
            _ => Format.Value(number, unit, decimals),
        };
    }

    /// <summary>When: <c>2024</c>, <c>läsåret 2023/24</c> (known by the year it begins), <c>årtal saknas</c>.</summary>
    public static string Period(int period, string periodKind)
    {
        if (period == 0 || periodKind == "undated")
            return "årtal saknas";
        var year = period.ToString(CultureInfo.InvariantCulture);
        return periodKind == "school_year"
            ? $"läsåret {year}/{((period + 1) % 100).ToString("00", CultureInfo.InvariantCulture)}"
            : year;
    }

    /// <summary>Who owns: <c>kommunal</c>, <c>privat</c> ... Null: the source does not say.</summary>
    public static string Ownership(string? code) => code switch
    {
        null => "uppgift om ägare saknas",
        Ownerships.Municipal => "kommunal",
        Ownerships.Private => "privat",
        Ownerships.Nonprofit => "ideell",
        Ownerships.Regional => "regional",
        Ownerships.State => "statlig",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not an ownership."),
    };

    /// <summary>Whose answers: <c>alla</c>, <c>kvinnor och flickor</c>, <c>män och pojkar</c>.</summary>
    public static string Sex(string code) => code switch
    {
        Sexes.All => "alla",
        Sexes.Women => "kvinnor och flickor",
        Sexes.Men => "män och pojkar",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not a sex."),
    };

    /// <summary>What a figure is about: <c>enhet</c>, <c>kommun</c> ...</summary>
    public static string Scope(string code) => code switch
    {
        Scopes.Unit => "enhet",
        Scopes.District => "område",
        Scopes.Municipality => "kommun",
        Scopes.Group => "kommungrupp",
        Scopes.Country => "hela landet",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not a scope."),
    };

    /// <summary>How a night, or one source in it, ended.</summary>
    public static string NightOutcome(string code) => code switch
    {
        "running" => "pågår",
        "published" => "publicerade en ny utgåva",
        "unchanged" => "inget nytt att publicera",
        "failed" => "misslyckades",
        "read" => "läst",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not an outcome."),
    };

    /// <summary>A count with its noun: <c>1 svar</c>, <c>12 svar</c>.</summary>
    public static string Count(long count, string one, string many) =>
        $"{Format.Number(count)}{Format.NoBreakSpace}{(count == 1 ? one : many)}";
}
