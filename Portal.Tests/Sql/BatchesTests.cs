using Portal.Data.Reporting;

namespace Portal.Tests.Sql;

/// <summary>
/// How a script for SQL Server is parted. As in Microsoft's own tools a line of its own is what counts, not the
/// language: a line <c>go</c> in a block comment or in a text of several lines parts it too, and <c>go 5</c> is not
/// understood. The parse tests would find either.
/// </summary>
public sealed class BatchesTests
{
    [Theory]
    [InlineData("select 1\ngo\nselect 2", 2)]
    [InlineData("select 1\nGO\nselect 2\nGo\n", 2)]
    [InlineData("select 1\n\t go ; \nselect 2", 2)]
    [InlineData("select 1\r\ngo\r\nselect 2\r\ngo\r\n", 2)]
    [InlineData("go\n\ngo\nselect 1\ngo\ngo", 1)]
    [InlineData("", 0)]
    [InlineData("select 1", 1)]
    public void A_line_that_says_go_parts_a_script(string text, int batches) =>
        Assert.Equal(batches, Migrator.Batches(text).Count);

    [Theory]
    [InlineData("select 1 as go")]
    [InlineData("select 1 go\nfrom rpt.unit")]
    [InlineData("-- go\nselect 1")]
    [InlineData("select 'let us go'")]
    [InlineData("select category from rpt.cargo\nwhere gothenburg = 1\nand go_on = 2")]
    [InlineData("select 1\ngoto slut")]
    public void Go_within_a_line_or_a_word_parts_nothing(string text) =>
        Assert.Equal([text], Migrator.Batches(text));

    [Fact]
    public void Batches_keep_their_text() =>
        Assert.Equal(["select 1;\n", "\nselect 2;"], Migrator.Batches("select 1;\ngo\nselect 2;"));

    [Fact]
    public void A_line_in_a_block_comment_parts_too_as_in_Microsofts_tools() =>
        Assert.Equal(2, Migrator.Batches("/* first\ngo\nthen */ select 1").Count);
}
