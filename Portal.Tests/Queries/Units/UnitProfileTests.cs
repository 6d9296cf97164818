using Portal.Data.Model;
using Portal.Data.Queries.Units;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Units;

public abstract class UnitProfileTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task A_unit_that_is_not_there_is_not_found()
    {
        await Db.Add(A.Observation("e-1", "andel", 2024, 80), A.Country());

        Assert.Null(await Find("e-2"));
    }

    [Fact]
    public async Task The_unit_has_its_facts()
    {
        await Db.Add(
            A.Municipality("9902", "Sagostad", isSample: true), A.Provider("p-1", "Solbarn AB"),
            A.Area("hemtjanst", "Hemtjänst", "hemtjänst"),
            A.Unit("e-1", "Solen", municipality: "9902", area: "hemtjanst", ownership: "nonprofit", provider: "p-1",
                address: "Storgatan 1", postalCode: "123 45", isListed: false),
            A.Unit("e-2", "Månen"));

        var unit = (await Find("e-1"))!.Unit;

        Assert.Equal(("e-1", "Solen", "9902", "Sagostad", true), (unit.UnitId, unit.Name, unit.MunicipalityCode, unit.MunicipalityName, unit.IsSample));
        Assert.Equal(("hemtjanst", "Hemtjänst", "hemtjänst"), (unit.ServiceAreaId, unit.ServiceAreaName, unit.UnitWord));
        Assert.Equal(("nonprofit", "Solbarn AB", "Storgatan 1", "123 45", false), (unit.Ownership, unit.ProviderName, unit.Address, unit.PostalCode, unit.IsListed));
        Assert.Equal(("Provkällan", "Källa: Provkällan", "CC0"), (unit.SourceName, unit.Credit, unit.Licence));
    }

    [Fact]
    public async Task What_a_register_does_not_say_is_null()
    {
        await Db.Add(A.Source("tyst", licence: null), A.Unit("e-1", ownership: null, source: "tyst"));

        var unit = (await Find("e-1"))!.Unit;

        Assert.Equal((null, null, null, null), (unit.Ownership, unit.ProviderName, unit.Address, unit.Licence));
    }

    [Fact]
    public async Task Other_names_come_once_each_and_without_the_name_itself()
    {
        await Db.Add(
            A.Unit("e-1", "Solen"), A.Alias("e-1", "Gamla Solen"), A.Alias("e-1", "Gamla Solen", "annan"), A.Alias("e-1", "Solen"),
            A.Alias("e-1", "Förskolan Solen"), A.Alias("e-2", "Månen"));

        Assert.Equal(["Förskolan Solen", "Gamla Solen"], (await Find("e-1"))!.Aliases);
    }

    [Fact]
    public async Task Own_figures_come_in_all_sexes_and_others_for_all_only()
    {
        await Db.Add(
            A.Observation("e-1", "andel", 2024, 80.5), A.Observation("e-1", "andel", 2024, 82, sex: "K"),
            A.Observation("e-1", "andel", 2022, state: ObservationState.Suppressed),
            A.Observation("e-2", "andel", 2024, 11), A.Observation("e-2", "annat", 2024, 12),
            A.Observation("9901", "andel", 2024, 70, scope: "municipality"),
            A.Observation("9901", "andel", 2024, 71, sex: "K", scope: "municipality"),
            A.Observation("9901", "annat", 2024, 13, scope: "municipality"),
            A.Observation("9902", "andel", 2024, 14, scope: "municipality"),
            A.Observation("9901", "andel", 2024, 15, scope: "district"),
            A.Observation("0000", "andel", 2024, 60, scope: "country"));

        var profile = (await Find("e-1"))!;
        var scopes = profile.Subjects.ToDictionary(s => s.SubjectKey, s => s.Scope);

        Assert.Equal(["unit", "municipality", "country"], profile.Subjects.Select(s => s.Scope));
        Assert.Equal(
            [("country", 2024, "T", 60), ("municipality", 2024, "T", 70), ("unit", 2022, "T", null), ("unit", 2024, "K", 82), ("unit", 2024, "T", 80.5)],
            profile.Observations.Select(o => (scopes[o.SubjectKey], o.Period, o.Sex, o.Value))
                .OrderBy(o => o.Item1, StringComparer.Ordinal).ThenBy(o => o.Period).ThenBy(o => o.Sex, StringComparer.Ordinal));
        Assert.Equal(["andel"], profile.Measures.Select(m => m.MeasureId));
    }

    [Fact]
    public async Task Measures_come_with_their_question_and_survey_in_the_surveys_order()
    {
        await Db.Add(
            A.Survey("s-b", "B-enkäten", asked: "elever", floor: 7, municipality: "9901"), A.Survey("s-a", "A-enkäten"),
            A.Question("b-1", "Bemötande?", "Bemötande", areaOrder: 2, order: 1, survey: "s-b", replaces: "b-0"),
            A.Question("b-2", "Trygg?", "Trygghet", areaOrder: 1, order: 9, survey: "s-b"),
            A.Question("b-3", "Trivs?", "Trygghet", areaOrder: 1, order: 2, survey: "s-b"),
            A.Measure("b-1-andel", "b-1", survey: "s-b"), A.Measure("b-2-andel", "b-2", survey: "s-b"),
            A.Measure("b-3-medel", "b-3", kind: "mean", low: 1, high: 5, decimals: 2, order: 2, survey: "s-b"),
            A.Measure("b-3-andel", "b-3", order: 1, survey: "s-b", isHeadline: true),
            A.Measure("a-1", survey: "s-a"), A.Indicator("barn", better: "neither"));
        foreach (var id in new[] { "b-1-andel", "b-2-andel", "b-3-medel", "b-3-andel", "a-1", "barn" })
            await Db.Add(A.Observation("e-1", id, 2024, 1));

        var measures = (await Find("e-1"))!.Measures;

        Assert.Equal(["barn", "a-1", "b-3-andel", "b-3-medel", "b-2-andel", "b-1-andel"], measures.Select(m => m.MeasureId));
        var mean = measures.Single(m => m.MeasureId == "b-3-medel");
        Assert.Equal(("mean", "score", 2, 1.0, 5.0), (mean.Kind, mean.Unit, mean.Decimals, mean.ScaleLow, mean.ScaleHigh));
        Assert.Equal(("Trivs?", "Trygghet", "b-3", "s-b", "B-enkäten", "elever", 7, "9901", A.HomeArea),
            (mean.Wording, mean.Area, mean.QuestionId, mean.SurveyId, mean.SurveyName, mean.Asked, mean.RespondentFloor, mean.SurveyMunicipalityCode, mean.SurveyServiceAreaId));
        Assert.Equal((A.Key("b-0"), false), (measures[^1].ReplacesKey, measures[^1].IsHeadline));
        Assert.Equal((null, null, 1, true), (measures[0].SurveyId, measures[0].QuestionKey, measures[0].RespondentFloor, measures[2].IsHeadline));
    }

    [Fact]
    public async Task Surveys_are_those_of_the_service_and_place_with_their_rounds_newest_first()
    {
        await Db.Add(
            A.Unit("e-1"),
            A.Survey("national", "Nationella"), A.Survey("local", "Lokala", municipality: "9901"),
            A.Survey("elsewhere", municipality: "9902"), A.Survey("other-service", area: "hemtjanst"),
            A.Round(2022, "local"), A.Round(2024, "local", "våren 2024", publishedOn: "2024-06-01", isPreliminary: true),
            A.Round(2024, "elsewhere"), A.Round(2024, "other-service"));

        var profile = (await Find("e-1"))!;

        Assert.Equal(["local", "national"], profile.Surveys.Select(s => s.SurveyId));
        Assert.Equal([("local", 2024), ("local", 2022)], profile.Rounds.Select(r => (r.SurveyId, r.Period)));
        Assert.Equal(("våren 2024", new DateOnly(2024, 6, 1), true), (profile.Rounds[0].Name, profile.Rounds[0].PublishedOn, profile.Rounds[0].IsPreliminary));
    }

    [Fact]
    public async Task Rounds_of_a_question_are_those_in_which_it_was_asked()
    {
        await Db.Add(
            A.Question("q-1", rounds: [2021, 2024]), A.Question("q-2", rounds: [2023]), A.Measure("andel", "q-1"),
            A.Measure("medel", "q-1", kind: "mean"), A.Observation("e-1", "andel", 2024, 80), A.Observation("e-1", "medel", 2024, 4));

        var asked = (await Find("e-1"))!.Asked;

        Assert.Equal([(A.Key("q-1"), 2021), (A.Key("q-1"), 2024)], asked.Select(a => (a.QuestionKey, a.Period)).Order());
    }

    [Fact]
    public async Task Answers_are_the_newest_of_all_respondents_best_first()
    {
        await Db.Add(
            A.Unit("e-1"),
            A.Answers("e-1", "q-1", 2024, 60, null, 10, 5.5), A.Answers("e-1", "q-1", 2022, 1, 2, 3, 4),
            A.Answers("e-1", "q-1", 2024, "K", "unit", 9, 9, 9, 9), A.Answers("e-1", "q-2", 2022, 50, 50),
            A.Answers("e-2", "q-1", 2025, 8, 8, 8, 8), A.Answers("9901", "q-1", 2025, "T", "municipality", 7, 7, 7, 7));

        var answers = (await Find("e-1"))!.Answers;

        Assert.Equal(
            [(2024, "Instämmer helt", 60), (2024, "Instämmer delvis", null), (2024, "Instämmer inte", 10), (2024, "Vet ej", 5.5)],
            answers.Where(a => a.QuestionKey == A.Key("q-1")).Select(a => (a.Period, a.Label, a.Share)));
        Assert.Equal([2022, 2022], answers.Where(a => a.QuestionKey == A.Key("q-2")).Select(a => a.Period));
        Assert.Equal((ObservationState.Suppressed, 2.0, false), answers.Where(a => a.Share is null).Select(a => (a.State, a.Score, a.IsPositive)).Single());
    }

    [Fact]
    public async Task The_figures_are_the_units_own_with_passports_newest_first()
    {
        await Db.Add(
            A.Measure("andel", "q-1", order: 1), A.Measure("medel", "q-1", kind: "mean", order: 2),
            A.Round(2024, publishedOn: "2024-06-01"), A.EditionSource(2, readAt: new DateTime(2024, 6, 2, 3, 0, 0, DateTimeKind.Utc)),
            A.Observation("e-1", "medel", 2024, 4.25), A.Observation("e-1", "andel", 2022, 70),
            A.Observation("e-1", "andel", 2024, 80, 40, 50, 80, edition: 2), A.Observation("e-1", "andel", 2024, 81, sex: "M"),
            A.Observation("e-1", "andel", 2024, 82, sex: "K"), A.Observation("9901", "andel", 2024, 11, scope: "municipality"));

        var figures = (await Find("e-1"))!.Figures().ToList();

        Assert.Equal(
            [("andel", 2024, "T", 80), ("andel", 2024, "K", 82), ("andel", 2024, "M", 81), ("andel", 2022, "T", 70), ("medel", 2024, "T", 4.25)],
            figures.Select(f => (f.MeasureId, f.Period, f.Sex, f.Value!.Value)));
        Assert.Equal(("unit", "e-1", "Enheten e-1", new DateOnly(2024, 6, 1), 2), (figures[0].Scope, figures[0].SubjectId, figures[0].SubjectName, figures[0].PublishedOn, figures[0].EditionNumber));
        Assert.Equal((40, 50, 80.0, new DateTime(2024, 6, 2, 3, 0, 0, DateTimeKind.Utc)), (figures[0].Respondents, figures[0].Invited, figures[0].ResponseRate, figures[0].FetchedAt));
        Assert.Equal((null, null), (figures[3].PublishedOn, figures[3].FetchedAt));
    }

    private Task<UnitProfile.Result?> Find(string id) => new UnitProfile(Db.Reporting).Find(id, Ct);

    public sealed class OnSqlite() : UnitProfileTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : UnitProfileTests(DatabaseEngine.SqlServer);
}
