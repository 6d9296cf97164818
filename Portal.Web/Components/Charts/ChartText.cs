using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Portal.Web.Components.Charts;

/// <summary>Text in an SVG. Razor keeps the name <c>text</c> for itself, so that a component has to write the element.</summary>
public sealed class ChartText : ComponentBase
{
    /// <summary>From the left.</summary>
    [Parameter, EditorRequired] public double X { get; set; }

    /// <summary>Of the line that the letters stand on.</summary>
    [Parameter, EditorRequired] public double Y { get; set; }

    /// <summary>The text.</summary>
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>What of it stands at <see cref="X"/>: <c>start</c>, <c>middle</c> or <c>end</c>.</summary>
    [Parameter] public string Anchor { get; set; } = "middle";

    /// <summary>Its class, or null.</summary>
    [Parameter] public string? Class { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", TrendPicture.Length(X));
        builder.AddAttribute(3, "y", TrendPicture.Length(Y));
        builder.AddAttribute(4, "text-anchor", Anchor);
        builder.AddContent(5, Text);
        builder.CloseElement();
    }
}
