namespace Portal.Data.Statistics;

/// <summary>What can be said of one question among the units of a page.</summary>
public sealed record QuestionDifferences
{
    /// <summary>The question's key.</summary>
    public required string Question { get; init; }

    /// <summary>Every pair of the page's units, by unit key; each pair once.</summary>
    public required IReadOnlyList<PairDifference> Pairs { get; init; }

    /// <summary>The units that are certainly higher than another, by unit key; empty where nothing is certain.</summary>
    public required IReadOnlyList<CertainlyHigher> Higher { get; init; }

    /// <summary>Whether any difference is certain.</summary>
    public bool AnyCertain => Higher.Count > 0;

    /// <summary>The pairs that were tested. Where it is zero, "no certain difference" would say too much.</summary>
    public int Tested => Pairs.Count(pair => pair.IsTested);
}

/// <summary>One unit whose figure is certainly higher than that of others.</summary>
/// <param name="Unit">The unit's key.</param>
/// <param name="Than">The keys of the units it is certainly higher than, by key; at least one.</param>
public sealed record CertainlyHigher(string Unit, IReadOnlyList<string> Than);
