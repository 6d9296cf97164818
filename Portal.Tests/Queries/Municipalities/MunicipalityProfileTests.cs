using Portal.Data.Model;
using Portal.Data.Queries.Municipalities;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Municipalities;

public abstract class MunicipalityProfileTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task An_unknown_code_is_nothing()
    {
        await Db.Add(A.Municipality("9901"), A.Observation("0000", "m-1", 2024, 50, scope: Scopes.Country));

        Assert.Null(await Find("0000"));
        Assert.Null(await Find("99"));
    }

    [Fact]
    public async Task Groups_are_those_that_it_belongs_to_with_others()
    {
        await Db.Add(
            A.Municipality("9901"), A.Municipality("9902"), A.Municipality("9904"),
            A.Group("skr", "Pendling", "skr", members: ["9901", "9902", "9904"]),
            A.Group("lan", "Provlän", "county", members: ["9901"]),
            A.Group("andra", "Andras", "skr", members: ["9902"]),
            A.Group("lika-1", "Liknande", "similar", of: "9901", members: ["9902"]),
            A.Group("lika-2", "Liknande dem", "similar", of: "9902", members: ["9901", "9904"]));

        Assert.Equal([("Provlän", 1), ("Pendling", 3)], (await Find("9901"))!.Groups.Select(g => (g.Name, g.Members)));
    }

    [Fact]
    public async Task Units_are_counted_by_service_area()
    {
        await Db.Add(
            A.Area("forskola", order: 2), A.Area("hemtjanst", order: 1),
            A.Unit("a", municipality: "9901"), A.Unit("b", municipality: "9901"), A.Unit("c", municipality: "9901", area: "hemtjanst"),
            A.Unit("d", municipality: "9901", isListed: false), A.Unit("e", municipality: "9902"));

        Assert.Equal([("hemtjanst", 1), ("forskola", 2)], (await Find("9901"))!.Areas.Select(a => (a.Id, a.Units)));
    }

    [Fact]
    public async Task Each_measure_stands_in_its_newest_period_with_the_country_s_of_the_same()
    {
        await Db.Add(
            A.Question("q-1", areaOrder: 1, rounds: [2022, 2024]), A.Question("q-2", areaOrder: 2, rounds: [2022]),
            A.Measure("m-1", "q-1"), A.Measure("m-2", "q-2"), A.Measure("m-3"),
            A.Observation("9901", "m-1", 2022, 70, scope: Scopes.Municipality),
            A.Observation("9901", "m-1", 2024, 71.5, scope: Scopes.Municipality),
            A.Observation("9901", "m-1", 2024, 80, sex: Sexes.Women, scope: Scopes.Municipality),
            A.Observation("9901", "m-2", 2022, null, state: ObservationState.Suppressed, scope: Scopes.Municipality),
            A.Observation("0000", "m-1", 2024, 75, scope: Scopes.Country),
            A.Observation("0000", "m-1", 2022, 74, scope: Scopes.Country),
            A.Observation("0000", "m-3", 2024, 60, scope: Scopes.Country),
            A.Observation("9902", "m-1", 2024, 10, scope: Scopes.Municipality),
            A.Observation("9901", "m-1", 2024, 20, scope: Scopes.District),
            A.Unit("9901", municipality: "9901"), A.Observation("9901", "m-1", 2024, 30));

        var figures = (await Find("9901"))!.Figures;

        Assert.Equal(
            [("m-1", "municipality", 2024, "T", 71.5), ("m-1", "municipality", 2024, "K", 80), ("m-1", "country", 2024, "T", 75), ("m-2", "municipality", 2022, "T", null)],
            figures.Select(f => (f.MeasureId, f.Scope, f.Period, f.Sex, f.Value)));
        Assert.Equal(ObservationState.Suppressed, figures[3].State);
    }

    [Fact]
    public async Task The_newest_figure_is_of_a_year_in_which_somebody_was_asked()
    {
        await Db.Add(
            A.Observation("9901", "repeated", 2024, 84, scope: Scopes.Municipality),
            A.Observation("9901", "repeated", 2025, null, state: ObservationState.NotAsked, scope: Scopes.Municipality),
            A.Observation("9901", "never", 2024, null, state: ObservationState.NotAsked, scope: Scopes.Municipality),
            A.Observation("9901", "never", 2025, null, state: ObservationState.NotAsked, scope: Scopes.Municipality),
            A.Observation("0000", "repeated", 2024, 80, scope: Scopes.Country), A.Observation("0000", "repeated", 2025, 81, scope: Scopes.Country));

        var figures = (await Find("9901"))!.Figures;

        Assert.Equal(
            [("never", 2025, null), ("repeated", 2024, 84), ("repeated", 2024, 80)],
            figures.Select(f => (f.MeasureId, f.Period, f.Value)));
    }

    [Fact]
    public async Task Overall_comes_first_then_questions_in_their_order_and_what_no_survey_asked_last()
    {
        await Db.Add(
        [
            A.Area("b", "B", order: 1), A.Area("a", "A", order: 2),
            A.Survey("s-a", area: "a"), A.Survey("s-b", area: "b"),
            A.Question("q-1", areaOrder: 2, order: 1, survey: "s-a"), A.Question("q-2", areaOrder: 1, order: 2, survey: "s-a"),
            A.Question("q-3", areaOrder: 1, order: 1, survey: "s-a"),
            A.Measure("m-1", "q-1", survey: "s-a", area: "a"), A.Measure("m-2", "q-2", survey: "s-a", area: "a"),
            A.Measure("m-3", "q-3", survey: "s-a", area: "a"), A.Measure("m-4", isHeadline: true, order: 9, survey: "s-a", area: "a"),
            A.Measure("m-5", survey: "s-b", area: "b"), A.Indicator("i-1", area: "b"), A.Indicator("i-2", area: null),
            .. new[] { "m-1", "m-2", "m-3", "m-4", "m-5", "i-1", "i-2" }.Select(m => A.Observation("9901", m, 2024, 1, scope: Scopes.Municipality)),
        ]);

        Assert.Equal(["m-5", "m-4", "m-3", "m-2", "m-1", "i-1", "i-2"], (await Find("9901"))!.Figures.Select(f => f.MeasureId));
    }

    [Fact]
    public async Task A_figure_brings_its_passport()
    {
        var read = new DateTime(2025, 2, 1, 2, 0, 0, DateTimeKind.Utc);
        await Db.Add(
            A.Source("institut", "Institutet", credit: "Källa: Institutet", licence: "CC BY 4.0"),
            A.Survey("s", "Enkäten", asked: "elever", source: "institut"), A.Round(2024, "s", publishedOn: "2024-06-01"),
            A.Question("q", "Jag trivs", "Trivsel", survey: "s"),
            A.Measure("m", "q", "Medel", "mean", decimals: 1, low: 1, high: 5, derivation: "Medel av svaren.", survey: "s", source: "institut"),
            A.Observation("9901", "m", 2024, 4.25, 30, 60, 50, isDoubtful: true, isDerived: true, edition: 2, scope: Scopes.Municipality),
            A.Edition(2), A.EditionSource(2, "institut", readAt: read), A.EditionSource(1, "institut"), A.EditionSource(2));

        var figure = Assert.Single((await Find("9901"))!.Figures);

        Assert.Equal(
            new MunicipalityFigure
            {
                Scope = "municipality",
                SubjectId = "9901",
                SubjectName = "Provköping",
                ServiceArea = "Förskola",
                SurveyId = "s",
                SurveyName = "Enkäten",
                Asked = "elever",
                Area = "Trivsel",
                QuestionId = "q",
                Wording = "Jag trivs",
                MeasureId = "m",
                MeasureName = "Medel",
                Kind = "mean",
                Unit = "score",
                Decimals = 1,
                ScaleLow = 1,
                ScaleHigh = 5,
                Derivation = "Medel av svaren.",
                PeriodKind = "round",
                Period = 2024,
                Sex = "T",
                State = ObservationState.Published,
                Value = 4.25,
                Respondents = 30,
                Invited = 60,
                ResponseRate = 50,
                IsDerived = true,
                IsDoubtful = true,
                PublishedOn = new DateOnly(2024, 6, 1),
                FetchedAt = read,
                EditionNumber = 2,
                SourceId = "institut",
                SourceName = "Institutet",
                Credit = "Källa: Institutet",
                Licence = "CC BY 4.0",
            },
            figure);
    }

    [Fact]
    public async Task Whole_and_fractional_and_missing_figures_come_as_they_are()
    {
        await Db.Add(
            A.Observation("9901", "m-1", 2024, null, scope: Scopes.Municipality),
            A.Observation("9901", "m-2", 2024, 10, scope: Scopes.Municipality),
            A.Observation("9901", "m-3", 2024, 10.5, 7, scope: Scopes.Municipality),
            A.Observation("9901", "m-4", 2024, null, scope: Scopes.Municipality));

        var figures = (await Find("9901"))!.Figures;

        Assert.Equal([null, 10, 10.5, null], figures.Select(f => f.Value));
        Assert.Equal([null, null, 7, null], figures.Select(f => f.Respondents));
    }

    private Task<MunicipalityView?> Find(string code) => new MunicipalityProfile(Db.Reporting).Find(code, Ct);

    public sealed class OnSqlite() : MunicipalityProfileTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : MunicipalityProfileTests(DatabaseEngine.SqlServer);
}
