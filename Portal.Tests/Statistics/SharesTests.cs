using Portal.Data.Statistics;

namespace Portal.Tests.Statistics;

/// <summary>Shares against the tables of R. G. Newcombe's two papers of 1998, and the rule's own words.</summary>
public sealed class SharesTests
{
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilsons_interval_is_that_of_the_published_examples(int positive, int n, double low, double high)
    {
        var interval = ScoreInterval.Wilson(Share(positive, n));

        Assert.Equal(low, interval.Low, 0.00005);
        Assert.Equal(high, interval.High, 0.00005);
    }

    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Newcombes_interval_is_that_of_the_published_examples(int a, int m, int b, int n, double low, double high)
    {
        var interval = NewcombeInterval.Of(Share(a, m), Share(b, n));

        Assert.Equal(low, interval.Low, 0.00006);
        Assert.Equal(high, interval.High, 0.00006);
    }

    [Theory]
    [InlineData(56, 70, 48, 80, 0.00813314035860685)]
    [InlineData(9, 10, 3, 10, 0.00496340141751025)]
    [InlineData(6, 7, 2, 7, 0.0266250575478654)]
    [InlineData(5, 56, 0, 29, 0.117555730672575)]
    [InlineData(10, 10, 0, 20, 4.50781955874262e-9)]
    [InlineData(10, 10, 0, 10, 8.94808371946708e-7)]
    public void The_p_value_is_the_level_at_which_zero_stands_on_the_limit(int a, int m, int b, int n, double p)
    {
        var actual = NewcombeInterval.PValue(Share(a, m), Share(b, n));

        Assert.InRange(actual / p, 1 - 1e-11, 1 + 1e-11);
        Assert.Equal(0, NewcombeInterval.Of(Share(a, m), Share(b, n), 1 - actual).Low, 1e-6);
    }

    [Fact]
    public void Eighty_per_cent_satisfied_says_little_at_ten_answers_and_more_at_a_hundred()
    {
        Assert.Equal("49-94", WholePerCent(ScoreInterval.Wilson(new ShareSample(0.8, 10))));
        Assert.Equal("71-87", WholePerCent(ScoreInterval.Wilson(new ShareSample(0.8, 100))));
    }

    [Theory]
    [InlineData(20, 39, 40)]
    [InlineData(20, 21, 400)]
    [InlineData(50, 99, 100)]
    public void Invited_who_are_more_than_the_respondents_make_them_count_for_more(int n, int invited, double effective) =>
        Assert.Equal(effective, new ShareSample(0.5, n, invited).EffectiveRespondents, 1e-9);

    [Theory]
    [InlineData(null)]
    [InlineData(20)]
    [InlineData(19)]
    [InlineData(0)]
    public void Invited_who_are_unknown_or_no_more_than_the_respondents_leave_them_as_they_stand(int? invited) =>
        Assert.Equal(20, new ShareSample(0.5, 20, invited).EffectiveRespondents);

    [Fact]
    public void Among_nearly_all_of_a_large_population_a_small_difference_is_certain()
    {
        Assert.True(NewcombeInterval.PValue(new(0.80, 500), new(0.78, 500)) > 0.4);
        Assert.True(NewcombeInterval.PValue(new(0.80, 500, 501), new(0.78, 500, 501)) < 1e-10);
    }

    [Fact]
    public void Alike_shares_do_not_differ_even_where_nobody_or_everybody_agrees()
    {
        Assert.Equal(1, NewcombeInterval.PValue(new(1, 12), new(1, 300)));
        Assert.Equal(1, NewcombeInterval.PValue(new(0, 12), new(0, 300)));
        Assert.Equal(1, NewcombeInterval.PValue(new(0.4, 12), new(0.4, 300)));
    }

    [Fact]
    public void Shares_that_differ_by_a_rounding_of_the_last_digit_do_not_differ()
    {
        // Here the two together round to exactly 1, and the score statistic has nothing to be divided by.
        Assert.Equal(1, NewcombeInterval.PValue(new(1, 300), new(Math.BitDecrement(1), 12)), 1e-6);
        Assert.Equal(1, NewcombeInterval.PValue(new(0.1 + 0.2, 12), new(0.3, 300)), 1e-6);
    }

    [Theory]
    [InlineData(-0.01, 10)]
    [InlineData(1.01, 10)]
    [InlineData(80, 10)]
    [InlineData(double.NaN, 10)]
    [InlineData(0.8, 0)]
    public void A_share_is_between_zero_and_one_of_somebody(double share, int respondents) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShareSample(share, respondents));

    private static ShareSample Share(int positive, int n) => new((double)positive / n, n);

    private static string WholePerCent(Interval interval) =>
        FormattableString.Invariant($"{100 * interval.Low:F0}-{100 * interval.High:F0}");
}
