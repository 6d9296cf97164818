using System.Text.Json;
using Portal.Tests.Support;

namespace Portal.Tests.Pages.Home;

public sealed class HomePageTests(PortalSite site)
{
    [Fact]
    public async Task A_form_leads_to_the_units_of_a_service_area_in_a_municipality_by_name()
    {
        var page = await site.Host.Page("/");

        var form = page.QuerySelector("main form")!;
        Assert.Equal("/enheter", form.GetAttribute("action"));
        Assert.Equal("get", form.GetAttribute("method"));
        Assert.Equal(["omrade", "kommun", "q"], form.QuerySelectorAll("[name]").Select(f => f.GetAttribute("name")));
        Assert.Equal(["", "forskola", "hemtjanst"], form.QuerySelectorAll("[name=omrade] option").Select(o => o.GetAttribute("value")));
        Assert.Equal(["", "9901", "9903"], form.QuerySelectorAll("[name=kommun] option").Select(o => o.GetAttribute("value")));
        Assert.NotNull(form.QuerySelector("button[type=submit]"));
    }

    [Fact]
    public async Task What_the_form_sends_answers()
    {
        await site.Host.Page("/enheter?omrade=forskola&kommun=9901&q=");
        await site.Host.Page("/enheter?omrade=&kommun=&q=");
    }

    [Fact]
    public async Task A_made_up_municipality_is_marked_wherever_it_is_offered()
    {
        var page = await site.Host.Page("/");

        Assert.Contains("påhittad", page.QuerySelector("option[value='9903']")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("påhittad", page.QuerySelector("option[value='9901']")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main [role=note]"));
    }

    [Fact]
    public async Task Before_the_first_edition_pages_say_that_the_portal_is_being_filled()
    {
        await using var empty = await PortalHost.Empty();

        foreach (var address in new[] { "/", "/kommuner" })
            Assert.Contains("Portalen fylls med uppgifter", (await empty.Page(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ingen körning är gjord ännu", (await empty.Page("/data/korningar")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, JsonDocument.Parse(await empty.Text("/-/edition")).RootElement.GetProperty("edition").GetInt32());
    }
}
