namespace Portal.Data.Statistics;

/// <summary>One unit's answer to one question on a page, as the certain-difference rule sees it.</summary>
/// <remarks>
/// A question is one wording, one round and one sex: figures that do not share all three are different questions and
/// never meet.
/// </remarks>
public sealed record Comparand
{
    private Comparand(string question, string unit) => (Question, Unit) = (question, unit);

    /// <summary>The question's key, compared by ordinal.</summary>
    public string Question { get; }

    /// <summary>The unit's key, compared by ordinal.</summary>
    public string Unit { get; }

    /// <summary>The share to test; null where the figure is a mean or cannot be tested.</summary>
    public ShareSample? Share { get; private init; }

    /// <summary>The scores to test; null where the figure is a share or cannot be tested.</summary>
    public ScoreSample? Score { get; private init; }

    /// <summary>Whether fewer answered than the survey's floor allows to be shown.</summary>
    public bool HasTooFewRespondents { get; private init; }

    /// <summary>Why the figure cannot be tested; null where it can, or has too few respondents.</summary>
    public NotTestableReason? Reason { get; private init; }

    /// <summary>A share with its basis.</summary>
    /// <param name="question">The question's key.</param>
    /// <param name="unit">The unit's key.</param>
    /// <param name="share">The share, of those who answered this question.</param>
    /// <param name="floor">Fewest respondents of the survey for a figure to be shown.</param>
    public static Comparand OfShare(string question, string unit, ShareSample share, int floor) =>
        share.Respondents < floor
            ? OfTooFew(question, unit)
            : new(question, unit) { Share = share };

    /// <summary>A mean with its distribution.</summary>
    /// <param name="question">The question's key.</param>
    /// <param name="unit">The unit's key.</param>
    /// <param name="score">The scores; those who gave one are held against the floor, and are never fewer than two.</param>
    /// <param name="floor">Fewest respondents of the survey for a figure to be shown.</param>
    public static Comparand OfScore(string question, string unit, ScoreSample score, int floor) =>
        score.Respondents < Math.Max(floor, 2)
            ? OfTooFew(question, unit)
            : new(question, unit) { Score = score };

    /// <summary>A figure that is not shown because too few answered.</summary>
    /// <param name="question">The question's key.</param>
    /// <param name="unit">The unit's key.</param>
    public static Comparand OfTooFew(string question, string unit) =>
        new(question, unit) { HasTooFewRespondents = true };

    /// <summary>A figure that cannot be tested, or that there is none of.</summary>
    /// <param name="question">The question's key.</param>
    /// <param name="unit">The unit's key.</param>
    /// <param name="reason">Why.</param>
    public static Comparand OfNotTestable(string question, string unit, NotTestableReason reason) =>
        new(question, unit) { Reason = reason };
}

/// <summary>
/// Why a difference is not tested. Where the two sides of a pair have different reasons, the one that stands first here
/// is given.
/// </summary>
public enum NotTestableReason
{
    /// <summary>One of the units has no figure: not asked, no answer, not applicable or missing from the source.</summary>
    NoFigure,

    /// <summary>A figure is protected for another reason than its own few respondents.</summary>
    Suppressed,

    /// <summary>A figure is preliminary and is not compared as if it were final.</summary>
    Preliminary,

    /// <summary>The source contradicts itself about a figure.</summary>
    InDoubt,

    /// <summary>A mean is published without the distribution of the answers behind it.</summary>
    MeanWithoutDistribution,

    /// <summary>One unit's figure is a share and the other's a mean.</summary>
    DifferentKinds,

    /// <summary>Everyone gave the same score in both units, which leaves nothing to measure chance by.</summary>
    NoSpread,
}
