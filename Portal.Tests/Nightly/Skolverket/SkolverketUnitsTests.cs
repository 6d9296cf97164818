namespace Portal.Tests.Nightly.Skolverket;

/// <summary>Schools as the register tells them: who they are, who runs them, and what becomes of them.</summary>
public sealed class SkolverketUnitsTests
{
    private const string Units = "register/units.jsonl";

    [Fact]
    public async Task A_recorded_answer_gives_the_school_its_owner_and_its_place_and_no_persons_name()
    {
        await using var night = await MadeSchools.Night();

        var report = await night.RunAndSee("skolenhetsregistret");

        Assert.Equal((6, 0), (report.RowsRead, report.RowsRejected));
        Assert.Equal(
            ["Annan skolform, lämnas utanför: 1", "Ej i gång, lämnas utanför: 1", "Utomlands, eller ingen skola, lämnas utanför: 1"], report.Notes);
        Assert.Equal(
            [
                "gr-90000101|9901|grundskola|Ekskolan|municipal|Ekvägen 1|991 23|59.1628|Exempelby kommun|212000-9901",
                "gr-90000102|9901|grundskola|Almskolan 4-9|private|Almvägen 3|991 23|59.1628|Almen Skolor AB|556000-1234",
                "gr-90000103|9902|grundskola|Granskolan|municipal|Granvägen 5|991 23|59.1628|Provköpings kommun|212000-9902",
            ],
            await night.Rows("""
                select u.unit_id, u.municipality_code, u.service_area_id, u.name, u.ownership, u.address, u.postal_code, u.latitude, p.name, p.organisation_number
                from rpt.unit as u join rpt.provider as p on p.provider_id = u.provider_id order by 1
                """));
        Assert.Equal(
            ["90000101|skolenhetskod", "90000102|skolenhetskod", "90000103|skolenhetskod"],
            await night.Rows("select outside_id, id_scheme from rpt.unit_outside_id order by 1"));
        foreach (var (table, rows) in await night.Everything())
            Assert.All(rows, r => Assert.False(r.Contains("Rektorsdotter", StringComparison.Ordinal) || r.Contains("0990-123", StringComparison.Ordinal), $"{table}: {r}"));
    }

    [Fact]
    public async Task A_school_that_changes_name_and_owner_between_two_nights_is_the_same_school()
    {
        await using var night = await MadeSchools.Night();
        await night.Run();
        night.Change(Units, "\"Almskolan 4-9\"", "\"Almdungens skola\"");
        night.Change(Units, "{\"displayName\": \"Almen Skolor AB\", \"organizerType\": \"ENSKILD\"}", "{\"displayName\": \"EXEMPELBY KOMMUN\", \"organizerType\": \"KOMMUN\"}");
        night.Change(Units, "\"organizationNumber\": \"5560001234\"", "\"organizationNumber\": \"2120009901\"");
        night.Change(Units, "\"modified\": \"2026-01-15\"", "\"modified\": \"2026-03-01\"");

        await night.Run();

        Assert.Equal(
            ["Almdungens skola|municipal|Exempelby kommun"],
            await night.Rows("select u.name, u.ownership, p.name from rpt.unit as u join rpt.provider as p on p.provider_id = u.provider_id where u.unit_id = 'gr-90000102'"));
        Assert.Equal(
            ["gr-90000102|renamed|2026-03-01|Almskolan 4-9|Almdungens skola"],
            await night.Rows("select unit_id, kind, happened_on, old_name, new_name from rpt.unit_event"));
        Assert.Equal(["gr-90000102|Almskolan 4-9"], await night.Rows("select unit_id, name from rpt.unit_alias"));
        Assert.Equal(["Almskolan 4-9|private"], await night.Rows("select name, ownership from rpt.unit_past where unit_id = 'gr-90000102'"));
        Assert.Equal("1|9.9|-|-|-", await night.Figure("gr-90000102", "skolverket-gr-elever-per-larare", 2025));
    }

    [Fact]
    public async Task A_school_that_is_closed_keeps_its_page_its_code_and_its_figures_and_says_when()
    {
        await using var night = await MadeSchools.Night();
        await night.Run();
        var lines = await File.ReadAllLinesAsync(Path.Combine(night.Folder, Units), TestContext.Current.CancellationToken);
        night.Write(Units, string.Join('\n', lines.Select(l => l.Contains("Granskolan", StringComparison.Ordinal)
            ? l.Replace("\"AKTIV\"", "\"UPPHORT\"", StringComparison.Ordinal).Replace("\"endDate\": null", "\"endDate\": \"2026-06-30\"", StringComparison.Ordinal) : l)));

        await night.Run();

        Assert.Equal(["gr-90000103|0"], await night.Rows("select unit_id, is_listed from rpt.unit where is_listed = 0"));
        Assert.Equal(["gr-90000103|closed|2026-06-30"], await night.Rows("select unit_id, kind, happened_on from rpt.unit_event"));
        Assert.Equal(1, await night.Count("select count(*) from rpt.unit_outside_id where outside_id = '90000103'"));
        // Opened again, it is open: the register takes its word back.
        night.Write(Units, string.Join('\n', lines));
        await night.Run();
        Assert.Empty(await night.Rows("select unit_id from rpt.unit_event"));
        Assert.Empty(await night.Rows("select unit_id from rpt.unit where is_listed = 0"));
    }

    [Fact]
    public async Task A_school_that_has_closed_before_the_portal_knew_it_is_left_out()
    {
        await using var night = await MadeSchools.Night();
        night.Change(Units, "\"PLANERAD\"", "\"UPPHORT\"");

        var report = await night.RunAndSee("skolenhetsregistret");

        Assert.Contains("Ej i gång, lämnas utanför: 1", report.Notes);
        Assert.Empty(await night.Rows("select unit_id from rpt.unit_event"));
        Assert.Empty(await night.Rows("select unit_id from rpt.unit where unit_id = 'gr-90000106'"));
    }

    [Fact]
    public async Task A_dormant_school_that_is_known_stays_and_one_that_is_not_is_not_made()
    {
        await using var night = await MadeSchools.Night();
        await night.Run();
        night.Change(Units, "\"AKTIV\"", "\"VILANDE\"");
        night.Change(Units, "\"PLANERAD\"", "\"VILANDE\"");

        await night.Run();

        Assert.Equal(["gr-90000101", "gr-90000102", "gr-90000103"], await night.Rows("select unit_id from rpt.unit where is_listed = 1 order by 1"));
        Assert.Equal(3, await night.Count("select count(*) from rpt.unit"));
    }

    [Fact]
    public async Task The_answers_of_both_APIs_are_one_school_and_the_register_has_the_word()
    {
        await using var night = await MadeSchools.Night();
        night.Change(Units, "\"latitude\": \"59.1628\"", "\"latitude\": null");
        night.Write("register/planned.json", """
            [
              { "code": "90000101", "name": "Ekskolan F-9", "contactInfo": { "email": null, "addresses": [ { "type": "VISITING_ADDRESS", "street": "Ekallén 2", "zipCode": "99123", "city": "Exempelby" } ] },
                "geographicalAreaCode": "9901", "wgs84_Lat": "59.5", "wgs84_Long": "18.1", "organisationRegistryNumber": "2120009901", "principalOrganizerType": "Kommunal",
                "corporationName": "EXEMPELBY KOMMUN", "companyForm": "Kommunal", "typeOfSchooling": [ { "code": "gr", "displayName": "Grundskolan", "schoolYears": [ "1" ] } ], "abroadSchool": false },
              { "code": "90000107", "name": "Lindskolan", "contactInfo": { "addresses": [ { "type": "VISITING_ADDRESS", "street": "Lindvägen 7", "zipCode": "99124", "city": "Exempelby" } ] },
                "geographicalAreaCode": "9901", "wgs84_Lat": "0", "wgs84_Long": "0", "organisationRegistryNumber": "8001011234", "principalOrganizerType": "Fristående",
                "corporationName": "Lind, Lisa", "companyForm": "Fristående", "typeOfSchooling": [ { "code": "gr", "displayName": "Grundskolan", "schoolYears": [ "1" ] } ], "abroadSchool": false }
            ]
            """);

        await night.Run();

        Assert.Equal(
            ["gr-90000101|Ekskolan|Ekvägen 1|59.5|212000-9901", "gr-90000107|Lindskolan|Lindvägen 7|-|-"],
            await night.Rows("""
                select u.unit_id, u.name, u.address, u.latitude, p.organisation_number
                from rpt.unit as u join rpt.provider as p on p.provider_id = u.provider_id where u.unit_id in ('gr-90000101', 'gr-90000107') order by 1
                """));
    }

    [Fact]
    public async Task A_list_alone_tells_too_little_to_make_a_school_of()
    {
        await using var night = await MadeSchools.Night();
        night.Change("register/list.json", "\"schoolUnitCode\": \"90000106\"", "\"schoolUnitCode\": \"90000108\"");
        night.Change("register/list.json", "\"PLANERAD\"", "\"AKTIV\"");

        var report = await night.RunAndSee("skolenhetsregistret");

        Assert.Equal([("reject", "Svaret säger inte kommun och skolform")], report.Reasons.Keys);
        Assert.Equal(3, await night.Count("select count(*) from rpt.unit"));
    }

    [Theory]
    [InlineData("EXEMPELBY KOMMUN", "Exempelby kommun")]
    [InlineData("ÖSTRA ÅS-ÄLVSJÖ STAD", "Östra Ås-Älvsjö stad")]
    [InlineData("Almen Skolor AB", "Almen Skolor AB")]
    [InlineData("ABC KOMMUNIKATION", "ABC KOMMUNIKATION")]
    public void A_public_owner_is_written_as_people_write_it(string told, string written) =>
        Assert.Equal(written, Portal.Data.Nightly.Sources.Units.UnitFacts.OwnerName(told));
}
