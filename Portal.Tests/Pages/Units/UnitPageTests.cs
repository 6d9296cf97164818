using System.Net;
using System.Text.Json;
using Portal.Data.Model;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Units;

public sealed class UnitPageTests
{
    [Fact]
    public async Task The_newest_overall_result_is_told_first()
    {
        await using var site = await PortalHost.With(
            A.Unit("e-1", "Solen"), A.Question("q1", "jag är nöjd."), A.Measure("nojd", "q1", isHeadline: true),
            A.Observation("e-1", "nojd", 2024, 82, 45, 60, 75), A.Observation("e-1", "nojd", 2022, 50));

        var page = await site.Page("/enheter/e-1");

        Assert.Equal("Solen", page.Says("h1"));
        Assert.Equal("”Jag är nöjd”: de flesta är positiva, 82 %. 45 svar av 60 (75 %), 2024.", page.Says(".app-summary"));
    }

    [Fact]
    public async Task What_stands_out_is_told_before_everything_else()
    {
        await using var site = await PortalHost.With(
            A.Round(2022), A.Round(2024), A.Measure("andel", "q1"), A.Question("q1", "jag trivs", rounds: [2022, 2024]),
            A.Observation("e-1", "andel", 2024, 60), A.Observation("e-1", "andel", 2022, 50, 40, 60),
            A.Observation("9901", "andel", 2022, 85, 900, 1500, scope: "municipality"));

        var page = await site.Page("/enheter/e-1");
        var card = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=sticker-ut] li"));

        Assert.Equal(["Det här sticker ut", "På den här sidan", "Fakta", "Nyckeltal", "Provenkäten"], page.SayAll("main h2").Take(5));
        Assert.Equal(
            "Jag trivs Lägre än andra enheter i Provköping (säker skillnad) ungefär hälften är positiva 50 % 2022; 40 svar av 60 äldre uppgift I hela Provköping: 85 % Det är mindre bra: en hög siffra är bra här.",
            Read.Plain(card.TextContent));
        Assert.NotNull(card.QuerySelector(".app-difference--lower"));
        Assert.Contains("räknar vi bort dem", page.Says("section[aria-labelledby=sticker-ut] details"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_nothing_stands_out_or_can_be_said_is_one_line()
    {
        await using var site = await PortalHost.With(
            A.Measure("andel", "q1"), A.Observation("e-1", "andel", 2024, 80, 20), A.Observation("9901", "andel", 2024, 75, 900, scope: "municipality"),
            A.Observation("e-2", "andel", 2024, 80), A.Unit("e-3"));

        Assert.StartsWith("Bara en fråga går att pröva.", (await site.Page("/enheter/e-1")).SayAll("section[aria-labelledby=sticker-ut] p")[0], StringComparison.Ordinal);
        Assert.StartsWith("Det går inte att säga", (await site.Page("/enheter/e-2")).Says("section[aria-labelledby=sticker-ut] p"), StringComparison.Ordinal);
        Assert.Null((await site.Page("/enheter/e-3")).QuerySelector("#sticker-ut"));
    }

    [Fact]
    public async Task An_old_result_is_marked_as_old_where_it_stands()
    {
        await using var site = await PortalHost.With(
            A.Round(2024), A.Measure("andel", "q1", isHeadline: true), A.Observation("e-1", "andel", 2022, 80), A.Observation("e-2", "andel", 2024, 80));

        var old = await site.Page("/enheter/e-1");

        Assert.Equal("Det är en äldre uppgift. Undersökningen gjordes senast 2024, men då finns ingen sådan siffra för enheten.", old.Says(".app-summary .app-muted"));
        Assert.Equal("Frågan q1? äldre uppgift", old.Table("Trygghet: enhetens senaste svar")[0][0]);
        Assert.DoesNotContain("äldre uppgift", (await site.Page("/enheter/e-2")).Says("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_contents_leads_to_every_part()
    {
        await using var site = await PortalHost.With(A.Unit("e-1"), A.Survey("s-1", "Enkät ett"), A.Survey("s-2", "Enkät två"));

        var page = await site.Page("/enheter/e-1");
        var links = page.QuerySelectorAll("nav[aria-labelledby=pa-sidan] a");

        Assert.Equal(["Fakta", "Nyckeltal", "Enkät ett", "Enkät två"], links.Select(l => Read.Plain(l.TextContent)));
        Assert.All(links, l => Assert.Equal(Read.Plain(l.TextContent), page.Says(l.GetAttribute("href")!)));
    }

    [Fact]
    public async Task The_sexes_are_called_by_who_was_asked()
    {
        await using var site = await PortalHost.With(
            A.Survey(asked: "elever i årskurs 5"), A.Measure("andel", "q1"), A.Observation("e-1", "andel", 2024, 80),
            A.Observation("e-1", "andel", 2024, 82, sex: "K"), A.Observation("e-1", "andel", 2024, 78, sex: "M"));

        Assert.Equal(
            ["Frågan q1?", "de flesta är positiva 80 % 2024 Flickor: 82 % Pojkar: 78 %"],
            (await site.Page("/enheter/e-1")).Table("Trygghet: enhetens senaste svar").Single());
    }

    [Fact]
    public async Task Facts_are_told_and_what_is_not_known_is_said()
    {
        await using var site = await PortalHost.With(
            A.Provider("p-1", "Solbarn AB"),
            A.Unit("e-1", "Solen", provider: "p-1", ownership: "private", address: "Storgatan 1", postalCode: "123 45"),
            A.Alias("e-1", "Gamla Solen"), A.Alias("e-1", "Solen på höjden"), A.Unit("e-2", ownership: null));

        var full = (await site.Page("/enheter/e-1")).Facts();
        var bare = (await site.Page("/enheter/e-2")).Facts();

        Assert.Equal("Gamla Solen och Solen på höjden", full["Kallas också"]);
        Assert.Equal(("Förskola", "Provköping", "Storgatan 1, 123 45", "Privat", "Solbarn AB"), (full["Verksamhet"], full["Kommun"], full["Adress"], full["Ägare"], full["Utförare"]));
        Assert.Equal(("uppgift saknas", "Uppgift om ägare saknas", "uppgift saknas"), (bare["Adress"], bare["Ägare"], bare["Utförare"]));
        Assert.False(bare.ContainsKey("Kallas också"));
    }

    [Fact]
    public async Task A_question_stands_beside_its_sexes_its_municipality_and_the_country()
    {
        await using var site = await PortalHost.With(
            A.Measure("andel", "q1"), A.Measure("medel", "q1", kind: "mean", decimals: 2, high: 5),
            A.Observation("e-1", "andel", 2024, 82, 45, 60, 75), A.Observation("e-1", "andel", 2024, 90, 20, sex: "K"),
            A.Observation("e-1", "andel", 2024, sex: "M", state: ObservationState.Suppressed), A.Observation("e-1", "medel", 2024, 4.25),
            A.Observation("9901", "andel", 2024, 75, 800, scope: "municipality"), A.Observation("0000", "andel", 2024, 70, scope: "country"));

        var row = (await site.Page("/enheter/e-1")).Table("Trygghet: enhetens senaste svar").Single();

        Assert.Equal(
            [
                "Frågan q1?", "de flesta är positiva 82 % 2024; 45 svar av 60 (75 %) Medelbetyg 4,25 av 5 Om flickor: 90 % (20 svar) Om pojkar: skyddat: för få svar",
                "de flesta är positiva 75 % 800 svar", "fler än hälften är positiva 70 %",
            ],
            row);
    }

    [Fact]
    public async Task What_a_survey_lacks_is_said_once_and_has_no_column()
    {
        await using var site = await PortalHost.With(
            A.Survey(municipality: "9901"), A.Measure("andel", "q1"), A.Observation("e-1", "andel", 2024, 82));

        var page = await site.Page("/enheter/e-1");

        Assert.Equal(["Fråga", "Enheten"], page.SayAll("section thead th").Take(2));
        var text = page.Says("section[aria-labelledby=undersokning-1]");
        Assert.Contains("delar inte upp svaren på kön", text, StringComparison.Ordinal);
        Assert.Contains("ingen siffra för Provköping som helhet", text, StringComparison.Ordinal);
        Assert.Contains("Undersökningen görs bara i Provköping. Därför finns ingen siffra för hela landet.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_cell_beside_others_says_why()
    {
        await using var site = await PortalHost.With(
            A.Measure("a1", "q1", order: 1), A.Measure("a2", "q2", order: 2), A.Question("q1", order: 1), A.Question("q2", order: 2),
            A.Observation("e-1", "a1", 2024, 82), A.Observation("e-1", "a1", 2024, 80, sex: "K"), A.Observation("e-1", "a1", 2024, 84, sex: "M"),
            A.Observation("9901", "a1", 2024, 75, scope: "municipality"), A.Observation("e-1", "a2", 2024, state: ObservationState.NoAnswer));

        var row = (await site.Page("/enheter/e-1")).Table("Trygghet: enhetens senaste svar")[1];

        Assert.Equal(
            ["Frågan q2?", "för få svarade eller enheten avstod 2024 Svaren är inte uppdelade på kön", "uppgift saknas för samma år"],
            row);
    }

    [Fact]
    public async Task A_question_a_step_deeper_has_answers_years_and_passport()
    {
        await using var site = await PortalHost.With(
            A.Question("q1", "är du nöjd?", rounds: [2022, 2024]), A.Measure("andel", "q1"),
            A.Observation("e-1", "andel", 2024, 82, 45, 60, 75, isDoubtful: true), A.Observation("e-1", "andel", 2022, 70, 40),
            A.Answers("e-1", "q1", 2024, 60, 22, 10, 8));

        var page = await site.Page("/enheter/e-1");
        var details = Assert.Single(page.QuerySelectorAll("section details > details[id]"));

        Assert.Equal(
            ["Svarsfördelning, utveckling och källa: Är du nöjd?", "Om siffran: källa, svarande och osäkerhet för Är du nöjd?"],
            details.SayAll("summary"));
        Assert.Equal(["Instämmer helt: 60 %", "Instämmer delvis: 22 %", "Instämmer inte: 10 %", "Vet ej: 8 %"], details.SayAll("li"));
        Assert.Equal(["2024", "2022"], details.Table("Är du nöjd?: år för år").Select(r => r[0]));
        Assert.Equal("osäker uppgift: källans siffror går inte ihop", details.Facts()["Anmärkning"]);
    }

    [Fact]
    public async Task An_area_is_one_line_with_its_answers_folded_beneath_and_only_the_first_is_open()
    {
        await using var site = await PortalHost.With(
            A.Question("q1", area: "Trygghet", areaOrder: 1, order: 1), A.Question("q2", area: "Trygghet", areaOrder: 1, order: 2), A.Question("q3", area: "Maten", areaOrder: 2),
            A.Measure("a1", "q1"), A.Measure("a2", "q2"), A.Measure("a3", "q3", kind: "mean", decimals: 1, high: 5),
            A.Observation("e-1", "a1", 2024, 82), A.Observation("e-1", "a2", 2024, 78), A.Observation("e-1", "a3", 2024, 4.2));

        var page = await site.Page("/enheter/e-1");

        Assert.Equal(
            ["2 frågor. Andelen positiva svar är mellan 78 % och 82 %.", "1 fråga. Medelbetyget är 4,2 av 5."],
            page.SayAll("section[aria-labelledby=undersokning-1] h3 + p"));
        Assert.Equal([true, false], page.QuerySelectorAll("details").Where(d => d.Children.Any(c => c.LocalName == "table")).Select(d => d.HasAttribute("open")));
    }

    [Fact]
    public async Task A_broken_trend_is_told_as_broken()
    {
        await using var site = await PortalHost.With(
            A.Question("new", "Är du nöjd?", replaces: "old", rounds: [2024]), A.Question("old", "Är du glad?", rounds: [2021]),
            A.Round(2022), A.Measure("new-andel", "new"), A.Measure("old-andel", "old"),
            A.Observation("e-1", "new-andel", 2024, 82), A.Observation("e-1", "old-andel", 2021, 60));

        var page = await site.Page("/enheter/e-1");

        Assert.Equal(
            [["2024", "82 %"], ["2022", "frågan ställdes inte i omgången"], ["2021 Frågan löd då: ”Är du glad?”. Jämför inte med senare år.", "60 %"]],
            page.Table("Är du nöjd?: år för år"));
        Assert.Single(page.QuerySelectorAll(".app-table__row--break"));
        Assert.Single(page.QuerySelectorAll("section details > details[id]"));
    }

    [Fact]
    public async Task Nothing_is_said_of_a_development_that_is_one_round_long()
    {
        await using var site = await PortalHost.With(A.Measure("andel", "q1"), A.Observation("e-1", "andel", 2024, 82));

        var details = (await site.Page("/enheter/e-1")).QuerySelector("section details > details[id]")!;

        Assert.Empty(details.QuerySelectorAll("table"));
        Assert.Contains("bara ställts en gång", Read.Plain(details.TextContent), StringComparison.Ordinal);
        Assert.Contains("redovisar inte hur svaren fördelades 2024", Read.Plain(details.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Indicators_have_source_and_age()
    {
        await using var site = await PortalHost.With(
            A.Indicator("barn", "Antal barn", order: 1), A.Indicator("larare", "Utbildade", "share", "percent", 1, periodKind: "undated", order: 2),
            A.Observation("e-1", "barn", 2024, 55), A.Observation("9901", "barn", 2024, 1234, scope: "municipality"),
            A.Observation("e-1", "larare", 0, 45.8));

        Assert.Equal(
            [
                ["Antal barn", "55 2024. Källa: Provkällan", "1 234"],
                ["Utbildade", "45,8 % Årtal saknas i källan. Källa: Provkällan", "uppgift saknas för samma år"],
            ],
            (await site.Page("/enheter/e-1")).Table("Senaste siffran för varje nyckeltal"));
    }

    [Fact]
    public async Task A_unit_without_figures_says_which_rounds_it_missed()
    {
        await using var site = await PortalHost.With(A.Unit("e-1"), A.Survey(name: "Enkäten"), A.Round(2022), A.Round(2024));

        var page = await site.Page("/enheter/e-1");

        Assert.Equal("Portalen har inga undersökningsresultat för enheten.", page.Says(".app-summary"));
        Assert.Contains("Enheten har inte ingått i någon omgång (2022 och 2024).", page.Says("section[aria-labelledby=undersokning-1]"), StringComparison.Ordinal);
        Assert.Contains("Portalen har inga nyckeltal för enheten.", page.Says("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_missed_the_newest_round_says_so()
    {
        await using var site = await PortalHost.With(
            A.Source(cadence: "varje vår"), A.Round(2024), A.Round(2022, isPreliminary: true), A.Measure("andel", "q1"), A.Observation("e-1", "andel", 2022, 82));

        var text = (await site.Page("/enheter/e-1")).Says("section[aria-labelledby=undersokning-1]");

        Assert.Contains("Enheten ingick inte i den senaste omgången, 2024.", text, StringComparison.Ordinal);
        Assert.Contains("Siffrorna för 2022 är preliminära", text, StringComparison.Ordinal);
        Assert.Contains("Källan publicerar nya uppgifter varje vår.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_is_gone_or_made_up_says_so()
    {
        await using var site = await PortalHost.With(
            A.Unit("gone", isListed: false), A.Municipality("9903", isSample: true), A.Unit("made-up", municipality: "9903"));

        Assert.Equal("Enheten finns inte längre i registret", (await site.Page("/enheter/gone")).Says(".app-notice__title"));
        Assert.Equal("Påhittade uppgifter", (await site.Page("/enheter/made-up")).Says(".app-notice__title"));
    }

    [Fact]
    public async Task The_way_to_compare_keeps_the_unit()
    {
        await using var site = await PortalHost.With(A.Unit("e-1"));

        Assert.Contains("/enheter?omrade=forskola&kommun=9901&enhet=e-1", (await site.Page("/enheter/e-1")).Links("main a"));
    }

    [Theory]
    [InlineData("/enheter/finns-inte")]
    [InlineData("/enheter/E-1")]
    public async Task An_unknown_unit_is_not_found(string address)
    {
        await using var site = await PortalHost.With(A.Unit("e-1"));

        Assert.Contains(address.Split('/')[^1], (await site.Page(address, HttpStatusCode.NotFound)).Says("main"), StringComparison.Ordinal);
        using var file = await site.Get($"{address}.csv");
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
    }

    [Fact]
    public async Task The_file_has_every_figure_of_the_unit_and_no_other()
    {
        await using var site = await PortalHost.With(
            A.Measure("andel", "q1"), A.Observation("e-1", "andel", 2024, 82.5, 45, 60, 75), A.Observation("e-1", "andel", 2024, 80, sex: "K"),
            A.Observation("e-1", "andel", 2022, state: ObservationState.Suppressed), A.Observation("e-2", "andel", 2024, 11),
            A.Observation("9901", "andel", 2024, 12, scope: "municipality"));

        var rows = JsonDocument.Parse(await site.Text("/enheter/e-1.json")).RootElement.GetProperty("rows").EnumerateArray()
            .Select(r => $"{r.GetProperty("id")} {r.GetProperty("period")} {r.GetProperty("sex")} {r.GetProperty("value")} {r.GetProperty("state")}");

        Assert.Equal(["e-1 2024 T 82.5 published", "e-1 2024 K 80 published", "e-1 2022 T  suppressed"], rows);
    }
}
