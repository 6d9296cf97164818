using Portal.Tests.Support;

namespace Portal.Tests.Pages;

/// <summary>The addresses that tests and links outside depend on, with the units and municipalities of <see cref="Town"/>.</summary>
public static class Addresses
{
    public static TheoryData<string> Pages =>
    [
        "/",
        "/kommuner",
        $"/kommuner/{Town.Code}",
        $"/kommuner/{Town.WithoutUnits}",
        $"/kommuner/{Town.Sample}",
        "/kommuner?q=prov&lan=99",
        "/kommuner?q=finns-inte",
        "/kommuner/jamfor",
        $"/kommuner/jamfor?kommun={Town.Code}",
        $"/kommuner/jamfor?kommun={Town.Code}&kommun={Town.WithoutUnits}&kommun={Town.Sample}",
        "/undersokningar",
        "/undersokningar/enkat",
        "/utgavor",
        "/utgavor/2",
        "/utgavor/3?visa=siffror",
        "/utgavor/3?visa=svar",
        "/utgavor/3?visa=annat",
        "/utgavor?utgava=2",
        $"/enheter/{Town.Unit}?utgava=3",
        "/data/korningar",
        "/-/komponenter",
        "/enheter",
        $"/enheter?omrade=forskola&kommun={Town.Code}&agare=privat&ordning=resultat&sida=1&enhet={Town.Unit}",
        "/enheter?ordning=svarande&sida=2",
        "/enheter?q=nedlagda",
        $"/enheter?kommun={Town.Sample}&agare=statlig",
        $"/enheter/{Town.Unit}",
        $"/enheter/{Town.BareUnit}",
        "/enheter/nedlagd-1",
        "/enheter/exempel-1",
        "/matt",
        "/matt?omrade=forskola",
        "/matt?omrade=hemtjanst",
        "/matt/andel-nojda",
        $"/matt/andel-trygg?kommun={Town.Code}&ar=2024&ordning=resultat&enhet={Town.Unit}&enhet=forskola-02&enhet={Town.BareUnit}",
        "/matt/andel-trygg?ar=2022",
        "/matt/medel-trygg",
        "/matt/andel-inflytande",
        "/matt/andel-inflytande-ny",
        "/matt/antal-barn",
        $"/matt/personaltathet?kommun={Town.WithoutUnits}",
        "/jamfor",
        $"/jamfor?enhet={Town.Unit}",
        $"/jamfor?enhet={Town.Unit}&enhet=forskola-02&enhet=forskola-05&enhet=hemtjanst-1&enhet=exempel-1",
        $"/jamfor?enhet={Town.Unit}&enhet=forskola-02&viktigt=Trygghet&q=f",
        $"/jamfor?enhet={Town.Unit}&enhet=forskola-02&enhet=forskola-03&enhet=forskola-04&enhet=forskola-05&enhet=forskola-06",
        "/om",
        "/om/siffrorna",
        "/om/saker-skillnad",
        "/om/data",
        "/om/kontakt",
        "/om/suomeksi",
        "/om/english",
        "/tillganglighet",
        "/sok",
        "/sok?q=provk%C3%B6ping",
        "/sok?q=f%C3%B6rskolan+trygg",
        "/sok?q=forskoln",
        "/sok?q=finns-inte-alls",
    ];

    /// <summary>Pages that ask the database nothing: no unit is picked, or all that they say is built in.</summary>
    public static IReadOnlyList<string> AskNothing =>
        ["/jamfor", "/om", "/om/siffrorna", "/om/saker-skillnad", "/om/kontakt", "/om/suomeksi", "/om/english", "/tillganglighet", "/sok", "/-/komponenter"];

    /// <summary>Pages that have file twins, without their query.</summary>
    public static TheoryData<string> Twins =>
    [
        "/kommuner",
        $"/kommuner/{Town.Code}",
        $"/kommuner/{Town.WithoutUnits}",
        "/kommuner?q=prov",
        $"/kommuner/jamfor?kommun={Town.Code}&kommun={Town.WithoutUnits}",
        "/undersokningar",
        "/undersokningar/enkat",
        "/utgavor",
        "/utgavor/3",
        "/enheter",
        $"/enheter?kommun={Town.Code}&ordning=resultat",
        $"/enheter?kommun={Town.Code}&utgava=3",
        $"/enheter/{Town.Unit}",
        $"/enheter/{Town.BareUnit}",
        "/matt",
        "/matt?omrade=forskola",
        "/matt/andel-nojda",
        $"/matt/andel-trygg?kommun={Town.Code}&ar=2024&ordning=resultat",
        $"/jamfor?enhet={Town.Unit}&enhet=forskola-02&enhet=hemtjanst-1",
    ];
}
