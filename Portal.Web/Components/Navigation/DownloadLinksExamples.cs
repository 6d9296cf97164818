using Portal.Web.Components.Examples;
using Portal.Web.Links;

namespace Portal.Web.Components.Navigation;

/// <summary>The links to a page's files, which have one state.</summary>
public static class DownloadLinksExamples
{
    /// <summary>The example.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } =
    [
        new("filer", new Dictionary<string, object?>
        {
            [nameof(DownloadLinks.Csv)] = PortalLinks.Units.List(format: FileFormat.Csv),
            [nameof(DownloadLinks.Json)] = PortalLinks.Units.List(format: FileFormat.Json),
        }),
    ];
}
