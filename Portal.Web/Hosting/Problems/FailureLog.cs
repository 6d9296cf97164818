using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Web.Hosting.Problems;

/// <summary>Writes down what failed, once, under the reference that the reader sees.</summary>
internal sealed class FailureLog(ILogger<FailureLog> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        log.LogError(exception, "{Reference} {Method} {Path}: {Message}",
            FailedRequest.Reference(httpContext), httpContext.Request.Method, FailedRequest.Path(httpContext), exception.Message);
        return ValueTask.FromResult(false);
    }
}
