using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Portal.Data.Reporting;

/// <summary>
/// Makes a question read an earlier edition: every reporting table in its text becomes what the table said then. The
/// questions themselves know one text, that of the newest edition.
/// </summary>
internal static partial class PastSql
{
    /// <summary>The parameter that names the edition.</summary>
    public const string Parameter = "cited";

    private const string HeldThen = $"edition_number <= @{Parameter} and (until_edition = 0 or until_edition > @{Parameter})";
    private const string Version = "_version";

    private static readonly FrozenDictionary<string, string> Views =
        SqlFiles.In("views").ToFrozenDictionary(v => Path.GetFileNameWithoutExtension(v.Name), v => v.Text, StringComparer.Ordinal);

    // The past lies behind the present, under a key that begins with which of the two it is: naming both keeps the key in use.
    private static readonly FrozenDictionary<string, string> Figures = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["observation"] = $"(select * from rpt.observation_version where is_past in (0, 1) and {HeldThen})",
        ["answer_distribution"] = $"(select * from rpt.answer_version where is_past in (0, 1) and {HeldThen})",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Tables that editions only add to.</summary>
    private static readonly FrozenSet<string> Ledgers = new[]
    {
        "edition", "edition_source", "edition_change", "edition_answer_change", "edition_fact",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The text with its tables as they were. Comments are left out.</summary>
    public static string Of(string sql) => Table().Replace(Comment().Replace(sql, ""), match =>
    {
        var table = match.Groups["table"].Value;
        // A select in a table's place must have a name.
        return match.Groups["alias"].Success ? Then(table) + match.Groups["alias"].Value : $"{Then(table)} as {table}";
    });

    private static string Then(string table)
    {
        if (Figures.TryGetValue(table, out var figures))
            return figures;
        if (Ledgers.Contains(table))
            return $"(select * from rpt.{table} where edition_number <= @{Parameter})";
        if (Views.ContainsKey(table + Version))
            return $"(select * from rpt.{table}{Version} where {HeldThen})";
        // A view of the newest edition is read through, so that what it reads is as it was.
        return Views.TryGetValue(table, out var view) ? $"({Of(view)})" : $"rpt.{table}";
    }

    [GeneratedRegex(@"\brpt\.(?<table>\w+)(?<alias>\s+as\b)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"--[^\n]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comment();
}
