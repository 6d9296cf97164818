using System.Text.Json;
using Portal.Web.Content;
using Portal.Web.Text;

namespace Portal.Tests.Content;

public sealed class AccessibilityStatementTests
{
    private static readonly AccessibilityStatement Statement = AccessibilityStatement.Current;

    [Fact]
    public void No_part_is_empty() => Assert.Empty(Statement.EmptyParts());

    [Fact]
    public void Every_code_has_its_words()
    {
        Assert.NotEqual("", AccessibilityWords.Status(Statement.Status));
        Assert.NotEqual("", AccessibilityWords.Assessment(Statement.Assessment.Kind));
        Assert.All(Statement.Issues, i => Assert.Contains(i.Reason, AccessibilityWords.Reasons));
        Assert.All(AccessibilityWords.Reasons, r => Assert.NotEqual("", AccessibilityWords.Reason(r)));
        Assert.StartsWith("https://", Statement.Supervisor.Form, StringComparison.Ordinal);
    }

    // The one test that reads the clock, since the law asks that the statement is looked over.
    [Fact]
    public void The_assessment_is_at_most_a_year_old_and_no_mending_is_overdue()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);

        Assert.True(Statement.Assessment.On.AddYears(1) >= today, "Look the site over again and set assessment.on and updatedOn in accessibility.json.");
        Assert.True(Statement.UpdatedOn >= Statement.Assessment.On && Statement.Assessment.On <= today.AddDays(1));
        Assert.All(Statement.Issues.Where(i => i.MendedBy is not null), i => Assert.True(i.MendedBy >= today, $"Not mended in time: {i.What}"));
    }

    [Fact]
    public void An_empty_part_is_found()
    {
        Assert.Equal(["Help"], (Statement with { Help = " " }).EmptyParts());
        Assert.Equal(["Issues"], (Statement with { Status = "partly", Issues = [] }).EmptyParts());
        Assert.Empty((Statement with { Status = "fully", Issues = [] }).EmptyParts());
        Assert.Equal(["Methods"], (Statement with { Assessment = Statement.Assessment with { Methods = [] } }).EmptyParts());
        Assert.Equal(["Because"], (Statement with { Issues = [Statement.Issues[0] with { Because = "" }] }).EmptyParts());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "status": "partly", "colour": "blue" }""")]
    public void A_statement_without_a_part_or_with_an_unknown_one_is_refused(string json) =>
        Assert.Throws<JsonException>(() => AccessibilityStatement.Parse(json));
}
