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

/// <summary>One edition: what it holds, what it was made of, and every change.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class EditionModel(EditionProfile profile, EditionChanges changes) : PageModel
{
    /// <summary>The edition and a part of its changes.</summary>
    public EditionView Edition { get; private set; } = null!;

    /// <summary>Which list of changes, by its word in addresses; the first that is not empty without one.</summary>
    [BindProperty(SupportsGet = true, Name = QueryNames.Show), RegularExpression("siffror|svar|annat")]
    public string? Show { get; set; }

    /// <summary>The page of that list, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = QueryNames.Page), Range(1, 1_000_000)]
    public int Number { get; set; } = 1;

    /// <summary>Shows the edition, or all its changes as a file.</summary>
    public async Task<IActionResult> OnGet(int number, [FromRoute] FileFormat? format, CancellationToken ct)
    {
        if (await profile.Find(number, ct) is not { } found)
            return Problem.Missing($"Det finns ingen utgåva {number}.", "Alla utgåvor står i listan över utgåvor.");
        Edition = new EditionView(found, Show, Number);
        if (Number > Edition.Pages)
            return Problem.NoPage(Number);
        if (format is null)
            Edition = Edition with { Changes = await changes.Of(Edition, ct) };
        return Download.For(format, EditionSheets.Changes(found, changes.All(number, ct))) ?? Page();
    }
}
