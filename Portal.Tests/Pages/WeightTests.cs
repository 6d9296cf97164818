using System.IO.Compression;
using Portal.Data.Model;
using Portal.Tests.Support;

namespace Portal.Tests.Pages;

/// <summary>
/// What the heaviest page costs a reader with a poor connection: five units and thirty questions side by side, with the
/// style sheet and the script that every page loads. Chart.js is not among them: it comes with the first chart in view.
/// </summary>
public sealed class WeightTests(ITestOutputHelper output)
{
    private const int MostHtml = 12_000;
    private const int MostStyle = 9_000;
    private const int MostScript = 4_000;

    // About what the first round trip of a connection carries.
    private const int Aim = 14_000;

    private static readonly string[] Questions =
    [
        "Mitt barn är tryggt på förskolan", "Mitt barn känner tillit till personalen", "Jag känner mig trygg när jag lämnar mitt barn",
        "Personalen bemöter mitt barn på ett respektfullt sätt", "Det finns alltid någon vuxen nära i leken", "Mitt barn trivs med de andra barnen",
        "Förskolan arbetar aktivt mot kränkningar", "Mitt barn utmanas i sin utveckling", "Leken har en viktig plats i verksamheten",
        "Verksamheten väcker nyfikenhet och lust att lära", "Mitt barn får stöd i sitt språk", "Mitt barn får pröva siffror och mönster",
        "Mitt barn får uppleva natur och teknik", "Mitt barn får skapa med bild, musik och drama", "Flickor och pojkar ges lika möjligheter",
        "Mitt barns tankar och intressen tas till vara", "Jag får veta hur mitt barn utvecklas", "Utvecklingssamtalet gav mig en klar bild",
        "Jag kan påverka det som rör mitt barn", "Personalen är lätt att få tag på", "Jag får svar på mina frågor i tid",
        "Maten är god och varierad", "Lokalerna inbjuder till lek och lärande", "Gården är trygg och rolig att vara på",
        "Barngruppen är lagom stor", "Personalen räcker till", "Inskolningen gick lugnt till", "Öppettiderna passar oss",
        "Jag är nöjd med förskolan som helhet", "Jag kan rekommendera förskolan till andra",
    ];

    private static readonly string[] Units = ["bjorken", "granen", "tallen", "linden", "eken"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_units_and_thirty_questions_are_compared_within_the_weights()
    {
        await using var host = await PortalHost.With([.. Rows()]);
        var address = "/jamfor?" + string.Join('&', Units.Select(u => $"enhet={u}"));

        using var response = await host.Get(address, ("Accept-Encoding", "br"));
        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
        var html = (await response.Content.ReadAsByteArrayAsync(Ct)).Length;
        var page = await host.Page(address);
        Assert.All(Questions, q => Assert.Contains(q, page.Body!.TextContent, StringComparison.Ordinal));
        // No screen waits for the sheet for paper.
        var style = await Packed(host, page.QuerySelectorAll("link[rel=stylesheet]:not([media=print])").Select(l => l.GetAttribute("href")!));
        var script = await Packed(host, page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src")!));

        output.WriteLine($"HTML {html}, style {style}, script {script}: {html + style + script} bytes of the {Aim} aimed at");
        Assert.InRange(html, 1, MostHtml);
        Assert.InRange(style, 1, MostStyle);
        Assert.InRange(script, 1, MostScript);
    }

    // As a published site packs them.
    private static async Task<int> Packed(PortalHost host, IEnumerable<string> addresses)
    {
        var bytes = 0;
        foreach (var address in addresses)
        {
            using var file = await host.Get(address);
            using var packed = new MemoryStream();
            await using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
                await (await file.Content.ReadAsStreamAsync(Ct)).CopyToAsync(brotli, Ct);
            bytes += (int)packed.Length;
        }
        return bytes;
    }

    private static IEnumerable<Made> Rows()
    {
        foreach (var (unit, u) in Units.Select((u, i) => (u, i)))
            yield return A.Unit(unit, $"Förskolan {char.ToUpperInvariant(unit[0])}{unit[1..]}", address: $"Storgatan {u + 1}", postalCode: "411 01");
        foreach (var (question, q) in Questions.Select((q, i) => (q, i)))
        {
            yield return A.Question($"fraga-{q}", question, $"Område {(char)('A' + (q / 5))}", (q / 5) + 1, q, rounds: [2024]);
            yield return A.Measure($"andel-{q}", $"fraga-{q}", "Andel som instämmer");
            foreach (var (unit, u) in Units.Select((u, i) => (u, i)))
            {
                yield return (q + u) % 13 == 0
                    ? A.Observation(unit, $"andel-{q}", 2024, null, 3, state: ObservationState.Suppressed)
                    : A.Observation(unit, $"andel-{q}", 2024, 40 + (((q * 37) + (u * 53)) % 61), 18 + ((q + (u * 7)) % 30), 60, 50);
            }
            yield return A.Observation(A.HomeCode, $"andel-{q}", 2024, 60 + (q % 30), 900, 1500, 60, scope: Scopes.Municipality);
        }
    }
}
