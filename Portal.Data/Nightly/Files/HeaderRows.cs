using System.Text.RegularExpressions;
using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Files;

/// <summary>
/// Finds the header of a file beneath its preamble and joins its rows: "Trygghet" over "Index" is the column
/// "Trygghet / Index". White space within a name, line breaks too, is one space.
/// </summary>
internal static partial class HeaderRows
{
    /// <summary>What stands between the names of a header's rows.</summary>
    public const string Joint = " / ";

    /// <summary>Rows among which a header that is told by its columns is looked for.</summary>
    private const int ProbedRows = 200;

    /// <summary>Goes to the last row of the header and gives its columns' names; empty where the file has no row at all.</summary>
    /// <exception cref="SourceFaultException">No row has the columns that the profile tells the header by.</exception>
    public static string[] Read(IRows rows, string file, HeaderProfile? profile)
    {
        var height = profile?.Rows ?? 1;
        var window = new List<string[]>();
        for (var read = 0; read < ProbedRows && rows.Read(); read++)
        {
            window.Add([.. Enumerable.Range(0, rows.Count).Select(i => Spaces().Replace(rows[i], " "))]);
            if (window.Count > height)
                window.RemoveAt(0);
            if (profile?.Row is { } first ? rows.Line >= first + height - 1 : window.Count == height && Has(window, profile?.With ?? []))
                return Join(window, profile?.Sideways == true);
        }
        if (profile is null)
            return [];
        throw new SourceFaultException(profile.Row is { } row
            ? $"Filen {file} har ingen rad {row} med kolumnernas namn."
            : $"Filen {file} har ingen rad med kolumnerna {string.Join(", ", (profile.With ?? []).Select(w => $"\"{w}\""))}. Kontrollera bladet och kolumnernas namn i profilen.");
    }

    private static bool Has(List<string[]> window, IReadOnlyList<string> names) =>
        names.Count == 0
        || (names.Any(n => window[0].Contains(n, StringComparer.OrdinalIgnoreCase)) && names.All(n => window.Exists(row => row.Contains(n, StringComparer.OrdinalIgnoreCase))));

    private static string[] Join(List<string[]> rows, bool sideways)
    {
        if (sideways)
        {
            foreach (var row in rows.SkipLast(1))
            {
                for (var i = 1; i < row.Length; i++)
                    row[i] = row[i].Length > 0 ? row[i] : row[i - 1];
            }
        }
        var header = new string[rows.Max(r => r.Length)];
        for (var i = 0; i < header.Length; i++)
        {
            var parts = rows.Select(r => i < r.Length ? r[i] : "").Where(p => p.Length > 0).ToList();
            // A name that is merged over several of the header's rows stands in each of them.
            header[i] = string.Join(Joint, parts.Where((p, at) => at == 0 || p != parts[at - 1]));
        }
        return header;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
