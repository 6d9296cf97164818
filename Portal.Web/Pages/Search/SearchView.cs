using Portal.Data.Queries.Search;
using Portal.Web.Text;

namespace Portal.Web.Pages.Search;

/// <summary>What the search found, as the page shows it.</summary>
public sealed record SearchView
{
    /// <summary>As it was typed; null where nothing was.</summary>
    public string? Text { get; init; }

    /// <summary>The words that were looked for instead, where those typed were found nowhere; null where they were.</summary>
    public string? Mended { get; init; }

    /// <summary>The words that were looked for.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What was found, by kind; only kinds of which something was.</summary>
    public IReadOnlyList<SearchGroup> Groups { get; init; } = [];

    /// <summary>Whether anything was typed.</summary>
    public bool IsAsked => !string.IsNullOrWhiteSpace(Text);

    /// <summary>Something made up is shown.</summary>
    public bool IsSample => Groups.Any(g => g.Hits.Any(h => h.IsSample));

    /// <summary>The page's heading.</summary>
    public string Title => IsAsked ? $"Sök: {Text!.Trim()}" : "Sök";
}

/// <summary>What was found of one kind.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Total">How much was found.</param>
/// <param name="Hits">The best of it, at most <see cref="UnitSearch.Shown"/>.</param>
/// <param name="Whole">The address of the whole list; null where there is none, or all is shown.</param>
public sealed record SearchGroup(SearchKind Kind, int Total, IReadOnlyList<SearchHit> Hits, string? Whole = null)
{
    /// <summary>Whether these are units of other places than the one that was named.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Another search that the reader may have meant; null for none.</summary>
    public SearchHit? Other { get; init; }
}

/// <summary>Something that was found.</summary>
/// <param name="Title">What the link says.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Note">What it is, in a few words.</param>
public sealed record SearchHit(string Title, string Address, string Note)
{
    /// <summary>A mark beside the title; null for none.</summary>
    public string? Mark { get; init; }

    /// <summary>The title's language where it is not the site's.</summary>
    public string? Language { get; init; }

    /// <summary>Whether it is made up.</summary>
    public bool IsSample { get; init; }
}
