using Portal.Data.Model;
using Portal.Data.Reporting;

namespace Portal.Data.Queries.Municipalities;

/// <summary>Which municipalities are there?</summary>
public sealed class MunicipalityList(ReportingDb db)
{
    /// <summary>The words of a search that count; of more, the longest. No municipality has more in its name.</summary>
    public const int MostWords = 4;

    /// <summary>
    /// The municipalities by name: of a county, where its code is given, and those whose name holds all words of the search, in
    /// any order and letter case, with or without rings and dots.
    /// </summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Result> Find(string? countyCode, string? search, CancellationToken ct)
    {
        var words = SearchNames.SearchName(search ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(w => w.Length)
            .ToList();
        var asked = new { county = countyCode, word1 = Pattern(0), word2 = Pattern(1), word3 = Pattern(2), word4 = Pattern(3) };
        return db.Read(typeof(MunicipalityList), asked, async grid => new Result
        {
            Rows = [.. await grid.ReadAsync<MunicipalityRow>()],
            Counties = [.. (await grid.ReadAsync<County>()).OrderBy(c => SearchNames.SortKey(c.Name), StringComparer.Ordinal)],
        }, ct);

        // Folded words hold letters and digits only: nothing that like reads as a sign.
        string Pattern(int index) => index < words.Count ? $"%{words[index]}%" : "%";
    }

    /// <summary>The municipalities and the counties to choose among.</summary>
    public sealed record Result
    {
        /// <summary>By name.</summary>
        public IReadOnlyList<MunicipalityRow> Rows { get; init; } = [];

        /// <summary>Every county that any municipality lies in, by name.</summary>
        public IReadOnlyList<County> Counties { get; init; } = [];
    }
}

/// <summary>A county.</summary>
public sealed record County
{
    /// <summary>Two digits.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";
}

/// <summary>A municipality, its place and how many units it has.</summary>
public sealed record MunicipalityRow
{
    /// <summary>Four digits.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Two digits; null where the source does not say.</summary>
    public string? CountyCode { get; init; }

    /// <summary>The county's name; null where the source does not say.</summary>
    public string? CountyName { get; init; }

    /// <summary>Inhabitants; null where the source does not say.</summary>
    public int? Population { get; init; }

    /// <summary>The day that the population was counted; null as <see cref="Population"/>.</summary>
    public DateOnly? PopulationDate { get; init; }

    /// <summary>Whether it is made up.</summary>
    public bool IsSample { get; init; }

    /// <summary>How many units it has, of all owners.</summary>
    public int Units { get; init; }

    /// <summary>The source.</summary>
    public string SourceId { get; init; } = "";

    /// <summary>How the source wants to be credited.</summary>
    public string Credit { get; init; } = "";

    /// <summary>The licence; null where the source states none.</summary>
    public string? Licence { get; init; }
}
