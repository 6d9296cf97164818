using Portal.Web.Components.Examples;

namespace Portal.Web.Components.Text;

/// <summary>The notice of made-up figures, which has one state.</summary>
public static class SampleNoticeExamples
{
    /// <summary>The example.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } = [new("påhittade uppgifter", new Dictionary<string, object?>())];
}
