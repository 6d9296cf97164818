using Bunit;
using Portal.Data.Queries.Units;
using Portal.Tests.Support;
using Portal.Web.Components.Cards;

namespace Portal.Tests.Components.Cards;

public sealed class UnitCardTests : ComponentTest
{
    [Theory]
    [InlineData("med resultat", "Solens förskola Förskola i Åmåla (påhittad)|de flesta är positiva 82 % 2024|45 svar av 60 (75 %) Privat, Solbarn AB")]
    [InlineData("med en äldre uppgift", "Solens förskola Förskola i Åmåla (påhittad)|de flesta är positiva 82 % 2021 äldre uppgift|45 svar av 60 (75 %) Privat, Solbarn AB")]
    [InlineData("med skyddat resultat", "Solens förskola Förskola i Åmåla (påhittad)|skyddat: för få svar 2024|3 svar av 60 (5 %) Privat, Solbarn AB")]
    [InlineData("utan känt antal svar", "Solens förskola Förskola i Åmåla (påhittad)|de flesta är positiva 82 % 2024|antal svar saknas Privat, Solbarn AB")]
    [InlineData("utan resultat", "Solens förskola Förskola i Åmåla (påhittad)|inget resultat: enheten är inte med i någon undersökning i portalen|Privat, Solbarn AB")]
    [InlineData("som inte längre finns i registret, med okänd ägare", "Solens förskola Förskola i Åmåla (påhittad) finns inte längre i registret|de flesta är positiva 82 % 2024|45 svar av 60 (75 %) Uppgift om ägare saknas")]
    public void Name_result_respondents_and_owner_are_told_or_why_they_are_not(string example, string says) =>
        Assert.Equal(says, string.Join('|', Card(example).FindAll(".app-unit > *").Select(e => Plain(e.TextContent))));

    [Fact]
    public void A_card_to_tick_has_its_box_then_the_way_to_the_comparison()
    {
        var card = Card("att kryssa för");

        Assert.Equal(["a", "input", "button"], card.FindAll("a, input, button").Select(e => e.LocalName));
        Assert.Equal("Jämför Solens förskola", Plain(card.Find("label").TextContent));
        Assert.False(card.Find("input").HasAttribute("checked"));
        Assert.Equal("/jamfor", card.Find("button").GetAttribute("formaction"));
        Assert.True(Card("förkryssad").Find("input").HasAttribute("checked"));
        Assert.Empty(Card("med resultat").FindAll("input, button"));
    }

    private IRenderedComponent<UnitCard> Card(string example)
    {
        var parameters = UnitCardExamples.All.Single(e => e.Name == example).Parameters;
        return Render<UnitCard>(p => p
            .Add(x => x.Unit, (UnitRow)parameters[nameof(UnitCard.Unit)]!)
            .Add(x => x.CanPick, (bool)parameters[nameof(UnitCard.CanPick)]!)
            .Add(x => x.IsPicked, (bool)parameters[nameof(UnitCard.IsPicked)]!));
    }
}
