using System.Globalization;
using System.Text;
using System.Text.Json;
using Portal.Web.Downloads;

namespace Portal.Tests.Downloads;

public sealed class SheetTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("en-GB")]
    [InlineData("tr-TR")]
    public async Task Files_are_the_same_whatever_the_machine_speaks(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(
                "id,value,day,time,flag,edition\r\ni-1,1234.5,2024-05-03,2024-05-03T02:15:00Z,true,7\r\n",
                await Csv(new Thing { Id = "i-1", Value = 1234.5, Day = new(2024, 5, 3), Time = new(2024, 5, 3, 2, 15, 0, DateTimeKind.Utc), Flag = true }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Missing_is_empty_in_csv_and_null_in_json()
    {
        Assert.Equal("id,value,day,time,flag,edition\r\na,,,,false,7\r\n", await Csv(new Thing { Id = "a" }));

        var row = (await Json(new Thing { Id = "a" })).GetProperty("rows")[0];
        Assert.Equal(JsonValueKind.Null, row.GetProperty("value").ValueKind);
        Assert.Equal(JsonValueKind.Null, row.GetProperty("day").ValueKind);
    }

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("sa \"hej\"", "\"sa \"\"hej\"\"\"")]
    [InlineData("två\nrader", "\"två\nrader\"")]
    [InlineData("Åäö é", "Åäö é")]
    [InlineData("a;b", "a;b")]
    public async Task Csv_quotes_as_rfc_4180_says(string text, string expected) =>
        Assert.Equal($"id,value,day,time,flag,edition\r\n{expected},,,,false,7\r\n", await Csv(new Thing { Id = text }));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+46 8 123")]
    [InlineData("-x")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    public async Task Text_that_a_spreadsheet_would_run_is_made_harmless(string text)
    {
        var line = (await Csv(new Thing { Id = text })).Split("\r\n")[1];

        Assert.StartsWith("'" + text, line.Trim('"'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_negative_number_stays_a_number() =>
        Assert.Contains("\r\na,-12.5,", await Csv(new Thing { Id = "a", Value = -12.5 }), StringComparison.Ordinal);

    [Fact]
    public async Task Csv_is_utf_8_without_a_byte_order_mark()
    {
        using var memory = new MemoryStream();
        await Write(new CsvSheetWriter<Thing>(Sheet(), 7, memory), new Thing { Id = "å" });

        Assert.Equal((byte)'i', memory.ToArray()[0]);
        Assert.Contains("å", Encoding.UTF8.GetString(memory.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_says_what_it_is_before_its_rows()
    {
        var file = await Json(new Thing { Id = "å", Value = 1.25, Flag = true });

        Assert.Equal(["edition", "source", "licence", "columns", "rows"], file.EnumerateObject().Select(p => p.Name));
        Assert.Equal(7, file.GetProperty("edition").GetInt32());
        Assert.Equal("Källa: prov", file.GetProperty("source").GetString());
        Assert.Equal("CC0", file.GetProperty("licence").GetString());
        Assert.All(file.GetProperty("columns").EnumerateArray(), c =>
            Assert.Equal(["name", "unit", "description"], c.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(1.25, file.GetProperty("rows")[0].GetProperty("value").GetDouble());
        Assert.True(file.GetProperty("rows")[0].GetProperty("flag").GetBoolean());
    }

    [Fact]
    public async Task Both_forms_have_the_same_columns_in_the_same_order()
    {
        var header = (await Csv()).Split("\r\n")[0].Split(',');
        var file = await Json(new Thing { Id = "a" });

        Assert.Equal(header, file.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        Assert.Equal(header, file.GetProperty("rows")[0].EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void Several_sources_are_named_once_each_and_one_without_is_said()
    {
        Assert.Equal("a; b", Download.Join(["a", "b", "a"], "ingen"));
        Assert.Equal("ingen", Download.Join([], "ingen"));
        Assert.Equal("a; ingen", Download.Join(["a", null, ""], "ingen"));
    }

    private static async Task<string> Csv(params Thing[] rows)
    {
        using var memory = new MemoryStream();
        await Write(new CsvSheetWriter<Thing>(Sheet(), 7, memory), rows);
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private static async Task<JsonElement> Json(params Thing[] rows)
    {
        using var memory = new MemoryStream();
        await Write(new JsonSheetWriter<Thing>(Sheet(), 7, memory), rows);
        return JsonDocument.Parse(memory.ToArray()).RootElement;
    }

    private static async Task Write(ISheetWriter<Thing> writer, params Thing[] rows)
    {
        await using (writer)
        {
            await writer.Begin(Ct);
            foreach (var row in rows)
                await writer.Row(row, Ct);
            await writer.End(Ct);
        }
    }

    private static DataSheet<Thing> Sheet() => new()
    {
        FileName = "prov",
        Source = "Källa: prov",
        Licence = "CC0",
        Columns =
        [
            new("id", null, "Id.", t => t.Id),
            new("value", "percent", "Värdet.", t => t.Value),
            new("day", null, "Dagen.", t => t.Day),
            new("time", null, "Tiden.", t => t.Time),
            new("flag", null, "Flaggan.", t => t.Flag),
        ],
        Rows = AsyncEnumerable.Empty<Thing>(),
    };

    private sealed record Thing
    {
        public string Id { get; init; } = "";
        public double? Value { get; init; }
        public DateOnly? Day { get; init; }
        public DateTime? Time { get; init; }
        public bool Flag { get; init; }
    }
}
