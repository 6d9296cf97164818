using Portal.Tests.Support;

namespace Portal.Tests.Pages.Nights;

public sealed class NightsPageTests(PortalSite site)
{
    [Fact]
    public async Task Nights_are_told_newest_first_with_what_they_published()
    {
        var page = await site.Host.Page("/data/korningar");

        Assert.Equal(
            ["korning-3", "korning-2", "korning-1"],
            page.QuerySelectorAll("main section h3").Select(h => h.Id));
        var newest = Text(page.QuerySelectorAll("main section")[0].QuerySelector("p")!);
        Assert.Equal("Publicerade en ny utgåva. Utgåva 3: 40 nya uppgifter, 2 ändrade och 1 borttagen. Tid: 3 minuter.", newest);
        var failed = Text(page.QuerySelectorAll("main section")[1]);
        Assert.Contains("Misslyckades; inget publicerades.", failed, StringComparison.Ordinal);
        Assert.Contains("gick inte att läsa: Filen svar.csv saknas.", failed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_each_source_gave_is_counted_and_rejects_have_reasons()
    {
        var page = await site.Host.Page("/data/korningar");
        var night = page.QuerySelectorAll("main section")[0];

        Assert.Equal(
            ["Institutets enkäter", "läst", "1 200", "1 190", "10", "900", "2", "2 sekunder"],
            night.QuerySelectorAll("tbody tr").Single().Children.Select(Text));
        Assert.Equal(
            ["Inte med: Raden saknar enhet (7 rader)", "Inte med: Andelen är större än 100 (3 rader)", "Med, men med anmärkning: Andelarna går inte ihop (2 rader)"],
            night.QuerySelectorAll("li").Select(Text).OrderByDescending(t => t.StartsWith("Inte", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_source_says_how_fresh_it_is()
    {
        var rows = (await site.Host.Page("/data/korningar")).QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr")
            .Select(tr => string.Join('|', tr.Children.Select(Text))).ToList();

        Assert.Contains("Institutets enkäter|Provinstitutet|uppgift saknas|1 mars 2025 kl. 03.00|1 mars 2025 kl. 03.30|källan anger ingen licens", rows);
        Assert.Contains("Exempeldata påhittad|Provinstitutet|uppgift saknas|aldrig|inte ännu|CC0", rows);
    }

    [Fact]
    public async Task A_source_that_the_last_night_did_not_read_is_named_on_top_and_marked()
    {
        await using var host = await PortalHost.With(
            A.Source("a", "Provkällan"), A.Source("b", "Registret"), A.Source("c", "Den färska"), A.Source("d", "Den aldrig lästa"),
            A.Night(1), A.NightSource(1, "a"), A.NightSource(1, "b", order: 2), A.NightSource(1, "c", order: 3),
            A.Night(2), A.NightSource(2, "a", outcome: "failed"), A.NightSource(2, "c", order: 2));
        var page = await host.Page("/data/korningar");

        Assert.Equal("Dessa källor lästes inte i körning 2, och uppgifterna därifrån är från en tidigare körning: Provkällan, Registret.", Text(page.QuerySelectorAll("main > p")[2]));
        Assert.Equal(["Provkällan", "Registret"], page.QuerySelectorAll("main table")[0].QuerySelectorAll("th[scope=row]")
            .Where(th => Text(th).EndsWith(" från en tidigare körning", StringComparison.Ordinal)).Select(th => Text(th).Split(' ')[0]));
    }

    [Fact]
    public async Task The_set_hour_is_told_and_where_somebody_else_starts_the_night_that()
    {
        await using var told = await PortalHost.With([("Portal:Night:Sources", typeof(NightsPageTests).Assembly.Location), ("Portal:Night:At", "04:05")], A.Night(1, DateTime.UtcNow.AddHours(1)));

        Assert.Equal("Nästa körning börjar kl. 04.05, svensk tid, och så varje natt.", Text((await told.Page("/data/korningar")).QuerySelectorAll("main > p")[1]));
        Assert.Equal("Körningarna startas av den som driver portalen, på en tid som är vald där.", Text((await site.Host.Page("/data/korningar")).QuerySelectorAll("main > p")[1]));
    }

    [Fact]
    public async Task A_night_that_changed_nothing_is_told_of_at_once()
    {
        await using var host = await PortalHost.With(A.Night(1));
        await host.Page("/data/korningar");
        await host.Database.Add(A.Night(2, outcome: "unchanged"));

        Assert.NotNull((await host.Page("/data/korningar")).GetElementById("korning-2"));
    }

    private static string Text(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split([' ', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
}
