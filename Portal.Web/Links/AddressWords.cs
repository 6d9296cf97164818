using Portal.Data.Model;

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
}
