using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace Portal.Benchmarks;

/// <summary>
/// One connection that is kept alive. It reads no more of an answer than where it ends: a full HTTP client costs more
/// than the server that is measured, and both share the machine.
/// </summary>
sealed class Connection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[128 * 1024];

    public static async Task<Connection> Open(Uri site)
    {
        var connection = new Connection();
        await connection.socket.ConnectAsync(site.Host, site.Port);
        return connection;
    }

    public static byte[] Request(string address, params (string Name, string Value)[] headers) =>
        Encoding.ASCII.GetBytes(
            $"GET {address} HTTP/1.1\r\nHost: localhost\r\n{string.Concat(headers.Select(h => $"{h.Name}: {h.Value}\r\n"))}\r\n");

    /// <summary>Sends a request and reads its answer whole.</summary>
    public async ValueTask<(int Status, int BodyLength)> Ask(byte[] request)
    {
        await socket.SendAsync(request.AsMemory());
        var read = 0;
        var end = -1;
        while (true)
        {
            if (read == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var count = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (count == 0)
                throw new InvalidOperationException("The server closed the connection.");
            read += count;
            if (end < 0)
                end = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
            if (end >= 0 && Body(buffer.AsSpan(0, read), end) is { } body)
                return (Number(buffer.AsSpan(9)), body);
        }
    }

    public void Dispose() => socket.Dispose();

    /// <summary>The length of the body when it has come whole, else null.</summary>
    private static int? Body(ReadOnlySpan<byte> answer, int end)
    {
        var headers = answer[..end];
        var body = answer.Length - end - 4;
        var at = headers.IndexOf("Content-Length: "u8);
        if (at >= 0)
        {
            return body == Number(headers[(at + 16)..]) ? body : null;
        }
        if (headers.IndexOf("Transfer-Encoding: chunked"u8) >= 0)
            return answer.EndsWith("\r\n0\r\n\r\n"u8) ? body : null;
        return 0;
    }

    private static int Number(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out int number, out _)
        ? number
        : throw new InvalidOperationException("The server's answer is no HTTP.");
}
