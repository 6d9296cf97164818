using Portal.Data.Reporting;

namespace Portal.Tests.Nightly;

/// <summary>Registers: units that come and go, and what a register may not bring.</summary>
public abstract class RegisterTests(DatabaseEngine engine) : NightContract(engine)
{
    [Fact]
    public async Task A_unit_that_leaves_the_register_is_unlisted_keeps_its_figures_and_may_come_back()
    {
        await using var night = await Published();
        night.Remove("units.csv", "e3,");
        await night.Run();
        Assert.Equal(["e3"], await night.Rows("select unit_id from rpt.unit where is_listed = 0"));
        Assert.Equal("2|-|-|10|-", await night.Figure("e3", "prov-q1-andel", 2023));

        night.Append("units.csv", "e3,9901,forskola,Vitsippan,Sippan AB,private,556000-1234,18");
        await night.Run();
        Assert.Empty(await night.Rows("select unit_id from rpt.unit where is_listed = 0"));
    }

    [Theory]
    // The numbers of persons: the third figure is of a month.
    [InlineData("800101-1234")]
    [InlineData("8001011234")]
    [InlineData("19800101-1234")]
    [InlineData("801231-1234")]
    public async Task A_persons_identity_number_is_stored_nowhere(string number)
    {
        await using var night = await New();
        night.Change("register.json", "\"facts\"", "\"providerNames\": { \"private\": \"Enskild huvudman, organisationsnummer {organisation_number}\" }, \"facts\"");
        night.Append("units.csv",
            $"e6,9901,forskola,Aklejan,,private,{number},12",
            // Neither where a row is kept for reading.
            $"e7,9999,forskola,Renfanan,,private,{number},12");
        var report = await night.RunAndSee("registret");

        Assert.Equal(1, report.RowsRejected);
        Assert.Equal(["-"], await night.Rows("select provider_id from rpt.unit where unit_id = 'e6'"));
        var figures = string.Concat(number.Where(char.IsAsciiDigit))[^10..];
        foreach (var (table, rows) in await night.Everything())
        {
            Assert.All(rows, r => Assert.False(
                r.Replace("-", "", StringComparison.Ordinal).Contains(figures, StringComparison.Ordinal), $"{table}: {r}"));
        }
        Assert.Contains("Renfanan", Assert.Single(await night.Rows("select content from stg.reject")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_companys_number_names_its_provider_where_the_file_does_not()
    {
        await using var night = await New();
        night.Change("register.json", "\"facts\"", "\"providerNames\": { \"private\": \"Enskild huvudman, organisationsnummer {organisation_number}\", \"municipal\": \"Kommunen ({municipality})\" }, \"facts\"");
        night.Append("units.csv", "e6,9901,forskola,Aklejan,,private,5560001111,12", "e7,9902,forskola,Renfanan,,municipal,,12");
        await night.Run();
        Assert.Equal(
            ["Enskild huvudman, organisationsnummer 556000-1111|556000-1111", "Kommunen (Provköping)|-"],
            await night.Rows("select p.name, p.organisation_number from rpt.unit as u join rpt.provider as p on p.provider_id = u.provider_id where u.unit_id in ('e6', 'e7') order by 1"));
    }

    [Theory]
    [InlineData(",9901,forskola,Aklejan,,,,1", "Enhetens id saknas")]
    [InlineData("e.6,9901,forskola,Aklejan,,,,1", "Enhetens id får inte ha punkt, snedstreck eller mellanslag")]
    [InlineData("e6,9901,forskola,,,,,1", "Namnet saknas")]
    [InlineData("e6,9909,forskola,Aklejan,,,,1", "Okänd kommun")]
    [InlineData("e6,9901,simhall,Aklejan,,,,1", "Okänt verksamhetsområde")]
    [InlineData("e6,9901,forskola,Aklejan,,kungen,,1", "Okänd driftsform")]
    [InlineData("e1,9901,forskola,Aklejan,,,,1", "Dubblett")]
    public async Task A_unit_that_does_not_hold_is_rejected(string row, string reason)
    {
        await using var night = await New();
        night.Append("units.csv", row);
        var report = await night.RunAndSee("registret");
        Assert.Equal([("reject", reason)], report.Reasons.Keys);
        Assert.Equal(["e1", "e2", "e3", "e4", "e5"], await night.Rows("select unit_id from rpt.unit order by 1"));
    }

    [Theory]
    [InlineData(80, 200, null)]
    [InlineData(81, 200, "Ett id är längre än 80 tecken")]
    [InlineData(80, 201, "Ett namn är längre än 200 tecken")]
    public async Task A_text_that_one_engine_would_not_hold_is_rejected_on_both(int id, int name, string? reason)
    {
        await using var night = await New();
        night.Append("units.csv", $"{new string('e', id)},9901,forskola,{new string('N', name)},,,,1");
        var report = await night.RunAndSee("registret");
        Assert.Equal(reason is null ? [] : [("reject", reason)], report.Reasons.Keys);
    }

    [Theory]
    [InlineData("många", "Värdet är inget tal")]
    [InlineData("501", "Värdet är inte rimligt och visas inte")]
    public async Task A_fact_that_cannot_be_is_missing_and_its_unit_is_kept(string children, string reason)
    {
        await using var night = await New();
        night.Append("units.csv", $"e6,9901,forskola,Aklejan,,,,{children}");
        var report = await night.RunAndSee("registret");
        Assert.Equal([("remark", reason)], report.Reasons.Keys);
        Assert.Equal("6|-|-|-|-", await night.Figure("e6", "prov-barn", 0));
    }

    [Fact]
    public async Task A_register_cannot_take_over_another_registers_units_or_measures()
    {
        await using var night = await New();
        night.Write("units2.csv", "unit_id,municipality_code,service_area,name,children\ne1,9902,forskola,Annan,1\n");
        night.Write("register2.json", MadeFiles.All["register.json"].Replace("registret", "registret2", StringComparison.Ordinal).Replace("units.csv", "units2.csv", StringComparison.Ordinal));
        night.Sources("kommuner.json", "register.json", "register2.json");
        var report = await night.Run();

        Assert.Equal("failed", report.Sources[2].Outcome);
        Assert.Contains("prov-barn", report.Sources[2].Message, StringComparison.Ordinal);

        night.Change("register2.json", "prov-barn", "prov-barn-2");
        report = await night.Run();
        Assert.Contains(("reject", "Enhetens id finns redan i en annan källa"), report.Sources[2].Reasons.Keys);
        Assert.Equal(["Solrosen|registret"], await night.Rows("select name, source_id from rpt.unit where unit_id = 'e1'"));
    }

    [Fact]
    public async Task Municipalities_get_back_their_zero_and_their_neighbours()
    {
        await using var night = await New();
        night.Append("municipalities.csv", "180,Ådala,01,Provlän,12 000,2024-12-31,9901 9909", "99,Kort,01,Provlän,1,,", "9905,,01,Provlän,1,,");
        var report = await night.RunAndSee("kommuner");

        Assert.Equal(
            ["0180|Ådala|-", "9901|Exempelby|14230", "9902|Provköping|8615"],
            await night.Rows("select municipality_code, name, population from rpt.municipality order by 1"));
        Assert.Equal(["0180|9901", "9901|9902", "9902|9901"], await night.Rows("select municipality_code, neighbour_code from rpt.municipality_neighbour order by 1"));
        Assert.Equal(
            [("reject", "Kommunkoden är inte fyra siffror"), ("reject", "Namnet saknas"), ("remark", "Folkmängden är inget helt tal"), ("remark", "Okänd grannkommun")],
            report.Reasons.Keys.Order());
    }

    public sealed class OnSqlite() : RegisterTests(DatabaseEngine.Sqlite);

    public sealed class OnSqlServer() : RegisterTests(DatabaseEngine.SqlServer);
}
