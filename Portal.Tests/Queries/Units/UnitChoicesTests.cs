using Portal.Data.Queries.Units;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Units;

public abstract class UnitChoicesTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task Municipalities_with_units_are_offered_in_Swedish_order()
    {
        await Db.Add(
            A.Municipality("9903", "Östra"), A.Municipality("9901", "Åby"), A.Municipality("9902", "Tom"),
            A.Unit("e-1", municipality: "9903"), A.Unit("e-2", municipality: "9901"), A.Unit("e-3", municipality: "9901"));

        Assert.Equal(["Åby", "Östra"], (await Find()).Municipalities.Select(m => m.Name));
        Assert.Equal(["9902", "9901", "9903"], (await Find("9902")).Municipalities.Select(m => m.Id));
    }

    [Fact]
    public async Task A_municipality_that_is_not_there_is_not_offered() =>
        Assert.Empty((await Find("9999")).Municipalities);

    [Fact]
    public async Task Service_areas_with_units_stand_in_their_own_order()
    {
        await Db.Add(
            A.Area("b", "Andra", order: 2), A.Area("a", "Sista", order: 3), A.Area("c", "Första", order: 1), A.Area("d", "Tom", order: 4),
            A.Unit("e-1", area: "a"), A.Unit("e-2", area: "b"), A.Unit("e-3", area: "c"));

        Assert.Equal(["Första", "Andra", "Sista"], (await Find()).ServiceAreas.Select(a => a.Name));
    }

    [Fact]
    public async Task Picked_units_are_named_and_unknown_ids_left_out()
    {
        await Db.Add(A.Unit("e-1", "Solen"), A.Unit("e-2", "Björken"), A.Unit("e-3", "Eken"));

        Assert.Equal(["Björken", "Solen"], (await Find(picked: ["e-1", "e-2", "none"])).Picked.Select(u => u.Name));
        Assert.Empty((await Find()).Picked);
    }

    private Task<UnitChoices.Result> Find(string? municipality = null, params string[] picked) =>
        new UnitChoices(Db.Reporting).Find(municipality, picked, Ct);

    public sealed class OnSqlite() : UnitChoicesTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : UnitChoicesTests(DatabaseEngine.SqlServer);
}
