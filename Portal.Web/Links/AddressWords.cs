using Portal.Data.Model;
using Portal.Data.Queries.Units;

namespace Portal.Web.Links;

/// <summary>The Swedish words that addresses use for codes of the database. A word that no code has is a bad address.</summary>
public static class AddressWords
{
    private static readonly Dictionary<string, string> OwnershipByWord = new(StringComparer.Ordinal)
    {
        ["kommunal"] = Ownerships.Municipal,
        ["privat"] = Ownerships.Private,
        ["ideell"] = Ownerships.Nonprofit,
        ["regional"] = Ownerships.Regional,
        ["statlig"] = Ownerships.State,
    };

    /// <summary>The words for ownership, in the order that filters show them.</summary>
    public static IReadOnlyList<string> OwnershipWords { get; } = [.. OwnershipByWord.Keys];

    /// <summary>The code of an ownership's word; null where the word is not one of <see cref="OwnershipWords"/>.</summary>
    public static string? Ownership(string word) => OwnershipByWord.GetValueOrDefault(word);

    /// <summary>The word of an ownership's code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is not one of <see cref="Ownerships"/>.</exception>
    public static string OwnershipWord(string code) =>
        OwnershipByWord.FirstOrDefault(pair => pair.Value == code).Key
        ?? throw new ArgumentOutOfRangeException(nameof(code), code, "Not an ownership.");

    /// <summary>The words for the order of the list of units, in the order that the form shows them; the first is the default.</summary>
    public static IReadOnlyList<string> OrderWords { get; } = ["namn", "resultat", "svarande"];

    /// <summary>The order of a word; null where the word is not one of <see cref="OrderWords"/>.</summary>
    public static UnitOrder? Order(string word) => word switch
    {
        "namn" => UnitOrder.Name,
        "resultat" => UnitOrder.Result,
        "svarande" => UnitOrder.Respondents,
        _ => null,
    };
}
