using System.Text.RegularExpressions;
using Dapper;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Sql;

/// <summary>
/// How SQLite goes about the questions of pages. It plans without counts of rows, so the plan in an empty database is the plan
/// in a full one: thirty million figures are found out here and not by their readers.
/// </summary>
public sealed partial class QueryPlanTests
{
    private static readonly string[] Figures = ["observation", "answer_distribution", "observation_version", "answer_version", "headline", "round_unit"];

    public static TheoryData<string> Questions => [.. EmbeddedSql.SqliteQuestions.Where(n => n.StartsWith("Portal.Data.Queries.", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Questions))]
    public async Task A_question_goes_to_figures_by_their_subject_in_the_newest_edition_and_in_the_past(string name)
    {
        var text = EmbeddedSql.Text(name);
        Assert.Empty(await Faults(text));
        // A round's units are counted anew of the past of all units: it is asked for seldom.
        if (!text.Contains("rpt.round_unit", StringComparison.Ordinal))
            Assert.Empty(await Faults(PastSql.Of(text)));
    }

    [Fact]
    public async Task A_question_that_reads_every_figure_is_found() =>
        Assert.NotEmpty(await Faults("select avg(o.value) from rpt.observation as o where o.measure_key = @measure;"));

    private static async Task<List<string>> Faults(string text)
    {
        await using var database = await TestDatabase.With();
        await using var connection = await database.Reporting.OpenForReading(TestContext.Current.CancellationToken);
        var faults = new List<string>();
        foreach (var statement in Comment().Replace(EmbeddedSql.AsSent(text), "").Split(';').Where(s => !string.IsNullOrWhiteSpace(s)))
        {
            var names = Table().Matches(statement).Where(m => Figures.Contains(m.Groups["table"].Value)).Select(m => m.Groups["alias"].Value);
            // The views call what they read o and a.
            var aliases = names.Concat(names.Any() ? ["o", "a"] : []).ToHashSet(StringComparer.Ordinal);
            var parameters = new DynamicParameters();
            foreach (var parameter in Parameter().Matches(statement).Select(m => m.Value[1..]).Distinct())
                parameters.Add(parameter);
            var plan = await connection.QueryAsync<(int Id, int Parent, int Unused, string Detail)>(
                "explain query plan " + database.Reporting.Files.ForEngine(statement), parameters);
            faults.AddRange(plan.Select(p => p.Detail).Where(d =>
                Step().Match(d) is { Success: true } step && aliases.Contains(step.Groups["alias"].Value)
                && !d.Contains("service_area_id", StringComparison.Ordinal) && !d.Contains("unit_id", StringComparison.Ordinal)
                && (d.StartsWith("SCAN", StringComparison.Ordinal) || d.Contains("(is_past=?", StringComparison.Ordinal))));
        }
        return faults;
    }

    [GeneratedRegex(@"\brpt\.(?<table>\w+)\s+as\s+(?<alias>\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"@\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^(SCAN|SEARCH) (?<alias>\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();

    [GeneratedRegex(@"--[^\n]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comment();
}
