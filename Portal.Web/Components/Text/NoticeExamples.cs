using Microsoft.AspNetCore.Components;
using Portal.Web.Components.Examples;

namespace Portal.Web.Components.Text;

/// <summary>Notices.</summary>
public static class NoticeExamples
{
    private static readonly RenderFragment Gone = builder =>
        builder.AddMarkupContent(0, "<p>Uppgifterna nedan är de som fanns när enheten senast räknades upp.</p>");

    /// <summary>With and without title, and as a warning.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } =
    [
        new("bra att veta", new Dictionary<string, object?> { [nameof(Notice.ChildContent)] = Gone }),
        new("med rubrik", new Dictionary<string, object?> { [nameof(Notice.Title)] = "Enheten finns inte längre i registret", [nameof(Notice.ChildContent)] = Gone }),
        new("varning", new Dictionary<string, object?>
        {
            [nameof(Notice.Title)] = "Enheten finns inte längre i registret",
            [nameof(Notice.Colour)] = "warning",
            [nameof(Notice.ChildContent)] = Gone,
        }),
    ];
}
