using Portal.Data.Statistics;

namespace Portal.Tests.Statistics;

/// <summary>The distributions against printed tables, closed forms and values computed with forty digits.</summary>
public sealed class DistributionTableTests
{
    [Theory]
    [InlineData(0.5, 0.67448975019608174)]
    [InlineData(0.1, 1.6448536269514727)]
    [InlineData(0.05, 1.9599639845400542)]
    [InlineData(0.01, 2.5758293035489004)]
    [InlineData(0.001, 3.2905267314918948)]
    [InlineData(1e-10, 6.4669510872405162)]
    public void Normal_quantiles_agree_with_the_tables(double alpha, double z)
    {
        Assert.Equal(z, Normal.TwoSidedCritical(alpha), 1e-12);
        Close(alpha, Normal.TwoSidedP(z));
    }

    [Theory]
    [InlineData(0.1, 0.92034432544594203)]
    [InlineData(1, 0.3173105078629141)]
    [InlineData(1.96, 0.049995790296440872)]
    [InlineData(2.999, 0.0027086730674542123)]
    [InlineData(3.001, 0.002690945650169933)]
    [InlineData(6, 1.9731752900753963e-9)]
    [InlineData(20, 5.5072482372124674e-89)]
    [InlineData(37, 1.1451142445049154e-299)]
    public void Normal_tails_keep_their_digits_far_out(double z, double p)
    {
        Close(p, Normal.TwoSidedP(z));
        Close(p, Normal.TwoSidedP(-z));
    }

    [Theory]
    [InlineData(1, 12.706204736174698)]
    [InlineData(2, 4.302652729749464)]
    [InlineData(3, 3.182446305283710)]
    [InlineData(5, 2.570581835636314)]
    [InlineData(10, 2.228138851986274)]
    [InlineData(30, 2.042272456301238)]
    [InlineData(120, 1.979930405082441)]
    [InlineData(1000, 1.962339080826408)]
    public void Student_quantiles_agree_with_the_tables(double degreesOfFreedom, double t)
    {
        Assert.Equal(t, StudentT.TwoSidedCritical(0.05, degreesOfFreedom), 1e-11);
        Close(0.05, StudentT.TwoSidedP(t, degreesOfFreedom));
    }

    [Theory]
    [InlineData(7.5, 2.0, 0.08289699529816631)]
    [InlineData(17.776, 2.0, 0.06101782268526091)]
    [InlineData(17.776, 9.0, 4.89056602012197e-8)]
    [InlineData(120, 9.0, 4.100023519766464e-15)]
    [InlineData(100000, 2.0, 0.04550296345750646)]
    public void Student_tails_hold_for_broken_and_for_large_degrees_of_freedom(double degreesOfFreedom, double t, double p) =>
        Close(p, StudentT.TwoSidedP(t, degreesOfFreedom));

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.4)]
    [InlineData(1.0)]
    [InlineData(3.7)]
    [InlineData(50.0)]
    public void Student_tails_agree_with_the_closed_forms_of_one_two_and_four_degrees(double t)
    {
        Close(2 / Math.PI * Math.Atan2(1, t), StudentT.TwoSidedP(t, 1));
        // 1 - t / sqrt(2 + t²) without the subtraction.
        var root = Math.Sqrt(2 + t * t);
        Close(2 / (root * (root + t)), StudentT.TwoSidedP(t, 2));
        var s = t / Math.Sqrt(4 + t * t);
        Assert.Equal(1 - s * (3 - s * s) / 2, StudentT.TwoSidedP(t, 4), 1e-14);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void What_is_no_level_is_refused(double level)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.TwoSidedCritical(level));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSidedCritical(level, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Holm.Reject([0.01], level));
        Assert.Throws<ArgumentOutOfRangeException>(() => CertainDifferences.Among([], level));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Degrees_of_freedom_are_above_zero(double degreesOfFreedom) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSidedP(1, degreesOfFreedom));

    private static void Close(double expected, double actual) => Assert.InRange(actual / expected, 1 - 1e-11, 1 + 1e-11);
}
