namespace Portal.Data.Statistics;

/// <summary>How many of those who answered a question that gave a certain answer (or one of several).</summary>
public sealed record ShareSample
{
    /// <summary>Takes a share as it was published with its basis.</summary>
    /// <param name="share">0 to 1.</param>
    /// <param name="respondents">Those who answered the question, at least one.</param>
    /// <param name="invited">Those who were asked; null where the source does not say.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1, or nobody answered.</exception>
    public ShareSample(double share, int respondents, int? invited = null)
    {
        if (!(share is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfLessThan(respondents, 1);
        (Share, Respondents, Invited) = (share, respondents, invited);
        EffectiveRespondents = FinitePopulation.EffectiveRespondents(respondents, invited);
    }

    /// <summary>The share, 0 to 1.</summary>
    public double Share { get; }

    /// <summary>Those who answered the question.</summary>
    public int Respondents { get; }

    /// <summary>Those who were asked; null where the source does not say.</summary>
    public int? Invited { get; }

    /// <summary>
    /// The respondents of an endless population that would tell as much as these do of theirs; never fewer than
    /// <see cref="Respondents"/>.
    /// </summary>
    public double EffectiveRespondents { get; }
}
