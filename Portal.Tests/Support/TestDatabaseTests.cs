using Dapper;
using Portal.Data.Reporting;

namespace Portal.Tests.Support;

public abstract class TestDatabaseTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task A_figure_brings_what_it_points_at()
    {
        await Db.Add(A.Observation("e-1", "andel", 2024, 80));

        Assert.Equal(["Enheten e-1", "Provköping"], await Names("select name from rpt.subject order by name"));
    }

    [Fact]
    public async Task What_is_made_wins_over_what_is_assumed_in_any_order()
    {
        await Db.Add(A.Observation("e-1", "andel", 2024, 80), A.Unit("e-1", "Solrosen"));
        await Db.Add(A.Observation("e-1", "andel", 2022, 70));

        Assert.Equal(["Solrosen"], await Names("select name from rpt.unit"));
    }

    [Fact]
    public async Task A_row_made_twice_is_refused()
    {
        await Db.Add(A.Unit("e-1"));

        await Assert.ThrowsAnyAsync<Exception>(() => Db.Add(A.Unit("e-1")));
    }

    [Fact]
    public async Task Every_builder_makes_rows_that_the_tables_take()
    {
        await Db.Add(
            A.Neighbour("9901", "9902"), A.Group("g1", members: ["9901"]), A.Country(), A.District("d1"),
            A.Provider("p1"), A.Unit("e-1", provider: "p1", headline: "andel", headlinePeriod: 2024),
            A.Alias("e-1", "Solen"), A.OutsideId("e-1", "x7"), A.Round(2024), A.Factor("trygghet"),
            A.Question("q2", replaces: "q1", factor: "trygghet", rounds: [2024]), A.Measure("q2-andel", "q2"),
            A.Indicator("barn"), A.Observation("9901", "andel", 2024, 75.5, scope: "municipality"),
            A.Observation("g1", "andel", 2024, 75, scope: "group"), A.Observation("d1", "andel", 2024, 75, scope: "district"),
            A.Observation("0000", "andel", 2024, scope: "country"), A.Answers("e-1", "q2", 2024, 60, null, 10, 5),
            A.Edition(), A.EditionSource(), A.Night(edition: 1), A.NightSource(), A.NightReason());

        Assert.Equal(["0000", "9901", "9902", "d1", "e-1", "g1"], await Names("select subject_id from rpt.subject order by subject_id"));
    }

    private async Task<List<string>> Names(string sql)
    {
        await using var connection = await Db.Reporting.OpenForReading(Ct);
        return (await connection.QueryAsync<string>(Db.Reporting.Files.ForEngine(sql))).AsList();
    }

    public sealed class OnSqlite() : TestDatabaseTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : TestDatabaseTests(DatabaseEngine.SqlServer);
}
