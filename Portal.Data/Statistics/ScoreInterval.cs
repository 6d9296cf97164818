namespace Portal.Data.Statistics;

/// <summary>Wilson's score interval of one share, without continuity correction.</summary>
/// <remarks>E. B. Wilson 1927; method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872.</remarks>
public static class ScoreInterval
{
    /// <summary>The interval of a share at a normal quantile.</summary>
    /// <param name="share">0 to 1.</param>
    /// <param name="n">Respondents, above zero; need not be whole.</param>
    /// <param name="z">1.96 for 95 per cent; see <see cref="Normal.CriticalOf"/>.</param>
    public static Interval Wilson(double share, double n, double z) =>
        new(share - Below(share, n, z), share + Above(share, n, z));

    /// <summary>The interval of a share, with the finite population correction where the invited are known.</summary>
    /// <param name="sample">The share and its basis.</param>
    /// <param name="confidence">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not between 0 and 1.</exception>
    public static Interval Wilson(ShareSample sample, double confidence = 0.95) =>
        Wilson(sample.Share, sample.EffectiveRespondents, Normal.CriticalOf(confidence));

    /// <summary>From the lower limit up to the share; exactly zero at a share of 0.</summary>
    internal static double Below(double share, double n, double z) =>
        Math.Min(share, z * (Root(share, n, z) + (2 * share - 1) * z) / (2 * (n + z * z)));

    /// <summary>From the share up to the upper limit; exactly zero at a share of 1.</summary>
    internal static double Above(double share, double n, double z) =>
        Math.Min(1 - share, z * (Root(share, n, z) + (1 - 2 * share) * z) / (2 * (n + z * z)));

    private static double Root(double share, double n, double z) =>
        Math.Sqrt(z * z + 4 * n * share * (1 - share));
}
