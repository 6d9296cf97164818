using Portal.Web.Text;

namespace Portal.Tests.Text;

public sealed class SexWordsTests
{
    [Theory]
    [InlineData("vårdnadshavare", "Om flickor", "Om pojkar")]
    [InlineData("Vårdnadshavare med barn i förskolan", "Om flickor", "Om pojkar")]
    [InlineData("elever i årskurs 5 och 8", "Flickor", "Pojkar")]
    [InlineData("personer med hemtjänst", "Kvinnor", "Män")]
    [InlineData("boende", "Kvinnor", "Män")]
    [InlineData("besökare", "Kvinnor och flickor", "Män och pojkar")]
    [InlineData(null, "Kvinnor och flickor", "Män och pojkar")]
    public void The_sexes_are_called_by_who_was_asked(string? asked, string women, string men) =>
        Assert.Equal((women, men), (SexWords.Women(asked), SexWords.Men(asked)));
}
