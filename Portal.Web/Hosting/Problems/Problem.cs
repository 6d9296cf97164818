using Microsoft.AspNetCore.Mvc;
using Portal.Web.Text;

namespace Portal.Web.Hosting.Problems;

/// <summary>
/// Why an address cannot be answered, in plain Swedish: what is wrong, and how to mend it. Pages return
/// <see cref="NotFound"/> or <see cref="BadParameter"/>; the error page shows it.
/// </summary>
/// <param name="What">One sentence: what is wrong and where.</param>
/// <param name="Mend">One sentence: what to do.</param>
public sealed record Problem(string What, string Mend)
{
    /// <summary>404: the thing that the address names does not exist.</summary>
    /// <param name="thing">With its "none", for instance <c>ingen enhet</c>.</param>
    /// <param name="id">As the address says it.</param>
    /// <param name="mend">One sentence: where to look instead.</param>
    public static IActionResult NotFound(string thing, string id, string mend) =>
        new ProblemResult(StatusCodes.Status404NotFound, new Problem($"Det finns {thing} med beteckningen ”{Shortened(id)}”.", mend));

    /// <summary>404: a list that ends before the page that the address asks for.</summary>
    public static IActionResult NoPage(int page) =>
        new ProblemResult(StatusCodes.Status404NotFound, new Problem($"Listan har ingen sida {Format.Number((long)page)}.", "Gå till listans första sida."));

    /// <summary>404 with words of the page's own.</summary>
    public static IActionResult Missing(string what, string mend) =>
        new ProblemResult(StatusCodes.Status404NotFound, new Problem(what, mend));

    /// <summary>400: a name in the address has a value that it cannot have.</summary>
    /// <param name="name">The query name, as the address writes it.</param>
    /// <param name="value">The value, as the address writes it.</param>
    /// <param name="mend">One sentence: what the value can be.</param>
    public static IActionResult BadParameter(string name, string? value, string mend) =>
        new ProblemResult(StatusCodes.Status400BadRequest, new Problem($"I adressen står {name}=”{Shortened(value ?? "")}”, och det går inte att använda.", mend));

    /// <summary>400 with words of the page's own, for instance that five units are the most.</summary>
    public static IActionResult Bad(string what, string mend) =>
        new ProblemResult(StatusCodes.Status400BadRequest, new Problem(what, mend));

    private static string Shortened(string text) => text.Length <= 80 ? text : $"{text[..80]}…";

    private sealed class ProblemResult(int statusCode, Problem problem) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            context.HttpContext.Features.Set(problem);
            context.HttpContext.Response.StatusCode = statusCode;
            return Task.CompletedTask;
        }
    }
}
