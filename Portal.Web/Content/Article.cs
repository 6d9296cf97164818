using System.Globalization;
using System.Text;

namespace Portal.Web.Content;

/// <summary>One page of the portal's own text, written in Markdown.</summary>
public sealed record Article
{
    /// <summary>The language of a page that says none.</summary>
    public const string Swedish = "sv";

    private const string Fence = "---";

    /// <summary>The last part of the page's address: the file's name without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>The page's heading.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence on what the page says.</summary>
    public required string Description { get; init; }

    /// <summary>The place among the pages, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>The language of title, description and text, as HTML writes it.</summary>
    public required string Language { get; init; }

    /// <summary>The text as HTML: trusted markup, since the Markdown is ours and raw HTML is off.</summary>
    public required string Html { get; init; }

    /// <summary>The text without any signs, for search.</summary>
    public required string Text { get; init; }

    /// <summary>The page's language; null where it is the site's.</summary>
    public string? OtherLanguage => Language == Swedish ? null : Language;

    /// <summary>
    /// Reads a file: between two lines of three dashes <c>title</c>, <c>description</c>, <c>order</c> and, if not
    /// Swedish, <c>lang</c>; then the text.
    /// </summary>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="file">All of the file.</param>
    /// <exception cref="FormatException">A line at the top is missing, unknown or unusable.</exception>
    public static Article Parse(string name, string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var lines = file.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, Fence, 1);
        if (lines[0] != Fence || end < 0)
            throw new FormatException($"{name}: the file begins with title, description and order between two lines of ---.");

        var values = lines[1..end].Select(l => l.Split(':', 2)).ToDictionary(
            l => l[0].Trim(), l => l.Length == 2 ? l[1].Trim() : "", StringComparer.Ordinal);
        if (values.Keys.Except(["title", "description", "order", "lang"]).FirstOrDefault() is { } unknown)
            throw new FormatException($"{name}: {unknown} is not known.");
        var (html, text) = SafeMarkdown.Render(string.Join('\n', lines[(end + 1)..]));
        return new Article
        {
            Name = name,
            Title = Value("title"),
            Description = Value("description"),
            Order = int.TryParse(Value("order"), NumberStyles.None, CultureInfo.InvariantCulture, out var order)
                ? order
                : throw new FormatException($"{name}: order is a whole number."),
            Language = values.GetValueOrDefault("lang", Swedish),
            Html = html,
            Text = text,
        };

        string Value(string key) => values.GetValueOrDefault(key) is { Length: > 0 } value
            ? value
            : throw new FormatException($"{name}: {key} is missing.");
    }
}

/// <summary>All pages of the portal's own text. They are built into the program, so they are a part of the build.</summary>
public static class Articles
{
    /// <summary>The name of the first page, whose address has no name.</summary>
    public const string First = "om";

    /// <summary>The page beside which the sources stand.</summary>
    public const string Data = "data";

    /// <summary>The page beside which the contact details stand.</summary>
    public const string Contact = "kontakt";

    /// <summary>The page on how figures are read.</summary>
    public const string Figures = "siffrorna";

    /// <summary>The page on the certain difference.</summary>
    public const string Method = "saker-skillnad";

    private const string Folder = "om/";
    private const string Ending = ".md";

    private static readonly Lazy<IReadOnlyList<Article>> Read = new(() =>
    [
        .. ContentFiles.In(Folder, Ending)
            .Select(f => Article.Parse(f[Folder.Length..^Ending.Length], ContentFiles.Read(f)))
            .OrderBy(a => a.Order).ThenBy(a => a.Name, StringComparer.Ordinal),
    ]);

    /// <summary>In their order.</summary>
    public static IReadOnlyList<Article> All => Read.Value;

    /// <summary>The page of a name; null where there is none.</summary>
    public static Article? Find(string name) => All.FirstOrDefault(a => a.Name == name);
}

/// <summary>The files of this folder that are built into the program.</summary>
internal static class ContentFiles
{
    private const string Prefix = "content/";

    /// <summary>The files of a folder, by name.</summary>
    public static IEnumerable<string> In(string folder, string ending) => typeof(ContentFiles).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix + folder, StringComparison.Ordinal) && n.EndsWith(ending, StringComparison.Ordinal))
        .Select(n => n[Prefix.Length..])
        .Order(StringComparer.Ordinal);

    /// <summary>All of a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static string Read(string file)
    {
        using var stream = typeof(ContentFiles).Assembly.GetManifestResourceStream(Prefix + file)
            ?? throw new FileNotFoundException($"{file} is not built into the program.", file);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
