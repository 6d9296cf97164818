using Portal.Web.Links;

namespace Portal.Tests.Links;

public sealed class PortalLinksTests
{
    [Fact]
    public void Addresses_are_those_that_links_outside_depend_on()
    {
        Assert.Equal("/", PortalLinks.Home.Index());
        Assert.Equal("/enheter", PortalLinks.Units.List());
        Assert.Equal("/enheter/abc", PortalLinks.Units.Unit("abc"));
        Assert.Equal("/jamfor", PortalLinks.Compare.Index());
        Assert.Equal("/jamfor?enhet=b&enhet=a", PortalLinks.Compare.Index(["b", "a"]));
        Assert.Equal("/kommuner", PortalLinks.Municipalities.List());
        Assert.Equal("/kommuner/0180", PortalLinks.Municipalities.Municipality("0180"));
        Assert.Equal("/data/korningar", PortalLinks.Nights.Index());
        Assert.Equal("/om", PortalLinks.About.Page());
        Assert.Equal("/om", PortalLinks.About.Page("om"));
        Assert.Equal("/om/data", PortalLinks.About.Page("data"));
        Assert.Equal("/sok", PortalLinks.Search.Index());
        Assert.Equal("/sok?q=%C3%A5%20b", PortalLinks.Search.Index("å b"));
        Assert.Equal("/tillganglighet", PortalLinks.Accessibility.Index());
        Assert.Equal("/-/health", PortalLinks.Machinery.Health());
        Assert.Equal("/-/edition", PortalLinks.Machinery.Edition());
        Assert.Equal("/-/version", PortalLinks.Machinery.Version());
    }

    [Fact]
    public void A_file_has_its_ending_before_the_query()
    {
        Assert.Equal("/kommuner.csv", PortalLinks.Municipalities.List(FileFormat.Csv));
        Assert.Equal("/enheter/abc.json", PortalLinks.Units.Unit("abc", FileFormat.Json));
        Assert.Equal("/jamfor.csv?enhet=a&enhet=b", PortalLinks.Compare.Index(["a", "b"], FileFormat.Csv));
    }

    [Fact]
    public void The_list_writes_what_is_chosen_in_one_order()
    {
        var filter = new UnitListAddress
        {
            Picked = ["b", "a"],
            Page = 3,
            Order = "namn",
            Search = "lilla & stora",
            Ownership = "privat",
            Municipality = "0180",
            ServiceArea = "forskola",
        };

        Assert.Equal(
            "/enheter?omrade=forskola&kommun=0180&agare=privat&q=lilla%20%26%20stora&ordning=namn&sida=3&enhet=b&enhet=a",
            PortalLinks.Units.List(filter));
    }

    [Fact]
    public void A_measure_writes_what_is_chosen_in_one_order_and_its_file_leaves_out_page_and_marks()
    {
        var chosen = new MeasureAddress { Picked = ["b", "a"], Page = 2, Order = "resultat", Period = 2024, Municipality = "0180" };

        Assert.Equal("/matt", PortalLinks.Measures.List());
        Assert.Equal("/matt.csv?omrade=forskola", PortalLinks.Measures.List("forskola", FileFormat.Csv));
        Assert.Equal("/matt/m-1", PortalLinks.Measures.Measure("m-1", new MeasureAddress()));
        Assert.Equal("/matt/m-1?kommun=0180&ar=2024&ordning=resultat&sida=2&enhet=b&enhet=a", PortalLinks.Measures.Measure("m-1", chosen));
        Assert.Equal("/matt/m-1.json?kommun=0180&ar=2024&ordning=resultat", PortalLinks.Measures.Measure("m-1", chosen, FileFormat.Json));
    }

    [Fact]
    public void A_list_s_file_is_the_whole_list() => Assert.Equal(
        "/enheter.csv?omrade=forskola",
        PortalLinks.Units.List(new UnitListAddress { ServiceArea = "forskola", Page = 3, Picked = ["a"] }, FileFormat.Csv));

    [Fact]
    public void No_choice_and_the_first_page_leave_no_trace() =>
        Assert.Equal("/enheter", PortalLinks.Units.List(new UnitListAddress { Search = "", Page = 1 }));

    [Theory]
    [InlineData("å/ä", "/enheter/%C3%A5%2F%C3%A4")]
    [InlineData("a?b", "/enheter/a%3Fb")]
    public void An_id_cannot_break_out_of_its_place(string id, string expected) => Assert.Equal(expected, PortalLinks.Units.Unit(id));
}
