using Portal.Data.Model;
using Portal.Data.Reporting;

namespace Portal.Data.Queries.Units;

/// <summary>Units with their newest overall figure: the list in which a reader looks for one.</summary>
public sealed class UnitList(ReportingDb db)
{
    /// <summary>Units on a page.</summary>
    public const int PageSize = 25;

    /// <summary>The words of a search that count; of more, the longest.</summary>
    public const int MostWords = 8;

    /// <summary>The units of one page, from 1. A page after the last has no rows and no total.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page is below 1, or so high that no row can have its number.</exception>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public async Task<Result> Page(UnitFilter filter, int page, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(page, int.MaxValue / PageSize);
        var rows = await db.List<UnitRow>(
            typeof(UnitList), Parameters(filter, (page - 1) * PageSize + 1, page * PageSize), ct);
        return new Result { Rows = rows, Total = rows.Count > 0 ? rows[0].Total : 0 };
    }

    /// <summary>All units that the filter lets through, one at a time.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public IAsyncEnumerable<UnitRow> All(UnitFilter filter, CancellationToken ct) =>
        db.Stream<UnitRow>(typeof(UnitList), Parameters(filter, 1, int.MaxValue), ct);

    private static object Parameters(UnitFilter filter, int first, int last)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var words = SearchWords(filter.Search);
        return new
        {
            // A range that both engines can seek in, whether one municipality is asked for or all.
            fromMunicipality = filter.MunicipalityCode ?? "0000",
            toMunicipality = filter.MunicipalityCode ?? "9999",
            serviceArea = filter.ServiceAreaId,
            ownership = filter.Ownership,
            searches = words.Count > 0 ? 1 : 0,
            word1 = Pattern(words, 0),
            word2 = Pattern(words, 1),
            word3 = Pattern(words, 2),
            word4 = Pattern(words, 3),
            word5 = Pattern(words, 4),
            word6 = Pattern(words, 5),
            word7 = Pattern(words, 6),
            word8 = Pattern(words, 7),
            order = filter.Order switch
            {
                UnitOrder.Name => "name",
                UnitOrder.Result => "result",
                UnitOrder.Respondents => "respondents",
                _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.Order, "No such order."),
            },
            first,
            last,
        };
    }

    private static List<string> SearchWords(string? text) =>
        [.. SearchNames.SearchName(text ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(w => w.Length)
            .Take(MostWords)];

    // Folded words hold letters and digits only: nothing that like reads as a sign.
    private static string Pattern(List<string> words, int index) => index < words.Count ? $"%{words[index]}%" : "%";

    /// <summary>The units of a page and how many there are in all.</summary>
    public sealed record Result
    {
        /// <summary>At most <see cref="PageSize"/>.</summary>
        public IReadOnlyList<UnitRow> Rows { get; init; } = [];

        /// <summary>How many the filter lets through; 0 on a page after the last.</summary>
        public int Total { get; init; }
    }
}

/// <summary>Which units, in which order. Null lets all through.</summary>
public sealed record UnitFilter
{
    /// <summary>The service area's id.</summary>
    public string? ServiceAreaId { get; init; }

    /// <summary>The municipality's code.</summary>
    public string? MunicipalityCode { get; init; }

    /// <summary>One of <see cref="Ownerships"/>.</summary>
    public string? Ownership { get; init; }

    /// <summary>Words that all stand in one of the unit's names, in any order and letter case.</summary>
    public string? Search { get; init; }

    /// <summary>The order.</summary>
    public UnitOrder Order { get; init; }
}

/// <summary>The orders that a reader may choose.</summary>
public enum UnitOrder
{
    /// <summary>By name, as Swedish sorts.</summary>
    Name,

    /// <summary>The best overall result first; those without a certain figure last.</summary>
    Result,

    /// <summary>Most respondents first; those without last.</summary>
    Respondents,
}

/// <summary>
/// A unit in a list, with its newest overall figure. A unit that no survey has an overall figure for has an empty
/// <see cref="Figure.MeasureId"/> and a null <see cref="Figure.State"/>.
/// </summary>
public sealed record UnitRow : Figure
{
    /// <summary>How many units the filter lets through.</summary>
    public int Total { get; init; }

    /// <summary>The order by figures mixes several measures. False in other orders.</summary>
    public bool IsMixed { get; init; }

    /// <summary>The municipality that the unit lies in.</summary>
    public string MunicipalityCode { get; init; } = "";

    /// <summary>That municipality's name.</summary>
    public string MunicipalityName { get; init; } = "";

    /// <summary>The municipality is made up.</summary>
    public bool IsSample { get; init; }

    /// <summary>What the unit does.</summary>
    public string ServiceAreaId { get; init; } = "";

    /// <summary>The service area's name.</summary>
    public string ServiceAreaName { get; init; } = "";

    /// <summary>One of <see cref="Ownerships"/>; null where the source does not say.</summary>
    public string? Ownership { get; init; }

    /// <summary>Who runs the unit; null where the source does not say.</summary>
    public string? ProviderName { get; init; }

    /// <summary>Street and number; null where the source does not say.</summary>
    public string? Address { get; init; }

    /// <summary>The postal code; null where the source does not say.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Its source still names it.</summary>
    public bool IsListed { get; init; }

    /// <summary>Who answered, in Swedish plural: "vårdnadshavare"; null without a survey's figure.</summary>
    public string? Asked { get; init; }

    /// <summary><c>higher</c>, <c>lower</c> or <c>neither</c>; null without a figure.</summary>
    public string? Better { get; init; }

    /// <summary>The survey's newest round; null where none is known.</summary>
    public int? NewestRound { get; init; }

    /// <summary>Whether a survey has an overall figure for the unit, or a reason why it is not shown.</summary>
    public bool HasFigure => MeasureId.Length > 0;

    /// <summary>The survey has been held since the figure.</summary>
    public bool IsOld => HasFigure && Period < NewestRound;
}
