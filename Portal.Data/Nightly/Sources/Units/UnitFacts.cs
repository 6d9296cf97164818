using System.Text.RegularExpressions;
using Portal.Data.Model;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Units;

/// <summary>Facts of a register as every register's are kept.</summary>
internal static partial class UnitFacts
{
    /// <summary>
    /// An organisation number with its hyphen; null for none and for a person's. The organisation number of a person's own
    /// business is that person's identity number, which is nobody's to publish. A legal person's number has at least 20 in
    /// its third and fourth figures.
    /// </summary>
    public static string? OrganisationNumber(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == 10 && digits[2] >= '2' ? $"{digits[..6]}-{digits[6..]}" : null;
    }

    /// <summary>A postal code as 293 24, also of 29324 and of what spreadsheets make of it, 29324.0; null for what is none.</summary>
    public static string? PostalCode(string text)
    {
        var digits = text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text.Replace(" ", "", StringComparison.Ordinal);
        return digits.Length == 5 && digits.All(char.IsAsciiDigit) ? $"{digits[..3]} {digits[3..]}" : null;
    }

    /// <summary>
    /// The name of a public owner that a register writes in capitals, as people write it: "EXEMPELBY KOMMUN" is "Exempelby
    /// kommun". Other names stay as they are: capitals may be how a company writes its own.
    /// </summary>
    public static string OwnerName(string text)
    {
        if (!PublicOwner().IsMatch(text))
            return text;
        var words = text.Split(' ').Select(w => w is "KOMMUN" or "STAD" or "REGION" ? w.ToLowerInvariant() : string.Join('-', w.Split('-').Select(Capital)));
        return string.Join(' ', words);

        static string Capital(string word) => word.Length > 1 ? word[0] + word[1..].ToLowerInvariant() : word;
    }

    /// <summary>A provider of that name or number.</summary>
    public static ProviderRow Provider(string name, string? number, string? ownership, string sourceId) => new()
    {
        ProviderId = (number ?? SearchNames.SearchName(name)).Replace(' ', '-'),
        Name = name,
        SortKey = SearchNames.SortKey(name),
        SearchName = SearchNames.SearchName(name),
        Ownership = ownership,
        OrganisationNumber = number,
        SourceId = sourceId,
    };

    [GeneratedRegex(@"^[A-ZÅÄÖÉ -]+ (KOMMUN|STAD)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublicOwner();
}
