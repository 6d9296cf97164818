using Portal.Data.Nightly;

namespace Portal.Tests.Nightly.Indicators;

/// <summary>Key figures in long form, and that a file which is as it was is not read again and loses nothing.</summary>
public sealed class IndicatorTests
{
    private const string Profile = """
        {
          "kind": "indicators",
          "source": { "id": "nyckeltal", "name": "Nyckeltalen", "publisher": "Exempelby", "credit": "Källa: Exempelby" },
          "files": { "measures": { "path": "matt.csv" }, "ett": { "path": "ett.csv" }, "tva": { "path": "tva.csv" } },
          "indicators": { "respondentFloor": 5 }
        }
        """;

    private const string Measures = """
        measure,name,kind,unit,service_area,decimals,better,low,high,period_kind,description
        ko,Väntetid i dagar,count,dagar,forskola,0,lower,0,,year,Så länge väntar en familj i snitt.
        nojd,Andel nöjda,share,percent,forskola,0,higher,,,year,

        """;

    private const string One = """
        scope,subject,measure,period,sex,state,value,respondents
        ,e1,ko,2023,,,30,
        ,e1,ko,2024,,,25,
        ,e1,nojd,2024,,,80,40
        ,e1,nojd,2024,K,,82,4
        ,e2,ko,2024,,missing,,

        """;

    private const string Two = """
        scope,subject,measure,period,sex,state,value,respondents
        municipality,9901,ko,2024,,,27,
        country,0000,ko,2024,,preliminary,35.5,
        ,e3,nojd,2024,M,,60,10

        """;

    [Fact]
    public async Task Figures_are_published_as_the_files_say_with_their_states_and_floor()
    {
        await using var night = await Made();
        var report = await night.RunAndSee("nyckeltal");

        Assert.Equal(("read", 0), (report.Outcome, report.RowsRejected));
        Assert.Equal("1|25|-|-|-", await night.Figure("e1", "nyckeltal-ko", 2024));
        Assert.Equal("1|80|40|-|-", await night.Figure("e1", "nyckeltal-nojd", 2024));
        Assert.Equal("2|-|-|-|-", await night.Figure("e1", "nyckeltal-nojd", 2024, "K"));
        Assert.Equal("6|-|-|-|-", await night.Figure("e2", "nyckeltal-ko", 2024));
        Assert.Equal("1|27|-|-|-", await night.Figure("9901", "nyckeltal-ko", 2024, scope: "municipality"));
        Assert.Equal("7|35.5|-|-|-", await night.Figure("0000", "nyckeltal-ko", 2024, scope: "country"));
        Assert.Equal(["Så länge väntar en familj i snitt.|lower|0|-|-", "-|higher|0|100|-"], await night.Rows(
            "select description, better, low, high, question_key from rpt.measure where source_id = 'nyckeltal' order by sort_order"));
    }

    [Fact]
    public async Task Only_the_changed_file_is_read_and_the_other_keeps_its_figures()
    {
        await using var night = await Made();
        await night.Run();
        night.Change("ett.csv", "e1,ko,2024,,,25", "e1,ko,2024,,,24");

        var report = await night.RunAndSee("nyckeltal");

        Assert.Equal(("read", 7), (report.Outcome, report.RowsRead));
        Assert.Equal("1|24|-|-|-", await night.Figure("e1", "nyckeltal-ko", 2024));
        Assert.Equal("1|27|-|-|-", await night.Figure("9901", "nyckeltal-ko", 2024, scope: "municipality"));
        Assert.Equal("1|60|10|-|-", await night.Figure("e3", "nyckeltal-nojd", 2024, "M"));
        Assert.Equal(["0|1|0"], await night.Rows("select added, changed, removed from rpt.edition where edition_number = 2"));
    }

    [Fact]
    public async Task What_is_gone_from_a_changed_file_is_gone_also_when_its_unit_is()
    {
        await using var night = await Made();
        await night.Run();
        night.Remove("ett.csv", ",e2,ko,2024");
        night.Remove("ett.csv", ",e1,ko,2023");

        await night.Run();

        Assert.Null(await night.Figure("e2", "nyckeltal-ko", 2024));
        Assert.Null(await night.Figure("e1", "nyckeltal-ko", 2023));
        Assert.Equal("1|25|-|-|-", await night.Figure("e1", "nyckeltal-ko", 2024));
        Assert.Equal(["0|0|2"], await night.Rows("select added, changed, removed from rpt.edition where edition_number = 2"));
    }

    [Fact]
    public async Task A_unit_that_has_moved_to_another_file_keeps_its_figures_and_can_leave_that_one()
    {
        await using var night = await Made();
        await night.Run();
        night.Remove("ett.csv", ",e2,ko,2024");
        night.Append("tva.csv", ",e2,ko,2024,,missing,,");
        Assert.Equal(NightOutcome.Unchanged, (await night.Run()).Outcome);
        Assert.Equal("6|-|-|-|-", await night.Figure("e2", "nyckeltal-ko", 2024));
        night.Remove("tva.csv", ",e2,ko,2024");

        await night.Run();

        Assert.Null(await night.Figure("e2", "nyckeltal-ko", 2024));
    }

    [Fact]
    public async Task Another_profile_measure_or_register_means_that_every_file_is_read()
    {
        await using var night = await Made();
        await night.Run();
        night.Change("matt.csv", "Väntetid i dagar", "Väntan i dagar");
        Assert.Equal(10, (await night.RunAndSee("nyckeltal")).RowsRead);
        night.Change("units.csv", "Vitsippan", "Blåsippan");

        Assert.Equal(10, (await night.RunAndSee("nyckeltal")).RowsRead);
    }

    [Theory]
    [InlineData(",e1,okant,2024,,,1,", "Måttet står inte i filen med mått")]
    [InlineData(",e1,ko,24,,,1,", "Årtalet är inget år")]
    [InlineData(",e1,ko,2022,X,,1,", "Okänt kön")]
    [InlineData(",finns-inte,ko,2022,,,1,", "Enheten, kommunen eller gruppen är okänd")]
    [InlineData("district,e1,ko,2022,,,1,", "Okänd nivå")]
    [InlineData(",e1,ko,2022,,hemlig,1,", "Okänt tillstånd")]
    [InlineData(",e1,ko,2022,,suppressed,1,", "En siffra som inte ska visas har ett värde")]
    [InlineData(",e1,ko,2022,,,många,", "Värdet är inget tal")]
    [InlineData(",e1,nojd,2022,,,101,", "Värdet ligger utanför skalan")]
    [InlineData(",e1,nojd,2022,,,50,några", "Antalet svarande är inget helt tal")]
    [InlineData(",e1,ko,2024,,,1,", "Samma siffra står två gånger")]
    [InlineData(",e3,ko,2022,,,1,", "Alla siffror för en enhet eller kommun ska stå i samma fil")]
    public async Task A_row_that_does_not_hold_is_rejected_with_its_reason(string row, string reason)
    {
        await using var night = await Made();
        // In the file that is read last, so that e3 is another's already where it is about that.
        var file = row.StartsWith(",e3,", StringComparison.Ordinal) ? "zz.csv" : "ett.csv";
        if (file == "zz.csv")
        {
            night.Change("nyckeltal.json", "\"tva\": { \"path\": \"tva.csv\" }", "\"tva\": { \"path\": \"tva.csv\" }, \"zz\": { \"path\": \"zz.csv\" }");
            night.Write("zz.csv", "scope,subject,measure,period,sex,state,value,respondents\n");
        }
        night.Append(file, row);

        var report = await night.RunAndSee("nyckeltal");

        Assert.Equal(reason, Assert.Single(report.Rejects).Reason);
    }

    [Fact]
    public async Task An_empty_value_is_missing_and_never_a_zero()
    {
        await using var night = await Made();
        night.Append("ett.csv", ",e1,ko,2021,,,,", ",e1,ko,2020,,preliminary,,");

        await night.Run();

        Assert.Equal("6|-|-|-|-", await night.Figure("e1", "nyckeltal-ko", 2021));
        Assert.Equal("6|-|-|-|-", await night.Figure("e1", "nyckeltal-ko", 2020));
    }

    internal static async Task<MadeNight> Made()
    {
        var night = await MadeNight.New();
        night.Write("nyckeltal.json", Profile);
        night.Write("matt.csv", Measures);
        night.Write("ett.csv", One);
        night.Write("tva.csv", Two);
        night.Sources("kommuner.json", "register.json", "nyckeltal.json");
        return night;
    }
}
