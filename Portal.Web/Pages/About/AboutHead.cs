using Portal.Web.Components.Navigation;
using Portal.Web.Content;
using Portal.Web.Links;

namespace Portal.Web.Pages.About;

/// <summary>What the pages about the portal tell the layout.</summary>
internal static class AboutHead
{
    /// <summary>The head of a text's page.</summary>
    public static PageHead Of(Article article) => new(article.Title)
    {
        Description = article.Description,
        Language = article.OtherLanguage,
        Steps = article.Name == Articles.First ? [] : [new Crumb(Articles.Find(Articles.First)!.Title, PortalLinks.About.Page())],
    };
}
