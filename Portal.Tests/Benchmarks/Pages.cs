using Dapper;
using Portal.Data.Reporting;
using Portal.Web.Links;

namespace Portal.Benchmarks;

/// <summary>Which pages are asked for, whichever data there is.</summary>
static class Pages
{
    /// <summary>The municipality whose units have the most figures.</summary>
    public static async Task<string> Municipality(ReportingDb db)
    {
        await using var connection = await db.OpenForReading(CancellationToken.None);
        return PortalLinks.Municipalities.Municipality(await connection.QueryFirstAsync<string>(
            "select s.municipality_code from observation as o join subject as s on s.subject_key = o.subject_key "
            + "where s.scope = 'unit' group by s.municipality_code order by count(*) desc"));
    }

    /// <summary>Units that have been asked about.</summary>
    public static async Task<string[]> UnitsWithFigures(ReportingDb db)
    {
        await using var connection = await db.OpenForReading(CancellationToken.None);
        return [.. await connection.QueryAsync<string>(
            "select u.unit_id from unit as u where u.headline_measure_key is not null order by u.unit_id")];
    }
}
