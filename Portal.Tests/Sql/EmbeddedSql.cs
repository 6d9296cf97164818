using System.Reflection;
using System.Text.RegularExpressions;
using Portal.Data.Reporting;

namespace Portal.Tests.Sql;

/// <summary>The SQL that is built into the program, as it lies there: scripts, views and the questions' own files.</summary>
internal static partial class EmbeddedSql
{
    private static readonly Assembly Data = typeof(ReportingDb).Assembly;

    /// <summary>Names of every embedded file of SQL.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Data.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Files that lie beside a class.</summary>
    public static IReadOnlyList<string> Questions { get; } = [.. All.Where(n => !n.StartsWith("db/", StringComparison.Ordinal))];

    /// <summary>The questions' files that SQL Server runs: the common one, or SQL Server's own where there is one.</summary>
    public static IReadOnlyList<string> SqlServerQuestions { get; } = [.. RunBy("sqlserver")];

    /// <summary>The questions' files that SQLite runs.</summary>
    public static IReadOnlyList<string> SqliteQuestions { get; } = [.. RunBy("sqlite")];

    /// <summary>Scripts of a folder of <c>db</c>, in the order of their names.</summary>
    public static IReadOnlyList<SqlScript> In(string folder) =>
        [.. All.Where(n => n.StartsWith($"db/{folder}/", StringComparison.Ordinal))
            .Select(n => new SqlScript(n[(n.LastIndexOf('/') + 1)..], Text(n)))];

    public static string Text(string name)
    {
        using var reader = new StreamReader(Data.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>
    /// The text as it reaches SQL Server. Dapper writes a list parameter out, <c>in @ids</c> becoming
    /// <c>in (@ids1, @ids2)</c>; one is enough for a parser.
    /// </summary>
    public static string AsSent(string text) => ListParameter().Replace(text, "in (@${name}1)");

    /// <summary>A view's script as the migrator runs it.</summary>
    public static string CreateView(SqlScript view) => $"create view rpt.{Path.GetFileNameWithoutExtension(view.Name)} as\n{view.Text}";

    /// <summary>The class that a question's file belongs to.</summary>
    public static string ClassOf(string name) => EngineAndEnding().Replace(name, "");

    private static IEnumerable<string> RunBy(string engine) => Questions
        .GroupBy(ClassOf)
        .SelectMany(files => files.Where(f => f.EndsWith($".{engine}.sql", StringComparison.Ordinal)).DefaultIfEmpty($"{files.Key}.sql"))
        .Where(f => Questions.Contains(f));

    [GeneratedRegex(@"\bin\s+@(?<name>\w+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListParameter();

    [GeneratedRegex(@"(\.sqlserver|\.sqlite)?\.sql$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EngineAndEnding();
}
