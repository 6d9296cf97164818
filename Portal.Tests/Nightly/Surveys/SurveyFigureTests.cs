using Portal.Data.Reporting;

namespace Portal.Tests.Nightly.Surveys;

/// <summary>What a survey's rows become: states, marks, derived figures and the overall figure of a unit.</summary>
public abstract class SurveyFigureTests(DatabaseEngine engine) : NightContract(engine)
{
    [Theory]
    [InlineData("suppressed", "2|-|-|25|-")]
    [InlineData("not_asked", "3|-|-|-|-")]
    [InlineData("no_answer", "4|-|-|25|-")]
    [InlineData("not_applicable", "5|-|-|-|-")]
    [InlineData("missing", "6|-|-|-|-")]
    public async Task A_state_is_published_as_it_is_given_and_never_as_a_zero(string state, string expected)
    {
        await using var night = await New();
        var invited = expected.Contains("25", StringComparison.Ordinal) ? "25" : "";
        night.Append("results.csv", $"q1,,e5,2024,T,{state},,{invited},,,,,,,");
        await night.Run();
        Assert.Equal(expected, await night.Figure("e5", "prov-q1-andel", 2024));
        Assert.Equal(expected, await night.Figure("e5", "prov-q1-medel", 2024));
    }

    [Fact]
    public async Task A_value_that_should_not_be_shown_is_not_and_is_remarked_on()
    {
        await using var night = await New();
        night.Append("results.csv", "q1,,e5,2024,T,suppressed,8,25,32,75,,,,,");
        var report = await night.RunAndSee("enkaten");
        Assert.Equal("2|-|-|25|-", await night.Figure("e5", "prov-q1-andel", 2024));
        Assert.Contains(("remark", "Ett värde står trots att raden säger att det inte ska visas"), report.Reasons.Keys);
    }

    [Fact]
    public async Task A_sources_own_signs_are_states()
    {
        await using var night = await New();
        night.Change("enkat.json", "\"figures\": [ { \"file\": \"results\",", "\"figures\": [ { \"file\": \"results\", \"valueCodes\": { \"..\": \"suppressed\", \".\": \"not_applicable\" },");
        night.Append("results.csv", "q1,,e5,2024,T,,20,25,80,..,.,,,,");
        await night.Run();
        Assert.Equal("2|-|-|25|-", await night.Figure("e5", "prov-q1-andel", 2024));
        Assert.Equal("5|-|20|25|80", await night.Figure("e5", "prov-q1-medel", 2024));
    }

    [Fact]
    public async Task A_unit_of_a_round_that_lacks_a_figure_is_told_as_missing_and_one_outside_the_round_is_not()
    {
        await using var night = await Published();
        Assert.Equal("6|-|-|-|-", await night.Figure("e2", "prov-q2-andel", 2024));
        Assert.Equal("6|-|-|-|-", await night.Figure("e4", "prov-q2-medel", 2024));
        Assert.Null(await night.Figure("e3", "prov-q1-andel", 2024));
        Assert.Null(await night.Figure("e5", "prov-q1-andel", 2023));
    }

    [Fact]
    public async Task A_unit_that_was_not_asked_is_not_in_the_round_and_lacks_nothing()
    {
        await using var night = await New();
        night.Append("results.csv", "q1,,e5,2024,T,not_asked,,,,,,,,,");
        await night.Run();
        Assert.Equal("3|-|-|-|-", await night.Figure("e5", "prov-q1-andel", 2024));
        Assert.Null(await night.Figure("e5", "prov-q2-andel", 2024));
    }

    [Fact]
    public async Task The_municipalitys_share_is_weighted_by_respondents_over_what_is_shown()
    {
        await using var night = await Published();
        // e3 with its four answers is left out: (80 * 20 + 90 * 30) / 50.
        Assert.Equal("1|86|50|65|76.9", await night.Figure("9901", "prov-q1-andel", 2023, scope: "municipality"));
        Assert.Equal("1|79.5455|44|80|55", await night.Figure("9901", "prov-q1-andel", 2024, scope: "municipality"));
        // One unit alone is no municipality.
        Assert.Null(await night.Figure("9901", "prov-q2-andel", 2024, scope: "municipality"));
        Assert.Null(await night.Figure("9901", "prov-q1-medel", 2024, scope: "municipality"));
        Assert.Equal(["9901", "9901", "9901"], await night.Rows(
            "select s.subject_id from rpt.observation as o join rpt.subject as s on s.subject_key = o.subject_key where o.is_derived = 1"));
    }

    [Theory]
    [InlineData("q1,municipality,9901,2024,T,,400,500,80,77,,,,,", "1|77|400|500|80")]
    [InlineData("q1,municipality,9901,2024,T,missing,,,,,,,,,", "6|-|-|-|-")]
    public async Task A_municipalitys_own_figure_is_never_replaced(string row, string expected)
    {
        await using var night = await New();
        night.Append("results.csv", row);
        await night.Run();
        Assert.Equal(expected, await night.Figure("9901", "prov-q1-andel", 2024, scope: "municipality"));
        Assert.Equal(0, await night.Count("select count(*) from rpt.observation where is_derived = 1 and period = 2024"));
    }

    [Fact]
    public async Task A_municipality_is_more_than_a_few_of_its_units()
    {
        await using var night = await New();
        night.Append("results.csv", "q1,,e3,2024,T,suppressed,,10,,,,,,,", "q2,,e4,2024,T,,12,15,80,60,3.6,40,20,40,0");
        await night.Run();
        // Three of four for the first question, two of four for the second.
        Assert.NotNull(await night.Figure("9901", "prov-q1-andel", 2024, scope: "municipality"));
        Assert.Null(await night.Figure("9901", "prov-q2-andel", 2024, scope: "municipality"));
    }

    [Theory]
    [InlineData("q1,,e5,2024,T,,20,25,80,,4.1,50,30,20,0", "1|80|20|25|80|1")]
    // The mean says another thing than the answers: nobody knows which is right.
    [InlineData("q1,,e5,2024,T,,20,25,80,,4.5,50,30,20,0", "6|-|-|-|-|0")]
    // The answers are not whole.
    [InlineData("q1,,e5,2024,T,,20,25,80,,4.1,40,24,16,0", "6|-|-|-|-|0")]
    // Two of twenty had something to say: their answers are protected, and so is what is worked out from them.
    [InlineData("q1,,e5,2024,T,,20,25,80,,4.5,5,5,0,90", "2|-|-|25|-|1")]
    public async Task A_share_that_is_not_given_is_worked_out_where_two_witnesses_agree(string row, string expected)
    {
        await using var night = await New();
        night.Append("results.csv", row);
        await night.Run();
        Assert.Equal(expected, Assert.Single(await night.Rows("""
            select o.state, o.value, o.respondents, o.invited, o.response_rate, o.is_derived from rpt.observation as o
            join rpt.subject as s on s.subject_key = o.subject_key join rpt.measure as m on m.measure_key = o.measure_key
            where s.subject_id = 'e5' and m.measure_id = 'prov-q1-andel'
            """)));
    }

    [Fact]
    public async Task A_figure_of_the_country_and_of_a_district_find_their_subjects()
    {
        await using var night = await New();
        night.Append("results.csv", "q1,country,0000,2024,T,,9000,12000,75,81,,,,,");
        await night.Run();
        Assert.Equal("1|81|9000|12000|75", await night.Figure("0000", "prov-q1-andel", 2024, scope: "country"));
    }

    [Fact]
    public async Task A_share_that_its_own_answers_contradict_is_marked_and_not_counted_further()
    {
        await using var night = await New();
        night.Change("results.csv", "q1,,e1,2024,T,,22,25,88,90,4.4,60,30,10,0", "q1,,e1,2024,T,,22,25,88,95,4.8,60,30,10,0");
        night.Change("results.csv", "q1,,e2,2024,T,,10,40,25,80,4.1,50,30,20,0", "q1,,e2,2024,T,,10,40,25,82,4.2,50,30,20,0");
        var report = await night.RunAndSee("enkaten");

        Assert.Equal(
            ["e1|prov-q1-andel", "e1|prov-q1-medel"],
            await night.Rows("""
                select s.subject_id, m.measure_id from rpt.observation as o
                join rpt.subject as s on s.subject_key = o.subject_key join rpt.measure as m on m.measure_key = o.measure_key
                where o.is_doubtful = 1 order by 2
                """));
        Assert.Equal("1|95|22|25|88", await night.Figure("e1", "prov-q1-andel", 2024));
        // (82 * 10 + 60 * 12) / 22, without e1.
        Assert.Equal("1|70|22|55|40", await night.Figure("9901", "prov-q1-andel", 2024, scope: "municipality"));
        Assert.Equal(2, report.Remarks);
        // What the remark says is Swedish, whatever the machine.
        Assert.Contains("mean är 4,8, svaren ger 4,4.", report.Rejects.Select(r => r.Detail));
    }

    [Fact]
    public async Task Answers_that_do_not_add_up_are_published_and_remarked_on()
    {
        await using var night = await New();
        night.Change("results.csv", "4.4,60,30,10,0\nq1,,e2,2024", "4.4,60,30,5,0\nq1,,e2,2024");
        var report = await night.RunAndSee("enkaten");
        Assert.Equal(1, report.Reasons[("remark", "Svarens andelar går inte ihop till 100 procent")]);
    }

    [Fact]
    public async Task A_preliminary_round_is_shown_marked_and_not_counted_further()
    {
        await using var night = await New();
        night.Change("enkat.json", "\"respondentFloor\": 5,", "\"respondentFloor\": 5, \"rounds\": [ { \"period\": 2024, \"name\": \"våren 2024\", \"preliminary\": true } ],");
        await night.Run();
        Assert.Equal("7|90|22|25|88", await night.Figure("e1", "prov-q1-andel", 2024));
        Assert.Equal("1|80|20|25|80", await night.Figure("e1", "prov-q1-andel", 2023));
        Assert.Null(await night.Figure("9901", "prov-q1-andel", 2024, scope: "municipality"));
        Assert.Equal(["2023|2023|0", "2024|våren 2024|1"], await night.Rows("select period, name, is_preliminary from rpt.survey_round order by period"));
        Assert.Equal(0, await night.Count("select count(*) from rpt.answer_distribution where period = 2024 and state = 1"));
    }

    [Fact]
    public async Task Lists_show_the_newest_overall_figure_that_may_be_shown()
    {
        await using var night = await New();
        night.Change("results.csv", "q1,,e2,2024,T,,10,", "q1,,e2,2024,T,,3,");
        await night.Run();
        Assert.Equal(
            ["e1|prov-q1-andel|2024|90", "e2|prov-q1-andel|2023|90", "e3|prov-q1-andel|2023|-", "e4|prov-q1-andel|2024|60"],
            await night.Rows("""
                select h.unit_id, m.measure_id, h.period, h.value from rpt.headline as h
                join rpt.measure as m on m.measure_key = h.measure_key order by 1
                """));
    }

    [Fact]
    public async Task A_unit_whose_overall_figure_is_gone_has_none_in_lists()
    {
        await using var night = await Published();
        night.Remove("results.csv", "q1,,e4,2024");
        await night.Run();
        Assert.Equal(["e1", "e2", "e3"], await night.Rows("select unit_id from rpt.headline order by unit_id"));
    }

    [Theory, InlineData("sv-SE"), InlineData("en-GB"), InlineData("tr-TR")]
    public async Task A_night_gives_the_same_in_every_culture(string culture)
    {
        await using var expected = await Published();
        await using var night = await New();
        night.Write("results.csv", MadeFiles.All["results.csv"].Replace(',', ';').Replace('.', ','));
        var report = await Support.InCulture.Run(culture, () => night.Run());

        Assert.Equal(Portal.Data.Nightly.NightOutcome.Published, report.Outcome);
        Assert.Equal(await expected.AllFigures(), await night.AllFigures());
        Assert.Equal(
            await expected.Rows("select unit_id, sort_key, search_name, provider_id from rpt.unit order by unit_id"),
            await night.Rows("select unit_id, sort_key, search_name, provider_id from rpt.unit order by unit_id"));
    }

    public sealed class OnSqlite() : SurveyFigureTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : SurveyFigureTests(DatabaseEngine.SqlServer);
}
