using System.Text;
using Portal.Data.Nightly;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly.Files;

/// <summary>Files as they are met: every encoding, separator and damage is read, or refused in one sentence.</summary>
public sealed class TableFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-files-").FullName;

    public static TheoryData<string> Cultures => ["sv-SE", "en-GB", "tr-TR"];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, MemberData(nameof(Cultures))]
    public void A_good_file_is_read_alike_everywhere(string culture) =>
        Assert.Equal(["Ingela|5", "Åsa, Örjan|6"], InCulture.Run(culture, () => Rows(Made("ID,NAMN\n5,Ingela\n6,\"Åsa, Örjan\"\n"), "namn", "id")));

    [Theory]
    [InlineData("id;namn\n5;Åsa\n")]
    [InlineData("id\tnamn\n5\tÅsa\n")]
    [InlineData("id,namn\n5,Åsa\n")]
    public void The_separator_is_the_one_that_the_header_has_most_of(string text) =>
        Assert.Equal(["Åsa|5"], Rows(Made(text), "namn", "id"));

    [Fact]
    public void Semicolon_and_decimal_comma_go_together()
    {
        using var file = Open(Made("id;andel\n5;12,5\n"));
        Assert.True(file.Read());
        Assert.True(Cells.TryNumber(file[file.Column("andel")], file.Profile.DecimalSign, out var value));
        Assert.Equal(12.5, value);
    }

    [Fact]
    public void Windows_1252_is_known_by_its_bytes()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal(["Åsa – Örjan|5"], Rows(Made("id,namn\n5,Åsa – Örjan\n", Encoding.GetEncoding(1252)), "namn", "id"));
    }

    [Fact]
    public void Windows_1252_is_known_also_when_its_letters_come_late()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = "id,namn\n" + string.Concat(Enumerable.Repeat("5,abc\n", 20_000)) + "6,Åsa\n";
        Assert.Equal("Åsa|6", Rows(Made(text, Encoding.GetEncoding(1252)), "namn", "id")[^1]);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_column() =>
        Assert.Equal(["Åsa|5"], Rows(Made("id,namn\n5,Åsa\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), "namn", "id"));

    [Fact]
    public void Windows_line_ends_and_blank_lines_are_no_rows() =>
        Assert.Equal(["a|1", "b|2"], Rows(Made("id,namn\r\n1,a\r\n\r\n2,b\r\n"), "namn", "id"));

    [Fact]
    public void A_quoted_field_may_hold_lines_and_the_line_of_the_row_is_where_it_begins()
    {
        using var file = Open(Made("id,namn\n1,\"a\nb\"\n2,c\n"));
        Assert.True(file.Read());
        Assert.Equal((2, "a\nb"), (file.Line, file[1]));
        Assert.True(file.Read());
        Assert.Equal((4, "2,c"), (file.Line, file.Raw.TrimEnd()));
        Assert.False(file.Read());
    }

    [Fact]
    public void An_empty_file_is_refused() => Fault("är tom", () => Open(Made("")));

    [Fact]
    public void A_file_of_one_blank_line_is_refused() => Fault("är tom", () => Open(Made("\n")));

    [Fact]
    public void A_header_alone_is_a_file_without_rows() => Assert.Empty(Rows(Made("id,namn\n"), "namn", "id"));

    [Fact]
    public void A_row_with_too_few_or_too_many_columns_is_marked_and_the_next_is_read()
    {
        using var file = Open(Made("id,namn\n1\n2,b,c\n3,d\n"));
        var faults = new List<string?>();
        while (file.Read())
            faults.Add(file.Fault);
        Assert.Equal(["Fel antal kolumner", "Fel antal kolumner", null], faults);
    }

    [Fact]
    public void A_quote_in_the_wrong_place_marks_its_row_only()
    {
        using var file = Open(Made("id,namn\n1,\"a\"b\n2,c\n"));
        Assert.True(file.Read());
        Assert.Equal("Citattecknen går inte ihop", file.Fault);
        Assert.True(file.Read());
        Assert.Null(file.Fault);
        Assert.Equal("c", file[1]);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_no_row_to_trust()
    {
        var text = "id,namn\n1,a\n2,\"b\n" + string.Concat(Enumerable.Range(3, 300).Select(i => $"{i},c\n"));
        using var file = Open(Made(text));
        Assert.True(file.Read());
        Assert.Null(file.Fault);
        var outcome = Record.Exception(() =>
        {
            Assert.True(file.Read());
            Assert.NotNull(file.Fault);
        });
        Assert.True(outcome is null or SourceFaultException, outcome?.ToString());
    }

    [Fact]
    public void A_quote_that_swallows_a_megabyte_is_refused_in_one_sentence()
    {
        var text = "id,namn\n1,\"a\n" + string.Concat(Enumerable.Repeat("2,abcdefghijklmnopqrstuvwxyz\n", 60_000));
        Fault("aldrig stängs", () => Rows(Made(text), "namn", "id"));
    }

    [Fact]
    public void A_wrong_header_is_told_with_what_the_file_has()
    {
        using var file = Open(Made("id,benämning\n1,a\n"));
        Fault("saknar kolumnen \"namn\". Den har: id, benämning.", () => file.Column("namn"));
        Fault("saknar kolumnen \"namn\"", () => file.Need("namn", new Dictionary<string, string>()));
        Fault("saknar kolumnen \"name\"", () => file.Find("namn", new Dictionary<string, string> { ["namn"] = "name" }));
        Assert.Equal(-1, file.Find("namn", new Dictionary<string, string>()));
        Assert.Equal("", file[-1]);
    }

    [Fact]
    public void A_column_that_stands_twice_is_refused() =>
        Fault("Kolumnen \"namn\" står två gånger", () => Open(Made("id,namn,Namn\n1,a,b\n")));

    [Fact]
    public void A_file_that_is_not_of_the_encoding_it_is_said_to_be_is_refused()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var name = Made("id,namn\n1,a\n2,Åsa\n", Encoding.GetEncoding(1252));
        Fault("tecken som inte är utf-8", () => Rows(name, "namn", "id", encoding: "utf-8"));
    }

    [Theory]
    [InlineData("rotvälska", "auto", "Teckenkodningen \"rotvälska\"")]
    [InlineData("auto", ";;", "Skiljetecknet \";;\"")]
    public void A_setting_that_means_nothing_is_refused(string encoding, string separator, string words)
    {
        var name = Made("id,namn\n1,a\n");
        Fault(words, () => Rows(name, "namn", "id", encoding, separator));
        // The file is let go of also then.
        File.Delete(Path.Combine(folder, name));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_file_that_has_not_come_is_told_by_its_path() =>
        Fault("Filen 2024/svar.csv finns inte", () => Open("2024/svar.csv"));

    private string Made(string text, Encoding? encoding = null)
    {
        File.WriteAllText(Path.Combine(folder, "rader.csv"), text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return "rader.csv";
    }

    private TableFile Open(string name, string encoding = "auto", string separator = "auto") =>
        new(folder, new FileProfile { Path = name, Encoding = encoding, Separator = separator });

    private List<string> Rows(string name, string first, string second, string encoding = "auto", string separator = "auto")
    {
        using var file = Open(name, encoding, separator);
        var (a, b) = (file.Column(first), file.Column(second));
        var rows = new List<string>();
        while (file.Read())
        {
            Assert.Null(file.Fault);
            rows.Add($"{file[a]}|{file[b]}");
        }
        return rows;
    }

    private static void Fault(string words, Action code) =>
        Assert.Contains(words, Assert.Throws<SourceFaultException>(code).Message, StringComparison.Ordinal);

    private static void Fault<T>(string words, Func<T> code) => Fault(words, () => { _ = code(); });
}
