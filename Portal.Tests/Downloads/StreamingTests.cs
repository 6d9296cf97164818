using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Portal.Data.Queries.Editions;
using Portal.Web.Downloads;
using Portal.Web.Links;
using ActionDescriptor = Microsoft.AspNetCore.Mvc.Abstractions.ActionDescriptor;

namespace Portal.Tests.Downloads;

public sealed class StreamingTests : IDisposable
{
    private readonly MemoryStream body = new();
    private long sentBeforeTheLastRow;

    [Theory]
    [InlineData(FileFormat.Csv)]
    [InlineData(FileFormat.Json)]
    public async Task Rows_are_sent_while_they_are_read(FileFormat format)
    {
        await Execute(format, Rows(20_000));

        Assert.InRange(sentBeforeTheLastRow, body.Length / 2, body.Length - 1);
    }

    [Theory]
    [InlineData(FileFormat.Csv)]
    [InlineData(FileFormat.Json)]
    public async Task Nothing_is_sent_where_the_first_row_cannot_be_read(FileFormat format)
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Execute(format, Broken()));

        Assert.Equal(0, body.Length);
    }

    public void Dispose() => body.Dispose();

    private async IAsyncEnumerable<int> Rows(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            sentBeforeTheLastRow = body.Length;
            await Task.CompletedTask;
            yield return i;
        }
    }

    private static IAsyncEnumerable<int> Broken() =>
        new[] { 1 }.ToAsyncEnumerable().Select(int (_) => throw new InvalidOperationException("The database is away."));

    private async Task Execute(FileFormat format, IAsyncEnumerable<int> rows)
    {
        var http = new DefaultHttpContext();
        http.Features.Set(new Edition { Number = 1 });
        http.Response.Body = body;
        var sheet = new DataSheet<int>
        {
            FileName = "prov",
            Source = "Provkällan",
            Licence = "CC0",
            Columns = [new("id", null, "Raden.", r => r), new("text", null, "Fyllnad.", _ => "Mitt barn trivs på förskolan")],
            Rows = rows,
        };
        await Download.For(format, sheet)!.ExecuteResultAsync(new ActionContext(http, new RouteData(), new ActionDescriptor()));
    }
}
