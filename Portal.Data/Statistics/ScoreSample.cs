namespace Portal.Data.Statistics;

/// <summary>Scores given by respondents: what a mean needs in order to be tested.</summary>
public sealed record ScoreSample
{
    /// <summary>Least sum of shares, in per cent, of a whole distribution whose shares were rounded one by one.</summary>
    public const double LeastSum = 98;

    /// <summary>Greatest sum of shares, in per cent, of a whole distribution whose shares were rounded one by one.</summary>
    public const double GreatestSum = 102;

    private readonly double _meanRounding;

    private ScoreSample(double mean, double? variance, int respondents, double effectiveRespondents, double meanRounding)
    {
        (Mean, Variance, Respondents, EffectiveRespondents) = (mean, variance, respondents, effectiveRespondents);
        _meanRounding = meanRounding;
    }

    /// <summary>The mean of the scores given.</summary>
    public double Mean { get; }

    /// <summary>
    /// The variance of the scores, with n - 1 below the line as Welch's test wants it; null where fewer than two gave a
    /// score.
    /// </summary>
    public double? Variance { get; }

    /// <summary>
    /// Those who gave a score, to the nearest whole: the respondents without those who answered that they do not know.
    /// </summary>
    public int Respondents { get; }

    /// <summary>
    /// The respondents of an endless population that would tell as much as these do of theirs; never fewer than
    /// <see cref="Respondents"/>.
    /// </summary>
    public double EffectiveRespondents { get; }

    /// <summary>Makes scores of a published distribution of answers.</summary>
    /// <param name="answers">
    /// Each answer's score and its share in per cent. An answer without a score ("vet ej") has a null score: it is left
    /// out of mean and variance, and its respondents are taken off. An answer that nobody gave has share 0 or is left out.
    /// </param>
    /// <param name="respondents">Those who answered the question in any way, at least one.</param>
    /// <param name="invited">Those who were asked; null where the source does not say.</param>
    /// <returns>
    /// Null where the shares do not sum to <see cref="LeastSum"/>..<see cref="GreatestSum"/>: answers are missing or
    /// counted twice, and the figure is in doubt. Null also where nobody gave a score: a mean over nothing is nothing.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A share is negative, a share or a score is not a finite number, or nobody answered.
    /// </exception>
    public static ScoreSample? FromDistribution(
        IEnumerable<(double? Score, double SharePercent)> answers, int respondents, int? invited = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(respondents, 1);
        var all = answers.ToList();
        if (!all.TrueForAll(answer => answer.SharePercent >= 0 && double.IsFinite(answer.Score ?? 0)))
            throw new ArgumentOutOfRangeException(nameof(answers), "A share is zero or more, and a score is a number.");

        var total = all.Sum(answer => answer.SharePercent);
        if (total is < LeastSum or > GreatestSum) return null;

        var scored = all.FindAll(answer => answer.Score is not null)
            .ConvertAll(answer => (Score: answer.Score!.Value, answer.SharePercent));
        var weight = scored.Sum(answer => answer.SharePercent);
        var scores = (int)Math.Round(respondents * weight / total, MidpointRounding.AwayFromZero);
        if (scores == 0) return null;

        var mean = scored.Sum(answer => answer.Score * answer.SharePercent) / weight;
        var spread = scored.Sum(answer => Square(answer.Score - mean) * answer.SharePercent) / weight;
        // Half a per cent too little on one side and too much on the other is the worst that rounding can have done.
        var meanRounding = scored.Sum(answer => Math.Abs(answer.Score - mean)) / 2 / Math.Max(weight - scored.Count / 2.0, 1);

        // Those who would have had a score are a part of the invited whose size nobody knows; they were reached at the
        // rate of the whole (Cochran 1977, section 2.12), so that the invited are reduced as much as the respondents.
        var invitedWithScore = invited * ((double)scores / respondents);
        return new(
            mean,
            scores > 1 ? spread * scores / (scores - 1) : null,
            scores,
            FinitePopulation.EffectiveRespondents(scores, invitedWithScore),
            meanRounding);
    }

    /// <summary>
    /// Whether a mean published beside the distribution can be the mean of the same answers. Where it cannot, the source
    /// contradicts itself (an answer has slipped into its neighbour's column, say), and the figure is in doubt.
    /// </summary>
    /// <param name="publishedMean">The mean as published.</param>
    /// <param name="rounding">How far the published mean may be rounded: 0.005 for two decimals.</param>
    public bool AgreesWith(double publishedMean, double rounding = 0.005) =>
        Math.Abs(publishedMean - Mean) <= _meanRounding + rounding + 1e-9;

    private static double Square(double value) => value * value;
}
