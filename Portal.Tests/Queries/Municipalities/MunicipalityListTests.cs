using Portal.Data.Queries.Municipalities;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Municipalities;

public abstract class MunicipalityListTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task All_come_in_Swedish_order()
    {
        await Db.Add(A.Municipality("9901", "Ödeby"), A.Municipality("9902", "Åmåla"), A.Municipality("9903", "Ängby"), A.Municipality("9904", "Zetstad"));

        Assert.Equal(["Zetstad", "Åmåla", "Ängby", "Ödeby"], (await All()).Select(m => m.Name));
    }

    [Fact]
    public async Task Units_are_counted_where_they_are_listed_whoever_owns_them()
    {
        await Db.Add(
            A.Unit("a", municipality: "9901"), A.Unit("b", municipality: "9901", area: "hemtjanst", ownership: "private"),
            A.Unit("c", municipality: "9901", isListed: false), A.Unit("d", municipality: "9902", isListed: false), A.Municipality("9903"));

        Assert.Equal([("9901", 2), ("9902", 0), ("9903", 0)], (await All()).Select(m => (m.Code, m.Units)).Order());
    }

    [Fact]
    public async Task What_the_source_does_not_say_is_not_known()
    {
        await Db.Add(
            A.Source("annan", licence: null),
            A.Municipality("9901", population: null, countyCode: null, countyName: null),
            A.Municipality("9902", population: 0, isSample: true, source: "annan"));

        var (unknown, zero) = ((await All()).Single(m => m.Code == "9901"), (await All()).Single(m => m.Code == "9902"));

        Assert.Equal((null, null, null, null), (unknown.Population, unknown.PopulationDate, unknown.CountyCode, unknown.CountyName));
        Assert.Equal((0, new DateOnly(2024, 12, 31)), (zero.Population, zero.PopulationDate));
        Assert.Equal((false, "CC0"), (unknown.IsSample, unknown.Licence));
        Assert.Equal((true, null), (zero.IsSample, zero.Licence));
    }

    [Theory]
    [InlineData("upplands", "Upplands-Bro|Upplands Väsby")]
    [InlineData("vasby  UPPL", "Upplands Väsby")]
    [InlineData("Väsby", "Upplands Väsby")]
    [InlineData("%", "Bromölla|Upplands-Bro|Upplands Väsby")]
    [InlineData("vasby bro", "")]
    public async Task A_name_is_found_by_its_words_in_any_order_with_or_without_dots(string search, string expected)
    {
        await Db.Add(A.Municipality("9901", "Upplands Väsby"), A.Municipality("9902", "Upplands-Bro"), A.Municipality("9903", "Bromölla"));

        Assert.Equal(expected, string.Join('|', (await Find(search: search)).Rows.Select(m => m.Name)));
    }

    [Fact]
    public async Task A_county_has_its_own_and_every_county_can_be_chosen()
    {
        await Db.Add(
            A.Municipality("9901", countyCode: "01", countyName: "Östlän"), A.Municipality("9902", countyCode: "02", countyName: "Alän"),
            A.Municipality("9903", countyCode: "02", countyName: "Alän"), A.Municipality("9904", countyCode: null, countyName: null));

        var found = await Find("02");

        Assert.Equal(["9902", "9903"], found.Rows.Select(m => m.Code));
        Assert.Equal([("02", "Alän"), ("01", "Östlän")], found.Counties.Select(c => (c.Code, c.Name)));
        Assert.Empty((await Find("03")).Rows);
    }

    private Task<MunicipalityList.Result> Find(string? county = null, string? search = null) =>
        new MunicipalityList(Db.Reporting).Find(county, search, Ct);

    private async Task<IReadOnlyList<MunicipalityRow>> All() => (await Find()).Rows;

    public sealed class OnSqlite() : MunicipalityListTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : MunicipalityListTests(DatabaseEngine.SqlServer);
}
