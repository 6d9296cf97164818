using Portal.Tests.Nightly;

namespace Portal.Tests.Disclosure;

/// <summary>From the file to the table: nothing that a night publishes lies below its survey's floor.</summary>
public sealed class PublishedFloorTests
{
    public const string BelowTheFloor = """
        select s.scope, s.subject_id, m.measure_id, o.period, o.sex, o.value, o.respondents
        from rpt.observation as o
        join rpt.subject as s on s.subject_key = o.subject_key
        join rpt.measure as m on m.measure_key = o.measure_key
        join rpt.survey as v on v.survey_id = m.survey_id
        where (o.respondents < v.respondent_floor and o.value is not null)
           or (o.state = 2 and (o.value is not null or o.respondents is not null or o.response_rate is not null))
        """;

    [Fact]
    public async Task No_scope_no_sex_and_no_round_is_below_its_surveys_floor()
    {
        await using var night = await MadeNight.New();
        foreach (var sex in new[] { "T", "K", "M" })
        {
            foreach (var n in new[] { 1, 4, 5, 6 })
            {
                night.Append("results.csv",
                    $"q1,,e5,{2010 + n},{sex},,{n},20,30,80,4.1,50,30,20,0",
                    $"q1,municipality,9902,{2010 + n},{sex},,{n},20,30,80,4.1,50,30,20,0",
                    $"q1,country,0000,{2010 + n},{sex},,{n},20,30,80,4.1,50,30,20,0");
            }
        }
        await night.Run();

        Assert.Empty(await night.Rows(BelowTheFloor));
        Assert.Equal("2|-|-|20|-", await night.Figure("e5", "prov-q1-andel", 2014, "K"));
        Assert.Equal("1|80|5|20|30", await night.Figure("e5", "prov-q1-andel", 2015, "K"));
        Assert.Equal("2|-|-|20|-", await night.Figure("9902", "prov-q1-andel", 2014, scope: "municipality"));
        Assert.Equal("1|80|5|20|30", await night.Figure("0000", "prov-q1-andel", 2015, scope: "country"));
        Assert.Equal(
            ["2011|2", "2014|2", "2015|1", "2016|1"],
            await night.Rows("""
                select distinct a.period, a.state from rpt.answer_distribution as a where a.period between 2010 and 2020 order by 1
                """));
        Assert.Equal(0, await night.Count("select count(*) from rpt.answer_distribution where state = 2 and share is not null"));
    }

    [Fact]
    public async Task A_unit_that_tells_no_respondents_is_protected_and_a_municipality_is_not()
    {
        await using var night = await MadeNight.New();
        night.Append("results.csv", "q1,,e5,2024,T,,,,,80,4.1,50,30,20,0", "q1,country,0000,2024,T,,,,,80,4.1,,,,");
        await night.Run();
        Assert.Equal("2|-|-|-|-", await night.Figure("e5", "prov-q1-andel", 2024));
        Assert.Equal("1|80|-|-|-", await night.Figure("0000", "prov-q1-andel", 2024, scope: "country"));
        Assert.Equal(0, await night.Count("select count(*) from rpt.answer_distribution as a join rpt.subject as s on s.subject_key = a.subject_key where s.subject_id = 'e5' and a.share is not null"));
    }

    [Fact]
    public async Task A_rate_below_the_surveys_floor_is_too_few_answers()
    {
        await using var night = await MadeNight.New();
        night.Change("enkat.json", "\"respondentFloor\": 5,", "\"respondentFloor\": 5, \"rateFloor\": 50,");
        await night.Run();
        Assert.Equal("4|-|10|40|25", await night.Figure("e2", "prov-q1-andel", 2024));
        // e1 and e4 are left: (90 * 22 + 60 * 12) / 34.
        Assert.Equal("1|79.4118|34|40|85", await night.Figure("9901", "prov-q1-andel", 2024, scope: "municipality"));
    }

    [Fact]
    public async Task An_answer_that_hardly_anyone_gave_is_protected_alone()
    {
        await using var night = await MadeNight.New();
        night.Change("enkat.json", "\"respondentFloor\": 5,", "\"respondentFloor\": 5, \"answerFloor\": 3,");
        await night.Run();
        // Ten answered: five, three, two and none.
        Assert.Equal(["1|1|50", "2|1|30", "3|2|-", "4|1|0"], await night.Rows("""
            select a.answer, a.state, a.share from rpt.answer_distribution as a join rpt.subject as s on s.subject_key = a.subject_key
            where s.subject_id = 'e2' and a.period = 2024 order by 1
            """));
    }
}
