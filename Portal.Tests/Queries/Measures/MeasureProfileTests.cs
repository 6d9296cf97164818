using Portal.Data.Model;
using Portal.Data.Queries.Measures;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Measures;

public abstract class MeasureProfileTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task A_measure_has_its_question_survey_source_and_place()
    {
        await Db.Add(
            A.Area("hemtjanst", "Hemtjänst", "hemtjänster"), A.Source("institut", "Institutet", cadence: "varje år"),
            A.Survey("enkat", "Brukarenkäten", area: "hemtjanst", municipality: "9902", asked: "brukare", floor: 7, source: "institut"),
            A.Question("q-1", "Är du nöjd?", area: "Helhet", survey: "enkat"),
            A.Measure("right", "q-1", "Andel nöjda", survey: "enkat", area: "hemtjanst", source: "institut", isHeadline: true,
                derivation: "Formeln."),
            A.Measure("other", "q-2", survey: "annan"));

        var found = (await Find("right"))!;

        Assert.Equal(("right", "Andel nöjda", "share", "percent", 0.0, 100.0), (found.Measure.MeasureId, found.Measure.MeasureName, found.Measure.Kind, found.Measure.Unit, found.Measure.ScaleLow, found.Measure.ScaleHigh));
        Assert.Equal(("Är du nöjd?", "Helhet", "Brukarenkäten", "brukare", "9902", 7), (found.Measure.Wording, found.Measure.Area, found.Measure.SurveyName, found.Measure.Asked, found.Measure.SurveyMunicipalityCode, found.Measure.RespondentFloor));
        Assert.Equal(("Institutet", "Källa: Institutet", "CC0", "varje år", "Formeln."), (found.Measure.SourceName, found.Measure.Credit, found.Measure.Licence, found.Measure.Cadence, found.Measure.Derivation));
        Assert.Equal(("hemtjanst", "Hemtjänst", "hemtjänster", false), (found.Place.ServiceAreaId, found.Place.ServiceAreaName, found.Place.UnitWord, found.Place.IsSample));
        Assert.Single(found.Kin);
        Assert.Null(found.Period);
        Assert.Null(await Find("finns-inte"));
    }

    [Fact]
    public async Task An_earlier_wording_is_found_however_far_back_and_a_later_one_too()
    {
        await Db.Add(
            A.Question("q-3", replaces: "q-2"), A.Question("q-2", replaces: "q-1"), A.Question("q-1"), A.Question("q-other"),
            A.Measure("m-3", "q-3"), A.Measure("m-2", "q-2"), A.Measure("m-1", "q-1"), A.Measure("m-other", "q-other"),
            A.Measure("mean-3", "q-3", kind: "mean", order: 2), A.Measure("mean-1", "q-1", kind: "mean"),
            A.Question("q-x", survey: "annan", replaces: "q-y"), A.Measure("m-x", "q-x", survey: "annan"));

        var newest = (await Find("m-3"))!;
        Assert.Equal(["m-3", "m-2", "m-1"], newest.Chain.Select(m => m.MeasureId));
        Assert.Equal(["mean-3"], newest.Others.Select(m => m.MeasureId));
        Assert.Null(newest.Later);

        var middle = (await Find("m-2"))!;
        Assert.Equal(["m-2", "m-1"], middle.Chain.Select(m => m.MeasureId));
        Assert.Equal("m-3", middle.Later?.MeasureId);

        // The mean of the wording between them is not measured: the chain does not leap over it.
        Assert.Equal(["mean-3"], (await Find("mean-3"))!.Chain.Select(m => m.MeasureId));
        Assert.DoesNotContain("m-x", newest.Kin.Select(m => m.MeasureId));
    }

    [Fact]
    public async Task The_year_shown_is_the_units_own_else_the_municipalities()
    {
        await Db.Add(
            A.Observation("e-1", "both", 2022, 1), A.Observation("9901", "both", 2024, 1, scope: Scopes.Municipality),
            A.Observation("9901", "municipal", 2023, 1, scope: Scopes.Municipality), A.Observation("e-1", "sex", 2025, 1, sex: "K"),
            A.Observation("e-2", "both", 2022), A.Observation("0000", "both", 2025, 1, scope: Scopes.Country));

        var both = (await Find("both"))!;
        Assert.Equal(2022, both.Period);
        Assert.Equal([(2024, "municipality", 1, 1), (2022, "unit", 2, 1)], both.Years.Select(y => (y.Period, y.Scope, y.Named, y.Figures)));
        Assert.Equal(2023, (await Find("municipal"))!.Period);
        Assert.Null((await Find("sex"))!.Period);
    }

    [Fact]
    public async Task The_municipalities_to_choose_have_a_figure_of_the_measure_or_are_asked_for()
    {
        await Db.Add(
            A.Municipality("9902", "Ödeby"), A.Municipality("9903", "Åmåla", isSample: true), A.Municipality("9904"), A.Municipality("9905", "Askad"),
            A.Unit("e-2", municipality: "9902"), A.Unit("e-4", municipality: "9904"),
            A.Observation("e-2", "m", 2020), A.Observation("9903", "m", 2024, 1, scope: Scopes.Municipality), A.Observation("e-4", "annat", 2024, 1));

        Assert.Equal([("9903", "Åmåla", true), ("9902", "Ödeby", false)], (await Find("m"))!.Municipalities.Select(m => (m.Code, m.Name, m.IsSample)));
        Assert.Equal(["9905", "9903", "9902"], (await Find("m", "9905"))!.Municipalities.Select(m => m.Code));
    }

    private Task<MeasureProfile.Result?> Find(string id, string? municipality = null) => new MeasureProfile(Db.Reporting).Find(id, municipality, Ct);

    public sealed class OnSqlite() : MeasureProfileTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : MeasureProfileTests(DatabaseEngine.SqlServer);
}
