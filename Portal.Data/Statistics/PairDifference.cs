namespace Portal.Data.Statistics;

/// <summary>What can be said of the first unit against the second. Higher is not better: that is the question's to say.</summary>
public enum DifferenceVerdict
{
    /// <summary>The first unit's figure is certainly higher.</summary>
    CertainlyHigher,

    /// <summary>The first unit's figure is certainly lower.</summary>
    CertainlyLower,

    /// <summary>Tested, and chance may be all there is.</summary>
    NoCertainDifference,

    /// <summary>Not tested: fewer answered than the survey's floor.</summary>
    TooFewRespondents,

    /// <summary>Not tested, for the reason that stands beside.</summary>
    NotTestable,
}

/// <summary>The difference between two units in one question.</summary>
public sealed record PairDifference
{
    /// <summary>The question's key.</summary>
    public required string Question { get; init; }

    /// <summary>The unit that the verdict speaks of.</summary>
    public required string First { get; init; }

    /// <summary>The unit that it is held against.</summary>
    public required string Second { get; init; }

    /// <summary>The verdict on the first unit against the second, by the level of the whole page.</summary>
    public required DifferenceVerdict Verdict { get; init; }

    /// <summary>Why the pair was not tested; null unless the verdict is <see cref="DifferenceVerdict.NotTestable"/>.</summary>
    public NotTestableReason? Reason { get; init; }

    /// <summary>
    /// First minus second: -1 to 1 for shares, in scores for means; null where the pair was not tested.
    /// </summary>
    public double? Difference { get; init; }

    /// <summary>
    /// The 95 per cent interval of this one difference, first minus second; null where the pair was not tested. It is not
    /// adjusted for the number of pairs: it may leave zero out where the verdict, which is, finds no certain difference.
    /// </summary>
    public Interval? Interval { get; init; }

    /// <summary>The p-value of this pair alone; null where it was not tested.</summary>
    public double? PValue { get; init; }

    /// <summary>Holm's p-value among all pairs of the page; null where the pair was not tested.</summary>
    public double? AdjustedPValue { get; init; }

    /// <summary>Whether there is a certain difference, either way.</summary>
    public bool IsCertain => Verdict is DifferenceVerdict.CertainlyHigher or DifferenceVerdict.CertainlyLower;

    /// <summary>Whether the pair was tested.</summary>
    public bool IsTested => IsCertain || Verdict is DifferenceVerdict.NoCertainDifference;

    /// <summary>The same difference told of the second unit.</summary>
    public PairDifference Reversed() => this with
    {
        First = Second,
        Second = First,
        Verdict = Verdict switch
        {
            DifferenceVerdict.CertainlyHigher => DifferenceVerdict.CertainlyLower,
            DifferenceVerdict.CertainlyLower => DifferenceVerdict.CertainlyHigher,
            var alike => alike,
        },
        Difference = -Difference,
        Interval = Interval?.Reversed,
    };
}
