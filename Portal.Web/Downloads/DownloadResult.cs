using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Portal.Web.Hosting;
using Portal.Web.Hosting.Editions;
using Portal.Web.Links;

namespace Portal.Web.Downloads;

/// <summary>
/// Writes a sheet to the response while its rows are read. The first row is fetched before anything is written, so
/// that a database that is away becomes an error page and not half a file.
/// </summary>
internal sealed class DownloadResult<T>(FileFormat format, DataSheet<T> sheet) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var edition = RequestEdition.Of(http).Number;
        await using var rows = sheet.Rows.GetAsyncEnumerator(http.RequestAborted);
        var hasRow = await rows.MoveNextAsync();

        http.Response.ContentType = format == FileFormat.Csv ? "text/csv; charset=utf-8; header=present" : "application/json; charset=utf-8";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue(format == FileFormat.Csv ? "attachment" : "inline")
        {
            FileName = $"{sheet.FileName}.{format.ToString().ToLowerInvariant()}",
        }.ToString();
        SecurityHeaders.OpenToAll(http.Response.Headers);
        if (HttpMethods.IsHead(http.Request.Method))
            return;

        await using ISheetWriter<T> writer = format == FileFormat.Csv
            ? new CsvSheetWriter<T>(sheet, edition, http.Response.Body)
            : new JsonSheetWriter<T>(sheet, edition, http.Response.Body);
        await writer.Begin(http.RequestAborted);
        for (; hasRow; hasRow = await rows.MoveNextAsync())
            await writer.Row(rows.Current, http.RequestAborted);
        await writer.End(http.RequestAborted);
    }
}

/// <summary>A form of file, written to the response as its rows come.</summary>
internal interface ISheetWriter<in T> : IAsyncDisposable
{
    Task Begin(CancellationToken ct);

    Task Row(T row, CancellationToken ct);

    Task End(CancellationToken ct);
}
