namespace Portal.Data.Statistics;

/// <summary>
/// Newcombe's hybrid score interval of the difference between two independent shares, each with the finite population
/// correction where its invited are known, and the test that goes with it.
/// </summary>
/// <remarks>R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890, method 10.</remarks>
public static class NewcombeInterval
{
    /// <summary>The interval of the first share minus the second, -1 to 1.</summary>
    /// <param name="a">The first share.</param>
    /// <param name="b">The second share, of other people than the first.</param>
    /// <param name="confidence">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not between 0 and 1.</exception>
    public static Interval Of(ShareSample a, ShareSample b, double confidence = 0.95) =>
        At(Normal.CriticalOf(confidence), a, b);

    /// <summary>
    /// The two-sided p-value of no difference: one minus the confidence at which a limit of the interval is zero.
    /// </summary>
    /// <param name="a">The first share.</param>
    /// <param name="b">The second share, of other people than the first.</param>
    /// <returns>
    /// 0 to 1. Below alpha exactly when the interval of confidence 1 - alpha leaves zero out; 1 where the shares are equal.
    /// </returns>
    /// <remarks>
    /// With a the greater share, zero is the lower limit at the z where the distance from a's lower Wilson limit to a
    /// and the distance from b to b's upper one have the difference as their hypotenuse. Both grow with z, and towards
    /// a and 1 - b, neither of which is less than the difference: so there is one such z, and it is finite.
    /// </remarks>
    public static double PValue(ShareSample a, ShareSample b)
    {
        if (a.Share == b.Share) return 1;
        return a.Share > b.Share
            ? Normal.TwoSidedP(CriticalZ(a, b))
            : Normal.TwoSidedP(CriticalZ(b, a));
    }

    /// <summary>The interval at a normal quantile that the caller has at hand.</summary>
    internal static Interval At(double z, ShareSample a, ShareSample b)
    {
        var difference = a.Share - b.Share;
        return new(difference - Reach(a, b, z), difference + Reach(b, a, z));
    }

    /// <summary>How far the difference may fall: the greater share down to its limit, the lesser up to its.</summary>
    private static double Reach(ShareSample falling, ShareSample rising, double z)
    {
        var below = ScoreInterval.Below(falling.Share, falling.EffectiveRespondents, z);
        var above = ScoreInterval.Above(rising.Share, rising.EffectiveRespondents, z);
        return Math.Sqrt(below * below + above * above);
    }

    private static double CriticalZ(ShareSample greater, ShareSample lesser)
    {
        var difference = greater.Share - lesser.Share;
        var (low, atLow) = (0.0, -difference);
        var high = PooledZ(greater, lesser);
        var atHigh = Reach(greater, lesser, high) - difference;
        while (atHigh < 0)
        {
            (low, atLow) = (high, atHigh);
            high *= 1.5;
            atHigh = Reach(greater, lesser, high) - difference;
        }

        // Regula falsi in the Illinois form: the reach is nearly straight in z, so that a handful of steps will do,
        // and the goal stays between the two ends whatever the shape.
        var lastSide = 0;
        for (var step = 0; step < 100 && high - low > high * 1e-14; step++)
        {
            var z = high - atHigh * (high - low) / (atHigh - atLow);
            var at = Reach(greater, lesser, z) - difference;
            var side = Math.Sign(at);
            if (side == 0) return z;
            if (side > 0) (high, atHigh) = (z, at);
            else (low, atLow) = (z, at);
            if (side == lastSide && side > 0) atLow /= 2;
            if (side == lastSide && side < 0) atHigh /= 2;
            lastSide = side;
        }

        return (low + high) / 2;
    }

    /// <summary>The plain score statistic, near enough to start from; 1 where shares are so near 0 or 1 that it fails.</summary>
    private static double PooledZ(ShareSample a, ShareSample b)
    {
        var (n, m) = (a.EffectiveRespondents, b.EffectiveRespondents);
        var pooled = (a.Share * n + b.Share * m) / (n + m);
        var z = (a.Share - b.Share) / Math.Sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
        return double.IsFinite(z) ? z : 1;
    }
}
