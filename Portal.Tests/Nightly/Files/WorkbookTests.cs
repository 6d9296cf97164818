using Portal.Data.Nightly;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly.Files;

/// <summary>Workbooks as agencies send them: a preamble, merged headers, names on their first row, signs and a footer.</summary>
public sealed class WorkbookTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-workbook-").FullName;

    public static TheoryData<string> Cultures => ["sv-SE", "en-GB", "tr-TR"];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, MemberData(nameof(Cultures))]
    public void Numbers_texts_days_and_yes_are_read_alike_everywhere(string culture)
    {
        MadeWorkbook.Write(Path.Combine(folder, "a.xlsx"), new MadeSheet("Blad1",
            ["Kod", "Andel", "Som text", "Dag", "Ja"],
            [180, 82.5, "82,5", new DateOnly(2024, 3, 1), true],
            ["0114", 0.1 + 0.2, " 7 ", null, false]));
        Assert.Equal(
            ["180|82.5|82,5|2024-03-01|ja", "0114|0.3|7||nej"],
            InCulture.Run(culture, () => Rows(new FileProfile { Path = "a.xlsx" }, "Kod", "Andel", "Som text", "Dag", "Ja")));
    }

    [Fact]
    public void A_number_in_a_cell_is_written_with_the_decimal_sign_that_the_profile_says()
    {
        MadeWorkbook.Write(Path.Combine(folder, "a.xlsx"), new MadeSheet("Blad1", ["Andel"], [82.5], ["82,5"]));
        Assert.Equal(["82,5", "82,5"], Rows(new FileProfile { Path = "a.xlsx", DecimalSign = "," }, "Andel"));
    }

    [Fact]
    public void An_old_workbook_is_read_by_the_same_profile_as_a_new_one_and_as_text()
    {
        object?[][] rows = [["Tabell 1. Så tycker de äldre"], [], ["Enhet", "Nöjda"], ["Ängen", 87.5], ["Åsen", "x"], ["Källa: Institutet"]];
        MadeWorkbook.Write(Path.Combine(folder, "a.xlsx"), new MadeSheet("Blad1", rows));
        MadeWorkbook.WriteXls(Path.Combine(folder, "a.xls"), rows);
        File.WriteAllText(Path.Combine(folder, "a.csv"), "Tabell 1. Så tycker de äldre\n\nEnhet;Nöjda\nÄngen;87.5\nÅsen;x\nKälla: Institutet\n");

        foreach (var path in new[] { "a.xlsx", "a.xls", "a.csv" })
        {
            var profile = new FileProfile { Path = path, Header = new HeaderProfile { With = ["Enhet"] }, Footer = ["Källa"] };
            Assert.Equal(["Ängen|87.5", "Åsen|x"], Rows(profile, "Enhet", "Nöjda"));
        }
    }

    [Theory]
    [InlineData("Enheter", "två")]
    [InlineData("enheter ", "två")]
    [InlineData("2", "två")]
    [InlineData("1", "ett")]
    [InlineData(null, "ett")]
    [InlineData("2023", "tre")]
    public void A_sheet_is_found_by_its_name_or_by_its_number(string? sheet, string text)
    {
        MadeWorkbook.Write(Path.Combine(folder, "a.xlsx"),
            new MadeSheet("Information", ["a"], ["ett"]), new MadeSheet("Enheter", ["a"], ["två"]), new MadeSheet("2023", ["a"], ["tre"]));
        Assert.Equal([text], Rows(new FileProfile { Path = "a.xlsx", Sheet = sheet }, "a"));
    }

    [Theory]
    [InlineData("Kommuner")]
    [InlineData("3")]
    public void A_sheet_that_the_workbook_lacks_is_told_with_what_it_has(string sheet)
    {
        MadeWorkbook.Write(Path.Combine(folder, "a.xlsx"), new MadeSheet("Information", ["a"]), new MadeSheet("Enheter", ["a"]));
        Fault($"saknar bladet \"{sheet}\". Den har: Information, Enheter.", new FileProfile { Path = "a.xlsx", Sheet = sheet });
    }

    [Fact]
    public void Several_header_rows_are_joined_and_merged_cells_filled_sideways_and_downward()
    {
        MadeWorkbook.Write(Path.Combine(folder, "a.xlsx"), new MadeSheet("Blad1",
            ["Resultat per enhet 2023"],
            ["Enhet", "Bemötande", null, "Helhet"],
            [null, "Andel\nnöjda", "Antal svar", "Andel\nnöjda"],
            ["Ängen", 80, 12, 90])
        { Merged = ["A2:A3", "B2:C2"] });
        var profile = new FileProfile { Path = "a.xlsx", Header = new HeaderProfile { Row = 2, Rows = 2 } };
        using (var file = new TableFile(folder, profile))
            Assert.Equal(["Enhet", "Bemötande / Andel nöjda", "Bemötande / Antal svar", "Helhet / Andel nöjda"], file.Header);
        Assert.Equal(["Ängen|12|90"], Rows(profile, "Enhet", "Bemötande / Antal svar", "Helhet / Andel nöjda"));
        Assert.Equal(["Ängen"], Rows(profile with { Header = new HeaderProfile { With = ["Enhet", "Antal svar"], Rows = 2 } }, "Enhet"));
    }

    [Fact]
    public void Blank_header_cells_without_merging_are_filled_sideways_only_where_the_profile_says_so()
    {
        File.WriteAllText(Path.Combine(folder, "a.csv"), "Enhet;Bemötande;;\n;Andel;Svar;Anm\nÄngen;80;12;\n");
        var profile = new FileProfile { Path = "a.csv", Header = new HeaderProfile { Row = 1, Rows = 2, Sideways = true } };
        using (var file = new TableFile(folder, profile))
            Assert.Equal(["Enhet", "Bemötande / Andel", "Bemötande / Svar", "Bemötande / Anm"], file.Header);
        using (var file = new TableFile(folder, profile with { Header = new HeaderProfile { Row = 1, Rows = 2 } }))
            Assert.Equal(["Enhet", "Bemötande / Andel", "Svar", "Anm"], file.Header);
    }

    [Fact]
    public void A_header_that_is_not_there_is_told_with_what_was_looked_for()
    {
        MadeWorkbook.Write(Path.Combine(folder, "a.xlsx"), new MadeSheet("Blad1", ["Enhet", "Andel"], ["Ängen", 1]));
        Fault("har ingen rad med kolumnerna \"Enhet\", \"Svar\"", new FileProfile { Path = "a.xlsx", Header = new HeaderProfile { With = ["Enhet", "Svar"] } });
        Fault("har ingen rad 9 med kolumnernas namn", new FileProfile { Path = "a.xlsx", Header = new HeaderProfile { Row = 9 } });
    }

    [Fact]
    public void A_name_that_is_merged_over_its_rows_stands_on_each_of_them_and_a_name_that_stands_once_is_filled_down()
    {
        MadeWorkbook.Write(Path.Combine(folder, "a.xlsx"), new MadeSheet("Blad1",
            ["Kommun", "Regi", "Enhet"], ["Exempelby", "Egen", "a"], [null, null, "b"], ["Provköping", "Privat", "c"], [null, null, "d"])
        { Merged = ["A2:A3", "A4:A5"] });
        Assert.Equal(
            ["Exempelby|Egen|a", "Exempelby|Egen|b", "Provköping|Privat|c", "Provköping|Privat|d"],
            Rows(new FileProfile { Path = "a.xlsx", FillDown = ["Regi"] }, "Kommun", "Regi", "Enhet"));
    }

    [Fact]
    public void A_hierarchy_of_names_is_filled_downward_and_a_name_at_the_wrong_level_is_its_own()
    {
        MadeWorkbook.Write(Path.Combine(folder, "a.xlsx"), new MadeSheet("Blad1",
            ["Län", "Kommun", "Enhet", "Andel"],
            ["Riket", "Riket", "Riket", 80],
            ["Exempellän", "Exempellän", null, 79],
            [null, "Exempelby", "Exempelby", 78],
            [null, null, "Ängen", 90],
            [null, null, "Åsen", 91],
            [null, "Provköping", null, 70],
            [null, null, "Ängen", 71],
            ["Annat län", null, null, 60],
            [null, null, "Utan kommun", 61]));
        var profile = new FileProfile
        {
            Path = "a.xlsx",
            Levels =
            [
                new() { Column = "Län", Names = new Dictionary<string, string> { ["Riket"] = "country" } },
                new() { Column = "Kommun", Scope = "municipality" },
                new() { Column = "Enhet", Scope = "unit" },
            ],
        };
        using var file = new TableFile(folder, profile);
        var columns = new Dictionary<string, string>();
        var at = new[] { "scope", "subject", "subject_name", "municipality_code" }.Select(f => file.Need(f, columns)).Append(file.Column("Andel")).ToArray();
        var rows = new List<string>();
        while (file.Read())
            rows.Add(string.Join('|', at.Select(a => file[a])));
        Assert.Equal(
        [
            "country|0000|Riket||80",
            "municipality|Exempelby|Exempelby|Exempelby|78",
            "unit|Ängen|Ängen|Exempelby|90",
            "unit|Åsen|Åsen|Exempelby|91",
            "municipality|Provköping|Provköping|Provköping|70",
            "unit|Ängen|Ängen|Provköping|71",
            // No municipality above it: what stood there before belongs to another county.
            "unit|Utan kommun|Utan kommun||61",
        ], rows);
    }

    [Fact]
    public void Rows_are_taken_and_left_by_what_a_column_says_and_the_footer_ends_the_table()
    {
        MadeWorkbook.Write(Path.Combine(folder, "a.xlsx"), new MadeSheet("Blad1",
            ["Grupp", "Enhet"], ["Elever", "a"], ["Vårdnadshavare", "b"], ["Elever", "Samtliga skolor"], ["Elever", "c"], ["* färre än fem svar"], ["Elever", "d"]));
        Assert.Equal(["Elever|a", "Elever|c"], Rows(new FileProfile
        {
            Path = "a.xlsx",
            Only = new Dictionary<string, IReadOnlyList<string>> { ["Grupp"] = ["Elever"] },
            Without = new Dictionary<string, IReadOnlyList<string>> { ["Enhet"] = ["Samtliga"] },
            Footer = ["*"],
        }, "Grupp", "Enhet"));
    }

    [Fact]
    public void A_cell_is_told_by_its_row_and_its_letters_and_a_line_of_text_by_its_number()
    {
        MadeWorkbook.Write(Path.Combine(folder, "a.xlsx"), new MadeSheet("Blad1", ["Rubrik"], [], ["a", "b"], [], ["1", "2"]));
        using var file = new TableFile(folder, new FileProfile { Path = "a.xlsx", Header = new HeaderProfile { Row = 3 } });
        Assert.True(file.Read());
        Assert.Equal((5, "rad 5, kolumn B", "rad 5", "b (kolumn B)", "1 | 2"), (file.Line, file.Place(1), file.Place(-1), file.ColumnName(1), file.Raw));
        Assert.Equal(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"], new[] { 0, 25, 26, 51, 52, 701, 702 }.Select(WorkbookRows.Letters));

        File.WriteAllText(Path.Combine(folder, "a.csv"), "a,b\n1,2\n");
        using var text = new TableFile(folder, new FileProfile { Path = "a.csv" });
        Assert.True(text.Read());
        Assert.Equal(("rad 2", "b"), (text.Place(1), text.ColumnName(1)));
    }

    [Fact]
    public void Columns_without_name_are_passed_over_and_two_with_one_name_are_refused()
    {
        MadeWorkbook.Write(Path.Combine(folder, "a.xlsx"), new MadeSheet("Blad1", ["a", null, "b", null], [1, "x", 2, "y"]));
        Assert.Equal(["1|2"], Rows(new FileProfile { Path = "a.xlsx" }, "a", "b"));
        MadeWorkbook.Write(Path.Combine(folder, "b.xlsx"), new MadeSheet("Blad1", ["a", "A"], [1, 2]));
        Fault("Kolumnen \"a\" står två gånger i b.xlsx", new FileProfile { Path = "b.xlsx" });
    }

    [Fact]
    public void A_file_that_is_no_workbook_is_refused_in_one_sentence_and_let_go_of()
    {
        var path = Path.Combine(folder, "a.xlsx");
        File.WriteAllText(path, "<html><body>Sidan finns inte</body></html>");
        Fault("går inte att läsa som en arbetsbok i Excel", new FileProfile { Path = "a.xlsx" });
        File.Delete(path);

        MadeWorkbook.Write(Path.Combine(folder, "whole.xlsx"), new MadeSheet("Blad1", ["a"], [1]));
        var bytes = File.ReadAllBytes(Path.Combine(folder, "whole.xlsx"));
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        Fault("går inte att läsa som en arbetsbok i Excel", new FileProfile { Path = "a.xlsx" });

        MadeWorkbook.Write(path, new MadeSheet("Blad1"));
        Fault("är tom", new FileProfile { Path = "a.xlsx" });
    }

    [Fact]
    public void Lines_that_are_to_be_left_out_are_as_if_they_were_not_there()
    {
        MadeWorkbook.Write(Path.Combine(folder, "a.xlsx"), new MadeSheet("Blad1", ["a"], [1], [2], [3]));
        using var file = new TableFile(folder, new FileProfile { Path = "a.xlsx" }, new HashSet<int> { 3 });
        var values = new List<string>();
        while (file.Read())
            values.Add(file[0]);
        Assert.Equal(["1", "3"], values);
    }

    private List<string> Rows(FileProfile profile, params string[] columns)
    {
        using var file = new TableFile(folder, profile);
        var at = columns.Select(file.Column).ToArray();
        var rows = new List<string>();
        while (file.Read())
        {
            Assert.Null(file.Fault);
            rows.Add(string.Join('|', at.Select(a => file[a])));
        }
        return rows;
    }

    private void Fault(string words, FileProfile profile) =>
        Assert.Contains(words, Assert.Throws<SourceFaultException>(() => new TableFile(folder, profile).Dispose()).Message, StringComparison.Ordinal);
}
