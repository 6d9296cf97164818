using System.Collections.Frozen;

namespace Portal.Data.Nightly.Matching;

/// <summary>
/// The words of a unit's name that do not tell it from other units of its service area. They are lists, not
/// patterns, so that it can be read off what is left out of a name.
/// </summary>
public sealed class KindWords
{
    // "Ekonominska" is how a register spells it. "Ek" is not here: it is an oak as well.
    private static readonly string[] LegalForms =
        ["ab", "aktiebolag", "hb", "kb", "handelsbolag", "stiftelsen", "stiftelse", "ekonomisk", "ekonominska"];

    private KindWords(
        IEnumerable<string> service, IEnumerable<string> kind, Dictionary<string, string> written, Dictionary<string, string> directions)
    {
        Service = service.Concat(LegalForms).ToFrozenSet(StringComparer.Ordinal);
        Kind = kind.Concat(directions.Keys).ToFrozenSet(StringComparer.Ordinal);
        Written = written.ToFrozenDictionary(StringComparer.Ordinal);
        Directions = directions.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The words of a service area.</summary>
    public static KindWords Of(string serviceAreaId) => serviceAreaId == "forskola" ? Preschool : LegalFormsOnly;

    /// <summary>No words but the legal forms: for service areas without a list of their own.</summary>
    public static KindWords LegalFormsOnly { get; } = new([], [], [], []);

    /// <summary>
    /// The words of preschools. "Specialförskola", "nattomsorg" and "familjedaghem" are not among them: they
    /// part two units at one address. The misspelt "föräldrarkooperativet" is met in a survey.
    /// </summary>
    public static KindWords Preschool { get; } = new(
        service: ["förskola", "förskolan", "förskolor", "förskolorna"],
        kind:
        [
            "daghem", "daghemmet", "dagis", "daghemsförening", "daghemsföreningen", "förening", "föreningen",
            "föräldrakooperativ", "föräldrakooperativet", "föräldrakooperativa",
            "kooperativ", "kooperativet", "kooperativa",
            "personalkooperativ", "personalkooperativet", "personalkooperativa", "kyrkans",
        ],
        written: new()
        {
            ["fsk"] = "förskola",
            ["fk"] = "föräldrakooperativet",
            ["föräldrakoop"] = "föräldrakooperativet",
            ["föräldrarkooperativ"] = "föräldrakooperativ",
            ["föräldrarkooperativet"] = "föräldrakooperativet",
            ["montessoriför"] = "montessoriföreningen",
            ["montessorifören"] = "montessoriföreningen",
            ["stift"] = "stiftelsen",
            ["dr"] = "doktor",
        },
        directions: new()
        {
            ["montessori"] = "montessori",
            ["montessoriförskola"] = "montessori",
            ["montessoriförskolan"] = "montessori",
            ["montessoriförening"] = "montessori",
            ["montessoriföreningen"] = "montessori",
            ["waldorf"] = "waldorf",
            ["waldorfförskola"] = "waldorf",
            ["waldorfförskolan"] = "waldorf",
        });

    // Words for the service itself and for legal forms: left out by SameNameButService.
    internal FrozenSet<string> Service { get; }

    // Words for the kind of place: left out by SameNameButKind.
    internal FrozenSet<string> Kind { get; }

    // Abbreviations and known misspellings, written out.
    internal FrozenDictionary<string, string> Written { get; }

    // Words that name a pedagogical direction: two names that say different ones are never one unit.
    internal FrozenDictionary<string, string> Directions { get; }
}
