using Portal.Web.Components.Examples;
using Portal.Web.Links;

namespace Portal.Web.Components.Navigation;

/// <summary>Ways of one and of several steps.</summary>
public static class BreadcrumbsExamples
{
    private static readonly Crumb Start = new("Start", PortalLinks.Home.Index());

    /// <summary>The examples.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } =
    [
        Of("ett steg", "Enheter", Start),
        Of("två steg", "Förskolan med ett mycket långt namn som inte får plats på en rad", Start, new Crumb("Enheter", PortalLinks.Units.List())),
    ];

    private static ComponentExample Of(string name, string current, params Crumb[] steps) => new(name, new Dictionary<string, object?>
    {
        [nameof(Breadcrumbs.Steps)] = steps,
        [nameof(Breadcrumbs.Current)] = current,
    });
}
