using Portal.Web.Components.Examples;
using Portal.Web.Links;

namespace Portal.Web.Components.Text;

/// <summary>The notice of a cited edition, which has one state.</summary>
public static class CitedNoticeExamples
{
    /// <summary>The example.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } =
    [
        new("utgåva 12", new Dictionary<string, object?>
        {
            [nameof(CitedNotice.Number)] = 12,
            [nameof(CitedNotice.PublishedAt)] = new DateTime(2026, 3, 3, 2, 15, 0, DateTimeKind.Utc),
            [nameof(CitedNotice.Newest)] = PortalLinks.Measures.List(),
        }),
    ];
}
