namespace Portal.Tests.Nightly.Kolada;

/// <summary>What Kolada's figures become: states, sexes, margins, ends, municipalities, groups and units.</summary>
public sealed class KoladaReadingTests : IAsyncLifetime
{
    private KoladaNight night = null!;

    private MadeKolada Kolada => night.Kolada;

    public async ValueTask InitializeAsync() => night = await KoladaNight.New();

    public async ValueTask DisposeAsync() => await night.DisposeAsync();

    [Fact]
    public async Task Figures_are_kept_for_all_and_for_women_and_men()
    {
        Kolada.Value("N1", "9901", 2025, 85, "K");
        Kolada.Value("N1", "9901", 2025, 79, "M");
        await night.Run();
        Assert.Equal("1|82.5|-|-", await night.Figure("n1", "9901", 2025));
        Assert.Equal("1|85|-|-", await night.Figure("n1", "9901", 2025, "K"));
        Assert.Equal("1|79|-|-", await night.Figure("n1", "9901", 2025, "M"));
    }

    [Fact]
    public async Task A_sex_that_nobody_knows_is_rejected()
    {
        Kolada.Value("N1", "9901", 2025, 85, "F");
        var report = await night.Run();
        Assert.Equal(1, report.Reasons[("reject", "Okänt kön")]);
    }

    [Fact]
    public async Task The_country_is_of_the_regions_type_and_yet_a_subject_of_its_own()
    {
        await night.Run();
        Assert.Equal("1|77|-|-", await night.Figure("n1", "0000", 2025, scope: "country"));
        Assert.Equal(0, await night.Night.Count("select count(*) from rpt.subject as s where s.subject_id = '0099'"));
    }

    [Theory]
    [InlineData(null, "", "6|-|-|-")]
    [InlineData(null, "Missing", "6|-|-|-")]
    [InlineData(null, "Private", "2|-|-|-")]
    [InlineData(12.5, "Private", "2|-|-|-")]
    [InlineData(0.0, "", "1|0|-|-")]
    public async Task A_status_is_a_state_and_its_value_is_never_shown(double? value, string status, string figure)
    {
        Kolada.Value("N1", "9901", 2025, value, status: status);
        await night.Run();
        Assert.Equal(figure, await night.Figure("n1", "9901", 2025));
    }

    [Fact]
    public async Task A_profile_gives_a_new_status_its_meaning()
    {
        Kolada.Value("N1", "9901", 2025, null, status: "Declined");
        night.Profile("\"statuses\": { \"Declined\": \"no_answer\" },");
        await night.Run();
        Assert.Equal("4|-|-|-", await night.Figure("n1", "9901", 2025));
    }

    [Fact]
    public async Task A_status_that_nobody_has_met_is_remarked_on_and_its_value_is_not_shown()
    {
        Kolada.Value("N1", "9901", 2025, 55, status: "Odd");
        var report = await night.Run();
        Assert.Equal("6|-|-|-", await night.Figure("n1", "9901", 2025));
        Assert.Equal(1, report.Reasons[("remark", "Okänd status, värdet visas inte")]);
    }

    [Theory]
    [InlineData(100.5)]
    [InlineData(-1.0)]
    public async Task A_share_beyond_its_range_is_not_shown(double value)
    {
        Kolada.Value("N1", "9901", 2025, value);
        var report = await night.Run();
        Assert.Equal("6|-|-|-", await night.Figure("n1", "9901", 2025));
        Assert.Equal(1, report.Reasons[("remark", "Värdet är inte rimligt och visas inte")]);
    }

    [Theory]
    [InlineData("2026-06-01", "1|82.5|-|-")]
    [InlineData("2026-06-02", "7|82.5|-|-")]
    public async Task A_figure_is_preliminary_until_the_day_that_its_year_is_published(string publishedOn, string figure)
    {
        Kolada.Kpis[0]["publication_date"] = publishedOn;
        Kolada.Kpis[0]["prel_publication_date"] = "2026-03-31";
        await night.Run();
        Assert.Equal(figure, await night.Figure("n1", "9901", 2025));
        Assert.Equal("1|80.5|-|-", await night.Figure("n1", "9901", 2024));
        Assert.Equal($"2025|2026-03-31|{publishedOn}", await night.Only("select m.published_period, m.preliminary_on, m.published_on from rpt.measure as m where m.measure_id = 'kolada-n1'"));
    }

    [Fact]
    public async Task A_preliminary_figure_becomes_final_on_its_day_although_Kolada_changes_nothing()
    {
        Kolada.Kpis[0]["publication_date"] = "2026-06-03";
        await night.Run();
        night.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal("unchanged", (await night.Run()).Outcome);
        night.Clock.Pass(TimeSpan.FromDays(1));
        await night.Run();
        Assert.Equal("1|82.5|-|-", await night.Figure("n1", "9901", 2025));
    }

    [Fact]
    public async Task A_margin_of_error_is_joined_to_the_KPI_of_the_same_title()
    {
        Kolada.Kpi("N91", "Osäkerhetstal -  Nöjda vårdnadshavare, andel (%)");
        Kolada.Kpi("N92", "Osäkerhetstal - Något annat, andel (%)");
        Kolada.Value("N91", "9901", 2025, 2.4);
        Kolada.Value("N91", "9901", 2025, 3.1, "K");
        Kolada.Value("N92", "9901", 2025, 9);
        Kolada.Value("N1", "9901", 2025, 85, "K");
        await night.Run();
        Assert.Equal("1|82.5|2.4|-", await night.Figure("n1", "9901", 2025));
        Assert.Equal("1|85|3.1|-", await night.Figure("n1", "9901", 2025, "K"));
        Assert.Equal("1|80.5|-|-", await night.Figure("n1", "9901", 2024));
        Assert.Equal(0, await night.Night.Count("select count(*) from rpt.measure as m where m.name like 'Osäkerhetstal%'"));
    }

    [Fact]
    public async Task A_margin_finds_a_title_with_the_survey_s_name_before_it_unless_two_have_it()
    {
        Kolada.Kpi("N11", "NTU - Otrygga på kvällen, andel (%)");
        Kolada.Kpi("N12", "NTU - Utsatta, andel (%)");
        Kolada.Kpi("N13", "MBU - Utsatta, andel (%)");
        Kolada.Kpi("N93", "Osäkerhetstal - Otrygga på kvällen, andel (%)");
        Kolada.Kpi("N94", "Osäkerhetstal - Utsatta, andel (%)");
        Kolada.Kpi("N95", "Osäkerhetstal - Helt annat, andel (%)");
        foreach (var kpi in new[] { "N11", "N12", "N13" })
            Kolada.Value(kpi, "9901", 2025, 10);
        foreach (var kpi in new[] { "N93", "N94", "N95" })
            Kolada.Value(kpi, "9901", 2025, 1.5);
        night.Profile("\"margins\": { \"N95\": \"N13\" },", """[ { "ids": [ "N11", "N12", "N13" ] } ]""");
        await night.Run();
        Assert.Equal("1|10|1.5|-", await night.Figure("n11", "9901", 2025));
        Assert.Equal("1|10|-|-", await night.Figure("n12", "9901", 2025));
        Assert.Equal("1|10|1.5|-", await night.Figure("n13", "9901", 2025));
    }

    [Fact]
    public async Task A_hidden_figure_has_no_margin()
    {
        Kolada.Kpi("N91", "Osäkerhetstal - Nöjda vårdnadshavare, andel (%)");
        Kolada.Value("N91", "9901", 2025, 2.4);
        Kolada.Value("N1", "9901", 2025, null, status: "Private");
        await night.Run();
        Assert.Equal("2|-|-|-", await night.Figure("n1", "9901", 2025));
    }

    [Theory]
    [InlineData("Nöjda föräldrar, andel (%) (-2023)", "Nöjda föräldrar, andel (%)|2023|share|percent")]
    [InlineData("Nöjda föräldrar (- 2024), andel (%)", "Nöjda föräldrar, andel (%)|2024|share|percent")]
    [InlineData("Barn 1-5 år, andel  (%)", "Barn 1-5 år, andel (%)|-|share|percent")]
    [InlineData("Nettokostnadsavvikelse förskola, andel (%)", "Nettokostnadsavvikelse förskola, andel (%)|-|ratio|percent")]
    [InlineData("Kostnad förskola, kr/inv 1-5 år", "Kostnad förskola, kr/inv 1-5 år|-|ratio|kr/inv 1-5 år")]
    [InlineData("Barn per årsarbetare, antal", "Barn per årsarbetare, antal|-|ratio|")]
    [InlineData("Barn på förskola, antal", "Barn på förskola, antal|-|count|")]
    [InlineData("Medelvårdtid, antal dagar", "Medelvårdtid, antal dagar|-|ratio|dagar")]
    public async Task What_only_the_title_tells_is_read_from_it(string title, string measure)
    {
        Kolada.Kpis[0]["title"] = title;
        Kolada.Values.RemoveAll(v => v.Kpi != "N1");
        await night.Run();
        Assert.Equal(measure, await night.Only("select m.name, m.discontinued_after, m.kind, m.unit from rpt.measure as m where m.measure_id = 'kolada-n1'"));
    }

    [Fact]
    public async Task A_measure_says_what_Kolada_says_of_it_and_is_credited_to_Kolada()
    {
        await night.Run();
        Assert.Equal("Påhittat nyckeltal N1. Källa: Provverket.|forskola|higher|year|0|Källa: Kolada", await night.Only("""
            select m.description, m.service_area_id, m.better, m.period_kind, max(o.is_derived), s.credit
            from rpt.measure as m
            join rpt.source as s on s.source_id = m.source_id
            join rpt.observation as o on o.measure_key = m.measure_key
            where m.measure_id = 'kolada-n1'
            group by m.description, m.service_area_id, m.better, m.period_kind, s.credit
            """));
    }

    [Fact]
    public async Task A_KPI_without_figures_is_no_measure_and_one_that_is_not_there_is_remarked_on()
    {
        night.Profile(kpis: """[ { "ids": [ "N1", "N2", "N404" ] } ]""");
        var report = await night.Run();
        Assert.Equal(1, await night.Night.Count("select count(*) from rpt.measure as m where m.source_id = 'kolada'"));
        Assert.Contains("1 nyckeltal har inga värden och visas inte.", report.Notes);
        Assert.Equal("N404", Assert.Single(report.Rejects, r => r.Reason == "Nyckeltalet finns inte i Kolada").Detail);
    }

    [Theory]
    [InlineData(1)]
    [InlineData("1")]
    [InlineData(true)]
    public async Task A_yes_may_be_written_as_a_one(object yes)
    {
        Kolada.Kpis[0]["has_ou_data"] = yes;
        Kolada.Units.Add(new() { ["id"] = "V11Ee1", ["title"] = "Solrosen", ["municipality"] = "9901" });
        Kolada.Value("N1", "V11Ee1", 2025, 91);
        night.Profile("\"unitsOf\": [ \"9901\" ],");
        await night.Run();
        Assert.Equal("1|91|-|-", await night.Figure("n1", "e1", 2025, scope: "unit"));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    public async Task A_deletion_may_be_written_as_a_one(string yes)
    {
        await night.Run();
        night.Clock.Pass(TimeSpan.FromDays(1));
        Kolada.Instead = async (_, context) =>
        {
            if (!context.Request.Path.StartsWithSegments("/v3/data", StringComparison.Ordinal))
                return false;
            await MadeKolada.Say(context, 200, $$"""
                { "values": [ { "kpi": "N1", "municipality": "9901", "period": "2025", "values": [ { "gender": "T", "count": 1, "status": null, "value": null, "isdeleted": {{yes}} } ] } ], "count": 1, "next_url": null }
                """);
            return true;
        };
        await night.Run();
        Assert.Null(await night.Figure("n1", "9901", 2025));
        Assert.NotNull(await night.Figure("n1", "9901", 2024));
    }

    [Fact]
    public async Task A_row_that_cannot_be_understood_is_rejected_and_the_others_stand()
    {
        Kolada.Instead = async (_, context) =>
        {
            if (!context.Request.Path.StartsWithSegments("/v3/data", StringComparison.Ordinal))
                return false;
            await MadeKolada.Say(context, 200, """
                { "values": [
                  { "kpi": "N1", "municipality": "9901", "period": "i fjol", "values": [ { "gender": "T", "value": 1 } ] },
                  { "kpi": "N1", "municipality": "9901", "period": 2025, "values": [ { "gender": "T", "value": 64.5 } ] } ], "count": 2 }
                """);
            return true;
        };
        var report = await night.Run();
        Assert.Equal(1, report.Reasons[("reject", "Raden går inte att tolka")]);
        Assert.Equal("1|64.5|-|-", await night.Figure("n1", "9901", 2025));
    }

    [Fact]
    public async Task A_municipality_that_is_in_no_list_is_rejected()
    {
        Kolada.Instead = async (_, context) =>
        {
            if (!context.Request.Path.StartsWithSegments("/v3/data", StringComparison.Ordinal))
                return false;
            await MadeKolada.Say(context, 200, """
                { "values": [
                  { "kpi": "N1", "municipality": "7777", "period": 2025, "values": [ { "gender": "T", "value": 1 } ] },
                  { "kpi": "N1", "municipality": "0099", "period": 2025, "values": [ { "gender": "T", "value": 2 } ] },
                  { "kpi": "N1", "municipality": "9901", "period": 2025, "values": [ { "gender": "T", "value": 64.5 } ] } ], "count": 3 }
                """);
            return true;
        };
        var report = await night.Run();
        Assert.Equal("7777", Assert.Single(report.Rejects, r => r.Reason == "Okänd kommun eller grupp").Detail);
        Assert.Equal(1, report.RowsRejected);
    }

    [Theory]
    [InlineData("", "9903|Nyby")]
    [InlineData("\"fillMunicipalities\": false,", null)]
    public async Task Kolada_s_list_fills_in_the_municipalities_that_are_missing(string keys, string? municipality)
    {
        Kolada.Municipalities.Add(new() { ["id"] = "9903", ["title"] = "Nyby", ["type"] = "K" });
        Kolada.Municipalities[2]["title"] = "Exempelby kommun";
        Kolada.Value("N1", "9903", 2025, 44);
        night.Profile(keys);
        var report = await night.Run();
        Assert.Equal(municipality, await night.Only("select m.municipality_code, m.name from rpt.municipality as m where m.source_id = 'kolada'"));
        Assert.Equal(municipality is null ? null : "1|44|-|-", await night.Figure("n1", "9903", 2025));
        Assert.Equal(0, report.RowsRejected);
        Assert.Equal(1, await night.Night.Count("select count(*) from rpt.municipality as m where m.name = 'Exempelby'"));
    }

    [Fact]
    public async Task Only_the_municipalities_that_the_profile_names_are_asked_for()
    {
        night.Profile("\"municipalities\": [ \"9902\" ],");
        await night.Run();
        Assert.Null(await night.Figure("n1", "9901", 2025));
        Assert.NotNull(await night.Figure("n1", "9902", 2025));
        Assert.DoesNotContain(Kolada.Asked, a => a.Contains("9901", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Groups_have_their_members_and_their_own_figures_where_they_are_wanted()
    {
        Kolada.Value("N1", "G1", 2025, 76.9);
        night.Profile("\"groupValues\": [ \"G1\" ],");
        await night.Run();
        Assert.Equal(2, await night.Night.Count("select count(*) from rpt.municipality_group_member as m where m.group_id = 'G1'"));
        Assert.Equal("1|76.9|-|-", await night.Figure("n1", "G1", 2025, scope: "group"));
    }

    [Fact]
    public async Task A_unit_is_known_by_the_register_s_id_in_Kolada_s_and_an_unknown_one_is_told_of()
    {
        Kolada.Kpis[0]["has_ou_data"] = true;
        Kolada.Units.Add(new() { ["id"] = "V11Ee2", ["title"] = "Förskolan Blåklint", ["municipality"] = "9901" });
        Kolada.Units.Add(new() { ["id"] = "V11Ee5", ["title"] = "Solrosen", ["municipality"] = "9901" });
        Kolada.Units.Add(new() { ["id"] = "V11Ee99", ["title"] = "Okända", ["municipality"] = "9901" });
        Kolada.Value("N1", "V11Ee2", 2025, 93);
        Kolada.Value("N1", "V11Ee5", 2025, 13);
        Kolada.Value("N1", "V11Ee99", 2025, 23);
        night.Profile("\"unitsOf\": [ \"*\" ],");
        var report = await night.Run();
        Assert.Equal("1|93|-|-", await night.Figure("n1", "e2", 2025, scope: "unit"));
        Assert.Equal("V11Ee2|e2", await night.Only("select o.outside_id, o.unit_id from rpt.unit_outside_id as o where o.source_id = 'kolada'"));
        Assert.Equal("Förskolan Blåklint", await night.Only("select a.name from rpt.unit_alias as a where a.source_id = 'kolada'"));
        // e5 is in another municipality, so it is not the same unit.
        Assert.Null(await night.Figure("n1", "e5", 2025, scope: "unit"));
        Assert.Equal(4, report.Reasons[("reject", "Enheten finns inte i något register")]);
    }

    [Fact]
    public async Task The_program_s_own_list_is_asked_for_where_the_profile_names_no_KPIs()
    {
        Kolada.Kpi("U21468", "Påhittad hemtjänst, andel (%)");
        Kolada.Kpi("U30447", "Påhittad familjeomsorg, andel (%)");
        Kolada.Kpi("U28518", "Påhittad gruppbostad, andel (%)");
        Kolada.Value("U21468", "9901", 2025, 90);
        Kolada.Value("U30447", "9901", 2025, 80);
        Kolada.Value("U28518", "9901", 2025, 70);
        night.Profile(kpis: "[]");
        var report = await night.Run();
        Assert.Null(report.Message);
        Assert.Equal(
            ["Hemtjänst", "Stöd vid funktionsnedsättning", "Individ- och familjeomsorg"],
            await night.Night.Rows("select a.name from rpt.measure as m join rpt.service_area as a on a.service_area_id = m.service_area_id where m.source_id = 'kolada' order by a.sort_order"));
    }

    [Theory]
    [InlineData("\"address\": \"http:", "\"address\": \"ftp:", "address är \"ftp://")]
    [InlineData("\"better\": \"higher\"", "\"better\": \"up\"", "Skriv higher, lower eller neither")]
    [InlineData("\"better\": \"higher\"", "\"repeatsYearBefore\": 1", "Skriv minst 2")]
    [InlineData("\"requestsPerSecond\": 100", "\"requestsPerSecond\": 0", "requestsPerSecond ska vara över 0")]
    [InlineData("\"requestsPerSecond\": 100", "\"statuses\": { \"X\": \"gone\" }", "statuses säger \"gone\" för X")]
    [InlineData("\"requestsPerSecond\": 100", "\"firstYear\": 20", "firstYear är 20")]
    [InlineData("\"ids\": [ \"N1\", \"N2\", \"N3\" ]", "\"ids\": []", "varken ids eller titles")]
    [InlineData("\"serviceArea\": \"forskola\"", "\"serviceArea\": \"skola\"", "verksamhetsområdet \"skola\" är okänt")]
    public async Task A_profile_that_does_not_hold_is_told_of(string from, string to, string said)
    {
        night.Night.Change("kolada.json", from, to);
        var report = (await night.Night.Run()).Sources[^1];
        Assert.Equal("failed", report.Outcome);
        Assert.Contains(said, report.Message, StringComparison.Ordinal);
    }
}
