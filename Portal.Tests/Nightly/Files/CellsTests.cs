using Portal.Data.Nightly.Files;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly.Files;

/// <summary>What a cell's text means, the same on every machine.</summary>
public sealed class CellsTests
{
    public static TheoryData<string> Cultures => ["sv-SE", "en-GB", "tr-TR"];

    [Theory]
    [InlineData("12", "auto", 12)]
    [InlineData("12.5", "auto", 12.5)]
    [InlineData("12,5", "auto", 12.5)]
    [InlineData("12,5", ",", 12.5)]
    [InlineData("12.5", ".", 12.5)]
    [InlineData("-3,25", "auto", -3.25)]
    [InlineData("\u22123,25", "auto", -3.25)]
    [InlineData("0", "auto", 0)]
    [InlineData("1,234", "auto", 1.234)]
    public void A_number_has_at_most_one_decimal_sign(string text, string sign, double expected)
    {
        foreach (var culture in Cultures)
        {
            Assert.True(InCulture.Run(culture, () => Cells.TryNumber(text, sign, out var value) && value == expected), culture);
        }
    }

    [Theory]
    [InlineData("", "auto")]
    [InlineData("1.234,5", "auto")]
    [InlineData("1,234.5", "auto")]
    [InlineData("1 234", "auto")]
    [InlineData("12,5", ".")]
    [InlineData("12.5", ",")]
    [InlineData("-", "auto")]
    [InlineData(".", "auto")]
    [InlineData("..", "auto")]
    [InlineData("5-", "auto")]
    [InlineData("--5", "auto")]
    [InlineData("\u2212\u22125", "auto")]
    [InlineData("~100", "auto")]
    [InlineData("1e5", "auto")]
    [InlineData("NaN", "auto")]
    [InlineData("٣", "auto")]
    [InlineData("80 %", "auto")]
    public void What_could_be_read_in_two_ways_is_no_number(string text, string sign)
    {
        foreach (var culture in Cultures)
            Assert.False(InCulture.Run(culture, () => Cells.TryNumber(text, sign, out _)), culture);
    }

    [Fact]
    public void An_empty_cell_is_not_zero() => Assert.False(Cells.TryNumber("", "auto", out _) || Cells.TryCount("", out _));

    [Fact]
    public void A_cell_of_a_million_figures_is_no_number_and_stops_nothing() =>
        Assert.False(Cells.TryNumber(new string('9', 4_000_000), "auto", out _));

    [Fact]
    public void Minus_nothing_is_nothing()
    {
        Assert.True(Cells.TryNumber("-0", "auto", out var value));
        Assert.False(double.IsNegative(value));
    }

    [Theory]
    [InlineData("74", 74)]
    [InlineData("74.0", 74)]
    [InlineData("74,0", 74)]
    [InlineData("0", 0)]
    public void A_count_may_have_a_spreadsheets_decimal(string text, int expected)
    {
        Assert.True(Cells.TryCount(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("74.5")]
    [InlineData("-1")]
    [InlineData("7 4")]
    [InlineData(".0")]
    [InlineData("99999999999")]
    public void A_count_is_whole_and_not_below_zero(string text) => Assert.False(Cells.TryCount(text, out _));

    [Theory]
    [InlineData("1900", true)]
    [InlineData("2100", true)]
    [InlineData("2024.0", true)]
    [InlineData("1899", false)]
    [InlineData("2101", false)]
    [InlineData("24", false)]
    public void A_year_is_of_our_time(string text, bool expected) => Assert.Equal(expected, Cells.TryYear(text, out _));

    [Theory]
    [InlineData("180", "0180")]
    [InlineData("1480", "1480")]
    [InlineData("18", "18")]
    [InlineData("abc", "abc")]
    public void A_municipality_gets_back_the_zero_that_spreadsheets_take(string text, string expected) =>
        Assert.Equal(expected, Cells.MunicipalityCode(text));
}
