using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Tests.Support;

namespace Portal.Tests.Rules;

public sealed partial class PageRuleTests
{
    /// <summary>Pages that are not a function of address, edition and build.</summary>
    private static readonly string[] NotKept = ["Portal.Web.Pages.Errors.IndexModel", "Portal.Web.Pages.Nights.IndexModel"];

    private static readonly string[] Models = [.. Files("Portal.Web/Pages", "*.cshtml.cs")];

    [Fact]
    public void A_page_model_has_at_most_forty_lines()
    {
        Assert.NotEmpty(Models);
        Assert.Empty(Models.Select(f => (File: f, Lines: CodeLines(f))).Where(m => m.Lines > 40).Select(m => $"{m.File}: {m.Lines}"));
    }

    [Fact]
    public void A_page_model_has_no_base_but_PageModel_and_says_how_it_is_kept()
    {
        var models = typeof(Program).Assembly.GetTypes().Where(t => typeof(PageModel).IsAssignableFrom(t)).ToList();

        Assert.Equal(Models.Length, models.Count);
        Assert.All(models, m => Assert.Equal(typeof(PageModel), m.BaseType));
        Assert.Equal(
            NotKept.Order(StringComparer.Ordinal),
            models.Where(m => m.GetCustomAttribute<OutputCacheAttribute>()?.PolicyName != "edition").Select(m => m.FullName!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_page_model_neither_catches_nor_formats() =>
        Assert.DoesNotContain(Models, f => TryOrFormat().IsMatch(File.ReadAllText(f)));

    [Fact]
    public void Markup_asks_Links_for_its_addresses() =>
        Assert.Empty(Files("Portal.Web", "*.cshtml").Concat(Files("Portal.Web", "*.razor"))
            .SelectMany(f => File.ReadLines(f).Where(l => !l.StartsWith("@page", StringComparison.Ordinal)).Where(l => PathInMarkup().IsMatch(l)).Select(l => $"{f}: {l.Trim()}")));

    [Fact]
    public void Code_asks_Links_for_its_addresses() =>
        Assert.Empty(Files("Portal.Web", "*.cs").Where(f => Path.GetFileName(f) != "PortalLinks.cs")
            .SelectMany(f => File.ReadLines(f).Where(l => PathInCode().IsMatch(l)).Select(l => $"{f}: {l.Trim()}")));

    [Theory]
    [InlineData("<a href=\"/enheter\">")]
    [InlineData("<form action='/'>")]
    [InlineData("<link href=\"/css/site.css\">")]
    [InlineData("<a href=\"@(\"/kommuner/\" + code)\">")]
    public void A_path_in_markup_is_found(string line) => Assert.Matches(PathInMarkup(), line);

    [Theory]
    [InlineData("var a = \"/enheter\";")]
    [InlineData("return $\"/kommuner/{code}\";")]
    [InlineData("MapGet(\"/-/health\")")]
    [InlineData("Redirect(\"/data/korningar\")")]
    public void A_path_in_code_is_found(string line) => Assert.Matches(PathInCode(), line);

    private static int CodeLines(string file)
    {
        var lines = File.ReadAllLines(file).Select(l => l.Trim()).ToList();
        return lines.Skip(lines.FindIndex(l => l.Contains("class ", StringComparison.Ordinal) && !l.StartsWith("//", StringComparison.Ordinal)))
            .Count(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Files(string folder, string pattern) => SourceFiles.Under(folder, pattern);

    [GeneratedRegex("""\b(href|action|src)=["'](/|@\("/)|"/(enheter|jamfor|kommuner|matt|data|om|tillganglighet|sok|-)\b""", RegexOptions.None, 1000)]
    private static partial Regex PathInMarkup();

    [GeneratedRegex("""["$]/?"?/(enheter|jamfor|kommuner|matt|data|om|tillganglighet|sok|-)[/"{?.]""", RegexOptions.None, 1000)]
    private static partial Regex PathInCode();

    [GeneratedRegex(@"\b(try|catch)\b|\.ToString\(|string\.Format|CultureInfo", RegexOptions.None, 1000)]
    private static partial Regex TryOrFormat();
}
