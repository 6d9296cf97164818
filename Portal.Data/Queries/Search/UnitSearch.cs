using Portal.Data.Reporting;

namespace Portal.Data.Queries.Search;

/// <summary>Which units fit what was typed?</summary>
public sealed class UnitSearch(ReportingDb db)
{
    /// <summary>How many units are shown.</summary>
    public const int Shown = 10;

    /// <summary>The units that fit best, and how many fit at all.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public async Task<UnitHits> Find(SearchTerms terms, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var words = terms.Words.OrderByDescending(w => w.Length).ToList();
        // Folded words hold letters and digits only: nothing that like reads as a sign.
        var whole = string.Join(' ', terms.Words);
        var hits = await db.List<UnitHit>(typeof(UnitSearch), new
        {
            fromMunicipality = terms.MunicipalityCode ?? "0000",
            toMunicipality = terms.MunicipalityCode ?? "9999",
            serviceArea = terms.ServiceAreaId,
            searches = words.Count > 0 ? 1 : 0,
            word1 = Pattern(0),
            word2 = Pattern(1),
            word3 = Pattern(2),
            word4 = Pattern(3),
            word5 = Pattern(4),
            word6 = Pattern(5),
            word7 = Pattern(6),
            word8 = Pattern(7),
            whole,
            first = $"{whole} %",
            middle = $"% {whole} %",
            final = $"% {whole}",
            beginning = $"{whole}%",
            inside = $"% {whole}%",
            last = Shown,
        }, ct);
        return new UnitHits
        {
            Units = [.. hits.Select(h => words.TrueForAll(w => h.SearchName.Contains(w, StringComparison.Ordinal)) ? h with { OtherName = null } : h)],
            Total = hits.Count > 0 ? hits[0].Total : 0,
        };

        string Pattern(int index) => index < words.Count ? $"%{words[index]}%" : "%";
    }
}

/// <summary>The units of a search.</summary>
public sealed record UnitHits
{
    /// <summary>Best first, at most <see cref="UnitSearch.Shown"/>.</summary>
    public IReadOnlyList<UnitHit> Units { get; init; } = [];

    /// <summary>How many fit.</summary>
    public int Total { get; init; }
}

/// <summary>A unit that fits.</summary>
public sealed record UnitHit
{
    /// <summary>How many units fit.</summary>
    public int Total { get; init; }

    /// <summary>The unit's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name as it is searched.</summary>
    public string SearchName { get; init; } = "";

    /// <summary>Another of its names that fits; null where its own does.</summary>
    public string? OtherName { get; init; }

    /// <summary>What it does.</summary>
    public string ServiceAreaName { get; init; } = "";

    /// <summary>Where it lies.</summary>
    public string MunicipalityName { get; init; } = "";

    /// <summary>The municipality is made up.</summary>
    public bool IsSample { get; init; }

    /// <summary>Its source still names it.</summary>
    public bool IsListed { get; init; }
}
