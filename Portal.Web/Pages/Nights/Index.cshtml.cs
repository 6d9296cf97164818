using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Queries.Nights;
using Portal.Web.Hosting.Nights;

namespace Portal.Web.Pages.Nights;

/// <summary>
/// The newest nights and how fresh each source is. Made anew for every request: a night that changed nothing
/// publishes no edition, and is told of here all the same.
/// </summary>
public sealed class IndexModel(NightLog log, NightHour hour) : PageModel
{
    /// <summary>How many nights are shown.</summary>
    public const int Shown = 14;

    /// <summary>The nights and the sources.</summary>
    public NightOverview Nights { get; private set; } = new();

    /// <summary>When the site runs the night, in Sweden; null where somebody else starts it.</summary>
    public TimeOnly? At => hour.At;

    /// <summary>Shows the nights.</summary>
    public async Task OnGet(CancellationToken ct) => Nights = await log.Newest(Shown, ct);
}
