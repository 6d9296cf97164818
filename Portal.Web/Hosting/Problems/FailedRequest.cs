using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Web.Hosting.Problems;

/// <summary>The request that an error page is shown for.</summary>
internal static class FailedRequest
{
    /// <summary>Stands in the log with everything that the request wrote there.</summary>
    public static string Reference(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;

    /// <summary>
    /// What the request answers. An exception's code is chosen by the handler and not by the address of the error
    /// page; who goes to that address by hand gets the code it names.
    /// </summary>
    public static int StatusCode(HttpContext http, int asked)
    {
        var code = http.Features.Get<IExceptionHandlerFeature>() is null ? asked : http.Response.StatusCode;
        return code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
    }

    /// <summary>The address that the reader wrote.</summary>
    public static string Path(HttpContext http) =>
        http.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? http.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? http.Request.Path;

    /// <summary>Whether a program asked, and gets problem details instead of a page.</summary>
    public static bool WantsData(HttpContext http)
    {
        var path = Path(http);
        return path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
    }
}
