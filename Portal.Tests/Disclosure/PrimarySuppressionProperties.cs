using FsCheck;
using FsCheck.Fluent;
using Portal.Data.Disclosure;
using Portal.Data.Model;

namespace Portal.Tests.Disclosure;

/// <summary>What holds of every figure, whatever its floors: five hundred cases each.</summary>
public sealed class PrimarySuppressionProperties
{
    private static readonly Gen<int?> Persons = Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(0, 40).Select(n => (int?)n));

    private static readonly Gen<double?> Percent = Gen.OneOf(Gen.Constant((double?)null), Gen.Choose(0, 200).Select(n => (double?)(n / 2.0)));

    private static readonly Gen<Floors> AnyFloors =
        from respondents in Gen.Choose(1, 20)
        from rate in Percent
        from answer in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(1, 6).Select(n => (int?)n))
        from keeps in Gen.Elements(true, false)
        select new Floors { Respondents = respondents, Rate = rate, Answer = answer, SourceKeepsFloor = keeps };

    private static readonly Gen<Case> Cases =
        from given in Gen.Elements(Enum.GetValues<ObservationState>())
        from respondents in Persons
        from all in Persons
        from rate in Percent
        from oneSex in Gen.Elements(true, false)
        from floors in AnyFloors
        from share in Percent
        from scored in Gen.Choose(0, 206)
        select new Case(given, respondents, all, rate, oneSex, floors, share, scored / 2.0);

    [Fact]
    public void Nothing_is_shown_below_the_floor() =>
        Holds(c => !Shown(c.Figure()) || c.Respondents is null || c.Respondents >= c.Floors.Respondents);

    [Fact]
    public void Nothing_is_shown_of_an_unknown_number_unless_the_source_keeps_the_floor() =>
        Holds(c => !Shown(c.Figure()) || c.Respondents is not null || c.Floors.SourceKeepsFloor);

    [Fact]
    public void No_sex_is_shown_where_both_cannot_reach_the_floor() =>
        Holds(c => !Shown(c.Figure()) || c.Respondents is not null || !c.IsOneSex || c.All is null || c.All >= 2 * c.Floors.Respondents);

    [Fact]
    public void Nothing_is_shown_below_the_floor_of_the_rate() =>
        Holds(c => !Shown(c.Figure()) || !(c.Rate < c.Floors.Rate));

    [Fact]
    public void Suppression_hides_and_never_brings_forth_or_renames() =>
        Holds(c => c.Figure() is var state && (state == c.Given || (Shown(c.Given) && !Shown(state))));

    [Fact]
    public void More_respondents_never_hide_what_fewer_show() =>
        Holds(c => c.Respondents is null || !Shown(c.Figure()) || Shown((c with { Respondents = c.Respondents + 1 }).Figure()));

    [Fact]
    public void A_higher_floor_never_shows_what_a_lower_hides() =>
        Holds(c => Shown(c.Figure()) || !Shown((c with { Floors = c.Floors with { Respondents = c.Floors.Respondents + 1 } }).Figure()));

    [Fact]
    public void An_answer_is_never_shown_of_a_hidden_distribution() =>
        Holds(c => Shown(c.Given) || !Shown(c.Answer()));

    [Fact]
    public void An_answer_that_is_shown_has_a_share_and_enough_behind_it() =>
        Holds(c => !Shown(c.Answer()) || (c.Share is not null && (c.Respondents is not { } n
            || (n >= c.Floors.Respondents
                && (Behind(n, c.Share.Value) == 0 || c.Floors.Answer is null || Behind(n, c.Share.Value) >= c.Floors.Answer)))));

    [Fact]
    public void The_cases_reach_both_sides_of_every_floor()
    {
        var cases = Cases.Sample(2000, 50);
        Assert.Contains(cases, c => Shown(c.Figure()));
        Assert.Contains(cases, c => Shown(c.Given) && c.Figure() == ObservationState.Suppressed);
        Assert.Contains(cases, c => Shown(c.Given) && c.Figure() == ObservationState.NoAnswer);
        Assert.Contains(cases, c => Shown(c.Answer()));
        Assert.Contains(cases, c => Shown(c.Given) && c.Answer() == ObservationState.Suppressed);
    }

    private static bool Shown(ObservationState state) => state is ObservationState.Published or ObservationState.Preliminary;

    private static double Behind(int respondents, double share) => Math.Round(respondents * share / 100, MidpointRounding.AwayFromZero);

    private static void Holds(Func<Case, bool> property) =>
        Prop.ForAll(Cases.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private sealed record Case(
        ObservationState Given, int? Respondents, int? All, double? Rate, bool IsOneSex, Floors Floors, double? Share, double Scored)
    {
        public ObservationState Figure() => PrimarySuppression.OfFigure(Given, Respondents, All, Rate, IsOneSex, Floors);

        public ObservationState Answer() => PrimarySuppression.OfAnswer(Given, Share, Scored, Respondents, Floors);
    }
}
