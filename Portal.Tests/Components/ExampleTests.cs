using Bunit;
using Microsoft.AspNetCore.Components;
using Portal.Tests.Support;
using Portal.Web.Components.Charts;
using Portal.Web.Components.Examples;
using Portal.Web.Components.Navigation;
using Portal.Web.Components.Tables;
using Portal.Web.Components.Text;

namespace Portal.Tests.Components;

/// <summary>What holds for every example of every shared component. The gallery's page is tested with the other pages.</summary>
public sealed class ExampleTests : ComponentTest
{
    // A heading is only what stands in it, an edition's field is not seen; the others are the parts of a trend, and its examples theirs.
    private static readonly Type[] WithoutExamples = [typeof(Heading), typeof(EditionField), typeof(ChartText), typeof(TrendChart), typeof(TrendMark), typeof(TrendTable)];

    public static TheoryData<string, string> Examples => [.. ComponentGallery.All.SelectMany(c => c.Examples.Select(e => (c.Name, e.Name)))];

    [Fact]
    public void Every_shared_component_has_examples()
    {
        var components = typeof(ComponentGallery).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Portal.Web.Components", StringComparison.Ordinal) == true && t.IsAssignableTo(typeof(IComponent)));

        Assert.Equal([], components.Except(ComponentGallery.All.Select(c => c.Component)).Except(WithoutExamples).Select(t => t.Name).Where(n => n != "_Imports"));
    }

    [Fact]
    public void Every_example_has_a_name_of_its_own() =>
        Assert.All(ComponentGallery.All, c => Assert.Equal(c.Examples.Count, c.Examples.Select(e => e.Name).Distinct(StringComparer.Ordinal).Count()));

    [Theory, MemberData(nameof(Examples))]
    public void Says_something_in_words_the_same_each_time(string component, string example)
    {
        var first = Rendered(component, example);

        Assert.NotEqual("", Plain(first.Find("*").TextContent));
        Assert.Equal(first.Markup, Rendered(component, example).Markup);
        Assert.DoesNotContain("NaN", first.Markup, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Examples))]
    public void Keeps_the_house_s_rules_of_markup(string component, string example)
    {
        var rendered = Rendered(component, example);

        Assert.Empty(rendered.FindAll("[style], script, style"));
        Assert.All(rendered.FindAll("table"), t => Assert.NotNull(t.QuerySelector("caption")));
        Assert.All(rendered.FindAll("th"), h => Assert.Contains(h.GetAttribute("scope"), new[] { "col", "row", "colgroup", "rowgroup" }));
        Assert.All(rendered.FindAll("svg"), s => Assert.NotNull(s.Closest("[aria-hidden=true], [role=img][aria-labelledby]")));
        var ids = rendered.FindAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    private IRenderedFragment Rendered(string component, string name)
    {
        var examples = ComponentGallery.All.Single(c => c.Name == component);
        var parameters = examples.Examples.Single(e => e.Name == name).Parameters;
        return Render((RenderFragment)(builder =>
        {
            builder.OpenComponent(0, examples.Component);
            foreach (var (parameter, value) in parameters)
                builder.AddComponentParameter(1, parameter, value);
            builder.CloseComponent();
        }));
    }
}
