using Bunit;
using Portal.Data.Model;
using Portal.Tests.Support;
using Portal.Web.Components.Text;

namespace Portal.Tests.Components.Text;

public sealed class PassportTests : ComponentTest
{
    private static readonly Figure Figure = new()
    {
        Wording = "Är du nöjd?",
        MeasureName = "Andel nöjda",
        SurveyId = "enkat",
        SurveyName = "Enkäten",
        Kind = "share",
        Unit = "percent",
        Period = 2024,
        PeriodKind = "round",
        State = ObservationState.Published,
        Value = 80,
        Respondents = 10,
        Invited = 1000,
        ResponseRate = 1,
        PublishedOn = new DateOnly(2024, 6, 3),
        FetchedAt = new DateTime(2024, 6, 4, 2, 0, 0, DateTimeKind.Utc),
        EditionNumber = 7,
        SourceName = "Institutet",
        Credit = "Källa: Institutet",
        Licence = "CC0",
    };

    [Fact]
    public void All_that_is_known_is_told()
    {
        var lines = Lines(Figure);

        Assert.Equal("Är du nöjd?", lines["Frågan som den ställdes"]);
        Assert.Equal(("80 %", "10", "1 000", "1 %"), (lines["Siffra"], lines["Svarande"], lines["Tillfrågade"], lines["Svarsfrekvens"]));
        Assert.Equal("49–94 % med 95 procents säkerhet", lines["Osäkerhet"]);
        Assert.Equal(("Institutet", "CC0", "källans egen siffra"), (lines["Källa"], lines["Licens"], lines["Beräkning"]));
        Assert.Equal(("3 juni 2024", "4 juni 2024", "7"), (lines["Publicerad av källan"], lines["Hämtad till portalen"], lines["Senast ändrad i utgåva"]));
    }

    [Fact]
    public void A_derived_figure_is_not_credited_to_the_source()
    {
        var lines = Lines(Figure with { IsDerived = true, Derivation = "två högsta svaren" });

        Assert.Equal("egen beräkning: två högsta svaren", lines["Beräkning"]);
        Assert.Equal("beräknat av uppgifter från Institutet", lines["Källa"]);
    }

    [Fact]
    public void What_is_not_known_is_said_and_not_guessed()
    {
        var lines = Lines(Figure with
        {
            Wording = null,
            SurveyName = null,
            State = ObservationState.Missing,
            Value = null,
            Respondents = null,
            Invited = null,
            ResponseRate = null,
            PublishedOn = null,
            FetchedAt = null,
            EditionNumber = null,
            Licence = null,
        });

        Assert.Equal("uppgift saknas från källan", lines["Siffra"]);
        Assert.Equal(("uppgift saknas", "uppgift saknas", "källan anger ingen licens"), (lines["Svarande"], lines["Hämtad till portalen"], lines["Licens"]));
        Assert.False(lines.ContainsKey("Osäkerhet"));
        Assert.False(lines.ContainsKey("Senast ändrad i utgåva"));
    }

    [Fact]
    public void A_doubtful_figure_is_marked() =>
        Assert.Contains("går inte ihop", Lines(Figure with { IsDoubtful = true })["Anmärkning"], StringComparison.Ordinal);

    private Dictionary<string, string> Lines(Figure figure) => Render<Passport>(p => p.Add(c => c.Figure, figure))
        .FindAll(".app-facts__row")
        .ToDictionary(r => Plain(r.QuerySelector("dt")!.TextContent), r => Plain(r.QuerySelector("dd")!.TextContent));
}
