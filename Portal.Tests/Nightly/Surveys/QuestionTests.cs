using Portal.Data.Nightly;
using Portal.Data.Reporting;

namespace Portal.Tests.Nightly.Surveys;

/// <summary>A question is one across rounds where its wording is, and keeps its key for as long.</summary>
public abstract class QuestionTests(DatabaseEngine engine) : NightContract(engine)
{
    private const string Keys = """
        select 'question', question_id, question_key from rpt.question
        union all select 'measure', measure_id, measure_key from rpt.measure
        union all select scope, subject_id, subject_key from rpt.subject
        order by 1, 2
        """;

    [Fact]
    public async Task Keys_are_the_same_night_after_night_whatever_comes_before()
    {
        await using var night = await Published();
        var before = await night.Rows(Keys);
        night.Change("questions.csv", "q1,Helhet", "q0,Mat,Maten är god,\nq1,Helhet");
        night.Change("results.csv", "q1,,e1,2023,T,,20", "q0,,e2,2023,T,,30,40,75,80,4.1,50,30,20,0\nq1,,e1,2023,T,,20");
        night.Change("units.csv", "e1,9901", "e0,9901,forskola,Aklejan,,,,10\ne1,9901");
        Assert.Equal(2, (await night.Run()).EditionNumber);

        var after = await night.Rows(Keys);
        Assert.All(before, k => Assert.Contains(k, after));
        Assert.Equal(before.Count + 4, after.Count);
        Assert.Equal(after.Count, after.Select(k => k[..k.IndexOf('|', StringComparison.Ordinal)].Replace("unit", "s", StringComparison.Ordinal)
            .Replace("municipality", "s", StringComparison.Ordinal) + k[k.LastIndexOf('|')..]).Distinct().Count());
    }

    [Fact]
    public async Task Another_wording_under_a_new_id_is_another_question_that_may_replace_the_old()
    {
        await using var night = await New();
        night.Append("questions.csv", "q3,Trygghet,Mitt barn är tryggt på förskolan,trygghet");
        night.Change("results.csv", "q2,,e1,2024", "q3,,e1,2024");
        night.Change("enkat.json", "\"headline\": \"q1\"", "\"headline\": \"q1\", \"replaces\": { \"q3\": \"q2\" }");
        await night.Run();
        Assert.Equal(
            ["prov-q1|2023|-", "prov-q1|2024|-", "prov-q2|2023|-", "prov-q3|2024|prov-q2"],
            await night.Rows("""
                select q.question_id, r.period, old.question_id from rpt.question as q
                join rpt.question_round as r on r.question_key = q.question_key
                left join rpt.question as old on old.question_key = q.replaces_key order by 1, 2
                """));
        Assert.Null(await night.Figure("e1", "prov-q2-andel", 2024));
        Assert.Equal("1|80|22|25|88", await night.Figure("e1", "prov-q3-andel", 2024));
    }

    [Fact]
    public async Task Another_wording_under_the_same_id_is_another_question_too()
    {
        await using var night = await Published();
        var old = Assert.Single(await night.Rows("select question_key from rpt.question where question_id = 'prov-q2'"));
        night.Change("questions.csv", "Mitt barn känner sig tryggt", "Mitt barn är tryggt på förskolan");
        Assert.Equal(NightOutcome.Published, (await night.Run()).Outcome);

        Assert.Equal(
            [$"Mitt barn känner sig tryggt|{old}|0", "Mitt barn är tryggt på förskolan|-|2"],
            await night.Rows($"""
                select q.wording, nullif(q.question_key, case when q.question_key = {old} then -1 else q.question_key end),
                       (select count(*) from rpt.question_round as r where r.question_key = q.question_key)
                from rpt.question as q where q.area = 'Trygghet' order by q.question_key
                """));
        Assert.Equal(2, await night.Count("select count(distinct question_key) from rpt.measure where kind = 'share' and name like 'Mitt barn%'"));
        Assert.Equal(0, await night.Count($"select count(*) from rpt.observation as o join rpt.measure as m on m.measure_key = o.measure_key where m.question_key = {old}"));
        // And the next night finds it by its wording.
        Assert.Equal(NightOutcome.Unchanged, (await night.Run()).Outcome);
    }

    [Theory]
    [InlineData("mitt barn  känner sig tryggt.")]
    [InlineData("Mitt barn känner sigtryggt")]
    [InlineData("MITT BARN KÄNNER SIG TRYGGT!")]
    public async Task Spaces_signs_and_capitals_make_no_other_question(string wording)
    {
        await using var night = await New();
        night.Append("questions.csv", $"q3,Trygghet,{wording},trygghet");
        night.Change("results.csv", "q2,,e1,2024", "q3,,e1,2024");
        await night.Run();
        Assert.Equal(["prov-q1", "prov-q2"], await night.Rows("select question_id from rpt.question order by 1"));
        Assert.Equal("1|80|22|25|88", await night.Figure("e1", "prov-q2-andel", 2024));
    }

    [Theory]
    [InlineData("q3,Trygghet,Mitt barn känner,\n", "")]
    [InlineData("", "\nq3,Trygghet,Mitt barn känner,")]
    public async Task A_damaged_copy_is_the_question_that_the_profile_names_wherever_it_stands(string before, string after)
    {
        await using var night = await New();
        night.Change("questions.csv", "q2,Trygghet,Mitt barn känner sig tryggt,trygghet", $"{before}q2,Trygghet,Mitt barn känner sig tryggt,trygghet{after}");
        night.Change("results.csv", "q2,,e1,2024", "q3,,e1,2024");
        night.Change("enkat.json", "\"headline\": \"q1\"", "\"headline\": \"q1\", \"sameAs\": [ { \"id\": \"q3\", \"as\": \"q2\", \"why\": \"avhuggen\" } ]");
        await night.Run();
        Assert.Equal(["prov-q1", "prov-q2"], await night.Rows("select question_id from rpt.question order by 1"));
        Assert.Equal("1|80|22|25|88", await night.Figure("e1", "prov-q2-andel", 2024));
    }

    [Theory]
    [InlineData("\"sameAs\": [ { \"id\": \"q2\", \"as\": \"q7\", \"why\": \"prov\" } ]", "fråga q2 är samma som fråga q7")]
    [InlineData("\"replaces\": { \"q2\": \"q7\" }", "fråga q2 ersätter fråga q7")]
    [InlineData("\"replaces\": { \"q2\": \"q2\" }", "fråga q2 ersätter fråga q2")]
    [InlineData("\"headline\": \"q7\"", "fråga q7 är helhetsfrågan")]
    public async Task A_profile_that_names_a_question_that_is_not_there_is_told_so(string part, string words)
    {
        await using var night = await New();
        night.Change("enkat.json", "\"headline\": \"q1\"", part);
        Assert.Contains(words, (await night.RunAndSee("enkaten")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_got_another_meaning_means_it_from_that_round_on()
    {
        await using var night = await New();
        night.Append("questions.csv", "q3,Trygghet,Mitt barn är tryggt på förskolan,trygghet");
        night.Change("enkat.json", "\"headline\": \"q1\"", "\"headline\": \"q1\", \"sameAs\": [ { \"id\": \"q2\", \"as\": \"q3\", \"from\": 2024, \"why\": \"Filen behöll det gamla numret.\" } ]");
        await night.Run();
        Assert.Equal("1|60|20|25|80", await night.Figure("e1", "prov-q2-andel", 2023));
        Assert.Null(await night.Figure("e1", "prov-q2-andel", 2024));
        Assert.Equal("1|80|22|25|88", await night.Figure("e1", "prov-q3-andel", 2024));
    }

    [Fact]
    public async Task A_wording_is_mended_before_it_is_compared()
    {
        await using var night = await New();
        night.Append("questions.csv", "q3,Trygghet,17. Mitt barn känner sig tryggt,trygghet");
        night.Change("results.csv", "q2,,e1,2024", "q3,,e1,2024");
        night.Change("enkat.json", "\"headline\": \"q1\"", "\"headline\": \"q1\", \"clean\": [ { \"pattern\": \"^[0-9]+[.] \", \"why\": \"Numret hör inte till frågan.\" } ]");
        await night.Run();
        Assert.Equal(["Hur nöjd är du med förskolan?", "Mitt barn känner sig tryggt"], await night.Rows("select wording from rpt.question order by question_id"));
    }

    [Fact]
    public async Task A_pattern_that_never_ends_fails_its_source_only()
    {
        await using var night = await New();
        night.Append("questions.csv", $"q3,Trygghet,{new string('a', 40)}!,trygghet");
        night.Change("enkat.json", "\"headline\": \"q1\"", "\"headline\": \"q1\", \"clean\": [ { \"pattern\": \"^(a+)+$\", \"why\": \"prov\" } ]");
        var report = await night.Run();
        Assert.Equal(["read", "read", "failed"], report.Sources.Select(s => s.Outcome));
    }

    [Fact]
    public async Task A_quality_factor_that_nobody_knows_is_left_out_and_remarked_on()
    {
        await using var night = await New();
        night.Change("questions.csv", "tryggt,trygghet", "tryggt,vänlighet");
        var report = await night.RunAndSee("enkaten");
        Assert.Equal(["helhet", "-"], await night.Rows("select quality_factor_id from rpt.question order by question_id"));
        Assert.Equal([("remark", "Okänd kvalitetsfaktor")], report.Reasons.Keys);
    }

    public sealed class OnSqlite() : QuestionTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : QuestionTests(DatabaseEngine.SqlServer);
}
