using Portal.Data.Nightly;

namespace Portal.Tests.Nightly.Skolverket;

/// <summary>The files that Skolverket's statistics are downloaded as.</summary>
public sealed class SkolverketFilesTests
{
    // Lines before the header, semicolons, decimal comma.
    private const string Wide = """
        Grundskolan - Slutbetyg årskurs 9
        Valt läsår: 2024/25

        Skola;Skolenhetskod;Antal elever;Genomsnittligt meritvärde;Andel behöriga
        Ekskolan;90000101;54;245,2;~100
        Almskolan 4-9;90000102;..;..;.
        Granskolan;90000103;31;-;88,9

        """;

    private const string Municipal = """
        Kommunkod;Kön;Läsår;Meritvärde
        9901;Samtliga;2024/25;241,3
        9901;Flickor;2024/25;250,0
        9902;Pojkar;2024/25;..
        9903;Samtliga;2024/25;1,0

        """;

    [Fact]
    public async Task A_wide_file_with_lines_before_its_header_is_read_a_column_a_measure()
    {
        await using var night = await With(Wide, """
            { "file": "fil", "columns": { "subject": "Skolenhetskod" }, "period": "2024/25", "valueCodes": { "-": "missing" }, "measures": [
              { "id": "slutbetyg-merit", "column": "Genomsnittligt meritvärde", "name": "Meritvärde", "kind": "ratio", "unit": "poäng", "decimals": 1, "min": 0, "max": 340 },
              { "id": "slutbetyg-behoriga", "column": "Andel behöriga", "name": "Behöriga", "kind": "share", "unit": "percent", "decimals": 1, "min": 0, "max": 100 } ] }
            """, "\"header\": { \"with\": [ \"Skolenhetskod\" ] }");

        var report = await night.RunAndSee("skolfiler");

        Assert.Equal((3, 0), (report.RowsRead, report.RowsRejected));
        Assert.Equal("1|245.2|-|-|-", await night.Figure("gr-90000101", "slutbetyg-merit", 2024));
        Assert.Equal("1|100|-|-|-", await night.Figure("gr-90000101", "slutbetyg-behoriga", 2024));
        Assert.Equal("2|-|-|-|-", await night.Figure("gr-90000102", "slutbetyg-merit", 2024));
        Assert.Equal("6|-|-|-|-", await night.Figure("gr-90000102", "slutbetyg-behoriga", 2024));
        Assert.Equal("6|-|-|-|-", await night.Figure("gr-90000103", "slutbetyg-merit", 2024));
        Assert.Equal(1, await night.Count("select count(*) from rpt.observation as o join rpt.measure as m on m.measure_key = o.measure_key where m.measure_id = 'slutbetyg-behoriga' and o.is_approximate = 1 and o.value = 100"));
    }

    [Fact]
    public async Task A_dash_is_not_read_where_nobody_has_said_what_it_means()
    {
        await using var night = await With(Wide, """
            { "file": "fil", "columns": { "subject": "Skolenhetskod" }, "period": "2024/25", "measures": [
              { "id": "slutbetyg-merit", "column": "Genomsnittligt meritvärde", "name": "Meritvärde", "kind": "ratio", "unit": "poäng" },
              { "id": "slutbetyg-behoriga", "column": "Andel behöriga", "name": "Behöriga", "kind": "share", "unit": "percent" } ] }
            """, "\"header\": { \"with\": [ \"Skolenhetskod\" ] }");

        var report = await night.RunAndSee("skolfiler");

        Assert.Equal([("reject", "Värdet går inte att läsa")], report.Reasons.Keys);
        // The whole row is left: none of its cells is staged.
        Assert.Null(await night.Figure("gr-90000103", "slutbetyg-behoriga", 2024));
    }

    [Theory]
    [InlineData("hemkommun", "Meritvärde, elever som bor i kommunen (hemkommun)")]
    [InlineData("lagekommun", "Meritvärde, skolor i kommunen (lägeskommun)")]
    [InlineData("kommunala-skolor", "Meritvärde, kommunala skolor")]
    public async Task One_column_of_a_municipality_is_another_measure_by_whom_it_is_of(string basis, string name)
    {
        await using var night = await With(Municipal, $$"""
            { "file": "fil", "scope": "municipality", "basis": "{{basis}}", "columns": { "subject": "Kommunkod", "sex": "Kön", "period": "Läsår" }, "measures": [
              { "id": "merit", "column": "Meritvärde", "name": "Meritvärde", "kind": "ratio", "unit": "poäng", "decimals": 1 } ] }
            """);

        var report = await night.RunAndSee("skolfiler");

        Assert.Equal([("reject", "Okänd kommun")], report.Reasons.Keys);
        Assert.Equal([$"merit-{basis}|{name}|school_year"], await night.Rows("select measure_id, name, period_kind from rpt.measure where source_id = 'skolfiler'"));
        Assert.Equal("1|241.3|-|-|-", await night.Figure("9901", $"merit-{basis}", 2024, scope: "municipality"));
        Assert.Equal("1|250|-|-|-", await night.Figure("9901", $"merit-{basis}", 2024, "K", "municipality"));
        Assert.Equal("2|-|-|-|-", await night.Figure("9902", $"merit-{basis}", 2024, "M", "municipality"));
    }

    [Fact]
    public async Task A_long_file_has_the_indicators_and_the_value_types_of_the_API()
    {
        await using var night = await With("""
            school_unit_code;indicator;time_period;value;value_type
            90000101;certifiedTeachersQuota;2023/24;84,6;EXISTS
            90000101;totalNumberOfPupils;2023/24;cirka 270;EXISTS
            90000102;certifiedTeachersQuota;2023/24;*;TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION
            90000102;totalNumberOfPupils;;;MISSING
            90000103;certifiedTeachersQuota;2023/24;..;EXISTS
            90000103;daysOfSunshine;2023/24;1,0;EXISTS
            90000999;certifiedTeachersQuota;2023/24;84,6;EXISTS

            """, """
            { "file": "fil", "form": "gr", "columns": { "subject": "school_unit_code", "period": "time_period" } }
            """);
        night.Change("filer.json", "\"tables\"", "\"prefix\": \"fil-\", \"tables\"");

        var report = await night.RunAndSee("skolfiler");

        Assert.Equal((7, 3), (report.RowsRead, report.RowsRejected));
        Assert.Equal(
            ["Okänd skolenhet", "Okänt mått", "Värdet och värdetypen säger emot varandra"], report.Reasons.Keys.Select(r => r.Reason).Order(StringComparer.Ordinal));
        Assert.Equal("1|84.6|-|-|-", await night.Figure("gr-90000101", "fil-gr-larare-behoriga", 2023));
        Assert.Equal("5|-|-|-|-", await night.Figure("gr-90000102", "fil-gr-larare-behoriga", 2023));
    }

    [Theory]
    [InlineData("\"scope\": \"municipality\"", "En kommuns siffror gäller hemkommun")]
    [InlineData("\"basis\": \"hemkommun\"", "andra siffror har ingen basis")]
    [InlineData("\"form\": \"gr\"", "antingen form")]
    [InlineData("\"valueCodes\": { \"-\": \"noll\" }", "valueCodes säger \"noll\"")]
    public async Task A_profile_that_says_too_little_or_two_things_is_refused(string more, string says)
    {
        await using var night = await With(Wide, $$"""
            { "file": "fil", {{more}}, "columns": { "subject": "Skolenhetskod" }, "period": "2024/25", "measures": [
              { "id": "merit", "column": "Genomsnittligt meritvärde", "name": "Meritvärde", "kind": "ratio", "unit": "poäng" } ] }
            """);

        var report = await night.Run();

        Assert.Equal(NightOutcome.Published, report.Outcome);
        Assert.Contains(says, report.Sources.Single(s => s.Outcome == "failed").Message, StringComparison.Ordinal);
    }

    private static async Task<MadeNight> With(string file, string table, string reading = "\"decimalSign\": \",\"")
    {
        var night = await MadeSchools.Night();
        night.Write("fil.csv", file);
        night.Write("filer.json", $$"""
            {
              "kind": "skolverket-files",
              "source": { "id": "skolfiler", "name": "Skolverkets filer", "publisher": "Skolverket", "credit": "Källa: Skolverket" },
              "files": { "fil": { "path": "fil.csv", {{reading}} } },
              "skolverketFiles": { "tables": [ {{table}} ] }
            }
            """);
        MadeSchools.Plan(night, "filer.json");
        return night;
    }
}
