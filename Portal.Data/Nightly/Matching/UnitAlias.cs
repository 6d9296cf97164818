namespace Portal.Data.Nightly.Matching;

/// <summary>What a person has settled for good: which unit a survey's id is.</summary>
public sealed record UnitAlias
{
    /// <summary>The source whose id it is.</summary>
    public required string Source { get; init; }

    /// <summary>The survey's id.</summary>
    public required string OutsideId { get; init; }

    /// <summary>The survey's name for it when this was settled. The alias rests when the survey gives the id to
    /// another name.</summary>
    public required string Name { get; init; }

    /// <summary>The register unit; null to keep the id apart as a unit of its own.</summary>
    public string? UnitId { get; init; }

    /// <summary>What proves it.</summary>
    public required string Reason { get; init; }
}
