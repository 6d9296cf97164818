using Portal.Data.Model;
using Portal.Data.Queries.Measures;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Measures;

public abstract class MeasureListTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task Measures_stand_by_service_area_then_survey_and_question_then_register()
    {
        await Db.Add(
        [
            A.Area("a-2", order: 1), A.Area("a-1", order: 2),
            A.Survey("s-b", "Benkäten", area: "a-2"), A.Survey("s-a", "Aenkäten", area: "a-2"),
            A.Question("q-1", area: "Sist", areaOrder: 2, survey: "s-a"), A.Question("q-2", area: "Först", areaOrder: 1, survey: "s-a"),
            A.Source("r-1", "Registret"),
            A.Indicator("antal", area: "a-2", source: "r-1"), A.Indicator("annat", area: "a-1"), A.Indicator("utan", area: null),
            A.Measure("sist", "q-1", survey: "s-a", area: "a-2"), A.Measure("forst", "q-2", survey: "s-a", area: "a-2"),
            A.Measure("helhet", survey: "s-a", area: "a-2", isHeadline: true), A.Measure("b", survey: "s-b", area: "a-2"),
            .. new[] { "antal", "annat", "utan", "sist", "forst", "helhet", "b" }.Select(m => A.Observation("e-1", m, 2024, 1)),
        ]);

        var found = await List();

        Assert.Equal(["helhet", "forst", "sist", "b", "antal", "annat", "utan"], found.Measures.Select(m => m.Measure.MeasureId));
        Assert.Equal(("a-2", "Område a-2", "enhet"), (found.Measures[0].Place.ServiceAreaId, found.Measures[0].Place.ServiceAreaName, found.Measures[0].Place.UnitWord));
        Assert.Null(found.Measures[^1].Place.ServiceAreaId);
    }

    [Fact]
    public async Task A_service_area_narrows_the_measures_and_not_the_choices()
    {
        await Db.Add(
            A.Area("hemtjanst", "Hemtjänst", order: 2), A.Area("tomt", "Utan mått", order: 3),
            A.Indicator("right", area: "hemtjanst"), A.Indicator("other"),
            A.Observation("e-1", "right", 2024, 1), A.Observation("e-1", "other", 2024, 1));

        var found = await List("hemtjanst");

        Assert.Equal(["right"], found.Measures.Select(m => m.Measure.MeasureId));
        // An area that nothing is measured in would lead to an empty list.
        Assert.Equal([("forskola", "Förskola"), ("hemtjanst", "Hemtjänst")], found.ServiceAreas.Select(a => (a.Id, a.Name)));
        Assert.Empty((await List("finns-inte")).Measures);
    }

    [Fact]
    public async Task Units_and_municipalities_with_a_shown_figure_are_counted_apart_for_all_sexes_together()
    {
        await Db.Add(
            A.Observation("e-1", "m", 2024, 80), A.Observation("e-2", "m", 2024, 0),
            A.Observation("e-3", "m", 2024, state: ObservationState.Suppressed), A.Observation("e-4", "m", 2024),
            A.Observation("e-1", "m", 2024, 81, sex: "K"), A.Observation("e-1", "m", 2022, 82), A.Observation("e-5", "annat", 2025, 1),
            A.Observation("9901", "m", 2023, 70, scope: Scopes.Municipality), A.Observation("0000", "m", 2025, 70, scope: Scopes.Country));
        await Db.Add(A.District("d-1"), A.Observation("d-1", "m", 2025, 1, scope: Scopes.District));

        var item = (await List()).Measures.Single(m => m.Measure.MeasureId == "m");

        Assert.Equal((2024, 2, 4), (item.Units!.Period, item.Units.Figures, item.Units.Named));
        Assert.Equal((2023, 1), (item.Municipalities!.Period, item.Municipalities.Figures));
    }

    [Fact]
    public async Task A_measure_of_no_unit_or_municipality_is_not_listed()
    {
        await Db.Add(
            A.Indicator("none"), A.Indicator("country"), A.Indicator("by-sex"), A.Indicator("hidden"),
            A.Observation("0000", "country", 2024, 1, scope: Scopes.Country), A.Observation("e-1", "by-sex", 2024, 1, sex: "K"),
            A.Observation("e-1", "hidden", 2024, state: ObservationState.Suppressed));

        var item = Assert.Single((await List()).Measures);

        Assert.Equal(("hidden", 0, 1, null), (item.Measure.MeasureId, item.Units!.Figures, item.Units.Named, item.Municipalities));
    }

    [Fact]
    public async Task A_question_knows_the_one_that_it_took_the_place_of()
    {
        await Db.Add(
            A.Question("q-new", "Ny lydelse", replaces: "q-old"), A.Question("q-old", "Gammal lydelse"),
            A.Measure("new", "q-new"), A.Measure("old", "q-old"),
            A.Observation("e-1", "new", 2024, 1), A.Observation("e-1", "old", 2022, 1));

        var measures = (await List()).Measures.ToDictionary(m => m.Measure.MeasureId, m => m.Measure);

        Assert.Equal(measures["old"].QuestionKey, measures["new"].ReplacesKey);
        Assert.Null(measures["old"].ReplacesKey);
        Assert.Equal("Gammal lydelse", measures["old"].Title);
    }

    [Fact]
    public async Task What_a_source_made_up_is_marked()
    {
        await Db.Add(A.Source("exempel", isSample: true), A.Indicator("m", source: "exempel"), A.Observation("e-1", "m", 2024, 1));

        Assert.True(Assert.Single((await List()).Measures).Place.IsSample);
    }

    private Task<MeasureList.Result> List(string? area = null) => new MeasureList(Db.Reporting).Find(area, Ct);

    public sealed class OnSqlite() : MeasureListTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : MeasureListTests(DatabaseEngine.SqlServer);
}
