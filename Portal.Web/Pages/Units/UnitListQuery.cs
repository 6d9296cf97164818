using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Queries.Units;
using Portal.Web.Links;

namespace Portal.Web.Pages.Units;

/// <summary>What the address of the list says. A value that no filter has makes the address a bad one.</summary>
public sealed record UnitListQuery : IValidatableObject
{
    /// <summary>The longest text that is searched for; no name is longer.</summary>
    public const int LongestSearch = 100;

    /// <summary>The last page that can be asked for: more than all units of the country.</summary>
    public const int LastPage = 100_000;

    /// <summary>Service area id.</summary>
    [FromQuery(Name = QueryNames.ServiceArea)] public string? ServiceArea { get; init; }

    /// <summary>Municipality code.</summary>
    [FromQuery(Name = QueryNames.Municipality)] public string? Municipality { get; init; }

    /// <summary>Ownership, by its word in addresses.</summary>
    [FromQuery(Name = QueryNames.Ownership)] public string? Ownership { get; init; }

    /// <summary>Free text.</summary>
    [FromQuery(Name = QueryNames.Search)] public string? Search { get; init; }

    /// <summary>Order, by its word in addresses.</summary>
    [FromQuery(Name = QueryNames.Order)] public string? Order { get; init; }

    /// <summary>From 1; null is the first.</summary>
    [FromQuery(Name = QueryNames.Page)] public int? Page { get; init; }

    /// <summary>Units ticked for comparison, as the address repeats them; null without any.</summary>
    [FromQuery(Name = QueryNames.Unit)] public IReadOnlyList<string?>? Ticked { get; init; }

    /// <summary>Units ticked for comparison, each once.</summary>
    public IReadOnlyList<string> Picked => Compare.CompareQuery.Ids(Ticked ?? []);

    /// <summary>The page, from 1.</summary>
    public int PageNumber => Page ?? 1;

    /// <summary>The same as the question asks it.</summary>
    public UnitFilter Filter => new()
    {
        ServiceAreaId = ServiceArea,
        MunicipalityCode = Municipality,
        Ownership = Ownership is null ? null : AddressWords.Ownership(Ownership),
        Search = Search,
        Order = Order is null ? UnitOrder.Name : AddressWords.Order(Order) ?? UnitOrder.Name,
    };

    /// <summary>The same as links write it.</summary>
    public UnitListAddress Address => new()
    {
        ServiceArea = ServiceArea,
        Municipality = Municipality,
        Ownership = Ownership,
        Search = Search,
        Order = Order,
        Page = PageNumber,
        Picked = Picked,
    };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Ownership is not null && AddressWords.Ownership(Ownership) is null)
            yield return Bad(QueryNames.Ownership);
        if (Order is not null && AddressWords.Order(Order) is null)
            yield return Bad(QueryNames.Order);
        if (PageNumber is < 1 or > LastPage)
            yield return Bad(QueryNames.Page);
        if (Search?.Length > LongestSearch)
            yield return Bad(QueryNames.Search);
        if (Picked.Count > Compare.CompareQuery.MostAsked)
            yield return Bad(QueryNames.Unit);
    }

    /// <summary>The first filter that names something that is not there; null where all are.</summary>
    public string? UnknownIn(UnitChoices.Result choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (ServiceArea is not null && choices.ServiceAreas.All(a => a.Id != ServiceArea))
            return QueryNames.ServiceArea;
        return Municipality is not null && choices.Municipalities.All(m => m.Id != Municipality) ? QueryNames.Municipality : null;
    }

    private static ValidationResult Bad(string name) => new("Unusable.", [name]);
}
