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

    private Task<IReadOnlyList<MunicipalityRow>> All() => new MunicipalityList(Db.Reporting).All(Ct);

    public sealed class OnSqlite() : MunicipalityListTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : MunicipalityListTests(DatabaseEngine.SqlServer);
}
