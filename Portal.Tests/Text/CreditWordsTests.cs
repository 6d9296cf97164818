using Portal.Web.Text;

namespace Portal.Tests.Text;

public sealed class CreditWordsTests
{
    [Theory]
    [InlineData("Källa: Kolada", "Kolada")]
    [InlineData("källa:Kolada", "Kolada")]
    [InlineData("Uppgifter från Kolada", "Uppgifter från Kolada")]
    public void Under_the_word_source_a_credit_stands_without_it(string credit, string expected) =>
        Assert.Equal(expected, CreditWords.Bare(credit));

    [Theory]
    [InlineData("Källa: A; B", "Källa: A", "Källa: B", "Källa: A")]
    [InlineData("Källa: A; uppgifter från B", "Källa: A", "uppgifter från B")]
    [InlineData("Uppgifter från B; Källa: A", "Uppgifter från B", "Källa: A")]
    [InlineData("Källa: A", "", "Källa: A")]
    [InlineData("")]
    public void A_row_of_credits_says_source_once_and_each_once(string expected, params string[] credits) =>
        Assert.Equal(expected, CreditWords.Line(credits));
}
