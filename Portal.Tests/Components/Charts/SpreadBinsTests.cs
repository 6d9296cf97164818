using Portal.Web.Components.Charts;

namespace Portal.Tests.Components.Charts;

public sealed class SpreadBinsTests
{
    [Fact]
    public void Every_value_is_counted_once_also_those_at_and_beyond_the_ends()
    {
        var bins = new SpreadBins([-3, 0, 4.99, 5, 99.9, 100, 130], 0, 100);

        Assert.Equal(7, bins.Counts.Sum());
        Assert.Equal((3, 1, 3), (bins.Counts[0], bins.Counts[1], bins.Counts[^1]));
        Assert.Equal((0.0, 100.0, 37.0), (bins.Place(-3), bins.Place(130), bins.Place(37)));
    }

    [Theory]
    [InlineData(1.2, 1)]
    [InlineData(4.2, 16)]
    [InlineData(4.6, 18)]
    [InlineData(5, 19)]
    public void A_value_at_a_bin_s_beginning_belongs_to_it_however_a_machine_keeps_it(double value, int expected) =>
        Assert.Equal(expected, new SpreadBins([value], 1, 5).Fullest);

    [Theory]
    [InlineData(262, 500)]
    [InlineData(200, 200)]
    [InlineData(3, 5)]
    [InlineData(0.9, 1)]
    [InlineData(21, 25)]
    [InlineData(1001, 2000)]
    public void Without_a_scale_the_picture_begins_at_zero_and_ends_at_an_even_number(double highest, double expected)
    {
        var bins = new SpreadBins([1, highest], null, null);

        Assert.Equal((0, expected), (bins.Low, bins.High));
    }

    [Fact]
    public void What_is_below_zero_is_not_cut_off() => Assert.Equal(-5, new SpreadBins([-4, 10], null, null).Low);

    [Fact]
    public void Nothing_and_only_zeros_have_a_scale_too()
    {
        Assert.Equal((0, 1, 0), (new SpreadBins([], null, null).Low, new SpreadBins([], null, null).High, new SpreadBins([], null, null).Counts.Sum()));
        Assert.Equal(2, new SpreadBins([0, 0], null, null).Counts[0]);
    }
}
