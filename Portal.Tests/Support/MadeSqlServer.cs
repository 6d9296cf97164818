using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Portal.Tests.Support;

/// <summary>
/// A server that speaks as much of SQL Server's protocol (MS-TDS 7.4) as it takes to log in without encryption, to be asked and to
/// answer with numbers or an error. It knows no SQL: a test says what it answers, and sees what the real driver sent and did.
/// </summary>
public sealed class MadeSqlServer : IAsyncDisposable
{
    private const byte Batch = 1, Procedure = 3, Bulk = 7, Transaction = 14, Login = 16, Prelogin = 18;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<SqlLogin> logins = new();
    private readonly ConcurrentQueue<string> asked = new();
    private readonly ConcurrentQueue<byte[]> copied = new();
    private readonly Func<int, byte[]> login;
    private readonly Func<string, byte[]> answer;

    private MadeSqlServer(Func<int, byte[]> login, Func<string, byte[]> answer)
    {
        (this.login, this.answer) = (login, answer);
        listener.Start();
        _ = Accept();
    }

    /// <summary>Without pooling: a test's connections are its own.</summary>
    public string ConnectionString =>
        $"Server=tcp:127.0.0.1,{((IPEndPoint)listener.LocalEndpoint).Port};Database=portal;User ID=u;Password=p;Encrypt=False;Pooling=False";

    /// <summary>The logins that were tried.</summary>
    public IReadOnlyList<SqlLogin> Logins => [.. logins];

    /// <summary>What was asked, in order; a transaction's begin and end as <c>transaction</c> and its kind.</summary>
    public IReadOnlyList<string> Asked => [.. asked];

    /// <summary>The rows of each bulk copy: whole numbers, as many a row as the table has columns.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Copied(int columns) => [.. copied.Select(c => Numbers(c, columns))];

    /// <summary>Starts a server.</summary>
    /// <param name="answer">The answer to a statement.</param>
    /// <param name="login">The answer to a login, by its number from 1; without it all are let in.</param>
    public static MadeSqlServer Start(Func<string, byte[]> answer, Func<int, byte[]>? login = null) => new(login ?? (_ => LetIn), answer);

    /// <summary>An error, as SQL Server tells it; from severity 20 it also hangs up.</summary>
    public static byte[] Error(int number, byte severity = 16)
    {
        var token = Bytes(w =>
        {
            w.Write(number);
            w.Write((byte)1);
            w.Write(severity);
            Text(w, $"made error {number}", isLong: true);
            Text(w, "made");
            Text(w, "");
            w.Write(1);
        });
        return [0xAA, (byte)token.Length, (byte)(token.Length >> 8), .. token, .. Done(0x0002)];
    }

    /// <summary>One row of whole numbers, columns named in order.</summary>
    public static byte[] Row(params (string Name, int Value)[] columns) => Rows(1, columns);

    /// <summary>The same row so many times.</summary>
    public static byte[] Rows(int times, params (string Name, int Value)[] columns) => Bytes(w =>
    {
        w.Write(Columns([.. columns.Select(c => c.Name)]));
        for (var i = 0; i < times; i++)
        {
            w.Write((byte)0xD1);
            foreach (var (_, value) in columns)
                w.Write(value);
        }
        w.Write(Done(0x0010, times));
    });

    /// <summary>No row of whole numbers, columns named in order.</summary>
    public static byte[] NoRow(params string[] columns) => [.. Columns(columns), .. Done(0x0010)];

    /// <summary>Nothing but done.</summary>
    public static byte[] Nothing => Done(0);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        stop.Dispose();
    }

    /// <summary>Welcome.</summary>
    public static byte[] LetIn
    {
        get
        {
            var token = Bytes(w =>
            {
                w.Write((byte)1);
                w.Write((byte[])[0x74, 0, 0, 4]);
                Text(w, "made");
                w.Write((byte[])[15, 0, 0x07, 0xD0]);
            });
            return [0xAD, (byte)token.Length, 0, .. token, .. Done(0)];
        }
    }

    private static byte[] Columns(string[] names) => Bytes(w =>
    {
        w.Write((byte)0x81);
        w.Write((ushort)names.Length);
        foreach (var name in names)
        {
            w.Write(0u);
            w.Write((ushort)0);
            w.Write((byte)0x38);
            Text(w, name);
        }
    });

    private static byte[] Done(ushort status, long rows = 0) => Bytes(w =>
    {
        w.Write((byte)0xFD);
        w.Write(status);
        w.Write((ushort)0);
        w.Write(rows);
    });

    private async Task Accept()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = Serve(client);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            try
            {
                while (true)
                {
                    var (kind, body) = await Message(stream);
                    var tokens = kind switch
                    {
                        Prelogin => Greeting,
                        Login => LoginAnswer(body),
                        Transaction => TransactionAnswer(body),
                        Batch or Procedure => Ask(Statement(body)),
                        Bulk => Keep(body),
                        _ => throw new InvalidDataException($"A message of kind {kind} is not known here."),
                    };
                    await Send(stream, tokens);
                    // A severe error ends the session.
                    if (tokens[0] == 0xAA && tokens[8] >= 20)
                        return;
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                return;
            }
        }
    }

    // VERSION, ENCRYPTION (2: none to be had), INSTANCE, THREAD and MARS, each with its place and length; then their values.
    private static byte[] Greeting =>
    [
        0, 0, 26, 0, 6, 1, 0, 32, 0, 1, 2, 0, 33, 0, 1, 3, 0, 34, 0, 0, 4, 0, 34, 0, 1, 0xFF,
        15, 0, 0x07, 0xD0, 0, 0, 2, 0, 0,
    ];

    private byte[] LoginAnswer(byte[] body)
    {
        const int typeFlags = 26, applicationName = 48;
        var at = BinaryPrimitives.ReadUInt16LittleEndian(body.AsSpan(applicationName));
        var length = BinaryPrimitives.ReadUInt16LittleEndian(body.AsSpan(applicationName + 2));
        logins.Enqueue(new SqlLogin(Encoding.Unicode.GetString(body, at, length * 2), (body[typeFlags] & 0x20) != 0));
        return login(logins.Count);
    }

    private byte[] Keep(byte[] rows)
    {
        copied.Enqueue(rows);
        return Nothing;
    }

    // Rows end with a done of 9 bytes. Each is a token (0xD1) and its values, of four bytes; before them stand the columns' names.
    private static List<int> Numbers(byte[] body, int columns)
    {
        var row = 1 + (columns * 4);
        var numbers = new List<int>();
        for (var at = body.Length - 9 - row; at > 0 && body[at] == 0xD1; at -= row)
        {
            for (var c = columns - 1; c >= 0; c--)
                numbers.Add(BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at + 1 + (c * 4))));
        }
        numbers.Reverse();
        return numbers;
    }

    private byte[] Ask(string sql)
    {
        asked.Enqueue(sql);
        return answer(sql);
    }

    // A request to begin (5, with the level of isolation), commit (7) or roll back (8); begin is answered by the transaction's number.
    private byte[] TransactionAnswer(byte[] body)
    {
        var at = BinaryPrimitives.ReadInt32LittleEndian(body);
        var request = BinaryPrimitives.ReadUInt16LittleEndian(body.AsSpan(at));
        asked.Enqueue(request == 5 ? $"transaction begin {body[at + 2]}" : "transaction end");
        return request == 5
            ? [0xE3, 11, 0, 8, 8, 1, 0, 0, 0, 0, 0, 0, 0, 0, .. Done(0)]
            : [0xE3, 11, 0, 10, 0, 8, 1, 0, 0, 0, 0, 0, 0, 0, .. Done(0)];
    }

    // What comes before the text says how long it is itself.
    private static string Statement(byte[] body) => Encoding.Unicode.GetString(body.AsSpan(BinaryPrimitives.ReadInt32LittleEndian(body)));

    private async Task<(byte Kind, byte[] Body)> Message(NetworkStream stream)
    {
        var header = new byte[8];
        using var body = new MemoryStream();
        do
        {
            await stream.ReadExactlyAsync(header, stop.Token);
            var part = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - header.Length];
            await stream.ReadExactlyAsync(part, stop.Token);
            body.Write(part);
        }
        while ((header[1] & 1) == 0);
        return (header[0], body.ToArray());
    }

    private async Task Send(NetworkStream stream, byte[] tokens)
    {
        byte[] packet = [4, 1, (byte)((tokens.Length + 8) >> 8), (byte)(tokens.Length + 8), 0, 0, 1, 0, .. tokens];
        await stream.WriteAsync(packet, stop.Token);
    }

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        return stream.ToArray();
    }

    private static void Text(BinaryWriter writer, string text, bool isLong = false)
    {
        if (isLong)
            writer.Write((ushort)text.Length);
        else
            writer.Write((byte)text.Length);
        writer.Write(Encoding.Unicode.GetBytes(text));
    }
}

/// <summary>What a login said of itself.</summary>
public sealed record SqlLogin(string ApplicationName, bool IsForReading);
