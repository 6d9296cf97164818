using Portal.Web.Components.Charts;

namespace Portal.Web.Components.Examples;

/// <summary>
/// Every shared component with its examples. A component's examples stand in a class of their own beside it
/// (<c>Charts/SpreadStrip.razor</c>, <c>Charts/SpreadStripExamples.cs</c>); here they are only listed.
/// </summary>
public static class ComponentGallery
{
    /// <summary>All of them, by kind and name.</summary>
    public static IReadOnlyList<ComponentExamples> All { get; } =
    [
        new("Spridning", typeof(SpreadStrip), SpreadStripExamples.All),
    ];
}
