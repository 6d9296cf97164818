using FsCheck;
using FsCheck.Fluent;
using Portal.Data.Statistics;

namespace Portal.Tests.Statistics;

public sealed class StatisticsProperties
{
    private static readonly Gen<(ShareSample A, ShareSample B)> _shares =
        from a in Samples.Share
        from b in Samples.Share
        select (a, b);

    private static readonly Gen<(ScoreSample A, ScoreSample B)> _scores =
        from a in Samples.Score
        from b in Samples.Score
        select (a, b);

    private static readonly Gen<double[]> _pValues =
        Gen.Choose(0, 1000).Select(thousandth => thousandth / 10_000.0).ArrayOf();

    [Fact]
    public void The_interval_of_a_share_holds_it_and_stays_between_zero_and_one() =>
        Samples.Holds(Samples.Share, share =>
            ScoreInterval.Wilson(share) is var interval
            && interval.Contains(share.Share) && interval.Low >= 0 && interval.High <= 1);

    [Fact]
    public void The_difference_the_other_way_round_is_the_same_with_its_sign_turned() =>
        Samples.Holds(_shares, pair =>
            NewcombeInterval.Of(pair.A, pair.B) == NewcombeInterval.Of(pair.B, pair.A).Reversed
            && NewcombeInterval.PValue(pair.A, pair.B).Equals(NewcombeInterval.PValue(pair.B, pair.A)));

    [Fact]
    public void The_interval_of_a_difference_of_shares_holds_it_and_stays_between_minus_one_and_one() =>
        Samples.Holds(_shares, pair =>
            NewcombeInterval.Of(pair.A, pair.B) is var interval
            && interval.Contains(pair.A.Share - pair.B.Share) && interval.Low >= -1 && interval.High <= 1);

    [Fact]
    public void A_p_value_of_shares_is_below_the_level_exactly_when_the_interval_leaves_zero_out() =>
        Samples.Holds(
            from pair in _shares
            from level in Samples.Level
            select (pair.A, pair.B, level),
            x =>
            {
                var p = NewcombeInterval.PValue(x.A, x.B);
                return Math.Abs(p - x.level) < 1e-9 || p < x.level != NewcombeInterval.Of(x.A, x.B, 1 - x.level).Contains(0);
            });

    [Fact]
    public void A_p_value_of_means_is_below_the_level_exactly_when_the_interval_leaves_zero_out() =>
        Samples.Holds(
            from pair in _scores
            from level in Samples.Level
            select (pair.A, pair.B, level),
            x =>
            {
                var p = WelchTest.PValue(x.A, x.B)!.Value;
                return Math.Abs(p - x.level) < 1e-9 || p < x.level != WelchTest.Interval(x.A, x.B, 1 - x.level)!.Contains(0);
            });

    [Fact]
    public void More_respondents_make_the_intervals_narrower() =>
        Samples.Holds(
            from pair in _shares
            from more in Gen.Choose(1, 500)
            select (pair.A, pair.B, more),
            x =>
            {
                var larger = new ShareSample(x.A.Share, x.A.Respondents + x.more, x.A.Invited + x.more);
                return ScoreInterval.Wilson(larger).Width < ScoreInterval.Wilson(x.A).Width + 1e-12
                    && NewcombeInterval.Of(larger, x.B).Width < NewcombeInterval.Of(x.A, x.B).Width + 1e-12;
            });

    [Fact]
    public void The_finite_population_correction_never_widens_an_interval() =>
        Samples.Holds(_shares, pair =>
        {
            var endless = new ShareSample(pair.A.Share, pair.A.Respondents);
            return NewcombeInterval.Of(pair.A, pair.B).Width <= NewcombeInterval.Of(endless, pair.B).Width + 1e-12
                && NewcombeInterval.PValue(pair.A, pair.B) <= NewcombeInterval.PValue(endless, pair.B) * (1 + 1e-9);
        });

    [Fact]
    public void The_more_of_the_invited_are_silent_the_less_is_certain() =>
        Samples.Holds(
            from pair in _shares
            from silent in Gen.Choose(1, 300)
            from more in Gen.Choose(1, 300)
            select (pair.A, pair.B, silent, more),
            x =>
            {
                ShareSample Asked(int silent) => new(x.A.Share, x.A.Respondents, x.A.Respondents + silent);
                return NewcombeInterval.PValue(Asked(x.silent), x.B)
                    <= NewcombeInterval.PValue(Asked(x.silent + x.more), x.B) * (1 + 1e-9);
            });

    [Fact]
    public void Means_the_other_way_round_differ_the_other_way() =>
        Samples.Holds(_scores, pair =>
            WelchTest.Interval(pair.A, pair.B) == WelchTest.Interval(pair.B, pair.A)!.Reversed
            && WelchTest.PValue(pair.A, pair.B).Equals(WelchTest.PValue(pair.B, pair.A)));

    [Fact]
    public void Degrees_of_freedom_lie_between_those_of_the_smaller_sample_and_of_both() =>
        Samples.Holds(_scores, pair =>
            WelchTest.DegreesOfFreedom(pair.A, pair.B) is { } degrees
            && degrees >= Math.Min(pair.A.Respondents, pair.B.Respondents) - 1 - 1e-9
            && degrees <= pair.A.Respondents + pair.B.Respondents - 2 + 1e-9);

    [Fact]
    public void A_scale_that_is_moved_or_stretched_changes_no_p_value() =>
        Samples.Holds(
            from a in Gen.Choose(1, 40).ArrayOf(5)
            from b in Gen.Choose(1, 40).ArrayOf(5)
            from factor in Gen.Choose(1, 20)
            from shift in Gen.Choose(-10, 10)
            select (a, b, factor, shift),
            x =>
            {
                ScoreSample Scores(int[] counts, double factor, double shift) => ScoreSample.FromDistribution(
                    counts.Select((count, i) => ((double?)(factor * i + shift), 100.0 * count / counts.Sum())), counts.Sum())!;
                var plain = WelchTest.PValue(Scores(x.a, 1, 0), Scores(x.b, 1, 0))!.Value;
                var moved = WelchTest.PValue(Scores(x.a, x.factor, x.shift), Scores(x.b, x.factor, x.shift))!.Value;
                return Math.Abs(plain - moved) < 1e-9;
            });

    [Fact]
    public void Holm_never_rejects_what_stands_alone_and_keeps_the_order_of_the_p_values() =>
        Samples.Holds(_pValues, p =>
        {
            var adjusted = Holm.Adjust(p);
            return Enumerable.Range(0, p.Length).All(i => adjusted[i] >= p[i] && adjusted[i] <= Math.Min(1, p[i] * p.Length) + 1e-15)
                && Enumerable.Range(0, p.Length).All(i => Enumerable.Range(0, p.Length).All(j => p[i] > p[j] || adjusted[i] <= adjusted[j]));
        });

    [Fact]
    public void A_stricter_level_rejects_no_more() =>
        Samples.Holds(_pValues, p =>
            Holm.Reject(p, 0.01).Zip(Holm.Reject(p, 0.05)).All(x => !x.First || x.Second));

    [Fact]
    public void A_further_test_never_helps_another() =>
        Samples.Holds(
            from p in _pValues
            from further in Gen.Choose(0, 1000)
            select (p, further),
            x => Holm.Adjust(x.p).Zip(Holm.Adjust([.. x.p, x.further / 1000.0])).All(y => y.First <= y.Second));

    [Fact]
    public void The_order_in_which_figures_come_changes_nothing() =>
        Samples.Holds(
            from page in Samples.Page
            from shuffled in Gen.Shuffle(page.AsEnumerable())
            select (page, shuffled),
            x =>
            {
                var (one, other) = (CertainDifferences.Among(x.page), CertainDifferences.Among(x.shuffled));
                return one.Questions.SelectMany(question => question.Pairs).SequenceEqual(other.Questions.SelectMany(question => question.Pairs))
                    && one.Questions.SelectMany(Told).SequenceEqual(other.Questions.SelectMany(Told));
            });

    [Fact]
    public void Units_that_change_names_change_sides_and_nothing_else() =>
        Samples.Holds(Samples.Page, page =>
        {
            // Ordinal order of the new names is the reverse of the old.
            var renamed = CertainDifferences.Among([.. page.Select(comparand => Renamed(comparand))]);
            return CertainDifferences.Among(page).Questions.SelectMany(question => question.Pairs).All(pair =>
                renamed.Between(pair.Question, NewName(pair.First), NewName(pair.Second)) is var same
                && (same.Verdict, same.Reason, same.PValue, same.Interval) == (pair.Verdict, pair.Reason, pair.PValue, pair.Interval));
        });

    [Fact]
    public void A_certain_difference_is_certain_alone_and_has_the_sign_of_its_interval() =>
        Samples.Holds(Samples.Page, page =>
            CertainDifferences.Among(page).Questions.SelectMany(question => question.Pairs).All(pair => pair.Verdict switch
            {
                DifferenceVerdict.CertainlyHigher => pair.PValue <= 0.05 && pair.Interval!.Low > 0 && pair.Reason is null,
                DifferenceVerdict.CertainlyLower => pair.PValue <= 0.05 && pair.Interval!.High < 0 && pair.Reason is null,
                DifferenceVerdict.NoCertainDifference => pair.AdjustedPValue > 0.05 && pair.Interval is not null && pair.Reason is null,
                DifferenceVerdict.TooFewRespondents => pair.PValue is null && pair.Interval is null && pair.Reason is null,
                _ => pair.PValue is null && pair.Interval is null && pair.Reason is not null,
            }));

    private static IEnumerable<(string, string)> Told(QuestionDifferences question) =>
        question.Higher.SelectMany(higher => higher.Than.Select(than => (higher.Unit, than)));

    private static string NewName(string unit) => unit switch { "u0" => "v4", "u1" => "v3", "u2" => "v2", "u3" => "v1", _ => "v0" };

    private static Comparand Renamed(Comparand comparand) => comparand switch
    {
        { Share: { } share } => Comparand.OfShare(comparand.Question, NewName(comparand.Unit), share, 5),
        { Score: { } score } => Comparand.OfScore(comparand.Question, NewName(comparand.Unit), score, 5),
        { Reason: { } reason } => Comparand.OfNotTestable(comparand.Question, NewName(comparand.Unit), reason),
        _ => Comparand.OfTooFew(comparand.Question, NewName(comparand.Unit)),
    };
}
