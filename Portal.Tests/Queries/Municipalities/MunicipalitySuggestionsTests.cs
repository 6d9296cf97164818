using Portal.Data.Queries.Municipalities;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Municipalities;

public abstract class MunicipalitySuggestionsTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task Neighbours_are_those_that_share_its_border()
    {
        await Db.Add(
            A.Municipality("9901"), A.Municipality("9902", "Ödeby"), A.Municipality("9903", "Åmåla", isSample: true),
            A.Neighbour("9901", "9902"), A.Neighbour("9901", "9903"), A.Neighbour("9902", "9904"), A.Neighbour("9904", "9901"));

        var found = await Find("9901");

        Assert.Equal([("Åmåla", true), ("Ödeby", false)], found.Neighbours.Select(n => (n.Name, n.IsSample)));
    }

    [Fact]
    public async Task Similar_ones_come_by_the_number_of_groups_that_say_so()
    {
        await Db.Add(
            A.Municipality("9901"), A.Municipality("9902", "Ödeby"), A.Municipality("9903", "Åmåla"), A.Municipality("9904", "Aby"),
            A.Group("lika-1", "Liknande skola", "similar", of: "9901", period: 2024, members: ["9901", "9902", "9903"]),
            A.Group("lika-2", "Liknande omsorg", "similar", of: "9901", period: 2023, members: ["9902", "9904"]),
            A.Group("lika-3", "Liknande andra", "similar", of: "9902", members: ["9901", "9903"]),
            A.Group("annat", "Annat", "other", of: "9901", members: ["9903"]));

        var similar = (await Find("9901")).Similar;

        Assert.Equal(["Ödeby", "Aby", "Åmåla"], similar.Select(s => s.Municipality.Name));
        Assert.Equal([("Liknande omsorg", 2023), ("Liknande skola", 2024)], similar[0].Groups.Select(g => (g.GroupName, g.Period)));
        Assert.Equal("Källa: Provkällan", similar[0].Groups[0].Credit);
    }

    [Fact]
    public async Task Its_group_and_its_county_name_the_others()
    {
        await Db.Add(
            A.Municipality("9901", countyCode: "01", countyName: "Östlän"), A.Municipality("9902", countyCode: "01", countyName: "Östlän"),
            A.Municipality("9903", countyCode: "02", countyName: "Västlän"), A.Municipality("9904", countyCode: null, countyName: null),
            A.Group("skr", "Pendling", "skr", members: ["9901", "9903", "9904"]), A.Group("skr-2", "Storstad", "skr", members: ["9902"]),
            A.Group("lan", "Östlänet", "county", members: ["9901", "9903"]));

        var found = await Find("9901");

        Assert.Equal([("Pendling", "9903"), ("Pendling", "9904")], found.SameGroup.Select(m => (m.GroupName, m.Code)));
        Assert.Equal([("Östlän", "9902")], found.SameCounty.Select(m => (m.GroupName, m.Code)));
        Assert.Empty((await Find("9904")).SameCounty);
    }

    [Fact]
    public async Task Any_municipality_can_be_chosen_before_one_is()
    {
        await Db.Add(A.Municipality("9901", "Ödeby"), A.Municipality("9902", "Aby"), A.Neighbour("9901", "9902"));

        var found = await Find("");

        Assert.Equal(["Aby", "Ödeby"], found.All.Select(m => m.Name));
        Assert.Empty(found.Neighbours);
        Assert.False(found.ShowsSample);
    }

    private Task<MunicipalitySuggestions.Result> Find(string code) => new MunicipalitySuggestions(Db.Reporting).Find(code, Ct);

    public sealed class OnSqlite() : MunicipalitySuggestionsTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : MunicipalitySuggestionsTests(DatabaseEngine.SqlServer);
}
