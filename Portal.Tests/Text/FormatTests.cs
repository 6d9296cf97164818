using System.Globalization;
using Portal.Web.Text;

namespace Portal.Tests.Text;

public sealed class FormatTests
{
    [Theory]
    [InlineData(0, 0, "0")]
    [InlineData(12.34, 1, "12,3")]
    [InlineData(12.35, 1, "12,4")]
    [InlineData(2.675, 2, "2,68")]
    [InlineData(0.5, 0, "1")]
    [InlineData(1234.5, 1, "1\u00A0234,5")]
    [InlineData(1234567, 0, "1\u00A0234\u00A0567")]
    [InlineData(-12.5, 1, "\u221212,5")]
    [InlineData(-0.04, 1, "0,0")]
    [InlineData(1e18, 0, "1\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000\u00A0000")]
    public void Numbers_have_a_comma_a_real_minus_and_spaces_that_do_not_break(double value, int decimals, string expected) =>
        Assert.Equal(expected, Format.Number(value, decimals));

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("en-GB")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_machine_s_culture_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("\u22121\u00A0234,5", Format.Number(-1234.5, 1));
            Assert.Equal("84\u00A0%", Format.Percent(84));
            Assert.Equal("3\u00A0maj\u00A02024", Format.Date(new DateOnly(2024, 5, 3)));
            Assert.Equal("2024-05-03", Format.Iso(new DateOnly(2024, 5, 3)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(84.4, "percent", 0, "84\u00A0%")]
    [InlineData(4.25, "score", 1, "4,3")]
    [InlineData(1234, "barn", 0, "1\u00A0234\u00A0barn")]
    [InlineData(5.4, "", 1, "5,4")]
    public void A_value_carries_its_unit(double value, string unit, int decimals, string expected) =>
        Assert.Equal(expected, Format.Value(value, unit, decimals));

    [Theory]
    [InlineData("2025-01-15T03:15:00Z", "15\u00A0januari\u00A02025 kl.\u00A004.15")]
    [InlineData("2025-06-30T22:30:00Z", "1\u00A0juli\u00A02025 kl.\u00A000.30")]
    public void Times_are_told_by_the_clock_in_Sweden(string utc, string expected) => Assert.Equal(
        expected, Format.Time(DateTime.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)));

    [Theory]
    [InlineData(0.3, "under\u00A01\u00A0sekund")]
    [InlineData(1, "1\u00A0sekund")]
    [InlineData(45.4, "45\u00A0sekunder")]
    [InlineData(60, "1\u00A0minut")]
    [InlineData(125, "2\u00A0minuter 5\u00A0sekunder")]
    public void Lengths_of_time_are_words(double seconds, string expected) =>
        Assert.Equal(expected, Format.Duration(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Things_in_a_row_end_with_a_word()
    {
        Assert.Equal("", Format.List([]));
        Assert.Equal("A", Format.List(["A"]));
        Assert.Equal("A och B", Format.List(["A", "B"]));
        Assert.Equal("A, B eller C", Format.List(["A", "B", "C"], "eller"));
    }
}
