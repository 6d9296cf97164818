using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Web.Components.Examples;

namespace Portal.Tests.Support;

/// <summary>A page with all examples of a component, in the site's clothes.</summary>
static class ExamplePage
{
    /// <summary>The page as HTML.</summary>
    public static async Task<string> Of(ComponentExamples component)
    {
        var page = new StringBuilder(
            $"""
            <!doctype html>
            <html lang="sv">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{component.Name}</title>
            <link rel="stylesheet" href="/css/site.css"><link rel="stylesheet" href="/css/charts.css"><script type="module" src="/js/site.js"></script></head>
            <body><main class="app-main app-width"><h1>{component.Name}</h1>
            """);
        foreach (var example in component.Examples)
        {
            page.Append("<h2>").Append(WebUtility.HtmlEncode(example.Name)).Append("</h2>")
                .Append(await Html(component.Component, example));
        }
        return page.Append("</main></body></html>").ToString();
    }

    /// <summary>An example's own markup, as a page has it.</summary>
    public static async Task<string> Html(Type component, ComponentExample example)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(example.Parameters.ToDictionary()))).ToHtmlString());
    }
}
