using Portal.Data.Queries.Measures;
using Portal.Data.Queries.Units;
using Portal.Tests.Support;
using Portal.Web.Text;

namespace Portal.Tests.Text;

public sealed class StandOutWordsTests
{
    [Theory]
    [InlineData(0, 0, 0, "Det går inte att säga vad som skiljer enheten från andra i Åmåla. För att pröva det behöver vi andelen positiva svar och antalet svar för båda, och tillräckligt många svar.")]
    [InlineData(1, 0, 0, "Bara en fråga går att pröva. På den finns ingen säker skillnad mot andra enheter i Åmåla. Vi har prövat svaren från 2024 och 2023.")]
    [InlineData(12, 0, 0, "På ingen av 12 frågor är skillnaden mot andra enheter i Åmåla säker. Vi har prövat svaren från 2024 och 2023.")]
    [InlineData(12, 2, 2, "På 2 av 12 frågor är skillnaden mot andra enheter i Åmåla säker. Vi har prövat svaren från 2024 och 2023.")]
    [InlineData(1, 1, 1, "På 1 av 1 fråga är skillnaden mot andra enheter i Åmåla säker. Vi har prövat svaren från 2024 och 2023.")]
    [InlineData(12, 7, 3, "På 7 av 12 frågor är skillnaden mot andra enheter i Åmåla säker. Vi har prövat svaren från 2024 och 2023. Här är tre av de största skillnaderna.")]
    public void What_was_found_is_summed_up(int tested, int certain, int shown, string says) =>
        Assert.Equal(says, Read.Plain(StandOutWords.Sum(
            new StandOuts { Tested = tested, Certain = certain, Periods = [2024, 2023], Shown = [.. Enumerable.Repeat(new StandOut(), shown)] }, "Åmåla")));

    [Theory]
    [InlineData(0.2, "higher", "Högre än andra enheter i Åmåla (säker skillnad)", "Det är bra: en hög siffra är bra här.")]
    [InlineData(-0.2, "higher", "Lägre än andra enheter i Åmåla (säker skillnad)", "Det är mindre bra: en hög siffra är bra här.")]
    [InlineData(0.2, "lower", "Högre än andra enheter i Åmåla (säker skillnad)", "Det är mindre bra: en låg siffra är bra här.")]
    [InlineData(-0.2, "lower", "Lägre än andra enheter i Åmåla (säker skillnad)", "Det är bra: en låg siffra är bra här.")]
    [InlineData(0.2, "neither", "Högre än andra enheter i Åmåla (säker skillnad)", "Om det är bra eller inte säger frågan inget om.")]
    public void Where_the_unit_lies_and_whether_that_is_good_are_told_apart(double difference, string better, string place, string good)
    {
        var standOut = new StandOut { Difference = difference, Measure = new MeasureRow { Better = better } };

        Assert.Equal((place, good), (StandOutWords.Place(standOut, "Åmåla"), StandOutWords.Good(standOut)));
    }
}
