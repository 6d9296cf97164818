using Portal.Web.Text;

namespace Portal.Tests.Text;

public sealed class PickWordsTests
{
    // The script's tests (wwwroot-src/test/compare-picker.test.js) hold the same sentences.
    [Theory]
    [InlineData("", "Kryssa för två till fem enheter.")]
    [InlineData("Solen", "1 enhet vald: Solen. Välj minst en till.")]
    [InlineData("Solen,Tallen", "2 enheter valda: Solen och Tallen.")]
    [InlineData("Solen,Tallen,Eken", "3 enheter valda: Solen, Tallen och Eken.")]
    [InlineData("A,B,C,D,E", "5 enheter valda: A, B, C, D och E. Fler går inte att jämföra.")]
    [InlineData("A,B,C,D,E,F,G", "7 enheter valda: A, B, C, D, E, F och G. Högst 5 kan jämföras: ta bort 2.")]
    public void The_chosen_are_counted_and_named(string names, string says) =>
        Assert.Equal(says, PickWords.Status(names.Split(',', StringSplitOptions.RemoveEmptyEntries)));
}
