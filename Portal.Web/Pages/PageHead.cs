using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Data.Queries.Editions;
using Portal.Web.Components.Navigation;
using Portal.Web.Links;

namespace Portal.Web.Pages;

/// <summary>
/// What a page tells the layout: its title (also the one <c>h1</c>), the way to it, its file twins and whether it
/// shows made-up records. The page writes no <c>h1</c>, no breadcrumbs and no download links of its own.
/// </summary>
/// <param name="Title">The page's heading and, with the site's name, its title.</param>
public sealed record PageHead(string Title)
{
    /// <summary>A sentence for search engines; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>The title's language, where it is another than the site's; null where it is not.</summary>
    public string? Language { get; init; }

    /// <summary>The steps between the start page and this one. Null: no breadcrumbs at all.</summary>
    public IReadOnlyList<Crumb>? Steps { get; init; } = [];

    /// <summary>The page's own name in the breadcrumbs, where the title is too long.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>Writes the address of the page in a form of file; null where the page has no twins.</summary>
    public Func<FileFormat, string>? Twin { get; init; }

    /// <summary>Figures on the page that were corrected after they were published; told last on it.</summary>
    public IReadOnlyList<EditionChange> Corrections { get; init; } = [];

    /// <summary>Whether the page draws, and so loads the style sheet of pictures.</summary>
    public bool HasCharts { get; init; }

    /// <summary>Whether the page shows anything of a made-up municipality.</summary>
    public bool IsSample { get; init; }
}

/// <summary>How a page hands its head to the layout.</summary>
public static class PageHeadViewData
{
    private const string Key = "PageHead";

    /// <summary>Called first in every page.</summary>
    public static void SetHead(this ViewDataDictionary view, PageHead head)
    {
        ArgumentNullException.ThrowIfNull(view);
        view[Key] = head;
    }

    /// <summary>Read by the layout.</summary>
    /// <exception cref="InvalidOperationException">The page has set no head.</exception>
    public static PageHead Head(this ViewDataDictionary view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view[Key] as PageHead ?? throw new InvalidOperationException("The page has set no PageHead.");
    }
}
