using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Queries.Editions;
using Portal.Web.Downloads;
using Portal.Web.Hosting.Caching;
using Portal.Web.Hosting.Problems;
using Portal.Web.Links;

namespace Portal.Web.Pages.Editions;

/// <summary>All editions, newest first.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class IndexModel(EditionList editions) : PageModel
{
    /// <summary>Editions a page.</summary>
    public const int Size = 50;

    /// <summary>The list.</summary>
    public EditionList.Result Editions { get; private set; } = new();

    /// <summary>The page of it, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = QueryNames.Page), Range(1, 1_000_000)]
    public int Number { get; set; } = 1;

    /// <summary>Pages in all.</summary>
    public int Pages => Math.Max(1, (Editions.Count + Size - 1) / Size);

    /// <summary>Shows a page of the list, or all of it as a file.</summary>
    public async Task<IActionResult> OnGet([FromRoute] FileFormat? format, CancellationToken ct)
    {
        Editions = format is null
            ? await editions.Between((Size * (Number - 1)) + 1, Size * Number, ct)
            : await editions.Between(1, int.MaxValue, ct);
        return Number > Pages ? Problem.NoPage(Number) : Download.For(format, EditionSheets.Editions(Editions)) ?? Page();
    }
}
