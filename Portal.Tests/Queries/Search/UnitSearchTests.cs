using Portal.Data.Queries.Search;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Search;

public abstract class UnitSearchTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task The_name_itself_stands_first_then_whole_words_then_beginnings_then_any_order()
    {
        await Db.Add(
            A.Unit("exact", "Solen"), A.Unit("word", "Förskolan Solen"), A.Unit("beginning", "Afton Solens gård"), A.Unit("part", "Aftonsolen"),
            A.Unit("other", "Månen"));

        Assert.Equal(["exact", "word", "beginning", "part"], (await Find("solen")).Units.Select(u => u.Id));
    }

    [Theory]
    [InlineData("tallen lilla")]
    [InlineData("LILLA  tållën")]
    [InlineData("tal lil")]
    public async Task All_words_are_found_in_any_order_and_spelling_of_letters(string text)
    {
        await Db.Add(A.Unit("right", "Lilla Tallen"), A.Unit("half", "Lilla Eken"), A.Unit("none", "Björken"));

        Assert.Equal(["right"], (await Find(text)).Units.Select(u => u.Id));
    }

    [Fact]
    public async Task Another_name_is_told_where_it_is_the_one_that_fits()
    {
        await Db.Add(A.Unit("e-1", "Solen"), A.Alias("e-1", "Gamla Månen"), A.Alias("e-1", "Gamla Solen"), A.Unit("e-2", "Stora Månen"));

        Assert.Equal([("e-1", "Gamla Månen"), ("e-2", null)], (await Find("månen")).Units.OrderBy(u => u.Id, StringComparer.Ordinal).Select(u => (u.Id, u.OtherName)));
        Assert.Equal([("e-1", null)], (await Find("solen")).Units.Select(u => (u.Id, u.OtherName)));
        Assert.Empty((await Find("solen månen")).Units);
    }

    [Fact]
    public async Task A_place_and_a_kind_of_service_narrow_and_a_unit_no_longer_listed_is_found_by_name_only()
    {
        await Db.Add(
            A.Unit("right", "Solen", "9902", "hemtjanst"), A.Unit("elsewhere", "Solen", "9903", "hemtjanst"), A.Unit("other", "Solen", "9902"),
            A.Unit("gone", "Solens gård", "9902", "hemtjanst", isListed: false), A.Alias("elsewhere", "Solen", source: "annan"));
        var place = new SearchTerms { MunicipalityCode = "9902", ServiceAreaId = "hemtjanst" };

        Assert.Equal(["right"], (await Find(place)).Units.Select(u => u.Id));
        Assert.Equal([("right", true), ("gone", false)], (await Find(place with { Words = ["solen"] })).Units.Select(u => (u.Id, u.IsListed)));
        Assert.Equal(3, (await Find(new SearchTerms { MunicipalityCode = "9902", Words = ["sol"] })).Total);
    }

    [Fact]
    public async Task No_more_than_are_shown_come_with_the_number_of_all()
    {
        await Db.Add([.. Enumerable.Range(1, 12).Select(i => A.Unit($"e-{i}", $"Gatan {i}"))]);

        var found = await Find("gatan");

        Assert.Equal((10, 12, "e-1"), (found.Units.Count, found.Total, found.Units[0].Id));
        Assert.Equal((0, 0), ((await Find("vägen")).Units.Count, (await Find("vägen")).Total));
    }

    [Fact]
    public async Task All_names_of_all_units_are_there_for_the_spelling()
    {
        await Db.Add(A.Unit("e-1", "Solen"), A.Alias("e-1", "Gamla Månen"), A.Unit("e-2", "Åsen", isListed: false));

        Assert.Equal(["asen", "gamla manen", "solen"], (await new UnitNames(Db.Reporting).Ask(Ct)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_catalogue_has_one_measure_a_question_and_every_measure_without_one()
    {
        await Db.Add(
            A.Municipality("9902", "Östby"), A.Municipality("9903", "Zetstad", isSample: true),
            A.Survey("enkat", "Enkäten", municipality: "9902"),
            A.Question("q-1", "Är maten god?", "Mat", survey: "enkat"),
            A.Measure("medel", "q-1", "Medelvärde", "mean", order: 2, survey: "enkat"), A.Measure("andel", "q-1", "Andel", order: 1, survey: "enkat"),
            A.Indicator("antal", "Antal barn"), A.Indicator("kostnad", "Kostnad"));

        var all = await new SearchCatalogue(Db.Reporting).Ask(Ct);

        Assert.Equal(["Zetstad", "Östby"], all.Municipalities.Select(m => m.Name));
        Assert.Equal([("enkat", "Östby", "Förskola")], all.Surveys.Select(s => (s.Id, s.MunicipalityName!, s.ServiceAreaName)));
        Assert.Equal(["andel", "antal", "kostnad"], all.Measures.Select(m => m.Id).Order(StringComparer.Ordinal));
        var question = all.Measures.Single(m => m.Id == "andel");
        Assert.Equal(("Är maten god?", "Mat", "Enkäten"), (question.Title, question.Area, question.SurveyName));
        Assert.Equal("Antal barn", all.Measures.Single(m => m.Id == "antal").Title);
        Assert.Equal(["forskola"], all.Areas.Select(a => a.Id));
    }

    private Task<UnitHits> Find(string text) => Find(SearchTerms.Plain(text));

    private Task<UnitHits> Find(SearchTerms terms) => new UnitSearch(Db.Reporting).Find(terms, Ct);

    public sealed class OnSqlite() : UnitSearchTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : UnitSearchTests(DatabaseEngine.SqlServer);
}
