using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Portal.Web.Text;

namespace Portal.Web.Content;

/// <summary>
/// Markdown to HTML without surprises: raw HTML is shown as text, a link leads only where a listed scheme or the site
/// itself does, pictures are their text, every heading has an id, and a quotation is a framed example.
/// </summary>
internal static partial class SafeMarkdown
{
    // No tables: ours have a caption and scopes, and those are made by components.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UseAutoIdentifiers(AutoIdentifierOptions.AllowOnlyAscii)
        .Build();

    private static readonly string[] Schemes = ["http://", "https://", "mailto:"];

    /// <summary>The HTML, and the same text without signs.</summary>
    public static (string Html, string Text) Render(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        // Innermost first: a picture in a link becomes its text before the link is looked at.
        foreach (var link in document.Descendants<LinkInline>().Reverse().ToList())
        {
            if (link.IsImage || !MayLead(link.GetDynamicUrl?.Invoke() ?? link.Url))
                Unwrap(link);
        }
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!link.IsEmail && !MayLead(link.Url))
                link.ReplaceBy(new LiteralInline(link.Url));
        }
        foreach (var quote in document.Descendants<QuoteBlock>())
        {
            quote.GetAttributes().AddClass("ds-alert");
            quote.GetAttributes().AddClass("app-example");
        }
        var text = Plain(document);
        KeepPercentTogether(document);
        return (document.ToHtml(Pipeline), text);
    }

    // A number and its per cent sign stand on one line. The text without signs keeps its ordinary spaces: it is searched.
    private static void KeepPercentTogether(MarkdownDocument document)
    {
        foreach (var literal in document.Descendants<LiteralInline>())
            literal.Content = new StringSlice(NumberAndPercent().Replace(literal.Content.ToString(), Format.NoBreakSpace));
    }

    [GeneratedRegex("(?<=[0-9]) (?=%)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberAndPercent();

    /// <summary>Whether an address is one that a text of ours may lead to: http, https, mailto, the site or the page itself.</summary>
    internal static bool MayLead(string? address)
    {
        // Browsers leave out tabs and line breaks and take \ for /, so that /\t/elsewhere would lead away from the site.
        if (string.IsNullOrEmpty(address) || address.Any(c => char.IsControl(c) || c == '\\'))
            return false;
        return address[0] == '#'
            || (address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal))
            || Schemes.Any(s => address.StartsWith(s, StringComparison.OrdinalIgnoreCase));
    }

    private static void Unwrap(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }
        link.Remove();
    }

    private static string Plain(MarkdownDocument document)
    {
        var text = new StringBuilder();
        foreach (var block in document.Descendants<LeafBlock>())
        {
            foreach (var inline in block.Inline?.Descendants() ?? [])
            {
                text.Append(inline switch
                {
                    LiteralInline literal => literal.Content.ToString(),
                    CodeInline code => code.Content,
                    LineBreakInline => " ",
                    _ => "",
                });
            }
            text.Append('\n');
        }
        return text.ToString();
    }
}
