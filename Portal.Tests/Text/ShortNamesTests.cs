using Portal.Web.Text;

namespace Portal.Tests.Text;

public sealed class ShortNamesTests
{
    [Theory]
    [InlineData("Solens förskola|Tallens Förskola", "Solens|Tallens")]
    [InlineData("Förskolan Eken|Förskolan Linden|Förskolan Boken", "Eken|Linden|Boken")]
    [InlineData("Förskolan på höjden|Förskolan i dalen", "På höjden|I dalen")]
    public void Words_that_all_share_are_left_out(string names, string expected) =>
        Assert.Equal(expected.Split('|'), ShortNames.Of(names.Split('|')));

    [Fact]
    public void Twins_are_told_apart_by_the_first_thing_that_can_tell_all_of_them() =>
        Assert.Equal(
            ["Solen (Åby)", "Solen (Östby)", "Månen"],
            ShortNames.Of(["Solen", "Solen", "Månen"], [null, null, null], ["Åby", "Östby", "Åby"], ["Storgatan 1", "Storgatan 2", null]));

    [Theory]
    [InlineData("Backen 5|Backen 7")]
    [InlineData("Eken|Eken förskola")]
    [InlineData("Eken förskola|Eken förskola")]
    [InlineData("Solen|Tallen")]
    [InlineData("Solen")]
    public void Names_stay_whole_where_the_rest_would_not_tell_them_apart(string names) =>
        Assert.Equal(names.Split('|'), ShortNames.Of(names.Split('|')));
}
