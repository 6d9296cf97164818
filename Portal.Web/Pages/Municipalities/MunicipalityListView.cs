using Portal.Data.Queries.Municipalities;
using Portal.Web.Text;

namespace Portal.Web.Pages.Municipalities;

/// <summary>The list of municipalities as the page shows it.</summary>
public sealed record MunicipalityListView
{
    /// <summary>The municipalities and the counties.</summary>
    public required MunicipalityList.Result Found { get; init; }

    /// <summary>The chosen county; null or empty for all.</summary>
    public string? CountyCode { get; init; }

    /// <summary>What was searched for; null or empty for nothing.</summary>
    public string? Search { get; init; }

    /// <summary>The address names a county that there is not.</summary>
    public bool IsUnknownCounty => !string.IsNullOrEmpty(CountyCode) && County is null;

    /// <summary>What is listed and how many there are.</summary>
    public string Count
    {
        get
        {
            var count = Words.Count(Found.Rows.Count, "kommun", "kommuner");
            var named = string.IsNullOrWhiteSpace(Search) ? "" : $" med ”{Search.Trim()}” i namnet";
            return County is { } county ? $"{count} i {county.Name}{named}" : $"{count}{named}";
        }
    }

    private County? County => Found.Counties.FirstOrDefault(c => c.Code == CountyCode);
}
