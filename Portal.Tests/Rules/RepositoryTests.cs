using Portal.Data.Reporting;
using Portal.Tests.Support;
using Portal.Web.Hosting;

namespace Portal.Tests.Rules;

public sealed class RepositoryTests
{
    [Fact]
    public void The_top_shows_only_what_belongs_there()
    {
        string[] allowed =
        [
            "Directory.Build.props", "Directory.Packages.props", "Portal.Data", "Portal.Tests", "Portal.Web", "Portal.sln", "README.md",
            "db", "global.json", "wwwroot-src",
        ];

        var shown = Directory.EnumerateFileSystemEntries(SourceTree.Root).Select(p => Path.GetFileName(p))
            .Where(n => !n.StartsWith('.') && n is not "TestResults");

        Assert.Equal(allowed, shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_of_code_has_at_most_four_hundred_lines() =>
        Assert.Empty(new[] { "*.cs", "*.cshtml", "*.razor", "*.css", "*.js", "*.mjs" }
            .SelectMany(p => new[] { "Portal.Data", "Portal.Web", "Portal.Tests", "wwwroot-src" }.SelectMany(f => SourceFiles.Under(f, p)))
            .Select(f => (File: f, Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > 400)
            .Select(f => $"{f.File}: {f.Lines}"));

    [Fact]
    public void Every_folder_of_the_web_says_what_lives_there() =>
        Assert.DoesNotContain(
            Directory.EnumerateDirectories(SourceTree.PathTo("Portal.Web"))
                .Select(f => Path.GetFileName(f))
                .Where(f => f is not ("bin" or "obj" or "wwwroot" or "App_Data" or "Properties")),
            f => !File.Exists(SourceTree.PathTo($"Portal.Web/{f}/README.md")));

    [Fact]
    public void Every_setting_is_told_of_with_its_default()
    {
        var told = File.ReadAllText(SourceTree.PathTo("Portal.Web/README.md"));
        var settings = Settings(typeof(PortalOptions), PortalOptions.Section).ToList();

        Assert.True(settings.Count > 5);
        Assert.DoesNotContain(settings, s => !told.Contains($"| `{s}` |", StringComparison.Ordinal));
        Assert.Empty(told.Split('`').Where(s => s.StartsWith("Portal:", StringComparison.Ordinal)).Except(settings));
    }

    [Fact]
    public void Every_query_name_is_told_of_in_one_list() =>
        Assert.Equal(
            typeof(Web.Links.QueryNames).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!),
            Web.Links.QueryNames.All);

    [Fact]
    public void Every_question_has_its_sql_and_is_registered()
    {
        var questions = typeof(ReportingDb).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Portal.Data.Queries", StringComparison.Ordinal) == true
                && t.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(ReportingDb))))
            .ToList();
        var embedded = typeof(ReportingDb).Assembly.GetManifestResourceNames();

        Assert.NotEmpty(questions);
        Assert.Equal(questions, PortalHosting.Questions());
        Assert.DoesNotContain(questions, q => !embedded.Any(n => n.StartsWith($"{q.FullName}.", StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Settings(Type type, string path) => type.GetProperties()
        .Where(p => p.CanWrite)
        .SelectMany(p => p.PropertyType.Assembly == typeof(PortalOptions).Assembly || p.PropertyType == typeof(DatabaseOptions)
            ? Settings(p.PropertyType, $"{path}:{p.Name}")
            : [$"{path}:{p.Name}"]);
}
