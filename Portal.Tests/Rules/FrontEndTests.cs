using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests.Rules;

/// <summary>What holds for the files that the browser gets.</summary>
public partial class FrontEndTests
{
    static readonly string Web = SourceTree.PathTo("Portal.Web");

    [Fact]
    public void The_tests_of_the_scripts_pass()
    {
        var start = new ProcessStartInfo("node", ["--test", "--test-reporter=tap"])
        {
            WorkingDirectory = SourceTree.PathTo("wwwroot-src"),
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var node = Process.Start(start)!;
        var report = node.StandardOutput.ReadToEnd();
        node.WaitForExit();

        Assert.True(node.ExitCode == 0, report);
        Assert.Matches(PassedCount(), report);
    }

    [Fact]
    public void Libraries_are_the_bytes_that_the_LibMan_manifest_names()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Web, "libman.json")));
        var files =
            from library in manifest.RootElement.GetProperty("libraries").EnumerateArray()
            from file in library.GetProperty("files").EnumerateArray()
            select (
                From: Path.Combine(Web, library.GetProperty("library").GetString()!, file.GetString()!),
                To: Path.Combine(Web, library.GetProperty("destination").GetString()!, file.GetString()!));

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(file.From), File.ReadAllBytes(file.To)));
    }

    [Fact]
    public void The_lock_file_names_no_registry()
    {
        var text = File.ReadAllText(SourceTree.PathTo("wwwroot-src/package-lock.json"));
        Assert.Contains("\"integrity\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"resolved\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_class_in_a_page_is_in_the_style_sheet()
    {
        var known = Directory.GetFiles(Path.Combine(Web, "wwwroot/css"), "*.css").SelectMany(f => Names().Matches(File.ReadAllText(f))).Select(m => m.Value).ToHashSet();
        known.UnionWith(ModuleNames());

        // A name that ends in a dash is put together with a value: app-figure--@state.
        var unknown =
            from page in Pages()
            from name in Names().Matches(File.ReadAllText(page)).Select(m => m.Value).Distinct()
            where !name.EndsWith('-') && !known.Contains(name)
            select $"{Path.GetRelativePath(SourceTree.Root, page)}: {name}";

        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_data_module_in_a_page_is_a_behaviour()
    {
        var unknown =
            from page in Pages()
            from module in Modules().Matches(File.ReadAllText(page)).Select(m => m.Groups[1].Value)
            where !ModuleNames().Contains(module)
            select $"{Path.GetRelativePath(SourceTree.Root, page)}: {module}";

        Assert.Empty(unknown);
    }

    static IEnumerable<string> Pages() =>
        from file in Directory.EnumerateFiles(Web, "*", SearchOption.AllDirectories)
            .Append(SourceTree.PathTo("wwwroot-src/test/markup.html"))
        where Path.GetExtension(file) is ".cshtml" or ".razor" or ".html"
        select file;

    static HashSet<string> ModuleNames() =>
        Names().Matches(File.ReadAllText(SourceTree.PathTo("wwwroot-src/js/site.js"))).Select(m => m.Value).ToHashSet();

    [GeneratedRegex(@"^# pass [1-9]", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PassedCount();

    [GeneratedRegex(@"(?<![-\w])(?:app|ds)-(?!color|size)[a-z][a-z0-9_-]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();

    [GeneratedRegex(@"data-module=""([^""@]+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Modules();
}
