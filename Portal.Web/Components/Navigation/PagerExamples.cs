using Portal.Web.Components.Examples;
using Portal.Web.Links;

namespace Portal.Web.Components.Navigation;

/// <summary>A pager at the first, a middle and the last page.</summary>
public static class PagerExamples
{
    /// <summary>The examples.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } =
        [Of("första sidan", 1, 9), Of("mitt i", 5, 9), Of("sista sidan", 9, 9), Of("två sidor", 1, 2)];

    private static ComponentExample Of(string name, int page, int pages) => new(name, new Dictionary<string, object?>
    {
        [nameof(Pager.Page)] = page,
        [nameof(Pager.Pages)] = pages,
        [nameof(Pager.Address)] = (Func<int, string>)(n => PortalLinks.Units.List(new UnitListAddress { Page = n })),
    });
}
