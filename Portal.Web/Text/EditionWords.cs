using System.Globalization;
using Portal.Data.Model;
using Portal.Data.Queries.Editions;

namespace Portal.Web.Text;

/// <summary>Editions and their changes in words.</summary>
public static class EditionWords
{
    private static readonly Dictionary<string, string> Things = new(StringComparer.Ordinal)
    {
        ["source"] = "källa",
        ["municipality"] = "kommun",
        ["municipality_neighbour"] = "grannkommun",
        ["municipality_group"] = "kommungrupp",
        ["municipality_group_member"] = "kommun i grupp",
        ["service_area"] = "verksamhet",
        ["provider"] = "utförare",
        ["quality_factor"] = "kvalitetsfaktor",
        ["survey"] = "undersökning",
        ["survey_round"] = "omgång",
        ["answer_scale"] = "svarsskala",
        ["answer_option"] = "svarsalternativ",
        ["question"] = "fråga",
        ["question_round"] = "fråga i omgång",
        ["measure"] = "mått",
        ["unit"] = "enhet",
        ["unit_alias"] = "annat namn på enhet",
        ["unit_outside_id"] = "källans id för enhet",
        ["unit_event"] = "händelse för enhet",
    };

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["name"] = "namn",
        ["is_listed"] = "finns i registret",
        ["ownership"] = "ägare",
        ["provider_id"] = "utförare",
        ["address"] = "adress",
        ["postal_code"] = "postnummer",
        ["latitude"] = "latitud",
        ["longitude"] = "longitud",
        ["wording"] = "lydelse",
        ["area"] = "frågeområde",
        ["quality_factor_id"] = "kvalitetsfaktor",
        ["population"] = "folkmängd",
        ["licence"] = "licens",
        ["credit"] = "hur källan anges",
        ["description"] = "beskrivning",
        ["respondent_floor"] = "minsta antal svarande",
        ["published_on"] = "publicerad",
        ["is_preliminary"] = "preliminär",
        ["source_id"] = "källa",
        ["municipality_code"] = "kommun",
        ["service_area_id"] = "verksamhet",
        ["derivation"] = "beräkning",
        ["better"] = "vilket håll som är bättre",
        ["label"] = "text",
    };

    /// <summary>"Utgåva 12".</summary>
    public static string Name(int number) => $"Utgåva {number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>What an edition changed, in one sentence without a stop; "inga siffror ändrade" where it changed none.</summary>
    public static string Changes(int added, int changed, int removed)
    {
        string?[] parts =
        [
            added > 0 ? Words.Count(added, "ny uppgift", "nya uppgifter") : null,
            changed > 0 ? Words.Count(changed, "ändrad", "ändrade") : null,
            removed > 0 ? Words.Count(removed, "borttagen", "borttagna") : null,
        ];
        var told = parts.OfType<string>().ToList();
        return told.Count == 0 ? "inga siffror ändrade" : Format.List(told);
    }

    /// <summary>"ny", "ändrad" or "borttagen".</summary>
    public static string Kind(string kind) => kind switch
    {
        "added" => "ny",
        "removed" => "borttagen",
        _ => "ändrad",
    };

    /// <summary>The value before or after a change, or why there is none.</summary>
    public static string Value(EditionChange change, double? value, ObservationState? state)
    {
        ArgumentNullException.ThrowIfNull(change);
        return state is null ? "fanns inte" : Words.Figure(value, state, change.Unit ?? "", change.Decimals);
    }

    /// <summary>What was measured or asked, with the answer where the change is of one.</summary>
    public static string What(EditionChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var what = (change.Wording, change.MeasureName) switch
        {
            // Some measures are named by their question.
            ({ } wording, { } measure) => measure.StartsWith(wording, StringComparison.Ordinal) ? measure : $"{wording} ({measure})",
            var (wording, measure) => wording ?? measure ?? "",
        };
        return change.Answer is { } answer ? $"{what}: {answer}" : what;
    }

    /// <summary>The year and, where it is not of all, the sex: "2024, flickor och kvinnor".</summary>
    public static string When(EditionChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var year = Words.Period(change.Period ?? 0, change.PeriodKind ?? "year");
        return change.Sex is { } sex && sex != Sexes.All ? $"{year}, {Words.Sex(sex)}" : year;
    }

    /// <summary>The kind of thing that a fact is about, in Swedish.</summary>
    public static string Thing(string? thing) => Things.GetValueOrDefault(thing ?? "", thing ?? "");

    /// <summary>What of a thing changed, in Swedish; the column's own name where it has no word.</summary>
    public static string Column(string? column) => Columns.GetValueOrDefault(column ?? "", column?.Replace('_', ' ') ?? "");

    /// <summary>What a fact said, as a reader would write it.</summary>
    public static string Fact(EditionChange change, string? text)
    {
        ArgumentNullException.ThrowIfNull(change);
        return (change.ColumnName, text) switch
        {
            (_, null) => "uppgift saknas",
            ("ownership", _) => Words.Ownership(text),
            ({ } column, "1") when column.StartsWith("is_", StringComparison.Ordinal) => "ja",
            ({ } column, "0") when column.StartsWith("is_", StringComparison.Ordinal) => "nej",
            _ => text,
        };
    }
}
