namespace Portal.Data.Statistics;

/// <summary>Student's t distribution, as two-sided tails.</summary>
public static class StudentT
{
    private const double Tiny = 1e-300;

    /// <summary>The probability that a t variable lies further from zero than <paramref name="t"/>, 0 to 1.</summary>
    /// <param name="t">The statistic; its sign is of no account.</param>
    /// <param name="degreesOfFreedom">Above zero; need not be whole.</param>
    /// <remarks>
    /// The regularised incomplete beta function I_x(df/2, 1/2) at x = df / (df + t²), by its continued fraction:
    /// DLMF 8.17.22 with 8.17.4.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are not above zero.</exception>
    public static double TwoSidedP(double t, double degreesOfFreedom)
    {
        RequireDegrees(degreesOfFreedom);
        if (t == 0) return 1;
        var a = degreesOfFreedom / 2;
        var ratio = t * t / degreesOfFreedom;
        var x = 1 / (1 + ratio);
        var rest = 1 / (1 + 1 / ratio);
        var front = Math.Exp(-a * LogOnePlus(ratio)) * Math.Sqrt(rest / Math.PI) * GammaRatio(a);
        return x < (a + 1) / (a + 2.5)
            ? front * BetaFraction(a, 0.5, x) / a
            : 1 - 2 * front * BetaFraction(0.5, a, rest);
    }

    /// <summary>The t that a t variable exceeds in size with probability <paramref name="alpha"/>.</summary>
    /// <param name="alpha">Two-sided probability, above 0 and below 1: 0.05 with 10 degrees of freedom gives 2.228.</param>
    /// <param name="degreesOfFreedom">Above zero; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="alpha"/> is not between 0 and 1, or the degrees of freedom are not above zero.
    /// </exception>
    public static double TwoSidedCritical(double alpha, double degreesOfFreedom)
    {
        RequireDegrees(degreesOfFreedom);
        return CriticalFrom(Normal.TwoSidedCritical(alpha), alpha, degreesOfFreedom);
    }

    /// <summary>As <see cref="TwoSidedCritical"/> for a caller that has the normal z of alpha already.</summary>
    internal static double CriticalFrom(double z, double alpha, double degreesOfFreedom)
    {
        // The first terms of the Cornish-Fisher expansion, Abramowitz and Stegun 26.7.5, as a start.
        var start = z
            + z * (z * z + 1) / (4 * degreesOfFreedom)
            + z * (z * z * (5 * z * z + 16) + 3) / (96 * degreesOfFreedom * degreesOfFreedom);
        return Normal.LogNewton(start, alpha, t => TwoSidedP(t, degreesOfFreedom), t => Density(t, degreesOfFreedom));
    }

    private static double Density(double t, double degreesOfFreedom)
    {
        var a = degreesOfFreedom / 2;
        return GammaRatio(a) / Math.Sqrt(Math.PI * degreesOfFreedom)
            * Math.Exp(-(a + 0.5) * LogOnePlus(t * t / degreesOfFreedom));
    }

    /// <summary>
    /// Gamma(a + 1/2) / Gamma(a). Both functions are never needed apart, and the ratio keeps the digits that the
    /// difference of two large logarithms loses. Stirling's series of both (DLMF 5.11.8), after the argument is raised
    /// to where five terms are enough.
    /// </summary>
    private static double GammaRatio(double a)
    {
        var raised = 1.0;
        for (; a < 16; a++) raised *= a / (a + 0.5);
        var square = 1 / (a * a);
        var series = (1.0 / 8 - square * (1.0 / 192 - square * (1.0 / 640 - square * (17.0 / 14336 - square * 31 / 18432)))) / a;
        return raised * Math.Sqrt(a) * Math.Exp(-series);
    }

    /// <summary>The continued fraction of the incomplete beta function, evaluated from the front (Lentz).</summary>
    private static double BetaFraction(double a, double b, double x)
    {
        var denominator = Away(1 - (a + b) * x / (a + 1));
        denominator = 1 / denominator;
        var (numerator, value) = (1.0, denominator);
        for (var m = 1; m < 10_000; m++)
        {
            Advance(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
            var factor = Advance(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)));
            if (Math.Abs(factor - 1) < 1e-15) break;
        }

        return value;

        double Advance(double coefficient)
        {
            denominator = 1 / Away(1 + coefficient * denominator);
            numerator = Away(1 + coefficient / numerator);
            var factor = denominator * numerator;
            value *= factor;
            return factor;
        }
    }

    private static double Away(double fromZero) => Math.Abs(fromZero) < Tiny ? Tiny : fromZero;

    /// <summary>ln(1 + y) with its digits kept for small y (Kahan), which the framework's own does not.</summary>
    private static double LogOnePlus(double y)
    {
        var sum = 1 + y;
        return sum == 1 ? y : Math.Log(sum) * (y / (sum - 1));
    }

    private static void RequireDegrees(double degreesOfFreedom)
    {
        if (!(degreesOfFreedom > 0))
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Degrees of freedom are above zero.");
    }
}
