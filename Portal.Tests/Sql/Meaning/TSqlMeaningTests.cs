namespace Portal.Tests.Sql.Meaning;

/// <summary>Questions mean the same to SQL Server as to SQLite, as far as that can be said without a server.</summary>
public sealed class TSqlMeaningTests
{
    public static TheoryData<string> Questions => [.. EmbeddedSql.SqlServerQuestions];

    public static TheoryData<string> Views => [.. EmbeddedSql.In("views").Select(v => v.Name)];

    [Theory, MemberData(nameof(Questions))]
    public void A_question_means_the_same_to_both_engines(string name) =>
        Assert.Empty(TSqlMeaning.Faults(EmbeddedSql.Text(name), isShared: !name.EndsWith(".sqlserver.sql", StringComparison.Ordinal)));

    [Theory, MemberData(nameof(Views))]
    public void A_view_means_the_same_to_both_engines(string name) =>
        Assert.Empty(TSqlMeaning.Faults(EmbeddedSql.In("views").Single(v => v.Name == name).Text));

    [Theory]
    [InlineData("select u.shoe_size as A from rpt.unit as u;", "no column here")]
    [InlineData("select u.name as A from rpt.units as u;", "no table")]
    [InlineData("select name as A from rpt.unit as u join rpt.subject as s on s.unit_id = u.unit_id;", "of two tables")]
    [InlineData("select u.latitude + 1 as A from rpt.unit as u where A > 2;", "no column here")]
    [InlineData("select u.name as A from rpt.unit as u join rpt.unit as u on u.unit_id = u.unit_id;", "a second time")]
    [InlineData("select true as A;", "no column here")]
    [InlineData("select \"x\" as A;", "no column here")]
    public void A_name_that_means_nothing_is_found(string sql, string why) => Found(sql, why);

    [Theory]
    [InlineData("select u.unit_id from rpt.unit as u join rpt.provider as p on p.name = u.unit_id;", "two collations")]
    [InlineData("select coalesce(p.name, u.unit_id) as A from rpt.unit as u left join rpt.provider as p on p.provider_id = u.provider_id;", "two collations")]
    [InlineData("select concat(u.name, u.unit_id) as A from rpt.unit as u;", "two collations")]
    [InlineData("select u.name from rpt.unit as u union all select s.subject_id from rpt.subject as s;", "two collations")]
    [InlineData("select u.name from rpt.unit as u where u.name in (select a.name from rpt.unit_alias as a);", "two collations")]
    [InlineData("with x as (select iif(u.is_listed = 1, u.name, u.search_name) as n from rpt.unit as u) select x.n from x order by x.n;", "two collations")]
    [InlineData("select u.unit_id from rpt.unit as u order by concat(u.name, u.sort_key);", "two collations")]
    public void Two_collations_that_meet_are_found(string sql, string why) => Found(sql, why);

    [Theory]
    [InlineData("select u.unit_id from rpt.unit as u where u.postal_code = 12345;", "different kinds")]
    [InlineData("select coalesce(u.latitude, 'okänd') as A from rpt.unit as u;", "different kinds")]
    [InlineData("select r.name from rpt.survey_round as r where r.published_on > 2024;", "different kinds")]
    [InlineData("insert into rpt.answer_scale (scale_id, name) values (1, 'a');", "another kind")]
    [InlineData("update rpt.unit set latitude = name;", "another kind")]
    [InlineData("insert into rpt.answer_scale (scale_id) values ('a');", "leaves out name")]
    [InlineData("insert into rpt.answer_scale (scale_id, title) values ('a', 'a');", "does not have")]
    [InlineData("insert into rpt.answer_scale (scale_id, name) select u.unit_id from rpt.unit as u;", "1 values to 2")]
    public void Values_in_the_wrong_place_are_found(string sql, string why) => Found(sql, why);

    [Theory]
    [InlineData("select avg(o.respondents) as A from rpt.observation as o;", "cut to a whole number")]
    [InlineData("select sum(u.is_listed) as A from rpt.unit as u;", "takes a bit")]
    [InlineData("select max(u.is_listed) as A from rpt.unit as u;", "takes a bit")]
    [InlineData("select 100.0 * o.respondents / o.invited as A from rpt.observation as o;", "few digits")]
    [InlineData("select u.is_listed + 1 as A from rpt.unit as u;", "with a bit")]
    [InlineData("select u.name + u.name as A from rpt.unit as u;", "concat")]
    [InlineData("select cast(o.respondents as real) as A from rpt.observation as o;", "casts otherwise")]
    [InlineData("select cast(o.value as nvarchar(20)) as A from rpt.observation as o;", "differently")]
    [InlineData("select concat(o.value, ' %') as A from rpt.observation as o;", "differently")]
    [InlineData("select lower(u.name) as A from rpt.unit as u;", "no function")]
    [InlineData("select max(o.invited, o.respondents) as A from rpt.observation as o;", "number of parameters")]
    [InlineData("select round(o.value) as A from rpt.observation as o;", "number of parameters")]
    [InlineData("select sum(iif(exists (select 1 as n from rpt.subject as s where s.unit_id = u.unit_id), 1, 0)) as A from rpt.unit as u;", "subquery")]
    [InlineData("select max(count(*)) as A from rpt.unit as u;", "another aggregate")]
    public void A_calculation_that_the_engines_do_differently_is_found(string sql, string why) => Found(sql, why);

    [Theory]
    [InlineData("select u.municipality_code, u.name, count(*) as n from rpt.unit as u group by u.municipality_code;", "neither in the group by")]
    [InlineData("select u.name, count(*) as n from rpt.unit as u;", "neither in the group by")]
    [InlineData("select count(*) as n from rpt.unit as u group by u.ownership order by u.name;", "neither in the group by")]
    [InlineData("select count(*) as n from rpt.unit as u group by 1;", "no column")]
    [InlineData("select u.ownership from rpt.unit as u where count(*) > 1 group by u.ownership;", "belongs in the select")]
    [InlineData("select u.name from rpt.unit as u where row_number() over (order by u.name) < 5;", "belongs in the select")]
    [InlineData("select row_number() over () as n from rpt.unit as u;", "needs over")]
    [InlineData("select distinct u.name from rpt.unit as u order by u.sort_key;", "do not show")]
    [InlineData("select u.name from rpt.unit as u union select p.name from rpt.provider as p order by u.sort_key;", "orders a union")]
    [InlineData("select u.name from rpt.unit as u union select p.name, p.sort_key from rpt.provider as p;", "different width")]
    public void What_SQL_Server_does_not_allow_there_is_found(string sql, string why) => Found(sql, why);

    [Theory]
    [InlineData("select u.municipality_code as Code, count(*) as Units, avg(o.value) as Mean from rpt.unit as u left join rpt.headline as o on o.unit_id = u.unit_id where @kommun is null or u.municipality_code = @kommun group by u.municipality_code having count(*) > 1 order by Units desc, u.municipality_code;")]
    [InlineData("with numbered as (select u.unit_id, u.name, row_number() over (order by u.sort_key, u.unit_id) as n from rpt.unit as u where u.search_name like concat('%', @q, '%') and u.unit_id in @ids) select n.name as Name, (select count(*) from numbered as m) as Total from numbered as n where n.n between @first and @last order by n.n;")]
    [InlineData("select 100e0 * sum(o.respondents) / nullif(sum(o.invited), 0) as Rate, sum(iif(o.is_doubtful = 1, 1, 0)) as Doubtful from rpt.observation as o;")]
    [InlineData("select o.period as Period, max(case when o.sex = 'T' then o.value end) as Total from rpt.observation as o where exists (select 1 as n from rpt.subject as s where s.subject_key = o.subject_key and s.scope = 'unit') group by o.period;")]
    [InlineData("select iif(o.state = 1, 'a', 'b') as State, count(*) as n from rpt.observation as o group by iif(o.state = 1, 'a', 'b');")]
    [InlineData("select u.name as Name, sum(count(*)) over (partition by u.ownership) as n from rpt.unit as u group by u.name, u.ownership;")]
    [InlineData("insert into rpt.answer_scale (scale_id, name) select s.scale_id, s.name from stg.answer_scale as s where not exists (select 1 as n from rpt.answer_scale as r where r.scale_id = s.scale_id);")]
    [InlineData("update rpt.answer_scale set name = (select s.name from stg.answer_scale as s where s.scale_id = rpt.answer_scale.scale_id) where scale_id in (select s.scale_id from stg.answer_scale as s);")]
    [InlineData("delete from rpt.answer_scale where not exists (select 1 as n from stg.answer_scale as s where s.scale_id = rpt.answer_scale.scale_id);")]
    [InlineData("with recursive_ as (select q.question_key, q.replaces_key from rpt.question as q where q.question_key = @key union all select q.question_key, q.replaces_key from rpt.question as q join recursive_ as r on r.replaces_key = q.question_key) select r.question_key as QuestionKey from recursive_ as r;")]
    [InlineData("select u.name as Name, u.unit_id as Id from rpt.unit as u union all select p.name, p.provider_id from rpt.provider as p order by Name, Id;")]
    [InlineData("select r.name as Name from rpt.survey_round as r where r.published_on >= @from and r.published_on < '2025-01-01';")]
    public void What_both_engines_take_is_left_alone(string sql) => Assert.Empty(TSqlMeaning.Faults(sql));

    [Theory]
    [InlineData("update t set name = s.scale_id from rpt.answer_scale as t join stg.answer_scale as s on s.name = t.scale_id;", "two collations")]
    [InlineData("update t set title = s.name from rpt.answer_scale as t join stg.answer_scale as s on s.scale_id = t.scale_id;", "no column here")]
    [InlineData("select getdate() as Now, u.shoe_size as Size from rpt.unit as u;", "no column here")]
    public void What_is_for_SQL_Server_alone_must_mean_something_too(string sql, string why) =>
        Assert.Contains(TSqlMeaning.Faults(sql, isShared: false), f => f.Contains(why, StringComparison.Ordinal));

    [Theory]
    [InlineData("update t set name = s.name from rpt.answer_scale as t join stg.answer_scale as s on s.scale_id = t.scale_id where exists (select s.name except select t.name);")]
    [InlineData("if schema_id(N'rpt') is null exec (N'create schema rpt'); select v.name as Name from sys.views as v;")]
    public void What_is_for_SQL_Server_alone_may_use_its_own_words(string sql)
    {
        Assert.Empty(TSqlMeaning.Faults(sql, isShared: false));
        Assert.NotEmpty(TSqlMeaning.Faults(sql));
    }

    private static void Found(string sql, string why) =>
        Assert.Contains(TSqlMeaning.Faults(sql), f => f.Contains(why, StringComparison.Ordinal));
}
