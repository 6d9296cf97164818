using System.Text.RegularExpressions;
using Portal.Web.Content;

namespace Portal.Tests.Content;

public sealed partial class ArticleTests
{
    private const string Head = "---\ntitle: Rubriken: en till\ndescription: Om den.\norder: 3\n---\n";

    [Fact]
    public void A_file_has_its_head_and_its_text()
    {
        var article = Article.Parse("prov", Head + "\n## Åren *före* nu\n\nText.\n");

        Assert.Equal(("prov", "Rubriken: en till", "Om den.", 3, "sv", null), (article.Name, article.Title, article.Description, article.Order, article.Language, article.OtherLanguage));
        Assert.Equal("<h2 id=\"aren-fore-nu\">Åren <em>före</em> nu</h2>\n<p>Text.</p>\n", article.Html);
        Assert.Equal("Åren före nu\nText.\n", article.Text);
    }

    [Fact]
    public void Line_endings_and_another_language_make_no_difference()
    {
        var article = Article.Parse("prov", Head.Replace("order: 3\n", "order: 3\nlang: fi\n", StringComparison.Ordinal).ReplaceLineEndings("\r\n") + "Hei.\r\n");

        Assert.Equal(("fi", "fi", "<p>Hei.</p>\n"), (article.Language, article.OtherLanguage, article.Html));
    }

    [Theory]
    [InlineData("## Utan huvud\n", "begins with")]
    [InlineData("---\ntitle: A\ndescription: B\norder: 1\n", "begins with")]
    [InlineData("---\ntitle:\ndescription: B\norder: 1\n---\n", "title is missing")]
    [InlineData("---\ntitle: A\norder: 1\n---\n", "description is missing")]
    [InlineData("---\ntitle: A\ndescription: B\norder: ett\n---\n", "order")]
    [InlineData("---\ntitle: A\ndescription: B\norder: 1\ntitel: C\n---\n", "titel is not known")]
    public void A_head_that_cannot_be_used_is_told(string file, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => Article.Parse("prov", file)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_number_keeps_its_per_cent_sign_on_its_line_and_is_found_as_it_is_written()
    {
        var article = Article.Parse("prov", Head + "\n*Av 40* svarade **90 %** ja, 5 % nej. Ett % kvar.\n");

        Assert.Equal("<p><em>Av 40</em> svarade <strong>90\u00A0%</strong> ja, 5\u00A0% nej. Ett % kvar.</p>\n", article.Html);
        Assert.Contains("90 % ja, 5 % nej", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_html_is_shown_as_it_is_written()
    {
        var html = Html("<script>alert(1)</script>\n\nEn <b onclick=x>ord</b>.");

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b onclick=x&gt;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/enheter?q=a#b")]
    [InlineData("#rubrik")]
    [InlineData("https://example.org/a")]
    [InlineData("HTTP://example.org")]
    [InlineData("mailto:a@example.org")]
    public void A_listed_scheme_and_the_site_itself_are_links(string address) =>
        Assert.Equal($"<p><a href=\"{address}\">Hit</a></p>\n", Html($"[Hit]({address})"));

    [Theory]
    [InlineData("[*Hit*](javascript:alert(1))")]
    [InlineData("[*Hit*](JaVaScRiPt:alert)")]
    [InlineData("[*Hit*](data:text/html,x)")]
    [InlineData("[*Hit*](//example.org)")]
    [InlineData("[*Hit*](/\\\\example.org)")]
    [InlineData("[*Hit*](</\texample.org>)")]
    [InlineData("[*Hit*](&#106;avascript:alert)")]
    [InlineData("[*Hit*](ftp://example.org)")]
    [InlineData("[*Hit*](enheter)")]
    [InlineData("[*Hit*]()")]
    [InlineData("[*Hit*][x]\n\n[x]: javascript:alert(1)")]
    [InlineData("![*Hit*](/bild.png)")]
    [InlineData("[![*Hit*](/bild.png)](javascript:a)")]
    public void Any_other_address_and_a_picture_is_its_text(string markdown) => Assert.Equal("<p><em>Hit</em></p>\n", Html(markdown));

    [Fact]
    public void An_address_by_itself_is_a_link_where_its_scheme_is_listed()
    {
        Assert.Equal("<p><a href=\"https://example.org\">https://example.org</a></p>\n", Html("<https://example.org>"));
        Assert.Equal("<p><a href=\"mailto:a@example.org\">a@example.org</a></p>\n", Html("<a@example.org>"));
        Assert.Equal("<p>javascript:alert</p>\n", Html("<javascript:alert>"));
    }

    [Fact]
    public void A_picture_in_a_link_is_the_link_s_text() =>
        Assert.Equal("<p><a href=\"/enheter\">Hit</a></p>\n", Html("[![Hit](/bild.png)](/enheter)"));

    [Fact]
    public void A_quotation_is_a_framed_example() =>
        Assert.StartsWith("<blockquote class=\"ds-alert app-example\">", Html("> Exempel."), StringComparison.Ordinal);

    [Fact]
    public void The_texts_have_each_their_place_and_begin_their_headings_at_the_second_level()
    {
        Assert.Equal(Enumerable.Range(1, Articles.All.Count), Articles.All.Select(a => a.Order));
        Assert.Equal(["om", "siffrorna", "saker-skillnad", "data", "kontakt", "suomeksi", "english"], Articles.All.Select(a => a.Name));
        Assert.Equal([("suomeksi", "fi"), ("english", "en")], Articles.All.Where(a => a.OtherLanguage is not null).Select(a => (a.Name, a.Language)));
        Assert.All(Articles.All, a => Assert.DoesNotContain("<h1", a.Html, StringComparison.Ordinal));
        Assert.All(Articles.All, a => Assert.DoesNotMatch(Unnamed(), a.Html));
        Assert.Null(Articles.Find("finns-inte"));
    }

    private static string Html(string markdown) => SafeMarkdown.Render(markdown).Html;

    [GeneratedRegex("<h[1-6](?! id=\"[a-z0-9-]+\">)", RegexOptions.None, 1000)]
    private static partial Regex Unnamed();
}
