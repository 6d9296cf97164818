using Portal.Data.Nightly.Files;

namespace Portal.Data.Nightly.Sources;

/// <summary>
/// Finds a municipality's code where a source writes its name: "Ale", " Ale", "Ale kommun", "Stockholms stad". Letters
/// count: Habo is not Håbo, and a name that has lost its letters is nobody's.
/// </summary>
internal sealed class MunicipalityNames
{
    private static readonly string[] Endings = [" kommun", " stad", "s kommun", "s stad"];

    private readonly Dictionary<string, string> codes = new(StringComparer.OrdinalIgnoreCase);

    public MunicipalityNames(Picture picture, IReadOnlyDictionary<string, string> others)
    {
        foreach (var names in picture.Municipalities.Values.GroupBy(m => m.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() == 1))
            codes[names.Key] = names.First().MunicipalityCode;
        // "Borås stad" is Borås although the ending "s stad" would make it Borå.
        foreach (var (name, code) in codes.ToList())
        {
            foreach (var ending in Endings)
                codes.TryAdd(name + ending, code);
        }
        foreach (var (name, code) in others)
            codes[name] = code;
    }

    /// <summary>The code of the municipality that a text means; the text itself when it is no known name.</summary>
    public string Code(string text)
    {
        var code = Cells.MunicipalityCode(text);
        return codes.GetValueOrDefault(code, code);
    }
}
