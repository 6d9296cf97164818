using System.IO.Compression;
using Portal.Tests.Support;

namespace Portal.Tests.Hosting;

public sealed class StaticFileTests(PortalSite site)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task The_style_sheet_is_packed_as_its_header_says(string encoding)
    {
        using var packed = await site.Host.Get("/css/site.css", ("Accept-Encoding", encoding));

        Assert.Equal([encoding], packed.Content.Headers.ContentEncoding);
        await using var bytes = await packed.Content.ReadAsStreamAsync(Ct);
        await using Stream unpacked = encoding == "br"
            ? new BrotliStream(bytes, CompressionMode.Decompress)
            : new GZipStream(bytes, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        Assert.Equal(await site.Host.Text("/css/site.css"), await reader.ReadToEndAsync(Ct));
    }
}
