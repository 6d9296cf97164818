using Portal.Data.Queries.Editions;
using Portal.Data.Queries.Home;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Queries.Home;

public abstract class StartChoicesTests(DatabaseEngine engine) : QueryContract(engine)
{
    [Fact]
    public async Task Only_what_has_units_is_offered()
    {
        await Db.Add(
            A.Area("a", order: 2), A.Area("b", order: 1), A.Area("tom"),
            A.Municipality("9901", "Östby"), A.Municipality("9902", "Zetstad", isSample: true), A.Municipality("9903"),
            A.Unit("1", municipality: "9901", area: "a"), A.Unit("2", municipality: "9902", area: "a"), A.Unit("3", municipality: "9901", area: "b"),
            A.Unit("4", municipality: "9903", area: "tom", isListed: false));

        var choices = await new StartChoices(Db.Reporting).Ask(Ct);

        Assert.Equal([("b", 1), ("a", 2)], choices.Areas.Select(a => (a.Id, a.Units)));
        Assert.Equal([("Zetstad", true, 1), ("Östby", false, 2)], choices.Municipalities.Select(m => (m.Name, m.IsSample, m.Units)));
    }

    [Fact]
    public async Task The_newest_round_of_each_survey_is_news_with_the_units_that_it_is_newest_for()
    {
        await Db.Add(
            A.Municipality("9901", "Östby"),
            A.Survey("lokal", "Östbys enkät", municipality: "9901"), A.Round(2023, "lokal"), A.Round(2024, "lokal", isPreliminary: true),
            A.Survey("stor", "Stora enkäten"), A.Round(2022, "stor"), A.Survey("tyst", "Utan omgång"),
            A.Measure("helhet", survey: "lokal", isHeadline: true), A.Measure("annat", survey: "lokal"),
            A.Unit("1", headline: "helhet", headlinePeriod: 2024), A.Unit("2", headline: "helhet", headlinePeriod: 2023), A.Unit("3"));

        var news = (await new StartChoices(Db.Reporting).Ask(Ct)).News;

        Assert.Equal(
            [("lokal", "Östby", 2024, true, 1), ("stor", null, 2022, false, 0)],
            news.Select(n => (n.SurveyId, n.MunicipalityName, n.Period, n.IsPreliminary, n.Units)));
    }

    [Fact]
    public async Task The_latest_edition_is_the_one_with_the_highest_number()
    {
        Assert.Null(await new LatestEdition(Db.Reporting).Find(Ct));

        await Db.Add(A.Edition(9, new DateTime(2025, 3, 2, 2, 0, 0, DateTimeKind.Utc)), A.Edition(10, night: 4, added: 1, changed: 2, removed: 3, observations: 40));

        Assert.Equal(
            new Edition { Number = 10, PublishedAt = new DateTime(2025, 3, 1, 2, 30, 0, DateTimeKind.Utc), NightNumber = 4, Added = 1, Changed = 2, Removed = 3, Observations = 40, IsKept = true },
            await new LatestEdition(Db.Reporting).Find(Ct));
    }

    public sealed class OnSqlite() : StartChoicesTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : StartChoicesTests(DatabaseEngine.SqlServer);
}
