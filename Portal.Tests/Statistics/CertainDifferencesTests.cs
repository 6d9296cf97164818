using Portal.Data.Statistics;

namespace Portal.Tests.Statistics;

public sealed class CertainDifferencesTests
{
    private const int Floor = 5;

    [Fact]
    public void A_clear_difference_is_certain_and_told_from_both_sides()
    {
        var page = CertainDifferences.Among([Share("q", "a", 0.9, 100), Share("q", "b", 0.5, 100)]);

        var ab = page.Between("q", "a", "b");
        Assert.Equal(DifferenceVerdict.CertainlyHigher, ab.Verdict);
        Assert.Equal(0.4, ab.Difference!.Value, 1e-12);
        Assert.Equal(NewcombeInterval.Of(new(0.9, 100), new(0.5, 100)), ab.Interval);
        Assert.Equal(NewcombeInterval.PValue(new(0.9, 100), new(0.5, 100)), ab.PValue);
        var ba = page.Between("q", "b", "a");
        Assert.Equal(("b", "a", DifferenceVerdict.CertainlyLower), (ba.First, ba.Second, ba.Verdict));
        Assert.Equal(-0.4, ba.Difference!.Value, 1e-12);
        Assert.Equal(NewcombeInterval.Of(new(0.5, 100), new(0.9, 100)), ba.Interval);
    }

    [Fact]
    public void More_pairs_on_the_page_ask_more_of_each()
    {
        Comparand[] difference = [Share("q", "a", 0.80, 70), Share("q", "b", 0.60, 80)];
        Comparand[] others = [.. Enumerable.Range(0, 9).SelectMany(i => new[] { Share($"r{i}", "a", 0.7, 70), Share($"r{i}", "b", 0.7, 80) })];

        Assert.True(CertainDifferences.Among(difference).Between("q", "a", "b").IsCertain);
        var among = CertainDifferences.Among([.. difference, .. others]).Between("q", "a", "b");
        Assert.Equal(DifferenceVerdict.NoCertainDifference, among.Verdict);
        Assert.Equal(10 * among.PValue!.Value, among.AdjustedPValue!.Value, 1e-12);
        Assert.False(among.Interval!.Contains(0), "The interval is of this pair alone, and may leave zero out.");
    }

    [Fact]
    public void Pairs_that_are_not_tested_ask_nothing_of_the_others()
    {
        Comparand[] difference = [Share("q", "a", 0.80, 70), Share("q", "b", 0.60, 80)];
        Comparand[] untested =
        [
            .. Enumerable.Range(0, 20).SelectMany(i => new[]
            {
                Comparand.OfTooFew($"r{i}", "a"), Share($"r{i}", "b", 0.7, 80),
                Comparand.OfNotTestable($"s{i}", "a", NotTestableReason.Preliminary), Share($"s{i}", "b", 0.7, 80),
            }),
        ];

        var pair = CertainDifferences.Among([.. difference, .. untested]).Between("q", "a", "b");

        Assert.Equal(pair.PValue, pair.AdjustedPValue);
    }

    [Fact]
    public void Shares_and_means_on_one_page_are_one_family()
    {
        var page = CertainDifferences.Among(
        [
            Share("share", "a", 0.80, 70), Share("share", "b", 0.60, 80),
            Mean("mean", "a", 70, (5, 50), (4, 50)), Mean("mean", "b", 80, (5, 45), (4, 55)),
        ]);

        var share = page.Between("share", "a", "b");
        var mean = page.Between("mean", "a", "b");
        Assert.Equal(2 * share.PValue!.Value, share.AdjustedPValue!.Value, 1e-12);
        Assert.Equal(0.05, mean.Difference!.Value, 1e-12);
        Assert.Equal(DifferenceVerdict.NoCertainDifference, mean.Verdict);
        Assert.True(mean.Interval!.Contains(0));
    }

    [Fact]
    public void A_certain_difference_of_means_says_which_is_lower()
    {
        var page = CertainDifferences.Among(
            [Mean("q", "a", 60, (5, 10), (4, 20), (3, 40), (2, 30)), Mean("q", "b", 60, (5, 70), (4, 20), (3, 10))]);

        Assert.Equal(DifferenceVerdict.CertainlyLower, page.Between("q", "a", "b").Verdict);
        Assert.True(page.Between("q", "a", "b").Interval!.High < 0);
    }

    [Fact]
    public void Fewer_than_the_floor_are_neither_tested_nor_shown()
    {
        var page = CertainDifferences.Among([Share("q", "a", 1, 4), Share("q", "b", 0, 400), Share("q", "c", 0.9, 5)]);

        var pair = page.Between("q", "a", "b");
        Assert.Equal(DifferenceVerdict.TooFewRespondents, pair.Verdict);
        Assert.Equal((null, null, null, null), (pair.Difference, pair.Interval, pair.PValue, pair.AdjustedPValue));
        Assert.Equal(DifferenceVerdict.CertainlyLower, page.Between("q", "b", "c").Verdict);
    }

    [Fact]
    public void Those_who_gave_a_score_are_held_against_the_floor()
    {
        // Eight answered, half of them that they do not know.
        var page = CertainDifferences.Among(
            [Mean("q", "a", 8, (5, 25), (4, 25), (null, 50)), Mean("q", "b", 80, (2, 50), (1, 50))]);

        Assert.Equal(DifferenceVerdict.TooFewRespondents, page.Between("q", "a", "b").Verdict);
    }

    [Fact]
    public void A_survey_without_a_floor_still_needs_two_scores()
    {
        var one = Comparand.OfScore("q", "a", ScoreSample.FromDistribution([(5, 100)], 1)!, floor: 1);

        var page = CertainDifferences.Among([one, Mean("q", "b", 80, (2, 50), (1, 50))]);

        Assert.Equal(DifferenceVerdict.TooFewRespondents, page.Between("q", "a", "b").Verdict);
    }

    [Theory]
    [InlineData(NotTestableReason.NoFigure)]
    [InlineData(NotTestableReason.Suppressed)]
    [InlineData(NotTestableReason.Preliminary)]
    [InlineData(NotTestableReason.InDoubt)]
    [InlineData(NotTestableReason.MeanWithoutDistribution)]
    public void What_cannot_be_tested_says_why(NotTestableReason reason)
    {
        var page = CertainDifferences.Among([Share("q", "a", 1, 100), Comparand.OfNotTestable("q", "b", reason)]);

        var pair = page.Between("q", "b", "a");
        Assert.Equal((DifferenceVerdict.NotTestable, reason), (pair.Verdict, pair.Reason));
        Assert.Null(pair.Difference);
        Assert.Equal(0, page.Of("q").Tested);
    }

    [Fact]
    public void Of_two_reasons_the_graver_is_given()
    {
        var page = CertainDifferences.Among(
        [
            Comparand.OfNotTestable("q", "preliminary", NotTestableReason.Preliminary),
            Comparand.OfNotTestable("q", "in doubt", NotTestableReason.InDoubt),
            Comparand.OfNotTestable("q", "none", NotTestableReason.NoFigure),
            Comparand.OfTooFew("q", "few"),
        ]);

        Assert.Equal(NotTestableReason.Preliminary, page.Between("q", "in doubt", "preliminary").Reason);
        Assert.Equal(NotTestableReason.NoFigure, page.Between("q", "few", "none").Reason);
        Assert.Equal(DifferenceVerdict.TooFewRespondents, page.Between("q", "preliminary", "few").Verdict);
        Assert.Null(page.Between("q", "preliminary", "few").Reason);
    }

    [Fact]
    public void A_unit_that_was_not_asked_has_no_figure()
    {
        var page = CertainDifferences.Among([Share("q", "a", 0.9, 100), Share("q", "b", 0.9, 100), Share("r", "c", 0.1, 100)]);

        Assert.Equal(NotTestableReason.NoFigure, page.Between("q", "a", "c").Reason);
        Assert.Equal(NotTestableReason.NoFigure, page.Between("r", "b", "a").Reason);
        Assert.Equal(3, page.Of("r").Pairs.Count);
    }

    [Fact]
    public void A_share_is_not_held_against_a_mean()
    {
        var page = CertainDifferences.Among([Share("q", "a", 0.9, 100), Mean("q", "b", 60, (5, 50), (1, 50))]);

        Assert.Equal(NotTestableReason.DifferentKinds, page.Between("q", "a", "b").Reason);
    }

    [Fact]
    public void Scores_without_spread_are_not_certain_and_do_not_ease_the_test_of_the_others()
    {
        Comparand[] alike = [Mean("alike", "a", 70, (5, 100)), Mean("alike", "b", 80, (4, 100))];
        Comparand[] difference = [Share("q", "a", 0.80, 70), Share("q", "b", 0.60, 80)];

        var page = CertainDifferences.Among([.. alike, .. difference]);

        Assert.Equal(NotTestableReason.NoSpread, page.Between("alike", "a", "b").Reason);
        Assert.Equal(2 * page.Between("q", "a", "b").PValue!.Value, page.Between("q", "a", "b").AdjustedPValue!.Value, 1e-12);
    }

    [Fact]
    public void A_question_tells_who_is_certainly_higher_than_whom()
    {
        var page = CertainDifferences.Among(
        [
            Share("q", "low", 0.3, 200), Share("q", "also low", 0.32, 200), Share("q", "high", 0.9, 200), Share("q", "few", 0.9, 4),
            Share("r", "low", 0.8, 200), Share("r", "high", 0.81, 200),
        ]);

        var q = page.Of("q");
        Assert.True(q.AnyCertain);
        var higher = Assert.Single(q.Higher);
        Assert.Equal("high", higher.Unit);
        Assert.Equal(["also low", "low"], higher.Than);
        Assert.Equal((6, 3), (q.Pairs.Count, q.Tested));
        Assert.False(page.Of("r").AnyCertain);
        Assert.Equal(["q", "r"], page.Questions.Select(question => question.Question));
    }

    [Fact]
    public void Keys_that_differ_only_in_case_or_accent_are_different()
    {
        var page = CertainDifferences.Among([Share("q", "ö", 0.9, 200), Share("q", "Ö", 0.1, 200), Share("q", "o", 0.5, 200)]);

        Assert.Equal(DifferenceVerdict.CertainlyHigher, page.Between("q", "ö", "Ö").Verdict);
        Assert.Equal(3, page.Of("q").Pairs.Count);
    }

    [Fact]
    public void A_unit_with_two_figures_in_a_question_is_refused() =>
        Assert.Throws<ArgumentException>(() => CertainDifferences.Among([Share("q", "a", 0.9, 10), Share("q", "a", 0.8, 10)]));

    [Fact]
    public void A_page_of_one_unit_or_none_has_no_pairs()
    {
        Assert.Empty(CertainDifferences.Among([]).Questions);
        Assert.Empty(CertainDifferences.Among([Share("q", "a", 0.9, 10)]).Questions);
    }

    [Fact]
    public void A_question_or_a_unit_that_is_not_on_the_page_is_not_found()
    {
        var page = CertainDifferences.Among([Share("q", "a", 0.9, 10), Share("q", "b", 0.9, 10)]);

        Assert.Throws<KeyNotFoundException>(() => page.Of("r"));
        Assert.Throws<KeyNotFoundException>(() => page.Between("q", "a", "c"));
    }

    private static Comparand Share(string question, string unit, double share, int respondents) =>
        Comparand.OfShare(question, unit, new(share, respondents), Floor);

    private static Comparand Mean(string question, string unit, int respondents, params (double? Score, double Share)[] answers) =>
        Comparand.OfScore(question, unit, ScoreSample.FromDistribution(answers, respondents)!, Floor);
}
