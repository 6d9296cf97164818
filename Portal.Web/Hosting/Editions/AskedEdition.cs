using Portal.Data.Reporting;

namespace Portal.Web.Hosting.Editions;

/// <summary>
/// The edition that a request's questions are asked of: the newest, or the one that the address cites. Decided before the
/// page's questions are made; see <see cref="CitedEditions"/>.
/// </summary>
public sealed class AskedEdition(ReportingDb newest)
{
    private int? cited;

    /// <summary>What the request's questions are asked of.</summary>
    public ReportingDb Db => cited is { } edition ? newest.At(edition) : newest;

    /// <summary>From here on the request reads an earlier edition.</summary>
    public void Cite(int edition) => cited = edition;
}
