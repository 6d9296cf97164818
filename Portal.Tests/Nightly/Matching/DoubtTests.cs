using Portal.Data.Model;
using Portal.Data.Nightly.Matching;
using Portal.Tests.Support;
using static Portal.Tests.Nightly.Matching.Made;
using static Portal.Tests.Nightly.Matching.RuleTests;

namespace Portal.Tests.Nightly.Matching;

/// <summary>What is not certain settles nothing, and is listed for a person.</summary>
public sealed class DoubtTests
{
    [Fact]
    public void Two_register_units_of_one_name_settle_nothing_and_are_both_listed()
    {
        var result = MatchOne(Survey("1", "Sparven"), Register("u1", "Sparven"), Register("u2", "Sparven förskola"), Register("u3", "Sparven"));

        AssertOwn(OwnReason.Several, result);
        Assert.Equal(["u1", "u3"], result.Candidates.Take(2).Select(c => c.Unit.UnitId));
    }

    [Fact]
    public void A_name_with_words_left_out_settles_nothing_where_another_unit_has_all_its_words()
    {
        RegisterUnit[] register = [Register("u1", "Eken", Ownerships.Private), Register("u2", "Svenska Kyrkan Lilla Eken", Ownerships.Private)];

        AssertOwn(OwnReason.Several, MatchOne(Survey("1", "Förskolan Eken").Private(), register));
        AssertOwn(OwnReason.Several, MatchOne(Survey("1", "Föräldrakooperativet Eken").Private(), register));
        AssertMatched(MatchRule.SameName, MatchOne(Survey("1", "Eken").Private(), register), "u1");
    }

    [Fact]
    public void Two_survey_units_of_one_round_that_claim_one_unit_get_none_of_it()
    {
        var outcome = Match([Survey("1", "Sparven", 2021, 2022), Survey("2", "SPARVEN", 2022)], [Register("u1", "Sparven")]);

        Assert.All(outcome.Results, result => AssertOwn(OwnReason.Collision, result));
        Assert.All(outcome.Results, result => Assert.Equal("u1", result.Candidates[0].Unit.UnitId));
        Assert.Equal(["1", "2"], outcome.Results.Select(r => r.LeadOutsideId));
    }

    [Fact]
    public void Reports_of_which_nothing_is_known_are_taken_to_differ()
    {
        var one = Survey("1", "Sparven") with { Reports = [new SurveyReport { Period = 2022 }] };

        Assert.All(Match([one, one with { OutsideId = "2" }], [Register("u1", "Sparven")]).Results, r => AssertOwn(OwnReason.Collision, r));
    }

    [Fact]
    public void A_better_rule_keeps_its_unit_against_a_weaker_one()
    {
        var outcome = Match([Survey("1", "Sparven"), Survey("2", "Sparven förskola")], [Register("u1", "Sparven")]);

        AssertMatched(MatchRule.SameName, outcome.For("1"), "u1");
        AssertOwn(OwnReason.Collision, outcome.For("2"));
    }

    [Fact]
    public void Two_ids_of_different_rounds_may_be_one_register_unit()
    {
        var outcome = Match([Survey("31", "Sparven", 2020, 2021), Survey("204", "Sparven förskola", 2022)], [Register("u1", "Sparven")]);

        AssertMatched(MatchRule.SameName, outcome.For("31"), "u1");
        AssertMatched(MatchRule.SameNameButService, outcome.For("204"), "u1");
        Assert.All(outcome.Results, r => Assert.Equal("31", r.LeadOutsideId));
    }

    [Fact]
    public void Namesakes_of_one_round_that_words_left_out_would_make_equal_settle_nothing()
    {
        var outcome = Match(
            [Survey("1", "Föräldrakooperativet Eken").Private(), Survey("2", "Montessoriförskolan Eken").Private()],
            [Register("u1", "Eken", Ownerships.Private)]);

        Assert.All(outcome.Results, result => AssertOwn(OwnReason.Collision, result));
    }

    [Fact]
    public void A_namesake_found_by_a_weaker_rule_spoils_the_stronger_ones_guess()
    {
        var outcome = Match(
            [Survey("1", "Förskolan Eken").Private(), Survey("2", "Montessoriförskolan Eken").Private()],
            [Register("u1", "Eken", Ownerships.Private)]);

        AssertOwn(OwnReason.Collision, outcome.For("1"));
    }

    [Fact]
    public void An_alias_for_one_of_two_namesakes_lets_the_other_be_settled()
    {
        var outcome = Match(
            [Survey("1", "Förskolan Eken").Private(), Survey("2", "Montessoriförskolan Eken").Private()],
            [Register("u1", "Eken", Ownerships.Private), Register("u2", "Trasten", Ownerships.Private)],
            Alias("2", "Montessoriförskolan Eken", "u2"));

        AssertMatched(MatchRule.SameNameButService, outcome.For("1"), "u1");
        AssertMatched(MatchRule.Alias, outcome.For("2"), "u2");
    }

    [Fact]
    public void Only_the_name_that_claims_has_namesakes_and_not_a_vaguer_one_of_the_same_report()
    {
        var north = Survey("1", "Skogen Norr förskola");
        var outcome = Match(
            [north, Survey("2", "Skogen").SameReportAs(north, 2022), Survey("3", "Skogen Söder förskola")],
            [Register("u1", "Skogen Norr"), Register("u2", "Skogen Söder")]);

        AssertMatched(MatchRule.SameNameButService, outcome.For("1"), "u1");
        AssertMatched(MatchRule.SameReport, outcome.For("2"), "u1");
        AssertMatched(MatchRule.SameNameButService, outcome.For("3"), "u2");
    }

    [Fact]
    public void The_order_of_the_rows_decides_nothing()
    {
        SurveyUnit[] survey =
        [
            Survey("1", "Förskolan Eken", 2021), Survey("2", "Montessoriförskolan Eken", 2021), Survey("3", "Björkbacken 68", 2021),
            Survey("4", "Björkbacken 6-8 förskola", 2022), Survey("5", "Sparven", 2022), Survey("6", "Sparven förskola", 2022),
            Survey("7", "Tallen 3", 2020), Survey("8", "Tallen 3 förskola", 2021),
        ];
        RegisterUnit[] register = [Register("u1", "Eken"), Register("u2", "Björkbacken 6-8 Förskola"), Register("u3", "Sparven")];
        var forwards = Match(survey, register);
        var backwards = Match([.. survey.Reverse()], register.Reverse());

        Assert.Equal(survey.Select(u => u.OutsideId), forwards.Results.Select(r => r.Survey.OutsideId));
        Assert.All(forwards.Results, one =>
        {
            var other = backwards.For(one.Survey.OutsideId);
            Assert.Equal((one.UnitId, one.Rule, one.Reason, one.LeadOutsideId), (other.UnitId, other.Rule, other.Reason, other.LeadOutsideId));
        });
    }

    [Fact]
    public void A_unit_of_its_own_lists_the_three_nearest_by_name_or_address_nearest_first()
    {
        var result = MatchOne(
            Survey("1", "Björkbacken 18 förskola"),
            Register("u1", "Björkbacken 16 Förskola"),
            Register("u2", "Trasten") with { Address = "Björkbacken 18 B" },
            Register("u3", "Björkbacken 18 Specialförskola"),
            Register("u4", "Björkbacken 118 Förskola"));

        AssertOwn(OwnReason.None, result);
        Assert.Equal(3, result.Candidates.Count);
        Assert.Equal(result.Candidates.OrderByDescending(c => c.Similarity), result.Candidates);
        Assert.All(result.Candidates, c => Assert.InRange(c.Similarity, 0.5, 1));
        Assert.DoesNotContain(result.Candidates, c => c.Unit.UnitId.StartsWith("decoy", StringComparison.Ordinal));
    }

    [Fact]
    public void A_short_name_inside_a_long_one_is_among_the_candidates() =>
        Assert.Equal("u1", MatchOne(Survey("1", "Arken"), Register("u1", "Arken, Nordanby Församlings Barngrupp")).Candidates.Single().Unit.UnitId);

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("en-GB")]
    [InlineData("tr-TR")]
    public void No_culture_changes_who_is_matched(string culture)
    {
        var outcome = InCulture.Run(culture, () => Match(
            [Survey("1", "INGRIDS STIG 12H"), Survey("2", "Iskällaren 68"), Survey("3", "Ängens hus")],
            [Register("u1", "Ingrids Stig 12 h Förskola"), Register("u2", "Iskällaren 6-8 förskola"), Register("u3", "Ängens Hus")]));

        AssertMatched(MatchRule.SameNameButService, outcome.For("1"), "u1");
        AssertMatched(MatchRule.SameNameButDash, outcome.For("2"), "u2");
        AssertMatched(MatchRule.SameName, outcome.For("3"), "u3");
    }

    [Fact]
    public void An_id_that_stands_twice_or_two_reports_for_a_period_are_refused()
    {
        Assert.Contains("77", Assert.Throws<ArgumentException>(() => Match([Survey("77", "A"), Survey("77", "B")], [])).Message, StringComparison.Ordinal);
        Assert.Contains("78", Assert.Throws<ArgumentException>(() => Match([Survey("78", "A", 2022, 2022)], [])).Message, StringComparison.Ordinal);
    }
}
