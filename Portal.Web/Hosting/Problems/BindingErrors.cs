using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web.Hosting.Problems;

/// <summary>A value that does not bind (<c>sida=abc</c>) or is out of its range answers 400 before the page asks anything.</summary>
internal sealed class BindingErrors : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var bad = context.ModelState.FirstOrDefault(entry => entry.Value?.ValidationState == ModelValidationState.Invalid);
        if (bad.Key is { } name)
            context.Result = Problem.BadParameter(name, bad.Value?.AttemptedValue, ParameterHelp.For(name));
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}
