using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Portal.Data.Reporting;

/// <summary>
/// The SQL that is built into the program. A question's file lies beside its class and bears its name; where an
/// engine needs its own, <c>X.sqlserver.sql</c> or <c>X.sqlite.sql</c> is preferred.
/// </summary>
/// <param name="engine">The engine that they are for.</param>
/// <param name="ofPast">The questions are asked of an earlier edition, whose number is the parameter <see cref="PastSql.Parameter"/>.</param>
public sealed partial class SqlFiles(DatabaseEngine engine, bool ofPast = false)
{
    private static readonly Assembly Assembly = typeof(SqlFiles).Assembly;
    private readonly ConcurrentDictionary<(Type Owner, string Name), string> texts = new();

    /// <summary>The SQL of a question, ready for the engine.</summary>
    /// <exception cref="FileNotFoundException">The class has no .sql file of its name.</exception>
    public string For(Type question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return For(question, question.Name);
    }

    /// <summary>The SQL of one of several files of a class that is no question: <c>Owner.Name.sql</c> beside it, ready for the engine.</summary>
    /// <exception cref="FileNotFoundException">There is no such file beside the class.</exception>
    public string For(Type owner, string name) => texts.GetOrAdd((owner, name), q =>
    {
        var file = q.Name == q.Owner.Name ? q.Owner.FullName : $"{q.Owner.FullName}.{q.Name}";
        var own = $"{file}.{(engine == DatabaseEngine.SqlServer ? "sqlserver" : "sqlite")}.sql";
        var text = Read(q.Owner.Assembly, own) ?? Read(q.Owner.Assembly, $"{file}.sql")
            ?? throw new FileNotFoundException($"{q.Owner.Name} has no {q.Name}.sql beside it.", $"{file}.sql");
        return ForEngine(ofPast ? PastSql.Of(text) : text);
    });

    /// <summary>
    /// Writes table names for the engine. SQLite has no schemas: <c>rpt.unit</c> becomes <c>unit</c> and
    /// <c>stg.unit</c> becomes <c>stg_unit</c>.
    /// </summary>
    public string ForEngine(string sql) =>
        engine == DatabaseEngine.SqlServer ? sql : StgPrefix().Replace(RptPrefix().Replace(sql, ""), "stg_");

    /// <summary>Scripts of one folder of <c>db</c>, ordered by file name.</summary>
    internal static IReadOnlyList<SqlScript> In(string folder) =>
        [.. Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith($"db/{folder}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => new SqlScript(n[(n.LastIndexOf('/') + 1)..], Read(Assembly, n)!))];

    private static string? Read(Assembly assembly, string name)
    {
        if (assembly.GetManifestResourceStream(name) is not { } stream)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\brpt\.", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RptPrefix();

    [GeneratedRegex(@"\bstg\.", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StgPrefix();
}

/// <summary>A file of SQL: its name without folder, and its text with line feeds.</summary>
public sealed record SqlScript(string Name, string Text);
