using Portal.Data.Queries.Measures;

namespace Portal.Tests.Queries.Measures;

public sealed class MeasureCountTests
{
    [Theory]
    [InlineData("2022:10 2024:10", 2024)]
    [InlineData("2022:10 2024:5", 2024)]
    [InlineData("2022:10 2024:4", 2022)]
    [InlineData("2020:90 2022:10 2024:10", 2020)]
    [InlineData("2024:4 2022:10 2023:6", 2023)]
    [InlineData("2022:0 2024:0", 2024)]
    [InlineData("0:7", 0)]
    public void The_newest_year_is_shown_unless_most_are_without_figure_in_it(string years, int expected) =>
        Assert.Equal(expected, MeasureCount.Shown(years.Split(' ').Select(Year))!.Period);

    [Fact]
    public void Without_years_there_is_none() => Assert.Null(MeasureCount.Shown([]));

    private static MeasureCount Year(string text)
    {
        var parts = text.Split(':').Select(p => int.Parse(p, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new MeasureCount { Period = parts[0], Figures = parts[1], Named = parts[1] + 100 };
    }
}
