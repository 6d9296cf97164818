using Portal.Data.Model;

namespace Portal.Data.Queries.Search;

/// <summary>
/// What a reader typed, as the search reads it: a municipality and a service area where they are named, and the words
/// that are left to be found in names.
/// </summary>
public sealed record SearchTerms
{
    /// <summary>The words that count; of more, the longest.</summary>
    public const int MostWords = 8;

    // Words that tie others together and say nothing of what is looked for. Left out where something else is left.
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "i", "pa", "och", "for", "nara", "hos", "kommun", "kommunen", "kommuns", "stad", "stads",
    };

    /// <summary>Words to be found in names, folded, in the order that they were typed, each once.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The municipality that is named; null where none is.</summary>
    public string? MunicipalityCode { get; init; }

    /// <summary>The service area that is named; null where none is.</summary>
    public string? ServiceAreaId { get; init; }

    /// <summary>Whether a municipality or a service area is named.</summary>
    public bool HasPlace => MunicipalityCode is not null || ServiceAreaId is not null;

    /// <summary>Whether nothing was typed that can be looked for.</summary>
    public bool IsEmpty => Words.Count == 0 && !HasPlace;

    /// <summary>The words of a text, all to be found in names.</summary>
    public static SearchTerms Plain(string? text)
    {
        var words = SearchNames.SearchName(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        if (words.Count > MostWords)
        {
            var longest = words.OrderByDescending(w => w.Length).Take(MostWords).ToHashSet(StringComparer.Ordinal);
            words = words.FindAll(longest.Contains);
        }
        return new SearchTerms { Words = words };
    }

    /// <summary>
    /// The same with the municipality and the service area that the words name taken out of them: "förskolor i
    /// Göteborg", "solen upplands väsby". The longest name counts, then the first.
    /// </summary>
    public SearchTerms Placed(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var words = Words.ToList();
        var municipality = Take(words, catalogue.Municipalities.Select(m => (m.Code, m.SearchName)), IsName);
        var area = Take(words, catalogue.Areas.SelectMany(a => new[] { (a.Id, SearchNames.SearchName(a.Name)), (a.Id, SearchNames.SearchName(a.UnitWord)) }), IsForm);
        return this with { Words = words, MunicipalityCode = municipality, ServiceAreaId = area };
    }

    /// <summary>The same without the words that tie others together, where other words are left.</summary>
    public SearchTerms WithoutFillers()
    {
        var words = Words.Where(w => !Fillers.Contains(w)).ToList();
        return words.Count == 0 && !HasPlace ? this : this with { Words = words };
    }

    private static string? Take(List<string> words, IEnumerable<(string Id, string Name)> names, Func<string, string, bool> fits)
    {
        var best = (Id: (string?)null, At: 0, Count: 0);
        foreach (var (id, name) in names)
        {
            var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length <= best.Count)
                continue;
            for (var at = 0; at + parts.Length <= words.Count; at++)
            {
                if (parts.Select((part, i) => fits(words[at + i], part)).All(f => f))
                {
                    best = (id, at, parts.Length);
                    break;
                }
            }
        }
        words.RemoveRange(best.At, best.Count);
        return best.Id;
    }

    // A municipality: its name, or its name's genitive.
    private static bool IsName(string word, string name) => word == name || (word.Length == name.Length + 1 && word.StartsWith(name, StringComparison.Ordinal) && word[^1] == 's');

    // A kind of service: any form of its word ("förskola", "förskolan", "förskolor").
    private static bool IsForm(string word, string name)
    {
        var stem = name.Length > 4 && name[^1] == 'a' ? name[..^1] : name;
        return word.StartsWith(stem, StringComparison.Ordinal) && word.Length - stem.Length <= 4;
    }
}
