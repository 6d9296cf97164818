using Portal.Data.Nightly.Matching;
using static Portal.Tests.Nightly.Matching.Made;
using static Portal.Tests.Nightly.Matching.RuleTests;

namespace Portal.Tests.Nightly.Matching;

/// <summary>A unit that the survey holds under several ids is one unit.</summary>
public sealed class SameUnitTests
{
    [Fact]
    public void Two_ids_with_one_and_the_same_report_are_one_unit_whatever_their_names()
    {
        var old = Survey("40", "Björkbacken 5 förskola", 2020, 2021);
        var copy = Survey("900", "Bolaget AB Björkb.", 2021).SameReportAs(old, 2021);
        var outcome = Match([copy, old], [Register("u1", "Björkbacken 5 Förskola")]);

        AssertMatched(MatchRule.SameName, outcome.For("40"), "u1");
        AssertMatched(MatchRule.SameReport, outcome.For("900"), "u1");
    }

    [Fact]
    public void A_report_that_two_ids_hold_is_counted_with_one_of_them()
    {
        var old = Survey("40", "Okänd", 2020, 2021);
        var outcome = Match([Survey("900", "Obekant", 2021).SameReportAs(old, 2021), old], []);

        Assert.Empty(outcome.For("40").RepeatedPeriods);
        Assert.Equal([2021], outcome.For("900").RepeatedPeriods);
        Assert.All(outcome.Results, r => Assert.Equal("40", r.LeadOutsideId));
    }

    [Fact]
    public void The_smallest_id_leads_by_number_and_not_by_letter()
    {
        var old = Survey("99", "Okänd", 2021);

        Assert.All(Match([Survey("100", "Obekant", 2021).SameReportAs(old, 2021), old], []).Results, r => Assert.Equal("99", r.LeadOutsideId));
    }

    [Fact]
    public void Ids_with_one_report_in_common_and_different_ones_for_another_round_are_not_one_unit()
    {
        var one = Survey("1", "Okänd", 2021, 2022);
        var two = Survey("2", "Obekant", 2021, 2022).SameReportAs(one, 2021);
        var outcome = Match([one, two], []);

        Assert.Equal(["1", "2"], outcome.Results.Select(r => r.LeadOutsideId));
        Assert.Equal([2021], outcome.For("2").RepeatedPeriods);
    }

    [Fact]
    public void Ids_of_one_report_whose_names_point_at_different_units_settle_nothing()
    {
        var one = Survey("1", "Sparven", 2021);
        var outcome = Match([one, Survey("2", "Trasten", 2021).SameReportAs(one, 2021)], [Register("u1", "Sparven"), Register("u2", "Trasten")]);

        Assert.All(outcome.Results, r => AssertOwn(OwnReason.Several, r));
    }

    [Fact]
    public void Ids_that_the_register_does_not_have_are_one_unit_when_their_names_differ_in_spaces_service_or_dash_only()
    {
        var outcome = Match(
            [
                Survey("1", "Björkbacken 68", 2021), Survey("2", "Björkbacken 6-8 förskola", 2022, 2023),
                Survey("3", "Tallen 3B", 2021), Survey("4", "Tallen 3 B förskola", 2022),
                Survey("5", "Granen 7", 2021), Survey("6", "Granen 7", 2022),
            ],
            []);

        Assert.Equal(["1", "1", "3", "3", "5", "5"], outcome.Results.Select(r => r.LeadOutsideId));
        Assert.All(outcome.Results, r => AssertOwn(OwnReason.None, r));
    }

    [Fact]
    public void Ids_that_the_register_does_not_have_stay_two_units_when_house_number_or_ownership_or_kind_differs()
    {
        var outcome = Match(
            [
                Survey("1", "Tallen 3", 2021), Survey("2", "Tallen 3 B", 2022),
                Survey("3", "Granen", 2021), Survey("4", "Granen", 2022).Private(),
                Survey("5", "Föräldrakooperativet Alen", 2021).Private(), Survey("6", "Alen", 2022).Private(),
                Survey("7", "Boken 1-123", 2021), Survey("8", "Boken 11-23", 2022),
            ],
            []);

        Assert.Equal(outcome.Results.Select(r => r.Survey.OutsideId), outcome.Results.Select(r => r.LeadOutsideId));
    }

    [Fact]
    public void Ids_of_one_name_with_different_reports_for_a_round_stay_two_units()
    {
        var outcome = Match([Survey("1", "Granen 7", 2021), Survey("2", "Granen 7 förskola", 2021)], []);

        Assert.Equal(["1", "2"], outcome.Results.Select(r => r.LeadOutsideId));
    }

    [Fact]
    public void Three_ids_that_are_linked_two_by_two_are_one_unit()
    {
        var one = Survey("1", "Granen 7", 2021);
        var two = Survey("2", "Något annat", 2021).SameReportAs(one, 2021);
        var outcome = Match([one, two, Survey("3", "Granen 7 förskola", 2022), Survey("4", "Något annat", 2023)], []);

        Assert.All(outcome.Results, r => Assert.Equal("1", r.LeadOutsideId));
    }
}
