using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests.Nightly.Profiles;

/// <summary>The worked example that officials read is true: it is run as it stands there.</summary>
public sealed partial class ReadmeExampleTests
{
    [Fact]
    public async Task The_example_of_the_README_gives_the_table_of_the_README()
    {
        var readme = await File.ReadAllTextAsync(
            Path.Combine(RealData.RepositoryRoot, "Portal.Data", "Nightly", "Profiles", "README.md"), TestContext.Current.CancellationToken);
        await using var night = await MadeNight.New();
        night.Write("units.csv", "unit_id,municipality_code,service_area,name,children\nex-1,9901,forskola,Solrosen,1\nex-2,9901,forskola,Blåklinten,1\n");
        var files = NamedBlock().Matches(readme);
        Assert.Equal(["questions.csv", "svar.csv", "svar.json", "sources.json"], files.Select(f => f.Groups["name"].Value));
        foreach (Match file in files)
            night.Write(file.Groups["name"].Value, file.Groups["text"].Value);

        var report = await night.Run();
        Assert.Equal(["read", "read", "read"], report.Sources.Select(s => s.Outcome));
        Assert.Equal(0, report.Sources.Sum(s => s.RowsRejected));

        var rows = await night.Rows("""
            select s.subject_id, q.wording, o.value, o.respondents, o.state
            from rpt.observation as o
            join rpt.subject as s on s.subject_key = o.subject_key
            join rpt.measure as m on m.measure_key = o.measure_key
            join rpt.question as q on q.question_key = m.question_key
            where s.scope = 'unit' order by s.subject_id, q.question_id
            """);
        var table = Row().Matches(readme).Select(r => string.Join('|',
            r.Groups["unit"].Value, r.Groups["question"].Value, OrNothing(r.Groups["share"].Value), OrNothing(r.Groups["answers"].Value),
            r.Groups["shown"].Value == "yes" ? "1" : "2"));
        Assert.Equal(4, rows.Count);
        Assert.Equal(rows, table);
    }

    private static string OrNothing(string cell) => cell.Length == 0 ? "-" : cell;

    [GeneratedRegex(@"^```\w+ (?<name>\S+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedBlock();

    [GeneratedRegex(@"^\| (?<unit>ex-\d) \| (?<question>[^|]+) \| ?(?<share>[^|]*?) ?\| ?(?<answers>[^|]*?) ?\| (?<shown>yes|protected)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
