using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web.Hosting.Problems;

namespace Portal.Web.Pages.Errors;

/// <summary>Says what went wrong. Asks no database.</summary>
public sealed class IndexModel : PageModel
{
    /// <summary>The status code.</summary>
    public int Code { get; private set; }

    /// <summary>What is said.</summary>
    public ErrorWords Words { get; private set; } = ErrorWords.For(500, null);

    /// <summary>What finds the request in the log.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Shows the page, or the same as problem details where the address asked for a file.</summary>
    public IActionResult OnGet(int code)
    {
        Code = FailedRequest.StatusCode(HttpContext, code);
        Words = ErrorWords.For(Code, HttpContext.Features.Get<Problem>());
        Reference = FailedRequest.Reference(HttpContext);
        Response.StatusCode = Code;
        if (Code == StatusCodes.Status503ServiceUnavailable)
            Response.Headers.RetryAfter = "60";
        return FailedRequest.WantsData(HttpContext) ? Words.AsData(Code, Reference, HttpContext) : Page();
    }
}
