using Portal.Tests.Support;

namespace Portal.Tests.Pages.Units;

/// <summary>What has happened to a unit is said on its page, and on the other one's, with a link between them.</summary>
public sealed class UnitEventPageTests
{
    [Fact]
    public async Task A_merged_unit_keeps_its_page_and_says_into_what_it_merged_and_when()
    {
        await using var site = await PortalHost.With(
            A.Unit("e-1", "Solen", isListed: false), A.Unit("e-2", "Månen"), A.Unit("e-3", "Stjärnan"),
            A.Event("e-1", "merged", "2025-07-01", other: "e-2"), A.Event("e-3", "closed", "2020-01-01"));

        var merged = await site.Page("/enheter/e-1");
        var other = await site.Page("/enheter/e-2");

        Assert.Equal(["Enheten slogs ihop med Månen den 1 juli 2025."], merged.SayAll("#handelser + ul li"));
        Assert.Contains("/enheter/e-2", merged.Links("#handelser + ul a"));
        Assert.Equal(["Solen slogs ihop med den här enheten den 1 juli 2025."], other.SayAll("#handelser + ul li"));
        Assert.Contains("/enheter/e-1", other.Links("#handelser + ul a"));
    }

    [Fact]
    public async Task Every_kind_of_event_is_a_sentence_oldest_first()
    {
        await using var site = await PortalHost.With(
            A.Unit("e-1", "Solen"), A.Unit("e-2", "Månen"),
            A.Event("e-1", "closed", "2026-06-30"), A.Event("e-1", "renamed", "2020-08-15", "Gamla Solen", "Solen"),
            A.Event("e-1", "moved", "2021-01-01", "Storgatan 1", "Lillgatan 2"), A.Event("e-1", "split", "2025-07-01", other: "e-2"), A.Event("e-1", "renamed", null, "Allra äldsta Solen", "Gamla Solen"));

        Assert.Equal(
            [
                "Enheten bytte namn från Allra äldsta Solen till Gamla Solen.", "Enheten bytte namn från Gamla Solen till Solen den 15 augusti 2020.",
                "Enheten flyttade från Storgatan 1 till Lillgatan 2 den 1 januari 2021.", "Enheten delades den 1 juli 2025. En del av den är nu Månen.",
                "Enheten lades ner den 30 juni 2026.",
            ],
            (await site.Page("/enheter/e-1")).SayAll("#handelser + ul li"));
        Assert.Equal(["Enheten var förut en del av Solen, som delades den 1 juli 2025."], (await site.Page("/enheter/e-2")).SayAll("#handelser + ul li"));
    }

    [Fact]
    public async Task Where_nothing_has_happened_nothing_is_said()
    {
        await using var site = await PortalHost.With(A.Unit("e-1"), A.Event("e-2", "closed", "2020-01-01"));

        Assert.Null((await site.Page("/enheter/e-1")).QuerySelector("#handelser"));
    }
}
