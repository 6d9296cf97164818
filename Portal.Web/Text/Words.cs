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

    /// <summary>What the page says where a source does not part its answers by sex.</summary>
    public const string NotBySex = "inte uppdelat på kön";

    /// <summary>What the page says where a source parts its answers by sex and gives none for all.</summary>
    public const string OnlyBySex = "finns bara uppdelat på kön";

    /// <summary>What the page says where a measure has no figure for the country.</summary>
    public const string NoCountry = "uppgift för hela landet saknas";

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

    /// <summary>
    /// As <see cref="Figure(double?, ObservationState?, string, int)"/>, from a figure with its passport. What the measure's
    /// name says is counted is not said again: of "Antal barngrupper" <c>1</c> and not <c>1 grupper</c>.
    /// </summary>
    public static string Figure(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Figure(figure.Value, figure.State, SaysWhat(figure.MeasureName, figure.Unit) ? "" : figure.Unit, figure.Decimals);
    }

    // A word of the name ends with the unit: the head of a compound comes last.
    private static bool SaysWhat(string name, string unit)
    {
        for (var at = 0; unit.Length > 0 && (at = name.IndexOf(unit, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (at + unit.Length == name.Length || !char.IsLetter(name[at + unit.Length]))
                return true;
        }
        return false;
    }

    /// <summary>
    /// What stands beneath a figure: how many answered, of how many, and marks on figures that are doubtful or the
    /// portal's own. Empty where there is nothing to say.
    /// </summary>
    public static string FigureNote(Figure figure, bool withRespondents)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var notes = new List<string>();
        if (withRespondents && Respondents(figure.Respondents, figure.Invited, figure.ResponseRate) is { Length: > 0 } basis)
            notes.Add(basis);
        if (figure.IsDerived)
            notes.Add(Derived);
        if (figure.IsDoubtful)
            notes.Add(Doubtful);
        return string.Join("; ", notes);
    }

    /// <summary>
    /// How many answered: <c>34 svar av 50 (68 %)</c>, with what is known of it. Empty where nothing is.
    /// </summary>
    public static string Respondents(int? respondents, int? invited, double? responseRate)
    {
        var parts = new List<string>();
        if (respondents is { } answered)
            parts.Add($"{Format.Number(answered)}{Format.NoBreakSpace}svar");
        if (invited is { } asked)
            parts.Add(respondents is null ? $"{Format.Number(asked)}{Format.NoBreakSpace}{(asked == 1 ? "tillfrågad" : "tillfrågade")}" : $"av {Format.Number(asked)}");
        if (responseRate is { } rate)
            parts.Add(parts.Count == 0 ? $"svarsfrekvens {Format.Percent(rate)}" : $"({Format.Percent(rate)})");
        return string.Join(' ', parts);
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
        ObservationState.NotApplicable => "frågan gäller inte den här verksamheten",
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
    /// A share of positive answers in words, by the whole number that is shown; the limits stand in this folder's README.
    /// The words only retell the number: they do not judge it.
    /// </summary>
    public static string Share(double percent) => Math.Round((decimal)percent, 0, MidpointRounding.AwayFromZero) switch
    {
        >= 90 => "nästan alla är positiva",
        >= 75 => "de flesta är positiva",
        >= 55 => "fler än hälften är positiva",
        >= 45 => "ungefär hälften är positiva",
        >= 25 => "färre än hälften är positiva",
        >= 10 => "få är positiva",
        _ => "nästan ingen är positiv",
    };

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

    /// <summary>How a night ended.</summary>
    public static string NightOutcome(string code) => code switch
    {
        "running" => "pågår",
        "published" => "publicerade en ny utgåva",
        "unchanged" => "inget nytt att publicera",
        "failed" => "misslyckades; inget publicerades",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not an outcome."),
    };

    /// <summary>How a source fared in a night.</summary>
    public static string SourceOutcome(string code) => code switch
    {
        "read" => "läst",
        "unchanged" => "oförändrad sedan förra gången",
        "failed" => "gick inte att läsa",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not an outcome."),
    };

    /// <summary>What a night did with rows that had a fault.</summary>
    public static string NightReason(string kind) => kind switch
    {
        "reject" => "Inte med",
        "remark" => "Med, men med anmärkning",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of reason."),
    };

    /// <summary>With a capital first letter.</summary>
    public static string Capital(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}";
    }

    /// <summary>A count with its noun: <c>1 svar</c>, <c>12 svar</c>.</summary>
    public static string Count(long count, string one, string many) =>
        $"{Format.Number(count)}{Format.NoBreakSpace}{(count == 1 ? one : many)}";
}
