using Portal.Data.Nightly.Files;

namespace Portal.Tests.Nightly.Files;

/// <summary>Response rates as agencies write them.</summary>
public sealed class RateBandTests
{
    [Theory]
    [InlineData("64", 64, null)]
    [InlineData("64,5 %", 64.5, null)]
    [InlineData("64.5", 64.5, null)]
    [InlineData("60–69", 60, 69d)]
    [InlineData("60-69", 60, 69d)]
    [InlineData("70-79 %", 70, 79d)]
    [InlineData("70 - 79 procent", 70, 79d)]
    [InlineData("50 till 59", 50, 59d)]
    [InlineData("80 % eller mer", 80, 100d)]
    [InlineData("80\u00a0% eller mer", 80, 100d)]
    [InlineData("90+", 90, 100d)]
    [InlineData("minst 80 %", 80, 100d)]
    [InlineData("Mindre än 40 %", 0, 40d)]
    [InlineData("<40", 0, 40d)]
    [InlineData("40 % eller mindre", 0, 40d)]
    public void A_rate_is_exact_or_a_band(string text, double low, double? high)
    {
        Assert.True(RateBand.TryRead(text, "auto", out var from, out var to));
        Assert.Equal((low, high), (from, to));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("-5")]
    [InlineData("120")]
    [InlineData("69-60")]
    [InlineData("60-169")]
    [InlineData("över 120 %")]
    [InlineData("60 69")]
    [InlineData("cirka 60")]
    public void What_is_no_rate_is_not_read(string text) => Assert.False(RateBand.TryRead(text, "auto", out _, out _));
}
