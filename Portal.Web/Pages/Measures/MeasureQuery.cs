using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Queries.Measures;
using Portal.Data.Queries.Units;
using Portal.Web.Links;

namespace Portal.Web.Pages.Measures;

/// <summary>What the address of a measure says. A value that cannot be makes the address a bad one.</summary>
public sealed record MeasureQuery : IValidatableObject
{
    /// <summary>The last page that can be asked for: more than all units of the country.</summary>
    public const int LastPage = 100_000;

    /// <summary>The year; null for the one that the page begins with.</summary>
    [FromQuery(Name = QueryNames.Period)] public int? Period { get; init; }

    /// <summary>Municipality code.</summary>
    [FromQuery(Name = QueryNames.Municipality)] public string? Municipality { get; init; }

    /// <summary>Order, by its word in addresses.</summary>
    [FromQuery(Name = QueryNames.Order)] public string? Order { get; init; }

    /// <summary>From 1; null is the first.</summary>
    [FromQuery(Name = QueryNames.Page)] public int? Page { get; init; }

    /// <summary>Units to mark, as the address repeats them; null without any.</summary>
    [FromQuery(Name = QueryNames.Unit)] public IReadOnlyList<string?>? Ticked { get; init; }

    /// <summary>Units to mark, each once.</summary>
    public IReadOnlyList<string> Picked => Compare.CompareQuery.Ids(Ticked ?? []);

    /// <summary>The page, from 1.</summary>
    public int PageNumber => Page ?? 1;

    /// <summary>The order.</summary>
    public UnitOrder Ordering => Order is null ? UnitOrder.Name : AddressWords.Order(Order) ?? UnitOrder.Name;

    /// <summary>The same as links write it.</summary>
    public MeasureAddress Address => new() { Period = Period, Municipality = Municipality, Order = Order, Page = PageNumber, Picked = Picked };

    /// <summary>The same as the question asks it.</summary>
    public MeasureAsked Asked(MeasureProfile.Result measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new MeasureAsked
        {
            Chain = measure.Chain,
            Period = Period ?? measure.Period ?? 0,
            MunicipalityCode = Municipality,
            Picked = Picked,
            Order = Ordering,
        };
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Period is < 1900 or > 2200)
            yield return Bad(QueryNames.Period);
        if (Order is not null && AddressWords.Order(Order) is null)
            yield return Bad(QueryNames.Order);
        if (PageNumber is < 1 or > LastPage)
            yield return Bad(QueryNames.Page);
        if (Picked.Count > Compare.CompareQuery.MostAsked)
            yield return Bad(QueryNames.Unit);
    }

    /// <summary>The first name whose value the measure does not have; null where it has all.</summary>
    public string? UnknownIn(MeasureProfile.Result measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        if (Period is { } period && measure.Years.All(y => y.Period != period))
            return QueryNames.Period;
        return Municipality is not null && measure.Municipalities.All(m => m.Code != Municipality) ? QueryNames.Municipality : null;
    }

    private static ValidationResult Bad(string name) => new("Unusable.", [name]);
}
