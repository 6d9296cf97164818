using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Links;
using Portal.Web.Pages.Units;

namespace Portal.Web.Pages.Search;

/// <summary>What the address of the search says.</summary>
public sealed record SearchQuery : IValidatableObject
{
    /// <summary>The longest text that is searched for; no name is longer.</summary>
    public const int Longest = UnitListQuery.LongestSearch;

    /// <summary>What was typed; null where nothing was.</summary>
    [FromQuery(Name = QueryNames.Search)] public string? Text { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Text?.Length > Longest)
            yield return new ValidationResult("Unusable.", [QueryNames.Search]);
    }
}
