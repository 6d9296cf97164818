using Portal.Data.Reporting;

namespace Portal.Tests.Nightly;

/// <summary>One unit, several sources: ids first, then names, and nothing doubled, refused or lost.</summary>
public abstract class UnitIdentityTests(DatabaseEngine engine) : NightContract(engine)
{
    private const string Schools = """
        kod,municipality_code,service_area,name,provider,ownership,organisation_number,address
        90000011,9901,grundskola,Ekskolan,Exempelby kommun,municipal,212000-9901,Ekvägen 1
        90000012,9901,grundskola,Almskolan,Exempelby kommun,municipal,212000-9901,Almvägen 1

        """;

    private const string OtherSchools = """
        nr,municipality_code,service_area,name,ownership,elever
        90000011,9901,grundskola,Ekens skola F-6,municipal,210
        90000013,9901,grundskola,Linden,private,95

        """;

    [Fact]
    public async Task A_school_that_two_sources_know_by_one_code_is_one_unit_with_both_names_ids_and_figures()
    {
        await using var night = await Schooled();

        var report = await night.RunAndSee("andra");

        Assert.Equal(0, report.RowsRejected);
        Assert.Contains(report.Notes, n => n.StartsWith("1 av enheterna", StringComparison.Ordinal));
        Assert.Equal(
            ["a-90000011|Ekskolan|forsta", "a-90000012|Almskolan|forsta", "b-90000013|Linden|andra"],
            await night.Rows("select unit_id, name, source_id from rpt.unit where service_area_id = 'grundskola' order by 1"));
        Assert.Equal(
            ["andra|90000011|skolenhetskod", "forsta|90000011|skolenhetskod"],
            await night.Rows("select source_id, outside_id, id_scheme from rpt.unit_outside_id where unit_id = 'a-90000011' order by 1"));
        Assert.Equal(["a-90000011|Ekens skola F-6|andra"], await night.Rows("select unit_id, name, source_id from rpt.unit_alias"));
        Assert.Equal("1|210|-|-|-", await night.Figure("a-90000011", "andra-elever", 0));
        Assert.Empty(await night.Rows("select kind from rpt.unit_event"));
    }

    [Fact]
    public async Task The_same_files_in_the_other_order_give_the_first_register_of_the_list_the_word()
    {
        await using var night = await Schooled();
        await night.Run();
        night.Sources("kommuner.json", "andra.json", "forsta.json");

        await night.Run();

        Assert.Equal(
            ["a-90000011|Ekens skola F-6|andra|1", "a-90000012|Almskolan|forsta|1", "b-90000013|Linden|andra|1"],
            await night.Rows("select unit_id, name, source_id, is_listed from rpt.unit where service_area_id = 'grundskola' order by 1"));
        Assert.Contains("a-90000011|Ekskolan|forsta", await night.Rows("select unit_id, name, source_id from rpt.unit_alias"));
        Assert.Equal("1|210|-|-|-", await night.Figure("a-90000011", "andra-elever", 0));
    }

    [Fact]
    public async Task A_unit_that_its_register_drops_is_another_registers_where_that_still_has_it()
    {
        await using var night = await Schooled();
        await night.Run();
        night.Remove("forsta.csv", "90000011,");
        night.Append("forsta.csv", "90000014,9901,grundskola,Björken,,private,,", "90000015,9901,grundskola,Granen,,private,,");

        await night.Run();

        Assert.Equal(
            ["Ekens skola F-6|andra|1"], await night.Rows("select name, source_id, is_listed from rpt.unit where unit_id = 'a-90000011'"));
        Assert.Contains("Ekskolan|forsta", await night.Rows("select name, source_id from rpt.unit_alias where unit_id = 'a-90000011'"));
    }

    [Fact]
    public async Task A_unit_that_all_registers_drop_is_unlisted_and_keeps_its_ids()
    {
        await using var night = await Schooled();
        await night.Run();
        foreach (var file in new[] { "forsta.csv", "andra.csv" })
        {
            night.Remove(file, "90000011,");
            night.Append(file, file == "forsta.csv" ? "90000014,9901,grundskola,Björken,,private,," : "90000014,9901,grundskola,Björken,private,40");
        }

        await night.Run();

        Assert.Equal(["0"], await night.Rows("select is_listed from rpt.unit where unit_id = 'a-90000011'"));
        Assert.Equal(2, await night.Count("select count(*) from rpt.unit_outside_id where unit_id = 'a-90000011'"));
        // And back again: the same unit, not a new one.
        night.Append("andra.csv", "90000011,9901,grundskola,Ekens skola,private,12");
        await night.Run();
        Assert.Equal(["Ekens skola|andra|1"], await night.Rows("select name, source_id, is_listed from rpt.unit where unit_id = 'a-90000011'"));
    }

    [Fact]
    public async Task Ids_of_no_scheme_do_not_make_two_units_one()
    {
        await using var night = await Schooled();
        night.Change("andra.json", "\"idScheme\": \"skolenhetskod\", ", "");

        await night.Run();

        Assert.Equal(
            ["a-90000011", "a-90000012", "b-90000011", "b-90000013"],
            await night.Rows("select unit_id from rpt.unit where service_area_id = 'grundskola' order by 1"));
    }

    [Fact]
    public async Task A_register_without_anybodys_codes_is_joined_by_name_where_it_asks_for_it()
    {
        await using var night = await Schooled();
        night.Change("andra.json", "\"idScheme\": \"skolenhetskod\"", "\"matchNames\": true");
        night.Write("andra.csv", """
            nr,municipality_code,service_area,name,ownership,elever
            x1,9901,grundskola,EKSKOLAN,municipal,210
            x2,9901,grundskola,Ekskolan Norra,municipal,95
            x3,9902,grundskola,Almskolan,municipal,40

            """);

        await night.Run();

        // "Ekskolan Norra" is not Ekskolan, and Almskolan of another municipality is another.
        Assert.Equal(
            ["x1|a-90000011", "x2|b-x2", "x3|b-x3"],
            await night.Rows("select outside_id, unit_id from rpt.unit_outside_id where source_id = 'andra' order by 1"));
        // Renamed by itself it stays: the id is known.
        night.Change("andra.csv", "EKSKOLAN", "Skolan vid eken");
        await night.Run();
        Assert.Equal(["a-90000011"], await night.Rows("select unit_id from rpt.unit_outside_id where source_id = 'andra' and outside_id = 'x1'"));
        Assert.Contains("Skolan vid eken|andra", await night.Rows("select name, source_id from rpt.unit_alias where unit_id = 'a-90000011'"));
    }

    [Fact]
    public async Task A_person_can_settle_and_keep_apart_what_the_rules_would_not()
    {
        await using var night = await Schooled();
        night.Change("andra.json", "\"idScheme\": \"skolenhetskod\"", "\"matchNames\": true");
        night.Write("andra.csv", """
            nr,municipality_code,service_area,name,ownership,elever
            x1,9901,grundskola,Ekskolan,municipal,210
            x2,9901,grundskola,Skolan i almarna,municipal,95

            """);
        night.Write("alias.csv", """
            source,outside_id,name,unit_id,reason
            andra,x1,Ekskolan,,En annan skola med samma namn
            andra,x2,Skolan i almarna,a-90000012,Samma adress

            """);
        night.Plan("""{ "profile": "kommuner.json" }""", """{ "profile": "forsta.json" }""", """{ "profile": "andra.json", "aliases": "alias.csv" }""");

        await night.Run();

        Assert.Equal(
            ["x1|b-x1", "x2|a-90000012"],
            await night.Rows("select outside_id, unit_id from rpt.unit_outside_id where source_id = 'andra' order by 1"));
    }

    [Fact]
    public async Task Two_rows_that_mean_one_unit_are_one_and_a_reject()
    {
        await using var night = await Schooled();
        night.Change("andra.json", "\"idScheme\"", "\"matchNames\": true, \"idScheme\"");
        night.Append("andra.csv", "90000099,9901,grundskola,Ekskolan,municipal,1");

        var report = await night.RunAndSee("andra");

        Assert.Equal([("reject", "Två rader pekar ut samma enhet")], report.Reasons.Keys);
        Assert.Equal("1|210|-|-|-", await night.Figure("a-90000011", "andra-elever", 0));
    }

    [Fact]
    public async Task A_school_that_changes_name_and_owner_is_the_same_school_under_its_new_name()
    {
        await using var night = await Schooled();
        await night.Run();
        night.Change(
            "forsta.csv", "Almskolan,Exempelby kommun,municipal,212000-9901,Almvägen 1", "Almdungen,Almen Skolor AB,private,556000-4321,Almvägen 1");

        await night.Run();

        Assert.Equal(
            ["Almdungen|private|Almen Skolor AB"],
            await night.Rows("select u.name, u.ownership, p.name from rpt.unit as u join rpt.provider as p on p.provider_id = u.provider_id where u.unit_id = 'a-90000012'"));
        Assert.Equal(["renamed|-|Almskolan|Almdungen|forsta"], await night.Rows("select kind, happened_on, old_name, new_name, source_id from rpt.unit_event"));
        Assert.Contains("Almskolan|forsta", await night.Rows("select name, source_id from rpt.unit_alias where unit_id = 'a-90000012'"));
        // What it was is still there to be cited.
        Assert.Equal(["Almskolan|municipal"], await night.Rows("select name, ownership from rpt.unit_past where unit_id = 'a-90000012'"));
        // The same files again tell nothing new; a third name does.
        await night.Run();
        night.Change("forsta.csv", "Almdungen", "Almskolan Nya");
        await night.Run();
        Assert.Equal(["Almskolan|Almdungen", "Almdungen|Almskolan Nya"], await night.Rows("select old_name, new_name from rpt.unit_event order by event_id"));
    }

    [Fact]
    public async Task A_survey_whose_units_have_the_registers_codes_finds_them()
    {
        await using var night = await Schooled();
        night.Write("results.csv", "question_id,scope,subject,period,sex,state,respondents,invited,response_rate,share,mean,a1,a2,a3,a4\nq1,,90000012,2024,T,,20,25,80,80,,,,,\n");
        night.Change("enkat.json", "\"id\": \"prov\",", "\"id\": \"prov\", \"idScheme\": \"skolenhetskod\",");
        night.Change("enkat.json", "\"serviceArea\": \"forskola\"", "\"serviceArea\": \"grundskola\"");
        night.Sources("kommuner.json", "forsta.json", "andra.json", "enkat.json");

        await night.Run();

        Assert.Equal("1|80|20|25|80", await night.Figure("a-90000012", "prov-q1-andel", 2024));
    }

    private async Task<MadeNight> Schooled()
    {
        var night = await New();
        night.Write("forsta.csv", Schools);
        night.Write("andra.csv", OtherSchools);
        night.Write("forsta.json", """
            {
              "kind": "units",
              "source": { "id": "forsta", "name": "Skolregistret", "publisher": "Institutet", "credit": "Källa: Institutet" },
              "files": { "units": { "path": "forsta.csv" } },
              "units": { "idPrefix": "a-", "idScheme": "skolenhetskod", "columns": { "unit_id": "kod" } }
            }
            """);
        night.Write("andra.json", """
            {
              "kind": "units",
              "source": { "id": "andra", "name": "Andra registret", "publisher": "Institutet", "credit": "Källa: Institutet" },
              "files": { "units": { "path": "andra.csv" } },
              "units": {
                "idPrefix": "b-", "idScheme": "skolenhetskod", "columns": { "unit_id": "nr" },
                "facts": [ { "id": "andra-elever", "column": "elever", "name": "Elever", "kind": "count", "unit": "elever" } ]
              }
            }
            """);
        night.Sources("kommuner.json", "forsta.json", "andra.json");
        return night;
    }

    public sealed class OnSqlite() : UnitIdentityTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : UnitIdentityTests(DatabaseEngine.SqlServer);
}
