using Portal.Data.Reporting;
using Portal.Web.Hosting.Caching;
using Portal.Web.Hosting.Editions;
using Portal.Web.Hosting.Look;
using Portal.Web.Links;
using Portal.Web.Text;

namespace Portal.Web.Hosting;

/// <summary>What programs and operators ask: JSON, never kept.</summary>
internal static class Machinery
{
    public static void MapMachinery(this IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("").AddEndpointFilter((context, next) =>
        {
            SecurityHeaders.OpenToAll(context.HttpContext.Response.Headers);
            return next(context);
        });
        open.MapGet(PortalLinks.Machinery.Health(), Health);
        open.MapGet(PortalLinks.Machinery.Edition(), (HttpContext http) =>
        {
            var edition = RequestEdition.Of(http);
            return Results.Json(new
            {
                edition = edition.Number,
                published_at = edition.Number == 0 ? null : Format.Iso(edition.PublishedAt),
                night = edition.Number == 0 ? (int?)null : edition.NightNumber,
                observations = edition.Observations,
                added = edition.Added,
                changed = edition.Changed,
                removed = edition.Removed,
            });
        });
        var look = routes.ServiceProvider.GetRequiredService<SiteLook>();
        foreach (var file in new[] { look.Style, look.Mark }.OfType<LookFile>())
            routes.MapGet(file.Address, (HttpContext http) => Forever(http, file));
        open.MapGet(PortalLinks.Machinery.Version(), (BuildTag build) => Results.Json(new { version = build.Version, build = build.Value }));
    }

    // The address names the content: it never has another.
    private static IResult Forever(HttpContext http, LookFile file)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(file.Bytes, file.Type);
    }

    private static async Task<IResult> Health(HttpContext http, CurrentEdition edition, CancellationToken ct)
    {
        try
        {
            await edition.Refresh(ct);
            return Results.Json(new { status = "ok", edition = edition.Value.Number });
        }
        catch (DatabaseException)
        {
            return Results.Json(
                new { status = "database_away", edition = RequestEdition.Of(http).Number }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
