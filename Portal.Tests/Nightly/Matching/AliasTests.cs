using System.Text;
using Portal.Data.Nightly.Matching;
using Portal.Tests.Support;
using static Portal.Tests.Nightly.Matching.Made;
using static Portal.Tests.Nightly.Matching.RuleTests;

namespace Portal.Tests.Nightly.Matching;

public sealed class AliasTests
{
    private const string Header = "source,outside_id,name,unit_id,reason\n";

    [Fact]
    public void An_alias_settles_before_every_other_rule()
    {
        var outcome = Match([Survey("1", "Sparven")], [Register("u1", "Sparven"), Register("u2", "Trasten")], Alias("1", "Sparven", "u2"));

        AssertMatched(MatchRule.Alias, outcome.For("1"), "u2");
        Assert.Empty(outcome.UnusedAliases);
    }

    [Fact]
    public void An_alias_without_a_unit_keeps_the_id_apart_even_from_ids_with_the_same_report()
    {
        var one = Survey("1", "Sparven", 2021);
        var both = Survey("2", "Sparven och Trasten", 2021, 2022).SameReportAs(one, 2021);
        var outcome = Match([one, both], [Register("u1", "Sparven")], Alias("2", "Sparven och Trasten", null));

        AssertMatched(MatchRule.SameName, outcome.For("1"), "u1");
        AssertOwn(OwnReason.KeptApart, outcome.For("2"));
        Assert.Equal([2021], outcome.For("2").RepeatedPeriods);
        Assert.Empty(outcome.For("1").RepeatedPeriods);
    }

    [Fact]
    public void The_matched_id_keeps_a_report_that_an_id_kept_apart_also_holds_even_when_the_latter_is_smaller()
    {
        var one = Survey("8", "Sparven", 2021);
        var both = Survey("2", "Sparven och Trasten", 2021, 2022).SameReportAs(one, 2021);
        var outcome = Match([one, both], [Register("u1", "Sparven")], Alias("2", "Sparven och Trasten", null));

        Assert.Equal([2021], outcome.For("2").RepeatedPeriods);
        Assert.Empty(outcome.For("8").RepeatedPeriods);
    }

    [Fact]
    public void An_alias_of_one_id_settles_the_other_ids_of_its_report()
    {
        var one = Survey("1", "Okänd", 2021);
        var outcome = Match([one, Survey("2", "Obekant", 2021).SameReportAs(one, 2021)], [Register("u1", "Sparven")], Alias("2", "Obekant", "u1"));

        AssertMatched(MatchRule.SameReport, outcome.For("1"), "u1");
    }

    [Fact]
    public void Two_aliases_that_give_one_unit_two_reports_for_a_round_are_a_mistake_and_settle_nothing()
    {
        var outcome = Match([Survey("1", "Okänd"), Survey("2", "Obekant")], [Register("u1", "Sparven")], Alias("1", "Okänd", "u1"), Alias("2", "Obekant", "u1"));

        Assert.All(outcome.Results, r => AssertOwn(OwnReason.Collision, r));
    }

    [Theory]
    [InlineData("1", "Ett nytt namn", "u1", "now calls")]
    [InlineData("1", "Sparven", "u9", "no such unit")]
    [InlineData("9", "Sparven", "u1", "no such id")]
    public void An_alias_that_no_longer_fits_rests_and_is_reported(string outsideId, string name, string unitId, string reason)
    {
        var outcome = Match([Survey("1", "Sparven")], [Register("u1", "Sparven")], Alias(outsideId, name, unitId));

        AssertMatched(MatchRule.SameName, outcome.For("1"), "u1");
        Assert.Contains(reason, Assert.Single(outcome.UnusedAliases).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_of_another_source_is_left_alone()
    {
        var outcome = Match([Survey("1", "Okänd")], [Register("u1", "Sparven")], Alias("1", "Okänd", "u1") with { Source = "annan" });

        AssertOwn(OwnReason.None, outcome.For("1"));
        Assert.Empty(outcome.UnusedAliases);
    }

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("en-GB")]
    [InlineData("tr-TR")]
    public void A_good_file_is_read_whole_in_any_culture(string culture)
    {
        var file = InCulture.Run(culture, () => Read(Header + "enkat,7,\"Ängen, norra\",u1,\"Kallas \"\"Norra\"\" av alla\"\r\nenkat, 8 ,Ön,,Två hus\n"));

        Assert.Empty(file.Rejects);
        Assert.Equal(
            [
                new UnitAlias { Source = "enkat", OutsideId = "7", Name = "Ängen, norra", UnitId = "u1", Reason = "Kallas \"Norra\" av alla" },
                new UnitAlias { Source = "enkat", OutsideId = "8", Name = "Ön", UnitId = null, Reason = "Två hus" },
            ],
            file.Aliases);
    }

    [Theory]
    [InlineData("enkat,7,Ängen,u1", "4 columns")]
    [InlineData("enkat,7,Ängen,u1,Skäl,mer", "6 columns")]
    [InlineData(",7,Ängen,u1,Skäl", "source is empty")]
    [InlineData("enkat,,Ängen,u1,Skäl", "outside_id is empty")]
    [InlineData("enkat,7,,u1,Skäl", "name is empty")]
    [InlineData("enkat,7,Ängen,u1,", "reason is empty")]
    [InlineData("enkat,7,Ängen,u.1,Skäl", "dot")]
    [InlineData("enkat,7,\"Ängen,u1,Skäl", "quotation")]
    [InlineData("enkat,5,Ängen,u1,Skäl", "already in line 2")]
    public void A_bad_row_is_handed_back_with_file_line_and_reason_and_the_others_hold(string row, string reason)
    {
        var file = Read(Header + "enkat,5,Sparven,u5,Skäl\n\n" + row + "\nenkat,6,Trasten,u6,Skäl\n");

        Assert.Equal(["5", "6"], file.Aliases.Select(a => a.OutsideId));
        var reject = Assert.Single(file.Rejects);
        Assert.Equal(("alias.csv", 4L), (reject.File, reject.Line));
        Assert.Contains(reason, reject.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("source;outside_id;name;unit_id;reason\nenkat;7;Ängen;u1;Skäl\n")]
    [InlineData("source,outside_id,name,unit\nenkat,7,Ängen,u1\n")]
    public void A_file_with_another_header_gives_one_reject_and_no_alias(string text)
    {
        var file = Read(text);

        Assert.Empty(file.Aliases);
        Assert.Contains("source,outside_id,name,unit_id,reason", Assert.Single(file.Rejects).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_header_and_Windows_1252_is_rejected_by_row()
    {
        var path = Path.Combine(Path.GetTempPath(), $"aliases-{Guid.NewGuid():n}.csv");
        try
        {
            byte[] bytes =
            [
                .. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Header), .. Encoding.Latin1.GetBytes("enkat,7,Ängen,u1,Skäl\n"),
                .. Encoding.UTF8.GetBytes("enkat,8,Ängen,u1,Skäl\n"),
            ];
            File.WriteAllBytes(path, bytes);
            var file = AliasFile.Read(path);

            Assert.Equal("8", Assert.Single(file.Aliases).OutsideId);
            Assert.Equal((Path.GetFileName(path), 2L, "The row is not UTF-8."), Assert.Single(file.Rejects) is var r ? (r.File, r.Line, r.Reason) : default);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static AliasFile Read(string text)
    {
        using var reader = new StringReader(text);
        return AliasFile.Read(reader, "alias.csv");
    }
}
