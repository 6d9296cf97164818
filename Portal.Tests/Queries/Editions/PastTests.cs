using System.Text.Json;
using Portal.Data.Model;
using Portal.Data.Queries.Compare;
using Portal.Data.Queries.Editions;
using Portal.Data.Queries.Measures;
using Portal.Data.Queries.Municipalities;
using Portal.Data.Queries.Surveys;
using Portal.Data.Queries.Units;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Editions;

/// <summary>Every question can be asked of an edition, on both engines, and reads the rows that held then.</summary>
public abstract class PastTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task A_figure_is_read_as_each_edition_had_it()
    {
        await Db.Add(
            A.Unit("e1"),
            A.Observation("e1", "m", 2024, 82, 20, edition: 1, until: 3),
            A.Observation("e1", "m", 2024, null, state: ObservationState.Suppressed, edition: 3, until: 4),
            A.Observation("e1", "m", 2024, 84, 21, edition: 4),
            // Decoys: another year that came later, another unit that never changed.
            A.Observation("e1", "m", 2025, 10, edition: 5),
            A.Observation("e2", "m", 2024, 50, edition: 1),
            A.Edition(1), A.Edition(3), A.Edition(4), A.Edition(5));

        Assert.Equal([(82.0, 1)], await Figures(1));
        Assert.Equal([(82.0, 1)], await Figures(2));
        Assert.Equal([(null, 3)], await Figures(3));
        Assert.Equal([(84.0, 4)], await Figures(4));
        Assert.Equal([(10.0, 5), (84.0, 4)], await Figures(5));
        Assert.Equal([(10.0, 5), (84.0, 4)], await Figures(null));

        async Task<IReadOnlyList<(double?, int?)>> Figures(int? edition)
        {
            var db = edition is { } n ? Db.Reporting.At(n) : Db.Reporting;
            return [.. (await new UnitProfile(db).Find("e1", Ct))!.Figures().Select(f => (f.Value, f.EditionNumber))];
        }
    }

    [Fact]
    public async Task Every_question_reads_an_edition_as_the_newest_where_nothing_has_changed_since()
    {
        await Db.Add(Town.Rows());
        var then = Db.Reporting.At(3);

        await Same(db => new UnitProfile(db).Find(Town.Unit, Ct));
        await Same(db => new Comparison(db).Find([Town.Unit, "forskola-02"], Ct));
        await Same(db => new MunicipalityProfile(db).Find(Town.Code, Ct));
        await Same(db => new MunicipalityComparison(db).Find([Town.Code, Town.Sample], Ct));
        await Same(db => new SurveyList(db).All(Ct));
        await Same(db => new SurveyProfile(db).Find("enkat", Ct));
        await Same(db => new MeasureProfile(db).Find("andel-trygg", null, Ct));
        await Same(db => new LatestEdition(db).Find(Ct));

        async Task Same<T>(Func<ReportingDb, Task<T>> ask) =>
            Assert.Equal(Parts(await ask(Db.Reporting)), Parts(await ask(then)));

        // A question that does not promise an order may be answered in any.
        static IEnumerable<string> Parts<T>(T answer) => JsonSerializer.Serialize(answer).Split('{', '}').Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_newest_edition_as_an_edition_saw_it_is_that_one_or_the_one_before()
    {
        await Db.Add(A.Edition(1), A.Edition(3));

        Assert.Equal(1, (await new LatestEdition(Db.Reporting.At(2)).Find(Ct))!.Number);
        Assert.Equal(3, (await new LatestEdition(Db.Reporting.At(3)).Find(Ct))!.Number);
        Assert.Null(await new LatestEdition(Db.Reporting.At(0)).Find(Ct));
    }

    public sealed class OnSqlite() : PastTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : PastTests(DatabaseEngine.SqlServer);
}
