namespace Portal.Data.Statistics;

/// <summary>
/// Welch's test of the difference between two independent means, each with the finite population correction where its
/// invited are known.
/// </summary>
/// <remarks>
/// B. L. Welch, Biometrika 34 (1947), 28-35. The correction multiplies the respondents that the variance of a mean is
/// divided by, exactly as it does for shares. It does not touch the degrees of freedom: they say how well the variance
/// is known, and that depends on how many scores it was computed from.
/// </remarks>
public static class WelchTest
{
    /// <summary>The two-sided p-value of no difference.</summary>
    /// <param name="a">The first scores.</param>
    /// <param name="b">The second scores, of other people than the first.</param>
    /// <returns>
    /// 0 to 1; null where the test does not exist: fewer than two scores on a side, or everyone alike on both sides,
    /// which leaves nothing to measure chance by.
    /// </returns>
    public static double? PValue(ScoreSample a, ScoreSample b) =>
        Error(a, b) is { } error
            ? StudentT.TwoSidedP((a.Mean - b.Mean) / error.Standard, error.DegreesOfFreedom)
            : null;

    /// <summary>The interval of the first mean minus the second, in the unit of the scores.</summary>
    /// <param name="a">The first scores.</param>
    /// <param name="b">The second scores, of other people than the first.</param>
    /// <param name="confidence">Above 0 and below 1.</param>
    /// <returns>Null where <see cref="PValue"/> is.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not between 0 and 1.</exception>
    public static Interval? Interval(ScoreSample a, ScoreSample b, double confidence = 0.95) =>
        At(Normal.CriticalOf(confidence), 1 - confidence, a, b);

    /// <summary>The Welch-Satterthwaite degrees of freedom; null where <see cref="PValue"/> is.</summary>
    /// <param name="a">The first scores.</param>
    /// <param name="b">The second scores.</param>
    public static double? DegreesOfFreedom(ScoreSample a, ScoreSample b) => Error(a, b)?.DegreesOfFreedom;

    /// <summary>The interval for a caller that has the normal z of alpha at hand.</summary>
    internal static Interval? At(double z, double alpha, ScoreSample a, ScoreSample b)
    {
        if (Error(a, b) is not { } error) return null;
        var difference = a.Mean - b.Mean;
        var reach = StudentT.CriticalFrom(z, alpha, error.DegreesOfFreedom) * error.Standard;
        return new(difference - reach, difference + reach);
    }

    private static (double Standard, double DegreesOfFreedom)? Error(ScoreSample a, ScoreSample b)
    {
        if (a.Variance is not { } varianceA || b.Variance is not { } varianceB) return null;
        var (ofA, ofB) = (varianceA / a.EffectiveRespondents, varianceB / b.EffectiveRespondents);
        var sum = ofA + ofB;
        if (sum == 0) return null;
        // By shares of the sum: the squares of very small variances would be zero.
        var (partA, partB) = (ofA / sum, ofB / sum);
        return (Math.Sqrt(sum), 1 / (partA * partA / (a.Respondents - 1) + partB * partB / (b.Respondents - 1)));
    }
}
