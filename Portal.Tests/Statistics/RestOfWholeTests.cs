using FsCheck.Fluent;
using Portal.Data.Statistics;

namespace Portal.Tests.Statistics;

public sealed class RestOfWholeTests
{
    [Fact]
    public void Those_of_the_part_are_taken_out_of_the_whole()
    {
        // 150 of 200 in the whole, 40 of 50 in the part: 110 of 150 are left, of 300 - 60 who were asked.
        var rest = RestOfWhole.Of(new ShareSample(0.75, 200, 300), new ShareSample(0.8, 50, 60))!;

        Assert.Equal(110 / 150.0, rest.Share, 1e-12);
        Assert.Equal((150, 240), (rest.Respondents, rest.Invited));
    }

    [Theory]
    [InlineData(null, 60)]
    [InlineData(300, null)]
    [InlineData(200, 60)]
    public void Without_usable_numbers_of_invited_there_is_no_correction(int? invited, int? ofPart) =>
        Assert.Null(RestOfWhole.Of(new ShareSample(0.75, 200, invited), new ShareSample(0.8, 50, ofPart))!.Invited);

    [Theory]
    [InlineData(100, 50, true)]
    [InlineData(100, 51, false)]
    [InlineData(100, 100, false)]
    [InlineData(50, 100, false)]
    public void A_part_of_more_than_half_leaves_too_little_to_be_held_against(int whole, int part, bool hasRest) =>
        Assert.Equal(hasRest, RestOfWhole.Of(new ShareSample(0.5, whole), new ShareSample(0.5, part)) is not null);

    [Fact]
    public void What_rounding_explains_is_let_through_and_no_more()
    {
        // 10 of 100 and 20 of 50 cannot be of the same people: nobody is left to make up for the ten too many.
        Assert.Null(RestOfWhole.Of(new ShareSample(0.10, 100), new ShareSample(0.40, 50)));
        Assert.Null(RestOfWhole.Of(new ShareSample(0.90, 100), new ShareSample(0.60, 50)));
        // 9,6 per cent may have been written 10, and 20,4 of fifty 20: a rest of nobody is then all right.
        Assert.Equal(0, RestOfWhole.Of(new ShareSample(0.10, 100), new ShareSample(0.21, 50))!.Share);
        Assert.Equal(1, RestOfWhole.Of(new ShareSample(0.90, 100), new ShareSample(0.79, 50))!.Share);
    }

    [Fact]
    public void Two_parts_put_together_come_apart_again() =>
        Samples.Holds(
            from part in Samples.Share
            from rest in Samples.Share
            where rest.Respondents >= part.Respondents
            select (part, rest),
            x =>
            {
                var respondents = x.part.Respondents + x.rest.Respondents;
                var share = (x.part.Share * x.part.Respondents + x.rest.Share * x.rest.Respondents) / respondents;
                var found = RestOfWhole.Of(new ShareSample(Math.Min(share, 1), respondents, x.part.Invited + x.rest.Invited), x.part)!;
                return Math.Abs(found.Share - x.rest.Share) < 1e-9
                    && found.Respondents == x.rest.Respondents
                    && (x.part.Invited is null || found.Invited == x.rest.Invited);
            });

    [Fact]
    public void The_part_is_on_the_same_side_of_the_rest_as_of_the_whole() =>
        Samples.Holds(
            from whole in Samples.Share
            from part in Samples.Share
            select (whole, part),
            x => RestOfWhole.Of(x.whole, x.part) is not { } rest
                || Math.Sign(Math.Round(x.part.Share - rest.Share, 9)) is var side
                && (side == 0 || side == Math.Sign(x.part.Share - x.whole.Share)));

    [Fact]
    public void The_rest_lies_further_from_the_part_than_the_whole_does() =>
        Samples.Holds(
            from part in Samples.Share
            from rest in Samples.Share
            where rest.Respondents >= part.Respondents
            select (part, rest),
            x =>
            {
                var whole = (x.part.Share * x.part.Respondents + x.rest.Share * x.rest.Respondents) / (x.part.Respondents + x.rest.Respondents);
                return Math.Abs(x.part.Share - x.rest.Share) >= Math.Abs(x.part.Share - whole) - 1e-12;
            });
}
