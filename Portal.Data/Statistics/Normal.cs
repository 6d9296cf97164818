namespace Portal.Data.Statistics;

/// <summary>
/// The standard normal distribution, as two-sided tails: a test asks for nothing else, and a tail computed as such
/// keeps its digits where one minus a cumulative probability has none left.
/// </summary>
public static class Normal
{
    /// <summary>Fifty levels give full precision from <see cref="TailFrom"/> outwards.</summary>
    private const int FractionLevels = 50;

    private const double TailFrom = 3;

    /// <summary>
    /// The probability that a standard normal variable lies further from zero than <paramref name="z"/>, 0 to 1.
    /// Relative error below 1e-12; zero beyond about 38.
    /// </summary>
    /// <remarks>
    /// Near the middle the series of Abramowitz and Stegun 26.2.11, in the tail Laplace's continued fraction, 26.2.14.
    /// </remarks>
    public static double TwoSidedP(double z)
    {
        var x = Math.Abs(z);
        if (x < TailFrom) return 1 - 2 * Density(x) * Series(x);
        var fraction = x;
        for (var level = FractionLevels; level >= 1; level--) fraction = x + level / fraction;
        return 2 * Density(x) / fraction;
    }

    /// <summary>The z that a standard normal variable exceeds in size with probability <paramref name="alpha"/>.</summary>
    /// <param name="alpha">Two-sided probability, above 0 and below 1: 0.05 gives 1.96.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not a probability between 0 and 1.</exception>
    public static double TwoSidedCritical(double alpha)
    {
        RequireProbability(alpha);
        // exp(-z²/2) bounds the two-sided tail, so that the search starts at or above its goal.
        return LogNewton(Math.Sqrt(-2 * Math.Log(alpha)), alpha, TwoSidedP, Density);
    }

    /// <summary>The z of a two-sided interval of this confidence: 0.95 gives 1.96.</summary>
    /// <param name="confidence">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not between 0 and 1.</exception>
    public static double CriticalOf(double confidence)
    {
        RequireProbability(confidence);
        return TwoSidedCritical(1 - confidence);
    }

    /// <summary>
    /// Newton's method on the logarithm of the tail against the logarithm of x. There the tail of the normal and of
    /// Student's t is concave, so that it converges from any start after at most one step to the right of its goal.
    /// </summary>
    internal static double LogNewton(double start, double alpha, Func<double, double> twoSidedP, Func<double, double> density)
    {
        var x = start;
        for (var step = 0; step < 200; step++)
        {
            var p = twoSidedP(x);
            var change = p * Math.Log(p / alpha) / (2 * x * density(x));
            x *= Math.Exp(change);
            if (Math.Abs(change) < 1e-14) break;
        }

        return x;
    }

    internal static void RequireProbability(double probability)
    {
        if (!(probability > 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability between 0 and 1 is needed.");
    }

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    private static double Series(double x)
    {
        var (term, sum) = (x, x);
        for (var k = 3; term > sum * 1e-17; k += 2)
        {
            term *= x * x / k;
            sum += term;
        }

        return sum;
    }
}
