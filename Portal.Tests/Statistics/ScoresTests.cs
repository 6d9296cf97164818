using Portal.Data.Statistics;

namespace Portal.Tests.Statistics;

public sealed class ScoresTests
{
    /// <summary>Student's sleep data of 1908, the example of R's own page on t.test; ten answers of a tenth each.</summary>
    private static readonly ScoreSample _firstDrug = Tenths(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);

    private static readonly ScoreSample _secondDrug = Tenths(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

    [Fact]
    public void Welchs_test_is_that_of_the_published_example()
    {
        Assert.Equal(0.75, _firstDrug.Mean, 1e-12);
        Assert.Equal(2.33, _secondDrug.Mean, 1e-12);
        Assert.Equal(17.776, WelchTest.DegreesOfFreedom(_firstDrug, _secondDrug)!.Value, 0.0005);
        Assert.Equal(0.07939414019, WelchTest.PValue(_firstDrug, _secondDrug)!.Value, 1e-10);
        var interval = WelchTest.Interval(_firstDrug, _secondDrug)!;
        Assert.Equal(-3.3654832, interval.Low, 1e-7);
        Assert.Equal(0.2054832, interval.High, 1e-7);
    }

    [Fact]
    public void Mean_and_variance_are_those_of_the_answers()
    {
        // Two fives, five fours and three threes.
        var sample = Scores(10, null, (5, 20), (4, 50), (3, 30))!;

        Assert.Equal(3.9, sample.Mean, 1e-12);
        Assert.Equal((2 * 1.21 + 5 * 0.01 + 3 * 0.81) / 9, sample.Variance!.Value, 1e-12);
        Assert.Equal(10, sample.Respondents);
    }

    [Fact]
    public void Who_does_not_know_has_no_score_and_is_taken_off_the_respondents_and_the_invited()
    {
        var with = Scores(40, 60, (5, 45), (4, 30), (null, 25))!;
        var without = Scores(30, 45, (5, 60), (4, 40))!;

        Assert.Equal(30, with.Respondents);
        Assert.Equal(4.6, with.Mean, 1e-12);
        Assert.Equal(without.Variance!.Value, with.Variance!.Value, 1e-12);
        Assert.Equal(without.EffectiveRespondents, with.EffectiveRespondents, 1e-9);
    }

    [Theory]
    [InlineData(97.9)]
    [InlineData(102.1)]
    [InlineData(60)]
    public void Shares_that_do_not_make_a_whole_are_no_distribution(double sum) =>
        Assert.Null(Scores(40, null, (5, sum - 30), (4, 30)));

    [Theory]
    [InlineData(98)]
    [InlineData(102)]
    public void Shares_that_miss_the_whole_by_rounding_are_brought_to_it(double sum)
    {
        var rounded = Scores(40, null, (5, sum / 2), (4, sum / 2))!;

        Assert.Equal(4.5, rounded.Mean, 1e-12);
        Assert.Equal(40, rounded.Respondents);
    }

    [Fact]
    public void Where_nobody_gave_a_score_there_is_no_mean() =>
        Assert.Null(Scores(40, null, (5, 0), (4, 0), (null, 100)));

    [Fact]
    public void One_score_has_no_variance_and_is_not_tested()
    {
        var one = Scores(2, null, (5, 50), (null, 50))!;

        Assert.Null(one.Variance);
        Assert.Null(WelchTest.PValue(one, _firstDrug));
        Assert.Null(WelchTest.Interval(_firstDrug, one));
    }

    [Fact]
    public void Where_everyone_is_alike_on_both_sides_the_test_does_not_exist()
    {
        var fives = Scores(20, null, (5, 100))!;
        var fours = Scores(20, null, (4, 100))!;

        Assert.Null(WelchTest.PValue(fives, fours));
        Assert.Null(WelchTest.PValue(fives, fives));
        Assert.NotNull(WelchTest.PValue(fives, Scores(20, null, (5, 50), (4, 50))!));
    }

    [Fact]
    public void Degrees_of_freedom_are_those_of_the_scores_however_few_were_invited()
    {
        var (a, b) = (Scores(20, null, (5, 50), (4, 50))!, Scores(20, null, (5, 80), (1, 20))!);
        var (ofAll, ofAllB) = (Scores(20, 21, (5, 50), (4, 50))!, Scores(20, 21, (5, 80), (1, 20))!);

        Assert.Equal(WelchTest.DegreesOfFreedom(a, b)!.Value, WelchTest.DegreesOfFreedom(ofAll, ofAllB)!.Value, 1e-9);
        Assert.True(WelchTest.PValue(ofAll, ofAllB) < WelchTest.PValue(a, b));
    }

    [Fact]
    public void A_mean_and_a_share_of_the_same_invited_are_corrected_alike() =>
        Assert.Equal(new ShareSample(0.5, 20, 39).EffectiveRespondents, Scores(20, 39, (5, 50), (4, 50))!.EffectiveRespondents, 1e-9);

    [Fact]
    public void A_published_mean_agrees_within_what_rounding_can_do()
    {
        // Thirty answers, 20 and 10: 66.7 and 33.3 per cent, mean 4.667.
        var sample = Scores(30, null, (5, 67), (4, 33))!;

        Assert.True(sample.AgreesWith(4.67));
        Assert.True(sample.AgreesWith(4.7, 0.05));
        Assert.False(sample.AgreesWith(4.63));
    }

    [Fact]
    public void An_answer_that_slipped_into_its_neighbours_column_contradicts_the_mean()
    {
        // Sixteen answers: 7, 7, 1 and one "strongly disagree", read as "disagree".
        var slipped = Scores(16, null, (5, 44), (4, 44), (3, 6), (2, 6), (1, 0))!;
        var right = Scores(16, null, (5, 44), (4, 44), (3, 6), (2, 0), (1, 6))!;

        Assert.True(right.AgreesWith(4.19));
        Assert.False(slipped.AgreesWith(4.19));
    }

    [Theory]
    [InlineData(5, -1)]
    [InlineData(5, double.NaN)]
    [InlineData(double.NaN, 100)]
    [InlineData(double.PositiveInfinity, 0)]
    public void A_distribution_of_what_is_no_number_is_refused(double score, double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Scores(10, null, (4, 100), (score, share)));

    [Fact]
    public void A_distribution_of_nobody_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Scores(0, null, (4, 100)));

    private static ScoreSample Tenths(params double[] scores) =>
        ScoreSample.FromDistribution(scores.Select(score => ((double?)score, 10.0)), 10)!;

    private static ScoreSample? Scores(int respondents, int? invited, params (double? Score, double Share)[] answers) =>
        ScoreSample.FromDistribution(answers, respondents, invited);
}
