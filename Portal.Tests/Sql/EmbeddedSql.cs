using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
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

    /// <summary>Every text that is written in the program's code.</summary>
    public static IReadOnlyList<string> Literals { get; } = [.. ReadLiterals()];

    /// <summary>
    /// Statements that are written in the code, whole. (What code puts together from parts ends where a name is put in.)
    /// </summary>
    public static IReadOnlyList<string> InCode { get; } = [.. Literals.Where(t => Statement().IsMatch(t) && !t.EndsWith('.'))];

    /// <summary>Scripts of a folder of <c>db</c>, in the order of their names.</summary>
    public static IReadOnlyList<SqlScript> In(string folder) =>
        [.. All.Where(n => n.StartsWith($"db/{folder}/", StringComparison.Ordinal))
            .Select(n => new SqlScript(n[(n.LastIndexOf('/') + 1)..], Text(n)))];

    /// <summary>What a DBA runs by hand on SQL Server, in the portal's database; no part of the program.</summary>
    public static IReadOnlyList<SqlScript> Options { get; } = [.. ByHand("db/options/")];

    /// <summary>The night as a job of SQL Server Agent, and what to watch.</summary>
    public static IReadOnlyList<SqlScript> Jobs { get; } = [.. ByHand("db/jobs/")];

    private static IEnumerable<SqlScript> ByHand(string folder) =>
        typeof(EmbeddedSql).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal))
            .Select(n => new SqlScript(n[folder.Length..], Text(typeof(EmbeddedSql).Assembly, n)));

    public static string Text(string name) => Text(Data, name);

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
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

    private static IEnumerable<string> ReadLiterals()
    {
        using var file = new PEReader(File.OpenRead(Data.Location));
        var metadata = file.GetMetadataReader();
        for (var at = metadata.GetNextHandle(default(UserStringHandle)); !at.IsNil; at = metadata.GetNextHandle(at))
            yield return metadata.GetUserString(at);
    }

    private static IEnumerable<string> RunBy(string engine) => Questions
        .GroupBy(ClassOf)
        .SelectMany(files => files.Where(f => f.EndsWith($".{engine}.sql", StringComparison.Ordinal)).DefaultIfEmpty($"{files.Key}.sql"))
        .Where(f => Questions.Contains(f));

    [GeneratedRegex(@"\A\s*(select|insert|update|delete|with)\b.*\b(rpt|stg)\.", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\bin\s+@(?<name>\w+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListParameter();

    [GeneratedRegex(@"(\.sqlserver|\.sqlite)?\.sql$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EngineAndEnding();
}
