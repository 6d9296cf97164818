using Portal.Data.Nightly;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly.Surveys;

/// <summary>Agencies' workbooks, made up here, through the profiles that the program carries for them.</summary>
public sealed class WorkbookSurveyTests
{
    private const string Sources = "Portal.Data/Nightly/Sources";

    [Fact]
    public async Task Home_care_by_names_with_a_preamble_signs_and_bands_stands_on_the_right_units()
    {
        await using var night = await Eldercare((2020, 70), (2022, 80));
        var report = await night.RunAndSee("aldreomsorgen-hemtjanst");

        Assert.Equal(("read", 0), (report.Outcome, report.RowsRejected));
        // The register's unit, found by its name; state, share, respondents, no invited, the band's lower end.
        Assert.Equal("1|80|12|-|60", await night.Figure("h1", "aldreomsorgen-hemtjanst-helhet-andel", 2022));
        Assert.Equal("1|70|12|-|60", await night.Figure("h1", "aldreomsorgen-hemtjanst-helhet-andel", 2020));
        Assert.Equal(["60|69", "60|69"], await night.Rows("""
            select o.response_rate, o.response_rate_high from rpt.observation as o join rpt.subject as s on s.subject_key = o.subject_key
            join rpt.measure as m on m.measure_key = o.measure_key
            where s.subject_id = 'h1' and m.measure_id = 'aldreomsorgen-hemtjanst-helhet-andel' order by o.period
            """));
        // x is the agency's word for too few.
        Assert.Equal("2|-|-|-|-", await night.Figure("h1", "aldreomsorgen-hemtjanst-bemotande-andel", 2022));
        // A name that no register has is a unit of its own, with who runs it.
        Assert.Equal("1|91|8|-|80", await night.Figure("aldre-9901-omsorg-at-alla", "aldreomsorgen-hemtjanst-helhet-andel", 2022));
        Assert.Equal(["Omsorg åt alla|private|9901"], await night.Rows("select name, ownership, municipality_code from rpt.unit where unit_id = 'aldre-9901-omsorg-at-alla'"));
        // The municipality's row repeats its name in the unit's column; the other one stands in its own; so does the country.
        Assert.Equal("1|75|400|-|50", await night.Figure("9901", "aldreomsorgen-hemtjanst-helhet-andel", 2022, scope: "municipality"));
        Assert.Equal("1|66|90|-|50", await night.Figure("9902", "aldreomsorgen-hemtjanst-helhet-andel", 2022, scope: "municipality"));
        Assert.Equal("1|85|90000|-|60", await night.Figure("0000", "aldreomsorgen-hemtjanst-helhet-andel", 2022, scope: "country"));
        // The same name in another municipality is another unit.
        Assert.Equal("1|55|30|-|70", await night.Figure("aldre-9902-hemtjansten-centrum", "aldreomsorgen-hemtjanst-helhet-andel", 2022));
        // No survey in 2021, and nothing of the county.
        Assert.Equal(["2020", "2022"], await night.Rows("select r.period from rpt.survey_round as r where r.survey_id = 'aldreomsorgen-hemtjanst' order by r.period"));
        Assert.Equal(0, await night.Count("select count(*) from rpt.subject where name = 'Exempellän' and scope <> 'group'"));
    }

    [Fact]
    public async Task The_same_workbooks_twice_are_one_edition_and_a_new_year_is_added()
    {
        await using var night = await Eldercare((2022, 80));
        await night.Run();
        Assert.Equal(NightOutcome.Unchanged, (await night.Run()).Outcome);
        Workbook(night, 2023, 82);
        Assert.Equal(NightOutcome.Published, (await night.Run()).Outcome);
        Assert.Equal("1|80|12|-|60", await night.Figure("h1", "aldreomsorgen-hemtjanst-helhet-andel", 2022));
        Assert.Equal("1|82|12|-|60", await night.Figure("h1", "aldreomsorgen-hemtjanst-helhet-andel", 2023));
    }

    [Fact]
    public async Task A_year_whose_columns_are_called_otherwise_fails_with_what_it_has_until_its_layout_says_so()
    {
        await using var night = await Eldercare((2022, 80));
        Workbook(night, 2023, 82, helhet: "Sammantaget nöjd");
        var report = await night.RunAndSee("aldreomsorgen-hemtjanst");
        Assert.Equal("failed", report.Outcome);
        Assert.Contains("Filen hemtjanst-2023.xlsx saknar kolumnen \"Hur nöjd eller missnöjd är du sammantaget med den hemtjänst du har? / Andel positiva svar\"", report.Message, StringComparison.Ordinal);
        Assert.Contains("Sammantaget nöjd / Andel positiva svar", report.Message, StringComparison.Ordinal);

        night.Change("hemtjanst.json", "{ \"period\": 2023, \"file\": \"2023\" }", """
            { "period": 2023, "file": "2023", "without": ["bemotande"],
              "renamed": { "Hur nöjd eller missnöjd är du sammantaget med den hemtjänst du har? / Andel positiva svar": "Sammantaget nöjd / Andel positiva svar" } }
            """);
        Assert.Equal("read", (await night.RunAndSee("aldreomsorgen-hemtjanst")).Outcome);
        Assert.Equal("1|82|12|-|60", await night.Figure("h1", "aldreomsorgen-hemtjanst-helhet-andel", 2023));
        // Not asked in 2023: no figure at all, and the round does not list the question.
        Assert.Null(await night.Figure("h1", "aldreomsorgen-hemtjanst-bemotande-andel", 2023));
        Assert.Equal(["2022"], await night.Rows("select r.period from rpt.question_round as r join rpt.question as q on q.question_key = r.question_key where q.question_id = 'aldreomsorgen-hemtjanst-bemotande'"));
    }

    [Theory]
    [InlineData(0.01, "0-100", "men ingen är större än 1")]
    [InlineData(1, "0-1", "skrivs från 0 till 1, men rad 6, kolumn H har 95")]
    public async Task Shares_that_are_not_written_as_the_profile_says_fail_the_source(double factor, string shares, string words)
    {
        await using var night = await Eldercare();
        night.Change("hemtjanst.json", "\"unitsByName\": true,", $"\"unitsByName\": true, \"shares\": \"{shares}\",");
        Workbook(night, 2022, 80, factor: factor);
        var report = await night.RunAndSee("aldreomsorgen-hemtjanst");
        Assert.Equal("failed", report.Outcome);
        Assert.Contains(words, report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_of_one_are_per_cent_where_the_profile_says_so()
    {
        await using var night = await Eldercare();
        night.Change("hemtjanst.json", "\"unitsByName\": true,", "\"unitsByName\": true, \"shares\": \"0-1\",");
        Workbook(night, 2022, 80, factor: 0.01);
        Assert.Equal("read", (await night.RunAndSee("aldreomsorgen-hemtjanst")).Outcome);
        Assert.Equal("1|80|12|-|60", await night.Figure("h1", "aldreomsorgen-hemtjanst-helhet-andel", 2022));
    }

    [Fact]
    public async Task A_school_units_index_and_answers_are_found_by_its_code_beneath_three_header_rows()
    {
        await using var night = await MadeNight.New();
        night.Append("units.csv", "g1,9901,grundskola,Åsskolan,Exempelby kommun,municipal,212000-9901,");
        night.Change("register.json", "\"facts\": [", "\"idScheme\": \"skolenhetskod\", \"facts\": [");
        night.Write("skola.json", File.ReadAllText(Path.Combine(RealData.RepositoryRoot, Sources, "Skolenkaten/elever-arskurs-8.json")));
        night.Sources("kommuner.json", "register.json", "skola.json");
        string[] indexes = ["Information om utbildningen", "Stimulans", "Stöd", "Kritiskt tänkande", "Bemötande – lärare", "Bemötande – elever", "Inflytande", "Studiero", "Trygghet", "Förhindra kränkningar", "Elevhälsa"];
        (string Area, string Question)[] questions =
        [
            ("Trygghet", "Känner du dig trygg i skolan?"), ("Förhindra kränkningar", "Litar du på att de vuxna gör tillräckligt om någon elev blir kränkt?"),
            ("Elevhälsa", "Hur lätt är det att få hjälp av elevhälsan?"), ("Studiero", "Hur ofta är det arbetsro på lektionerna?"),
            ("Stimulans", "Hur ofta får lärarna dig att bli intresserad av skolarbetet?"), ("Övergripande nöjdhet", "Hur nöjd är du med din skola?"),
        ];
        string[] answers = ["Helt och hållet", "Till stor del", "Till viss del", "Inte alls", "Vet inte"];
        string[] before = ["Organisationsnummer", "Huvudman", "Kommun", "Skolenhetskod", "Skolenhet", "Antal i gruppen", "Antal svar", "Svarsfrekvens"];
        object?[] first = [.. before, .. indexes, .. questions.SelectMany(q => answers.Select((_, i) => i == 0 ? q.Area : null))];
        object?[] second = [.. before.Select(_ => (object?)null), .. indexes.Select(_ => "Index"), .. questions.SelectMany(q => answers.Select((_, i) => i == 0 ? q.Question : null))];
        object?[] third = [.. before.Select(_ => (object?)null), .. indexes.Select(_ => (object?)null), .. questions.SelectMany(_ => answers)];
        object?[] Row(object?[] who, object index, params object[] shares) => [.. who, .. indexes.Select(_ => index), .. questions.SelectMany(_ => shares)];
        MadeWorkbook.Write(Path.Combine(night.Folder, "elever-arskurs-8-2024.xlsx"), new MadeSheet("Resultat", first, second, third,
            Row([null, "Samtliga huvudmän", null, null, "Samtliga deltagande skolor", 9000, 8000, 89], 6.9, 50, 30, 10, 8, 2),
            Row(["212000-9901", "Exempelby kommun", "Exempelby", "g1", "Åsskolan", 50, 40, 80], 7.25, 40, 30, 20, 10, 0),
            Row(["212000-9901", "Exempelby kommun", "Exempelby", "g9", "Nedlagda skolan", 50, 40, 80], 5, 40, 30, 20, 10, 0))
        {
            Merged = [.. questions.SelectMany((_, q) => new[] { 1, 2 }.Select(r =>
                $"{Data.Nightly.Files.WorkbookRows.Letters(19 + (5 * q))}{r}:{Data.Nightly.Files.WorkbookRows.Letters(23 + (5 * q))}{r}"))],
        });

        var report = await night.RunAndSee("skolenkaten-elever-arskurs-8");
        Assert.Null(report.Message);
        Assert.Equal("1|7.25|40|50|80", await night.Figure("g1", "skolenkaten-elever-arskurs-8-index-trygghet-medel", 2024));
        Assert.Equal(["40", "30", "20", "10", "0"], await night.Rows("""
            select a.share from rpt.answer_distribution as a join rpt.question as q on q.question_key = a.question_key
            where q.question_id = 'skolenkaten-elever-arskurs-8-q-nojd' order by a.answer
            """));
        // A school that no register has is told, once, and not guessed at.
        Assert.Equal(("Okänd enhet", 1), (report.Rejects[0].Reason, report.RowsRejected));
    }

    [Fact]
    public async Task A_round_that_repeats_the_one_before_is_told_as_not_asked_with_the_year_it_is_of()
    {
        await using var night = await MadeNight.New();
        night.Write("upprepad.json", """
            {
              "kind": "survey",
              "source": { "id": "upprepad", "name": "Enkäten", "publisher": "Institutet", "credit": "Källa: Institutet" },
              "files": { "values": { "path": "upprepad.csv", "only": { "Grupp": ["Elever"] } } },
              "survey": {
                "id": "upp", "name": "Enkäten", "serviceArea": "grundskola", "asked": "elever", "sourceKeepsFloor": true, "repeatsRounds": true,
                "questions": { "list": [ { "id": "a", "wording": "Är du trygg?" }, { "id": "b", "wording": "Har du arbetsro?" } ] },
                "figures": [ { "file": "values", "constants": { "scope": "municipality" }, "columns": { "subject": "Kommun", "period": "År", "question_id": "Fråga" }, "values": [ { "column": "Andel", "kind": "share" } ] } ]
              }
            }
            """);
        night.Write("upprepad.csv", """
            Grupp;Kommun;År;Fråga;Andel
            Elever;Exempelby;2021;a;80,1
            Elever;Exempelby;2021;b;70,2
            Elever;Exempelby;2022;a;80,1
            Elever;Exempelby;2022;b;70,2
            Elever;Exempelby;2023;b;70,2
            Elever;Exempelby;2023;a;80,1
            Elever;Exempelby;2024;a;80,1
            Elever;Exempelby;2024;b;71
            Elever; Provköpings kommun;2021;a;50
            Elever; Provköpings kommun;2023;a;50
            Föräldrar;Exempelby;2022;a;99

            """);
        night.Sources("kommuner.json", "upprepad.json");
        Assert.Equal((10, 0), (await night.RunAndSee("upprepad")) is var r ? (r.RowsRead, r.RowsRejected) : default);

        Assert.Equal(
        [
            "9901|2021|1|80.1|-", "9901|2022|3|-|2021", "9901|2023|3|-|2021",
            // One figure that is alike is chance; only all of them are a repetition.
            "9901|2024|1|80.1|-",
            // The year between is not there: two measurements.
            "9902|2021|1|50|-", "9902|2023|1|50|-",
        ], await night.Rows("""
            select s.subject_id, o.period, o.state, o.value, o.origin_period from rpt.observation as o
            join rpt.subject as s on s.subject_key = o.subject_key join rpt.measure as m on m.measure_key = o.measure_key
            where m.measure_id = 'upp-a-andel' order by s.subject_id, o.period
            """));
    }

    [Fact]
    public async Task Figures_of_municipalities_by_name_are_measures_and_names_that_have_lost_letters_are_nobodys()
    {
        await using var night = await MadeNight.New();
        night.Write("panel.json", """
            {
              "kind": "figure-table",
              "source": { "id": "panel", "name": "Panelen", "publisher": "Institutet", "credit": "Källa: Institutet" },
              "files": { "panel": { "path": "panel.xlsx", "header": { "row": 3 } } },
              "municipalityNames": { "Gamla Provköping": "9902" },
              "figureTable": {
                "file": "panel", "columns": { "subject": "Kommun", "period": "År" }, "constants": { "scope": "municipality" }, "shares": "0-1", "valueCodes": { "..": "missing" },
                "measures": [
                  { "id": "timmar", "column": "Timmar", "name": "Timmar", "kind": "ratio", "unit": "timmar", "max": 744 },
                  { "id": "andel", "column": "Andel", "name": "Andel med hemtjänst", "kind": "share", "unit": "percent", "decimals": 1 } ]
              }
            }
            """);
        MadeWorkbook.Write(Path.Combine(night.Folder, "panel.xlsx"), new MadeSheet("Data", ["Hemtjänst"], [], ["Kommun", "År", "Timmar", "Andel"],
            [" Exempelby", 2017, 32, 0.071], ["Gamla Provköping", 2017, "..", "0,05"], ["Provkping", 2017, 1, 0.1], ["Exempelby", 2017, 33, 0.1], ["Provköping", 2018, 745, 0.1]));
        night.Sources("kommuner.json", "panel.json");
        var report = await night.RunAndSee("panel");
        Assert.Equal(
            [("Okänd kommun eller grupp", "Provkping", 6), ("Dubblett", "Samma kommun eller enhet, år och kön står längre upp.", 7), ("Värdet ligger utanför det rimliga", "Timmar (kolumn C): 745", 8)],
            report.Rejects.Select(r => (r.Reason, r.Detail!, r.Line!.Value)));
        Assert.Equal(
            ["9901|andel|1|7.1", "9901|timmar|1|32", "9902|andel|1|5", "9902|timmar|6|-"],
            await night.Rows("""
                select s.subject_id, m.measure_id, o.state, o.value from rpt.observation as o
                join rpt.subject as s on s.subject_key = o.subject_key join rpt.measure as m on m.measure_key = o.measure_key
                where m.source_id = 'panel' order by 1, 2
                """));
    }

    private static async Task<MadeNight> Eldercare(params (int Year, double Share)[] years)
    {
        var night = await MadeNight.New();
        night.Append("units.csv", "h1,9901,hemtjanst,Hemtjänsten Centrum,Exempelby kommun,municipal,212000-9901,");
        night.Write("hemtjanst.json", File.ReadAllText(Path.Combine(RealData.RepositoryRoot, Sources, "Aldreomsorgen/hemtjanst.json")));
        night.Sources("kommuner.json", "register.json", "hemtjanst.json");
        foreach (var (year, share) in years)
            Workbook(night, year, share);
        return night;
    }

    // Preamble, two header rows, names on their first row or a level too far in, x, bands, footer.
    private static void Workbook(MadeNight night, int year, double share, double factor = 1, string? helhet = null)
    {
        string[] questions =
        [
            helhet ?? "Hur nöjd eller missnöjd är du sammantaget med den hemtjänst du har?", "Brukar personalen bemöta dig på ett bra sätt?",
            "Brukar personalen ha tillräckligt med tid för att kunna utföra sitt arbete hos dig?", "Brukar personalen komma på avtalad tid?",
            "Brukar du kunna påverka vilka tider personalen kommer?", "Brukar personalen ta hänsyn till dina åsikter och önskemål om hur hjälpen ska utföras?",
            "Hur lätt eller svårt är det att få kontakt med personalen inom hemtjänsten vid behov?", "Känner du förtroende för personalen som kommer hem till dig?",
            "Hur tryggt eller otryggt känns det att bo hemma med stöd från hemtjänsten?",
        ];
        object?[] Row(string? county, string? municipality, string? unit, string? ownership, object answered, string rate, double whole, object treated) =>
            [county, municipality, unit, ownership, answered, rate, whole * factor, treated is double d ? d * factor : treated, .. questions.Skip(2).Select(_ => (object?)(60 * factor))];
        MadeWorkbook.Write(Path.Combine(night.Folder, $"hemtjanst-{year}.xlsx"),
            new MadeSheet("Information", ["Läs detta först"]),
            new MadeSheet("Hemtjänst",
                [$"Vad tycker de äldre om äldreomsorgen? {year}"], ["x = färre än sju har svarat"], [],
                ["Län", "Kommun", "Enhet", "Regi", "Antal svar", "Svarsfrekvens", .. questions],
                [null, null, null, null, null, null, .. questions.Select(_ => "Andel\npositiva svar")],
                Row("Riket", "Riket", "Riket", null, 90_000, "60-69", 85, 95d),
                Row("Exempellän", null, null, null, 490, "50–59", 74, 94d),
                Row(null, "Exempelby", "Exempelby", null, "400", "50–59", 75, 93d),
                Row(null, null, "Hemtjänsten Centrum", "Kommunal regi", 12, "60–69", share, "x"),
                Row(null, null, "Omsorg åt alla", "Enskild regi", 8, "80 % eller mer", 91, 90d),
                Row(null, "Provköping", null, null, 90, "50–59", 66, 92d),
                Row(null, null, "Hemtjänsten Centrum", "Kommunal regi", 30, "70-79 %", 55, 91d),
                ["Källa: Socialstyrelsen"]));
    }
}
