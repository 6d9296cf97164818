using Portal.Web.Links;
using Portal.Web.Text;

namespace Portal.Web.Hosting.Problems;

/// <summary>What each query name may hold, said to the reader whose address holds something else.</summary>
public static class ParameterHelp
{
    /// <summary>One sentence for a name of <see cref="QueryNames"/>; a general one for any other.</summary>
    public static string For(string name) => name switch
    {
        QueryNames.Page => "Skriv ett helt tal från 1 och uppåt, eller ta bort det för att börja på första sidan.",
        QueryNames.Ownership => $"Skriv {Format.List(AddressWords.OwnershipWords, "eller")}, eller ta bort det för att se alla.",
        QueryNames.Municipality => "Skriv kommunens kod med fyra siffror, eller välj kommun i listan över kommuner.",
        QueryNames.County => "Välj län i formuläret, eller ta bort det för att se alla.",
        QueryNames.ServiceArea => "Välj verksamhet i formuläret, eller ta bort det för att se alla.",
        QueryNames.Period => "Skriv ett år som det finns siffror från, eller ta bort det för att se det senaste.",
        QueryNames.Order => "Välj ordning i formuläret, eller ta bort det för att ordna efter namn.",
        QueryNames.Search => "Skriv högst 100 tecken.",
        QueryNames.Edition => "Skriv utgåvans nummer, eller ta bort det för att läsa den senaste.",
        QueryNames.Show => "Skriv siffror, svar eller annat, eller ta bort det.",
        QueryNames.Unit => "Välj enheter i listan över enheter.",
        _ => "Rätta det, eller börja om från startsidan.",
    };
}
