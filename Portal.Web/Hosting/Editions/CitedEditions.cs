using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Data.Queries.Editions;
using Portal.Data.Reporting;
using Portal.Web.Hosting.Caching;
using Portal.Web.Hosting.Problems;
using Portal.Web.Links;

namespace Portal.Web.Hosting.Editions;

/// <summary>
/// Lets every page that is a function of its edition be read as it was: <c>?utgava=12</c>. Stands before the page is made,
/// so that its questions read the edition that the address cites, and its links go on citing it.
/// </summary>
internal sealed class CitedEditions(ReportingDb newest) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!CachePolicies.IsEditionPage(http) || PageKey.Cited(http.Request) is not { } cited)
        {
            await next();
            return;
        }
        if (!int.TryParse(cited, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            context.Result = Problem.BadParameter(QueryNames.Edition, cited, ParameterHelp.For(QueryNames.Edition));
            return;
        }
        var edition = await new LatestEdition(newest.At(number)).Find(http.RequestAborted);
        if (edition?.Number != number)
        {
            context.Result = Problem.NotFound("ingen utgåva", cited, "Alla utgåvor står i listan över utgåvor.");
            return;
        }
        if (!edition.IsKept)
        {
            context.Result = Problem.Missing(
                $"Utgåva {number} går inte att läsa om.", "Den gavs ut innan portalen började spara gamla siffror. Senare utgåvor går att läsa.");
            return;
        }
        RequestEdition.Cite(http, edition);
        http.RequestServices.GetRequiredService<AskedEdition>().Cite(number);
        PortalLinks.Cited = number;
        await next();
    }
}
