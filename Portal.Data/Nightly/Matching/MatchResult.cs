namespace Portal.Data.Nightly.Matching;

/// <summary>What the matching came to for every survey unit of a source.</summary>
public sealed record MatchOutcome
{
    /// <summary>One for each survey unit, in the order given.</summary>
    public required IReadOnlyList<MatchResult> Results { get; init; }

    /// <summary>The aliases of the source that settled nothing, with the reason: the file wants tending.</summary>
    public required IReadOnlyList<UnusedAlias> UnusedAliases { get; init; }
}

/// <summary>Which unit a survey unit is.</summary>
public sealed record MatchResult
{
    /// <summary>The survey unit.</summary>
    public required SurveyUnit Survey { get; init; }

    /// <summary>The register unit's id; null when the survey unit becomes a unit of its own.</summary>
    public string? UnitId { get; init; }

    /// <summary>The rule that settled it; null when nothing did.</summary>
    public MatchRule? Rule { get; init; }

    /// <summary>Why nothing settled it; null when something did.</summary>
    public OwnReason? Reason { get; init; }

    /// <summary>
    /// The smallest outside id of those that are this unit, its own included. For a unit of its own, the caller
    /// makes the unit's id of the source and this, so that it stays as long as the survey keeps its ids.
    /// </summary>
    public required string LeadOutsideId { get; init; }

    /// <summary>The nearest register units, nearest first, three at most; empty when the unit is settled.</summary>
    public IReadOnlyList<MatchCandidate> Candidates { get; init; } = [];

    /// <summary>
    /// The periods whose report is the same as one that another outside id holds and keeps: the caller leaves this
    /// id's copy out, or the figures would be counted twice.
    /// </summary>
    public IReadOnlyList<int> RepeatedPeriods { get; init; } = [];
}

/// <summary>A register unit that may be meant.</summary>
public sealed record MatchCandidate
{
    /// <summary>The register unit.</summary>
    public required RegisterUnit Unit { get; init; }

    /// <summary>How alike the survey's name is to the unit's name or address, from 0 to 1. It orders a list for a
    /// person; no rule looks at it.</summary>
    public required double Similarity { get; init; }
}

/// <summary>An alias that settled nothing.</summary>
public sealed record UnusedAlias
{
    /// <summary>The alias.</summary>
    public required UnitAlias Alias { get; init; }

    /// <summary>Why, as a sentence.</summary>
    public required string Reason { get; init; }
}
