using Bunit;
using Bunit.Diffing;
using Bunit.Extensions;
using Bunit.Rendering;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Portal.Tests.Support;

/// <summary>
/// Renders one component from its parameters. The context is our own because the one in this line of bUnit
/// asks for a JS-interop type that the current framework no longer has.
/// </summary>
public abstract class ComponentTest : TestContextBase
{
    protected ComponentTest()
    {
        Services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        Services.AddSingleton<TestContextBase>(this);
        Services.AddSingleton<IRenderedComponentActivator, RenderedComponentActivator>();
        Services.AddSingleton<ITestRenderer>(s => new TestRenderer(
            s.GetRequiredService<IRenderedComponentActivator>(), Services, NullLoggerFactory.Instance));
        Services.AddSingleton(s => (TestRenderer)s.GetRequiredService<ITestRenderer>());
        Services.AddSingleton<HtmlComparer>();
        Services.AddSingleton<BunitHtmlParser>();
    }

    protected IRenderedComponent<T> Render<T>(Action<ComponentParameterCollectionBuilder<T>> parameters)
        where T : IComponent =>
        (IRenderedComponent<T>)this.RenderInsideRenderTree<T>(
            new ComponentParameterCollectionBuilder<T>(parameters).Build().ToRenderFragment<T>());

    protected IRenderedFragment Render(RenderFragment markup) => (IRenderedFragment)this.RenderInsideRenderTree(markup);

    /// <summary>Text as it is read: one space for each run of spaces and line breaks, the non-breaking ones too.</summary>
    protected static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
