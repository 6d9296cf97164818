using Portal.Data.Statistics;

namespace Portal.Tests.Statistics;

public sealed class HolmTests
{
    [Fact]
    public void The_worked_example_rejects_two_of_four()
    {
        double[] p = [0.01, 0.04, 0.03, 0.005];

        Assert.Equal([true, false, false, true], Holm.Reject(p));
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Holm.Adjust(p).Select(adjusted => Math.Round(adjusted, 12)));
    }

    [Fact]
    public void One_that_stands_stops_all_that_are_greater()
    {
        // 0.024 would pass at 0.05 / 2, but 0.0180 fails at 0.05 / 3 before it.
        Assert.Equal([false, true, false, false], Holm.Reject([0.024, 0.001, 0.018, 0.9]));
    }

    [Fact]
    public void One_test_alone_is_not_corrected() => Assert.Equal([0.04], Holm.Adjust([0.04]));

    [Fact]
    public void A_page_without_tests_rejects_nothing() => Assert.Empty(Holm.Reject([]));

    [Fact]
    public void No_adjusted_p_value_is_above_one() => Assert.Equal([1, 1, 1], Holm.Adjust([0.9, 0.5, 1]));

    [Fact]
    public void Equal_p_values_fare_equally() =>
        Assert.Equal([0.06, 0.06, 0.06], Holm.Adjust([0.02, 0.02, 0.02]).Select(adjusted => Math.Round(adjusted, 12)));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void What_is_no_p_value_is_refused(double p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Holm.Adjust([0.01, p]));
}
