using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Queries.Units;
using Portal.Web.Downloads;
using Portal.Web.Hosting.Caching;
using Portal.Web.Hosting.Problems;
using Portal.Web.Links;

namespace Portal.Web.Pages.Units;

/// <summary>The units: found by filter and name, with their newest overall result, to tick and compare.</summary>
[OutputCache(PolicyName = CachePolicies.Edition)]
public sealed class IndexModel(UnitList list, UnitChoices choices) : PageModel
{
    /// <summary>The list.</summary>
    public UnitListView List { get; private set; } = null!;

    /// <summary>Shows a page of the list, or the whole list as a file.</summary>
    public async Task<IActionResult> OnGet([FromQuery] UnitListQuery query, [FromRoute] FileFormat? format, CancellationToken ct)
    {
        var offered = await choices.Find(query.Municipality, query.Picked, ct);
        if (query.UnknownIn(offered) is { } name)
            return Problem.BadParameter(name, Request.Query[name], ParameterHelp.For(name));
        if (Download.For(format, UnitSheets.List(offered, list.All(query.Filter, ct))) is { } file)
            return file;
        List = new UnitListView { Query = query, Choices = offered, Result = await list.Page(query.Filter, query.PageNumber, ct) };
        return query.PageNumber > 1 && List.Result.Rows.Count == 0
            ? Problem.NoPage(query.PageNumber)
            : Page();
    }
}
