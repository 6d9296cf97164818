namespace Portal.Tests.Nightly.Skolverket;

/// <summary>Statistics and surveys of schools from recorded answers.</summary>
public sealed class SkolverketStatisticsTests
{
    private const string Statistics = "education/statistics-gr.jsonl";
    private const string Surveys = "education/surveys.jsonl";
    private const string Flagged = """
        select m.measure_id, o.period, o.state, o.value, o.is_approximate
        from rpt.observation as o join rpt.subject as s on s.subject_key = o.subject_key join rpt.measure as m on m.measure_key = o.measure_key
        """;

    [Fact]
    public async Task Every_type_of_value_becomes_a_state_of_its_own_and_a_number_only_where_there_is_one()
    {
        await using var night = await MadeSchools.Night();

        var report = await night.RunAndSee("skolverket");

        Assert.Equal(0, report.RowsRejected);
        Assert.Equal(
            [
                "skolverket-gr-behoriga-yrkesprogram|2023|1|91.3|0", "skolverket-gr-behoriga-yrkesprogram|2024|1|100|1",
                "skolverket-gr-elever|2025|1|270|1", "skolverket-gr-elever-per-larare|2024|1|12|0", "skolverket-gr-elever-per-larare|2025|1|12.4|0",
                "skolverket-gr-godkanda-ak6|2024|1|48.8|0", "skolverket-gr-larare-behoriga|2024|1|0|0", "skolverket-gr-larare-behoriga|2025|1|84.6|0",
                "skolverket-gr-speciallarare|2024|6|-|0", "skolverket-gr-speciallarare|2025|2|-|0",
            ],
            await night.Rows($"{Flagged} where s.subject_id = 'gr-90000101' and m.period_kind = 'school_year' order by 1, 2"));
        Assert.Equal(
            ["skolverket-gr-elever-per-larare|2025|1|9.9|0", "skolverket-gr-larare-behoriga|2025|5|-|0"],
            await night.Rows($"{Flagged} where s.subject_id = 'gr-90000102' and m.period_kind = 'school_year' order by 1, 2"));
        Assert.Equal(
            ["skolverket-gr-elever-per-larare|2025|1|12.1|0", "skolverket-gr-speciallarare|2025|1|4397.9|0"],
            await night.Rows($"{Flagged} where s.scope = 'country' order by 1"));
        Assert.Equal(
            ["gäller inte skolan: 1", "saknas: 1", "skyddade, för få elever: 1", "tal: 9", "ungefärliga tal: 2", "saknas för skolan, utan läsår: 1"], report.Notes);
    }

    [Fact]
    public async Task A_survey_is_an_index_of_those_who_answered_in_the_round_that_it_comes_from()
    {
        await using var night = await MadeSchools.Night();

        await night.Run();

        Assert.Equal(
            [
                "skolverket-skolenkaten-elever-ak5|Skolenkäten, elever i årskurs 5|våren 2024", "skolverket-skolenkaten-elever-ak8|Skolenkäten, elever i årskurs 8|våren 2024",
                "skolverket-skolenkaten-vardnadshavare|Skolenkäten, vårdnadshavare till elever i grundskolan|våren 2024",
            ],
            await night.Rows("select s.survey_id, s.name, r.name from rpt.survey as s join rpt.survey_round as r on r.survey_id = s.survey_id order by 1"));
        Assert.Equal("1|7.9|159|180|88", await night.Figure("gr-90000101", "skolverket-skolenkaten-elever-ak5-nojd-index", 2024));
        Assert.Equal("1|8.2|200|-|-", await night.Figure("gr-90000101", "skolverket-skolenkaten-vardnadshavare-trygghet-index", 2024));
        // Four pupils are below the floor; the eight guardians Skolverket hides itself; both are protected, and not how few they were.
        Assert.Equal("2|-|-|30|-", await night.Figure("gr-90000101", "skolverket-skolenkaten-elever-ak8-nojd-index", 2024));
        Assert.Equal("2|-|-|-|-", await night.Figure("gr-90000102", "skolverket-skolenkaten-vardnadshavare-nojd-index", 2024));
        // A question that was not asked is no question.
        Assert.Empty(await night.Rows("select question_id from rpt.question where question_id like '%rekommendera%'"));
        Assert.Equal(
            ["mean|0|10|1"], await night.Rows("select distinct kind, low, high, decimals from rpt.measure where survey_id is not null"));
    }

    [Fact]
    public async Task Nobody_answering_is_not_too_few_answering()
    {
        await using var night = await MadeSchools.Night();
        night.Change(Surveys, "\"noOfAnswers\": \"8\"", "\"noOfAnswers\": \"0\"");

        await night.Run();

        Assert.Equal("4|-|0|-|-", await night.Figure("gr-90000102", "skolverket-skolenkaten-vardnadshavare-nojd-index", 2024));
    }

    [Fact]
    public async Task A_question_that_is_worded_anew_is_another_question_after_the_first()
    {
        await using var night = await MadeSchools.Night();
        var later = (await File.ReadAllLinesAsync(Path.Combine(night.Folder, Surveys), TestContext.Current.CancellationToken))[1]
            .Replace("VT24", "VT26", StringComparison.Ordinal).Replace("Hur nöjd är du med ditt barns skola?", "Är du nöjd med skolan?", StringComparison.Ordinal)
            .Replace("90000101", "90000103", StringComparison.Ordinal);
        night.Append(Surveys, later);

        await night.Run();

        Assert.Equal(
            ["skolverket-skolenkaten-vardnadshavare-nojd|Hur nöjd är du med ditt barns skola?|-", "skolverket-skolenkaten-vardnadshavare-nojd-2|Är du nöjd med skolan?|skolverket-skolenkaten-vardnadshavare-nojd"],
            await night.Rows("""
                select q.question_id, q.wording, b.question_id from rpt.question as q left join rpt.question as b on b.question_key = q.replaces_key
                where q.question_id like 'skolverket-skolenkaten-vardnadshavare-nojd%' order by 1
                """));
        Assert.Equal("1|7.6|200|-|-", await night.Figure("gr-90000103", "skolverket-skolenkaten-vardnadshavare-nojd-2-index", 2026));
        Assert.Equal(
            ["2024|våren 2024", "2026|våren 2026"],
            await night.Rows("select period, name from rpt.survey_round where survey_id = 'skolverket-skolenkaten-vardnadshavare' order by 1"));
    }

    [Fact]
    public async Task Years_and_rounds_that_Skolverket_no_longer_gives_stay_from_earlier_answers()
    {
        await using var night = await MadeSchools.Night();
        night.Write("education/earlier/statistics-gr.jsonl", """
            {"url":"https://api.skolverket.se/planned-educations/v4/school-units/90000101/statistics/gr","json":{"status":"OK","body":{"schoolUnit":"90000101","studentsPerTeacherQuota":[{"value":"99,9","valueType":"EXISTS","timePeriod":"2025/26"},{"value":"13,1","valueType":"EXISTS","timePeriod":"2019/20"}]}}}

            """);
        var first = (await File.ReadAllLinesAsync(Path.Combine(night.Folder, Surveys), TestContext.Current.CancellationToken))[1];
        night.Write("education/earlier/surveys.jsonl", first.Replace("VT24", "VT22", StringComparison.Ordinal) + "\n" + first.Replace("\"7,6\"", "\"1,0\"", StringComparison.Ordinal) + "\n");

        var report = await night.RunAndSee("skolverket");

        Assert.Equal(0, report.RowsRejected);
        Assert.Equal("1|13.1|-|-|-", await night.Figure("gr-90000101", "skolverket-gr-elever-per-larare", 2019));
        Assert.Equal("1|12.4|-|-|-", await night.Figure("gr-90000101", "skolverket-gr-elever-per-larare", 2025));
        Assert.Equal("1|7.6|200|-|-", await night.Figure("gr-90000101", "skolverket-skolenkaten-vardnadshavare-nojd-index", 2022));
        Assert.Equal("1|7.6|200|-|-", await night.Figure("gr-90000101", "skolverket-skolenkaten-vardnadshavare-nojd-index", 2024));
    }

    [Theory]
    [InlineData("\"value\": \"12,4\"", "\"value\": \"..\"", "Värdet och värdetypen säger emot varandra")]
    [InlineData("\"value\": \"12,4\"", "\"value\": \"tolv\"", "Värdet går inte att läsa")]
    [InlineData("\"value\": \"84,6\"", "\"value\": \"846\"", "Värdet är inte rimligt")]
    [InlineData("\"timePeriod\": \"2023/24\"", "\"timePeriod\": \"2023\"", "Läsåret går inte att läsa")]
    [InlineData("\"timePeriod\": \"2023/24\"", "\"timePeriod\": \"2024/25\"", "Dubblett")]
    [InlineData("\"schoolUnit\": \"90000102\"", "\"schoolUnit\": \"90000999\"", "Okänd skolenhet")]
    [InlineData("/statistics/gr\", \"json\"", "/statistics/gy\", \"json\"", "Skolformen är okänd")]
    [InlineData("\"schoolUnit\":", "\"school\":", "Svaret är inget som portalen känner igen")]
    public async Task A_value_that_does_not_hold_is_rejected_and_the_others_stand(string from, string to, string reason)
    {
        await using var night = await MadeSchools.Night();
        night.Change(Statistics, from, to);

        var report = await night.RunAndSee("skolverket");

        Assert.Equal("read", report.Outcome);
        Assert.Contains(("reject", reason), report.Reasons.Keys);
        Assert.All(report.Reasons.Keys, r => Assert.Equal(("reject", reason), r));
        Assert.NotNull(await night.Figure("0000", "skolverket-gr-elever-per-larare", 2025, scope: "country"));
    }

    [Fact]
    public async Task A_measure_that_the_portal_does_not_know_is_told_of_and_not_read()
    {
        await using var night = await MadeSchools.Night();
        night.Change(Statistics, "\"averageResultNationalTestsSubjectSVA6thGrade\": []", "\"daysOfSunshine\": [{\"value\": \"9\", \"valueType\": \"EXISTS\", \"timePeriod\": \"2024/25\"}]");

        var report = await night.RunAndSee("skolverket");

        Assert.Equal(("remark", "Måttet är okänt och läses inte", "gr: daysOfSunshine"), Assert.Single(report.Rejects.Select(r => (r.Kind, r.Reason, r.Detail))));
    }

    [Theory]
    [InlineData("{\"url\": \"x\", \"json\": {\"status\"", "är inte hel JSON, rad 3")]
    [InlineData("<html><body>Service unavailable</body></html>", "är inte hel JSON, rad 3")]
    public async Task An_answer_that_is_no_JSON_leaves_yesterdays_figures_in_place(string line, string says)
    {
        await using var night = await MadeSchools.Night();
        await night.Run();
        var before = await night.AllFigures();
        night.Append(Statistics, line);

        var report = await night.RunAndSee("skolverket");

        Assert.Equal("failed", report.Outcome);
        Assert.Contains(says, report.Message, StringComparison.Ordinal);
        Assert.Equal(before, await night.AllFigures());
    }

    [Theory]
    [InlineData("register/units.jsonl", "skolenhetsregistret")]
    [InlineData("education/statistics-gr.jsonl", "skolverket")]
    public async Task An_empty_list_leaves_yesterdays_in_place(string file, string source)
    {
        await using var night = await MadeSchools.Night();
        await night.Run();
        var before = await night.AllFigures();
        night.Write(file, "");
        night.Write("register/list.json", """{ "meta": {}, "data": { "type": "schoolunit", "attributes": [] } }""");
        night.Write(Surveys, "");

        var report = await night.RunAndSee(source);

        Assert.Equal("failed", report.Outcome);
        Assert.Equal(before, await night.AllFigures());
        Assert.Empty(await night.Rows("select unit_id from rpt.unit where is_listed = 0"));
    }

    [Fact]
    public async Task Another_sources_measures_and_surveys_are_not_taken_over()
    {
        await using var night = await MadeSchools.Night();
        night.Write("skolstatistik2.json", (await File.ReadAllTextAsync(Path.Combine(night.Folder, "skolstatistik.json"), TestContext.Current.CancellationToken)).Replace("\"skolverket\"", "\"skolverket-2\"", StringComparison.Ordinal));
        night.Plan(
            """{ "profile": "kommuner.json" }""", """{ "profile": "skolor.json", "folder": "register", "fetch": false }""",
            """{ "profile": "skolstatistik.json", "folder": "education", "fetch": false }""", """{ "profile": "skolstatistik2.json", "folder": "education", "fetch": false }""");

        var report = await night.RunAndSee("skolverket-2");

        Assert.Equal("failed", report.Outcome);
        Assert.Contains("prefix", report.Message, StringComparison.Ordinal);
    }
}
