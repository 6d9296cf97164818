using Microsoft.AspNetCore.Mvc;
using Portal.Data.Queries.Units;
using Portal.Web.Links;

namespace Portal.Web.Pages.Compare;

/// <summary>What the address of the comparison says.</summary>
public sealed record CompareQuery
{
    /// <summary>The most units that an address may name: more than anyone ticks, few enough to ask for.</summary>
    public const int MostAsked = 50;

    /// <summary>The units, as the address repeats them.</summary>
    [FromQuery(Name = QueryNames.Unit)] public IReadOnlyList<string?>? Units { get; init; }

    /// <summary>The question areas that matter to the reader, as the address repeats them.</summary>
    [FromQuery(Name = QueryNames.Important)] public IReadOnlyList<string?>? Important { get; init; }

    /// <summary>The name of a unit to add; null where none is looked for.</summary>
    [FromQuery(Name = QueryNames.Search)] public string? Search { get; init; }

    /// <summary>The units, each once, in the reader's order.</summary>
    public IReadOnlyList<string> UnitIds => Ids(Units ?? []);

    /// <summary>The areas, each once.</summary>
    public IReadOnlyList<string> Areas => Ids(Important ?? []);

    /// <summary>Each id once, in the reader's order.</summary>
    public static IReadOnlyList<string> Ids(IEnumerable<string?> asked) =>
        [.. asked.OfType<string>().Select(id => id.Trim()).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Units like the first, in its municipality, by the name that the reader looks for; null where nothing is looked for.</summary>
    public UnitFilter? Like(IReadOnlyList<UnitFacts> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        return string.IsNullOrWhiteSpace(Search) || units.Count == 0
            ? null
            : new UnitFilter { Search = Search, ServiceAreaId = units[0].ServiceAreaId, MunicipalityCode = units[0].MunicipalityCode };
    }
}
