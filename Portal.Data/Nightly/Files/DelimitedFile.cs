using System.Text;
using CsvHelper;
using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Files;

/// <summary>
/// Reads a delimited file a row at a time, with the encoding and separator that its profile says or its bytes show.
/// </summary>
public sealed class DelimitedFile : IDisposable
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Longer rows are taken for a quote that is never closed; in UTF-8 bytes.</summary>
    private const int LongestRow = 1 << 20;

    private readonly StreamReader reader;
    private readonly CsvReader csv;
    private readonly string[] header;
    private bool malformed;

    static DelimitedFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="SourceFaultException">The file is away or empty, its encoding is unknown, or a column stands twice.</exception>
    public DelimitedFile(string folder, FileProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Profile = profile;
        Name = Path.GetFileName(profile.Path);
        var path = Path.Combine(folder, profile.Path);
        if (!File.Exists(path))
            throw new SourceFaultException($"Filen {profile.Path} finns inte. Kontrollera namnet i profilen och att filen har kommit.");
        var encoding = EncodingOf(path, profile.Encoding);
        var separator = Separator(path, encoding);
        reader = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true);
        csv = CsvReader.Create(reader, new CsvReaderOptions
        {
            Separator = separator,
            TrackLineNumbers = true,
            PoolStrings = true,
            MaxRecordSize = LongestRow,
            OnMalformedRecord = _ => malformed = true,
        }, leaveOpen: false);
        header = [.. Guarded(() => { csv.ReadHeader(); return csv.Headers; }).Select(h => h.Trim())];
        if (header.Length == 0 || header.All(h => h.Length == 0))
        {
            Dispose();
            throw new SourceFaultException($"Filen {Name} är tom. Den ska börja med en rad med kolumnernas namn.");
        }
        if (header.GroupBy(h => h, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            Dispose();
            throw new SourceFaultException($"Kolumnen \"{twice.Key}\" står två gånger i {Name}. Varje kolumn ska ha ett eget namn.");
        }
    }

    /// <summary>The file's name without folder.</summary>
    public string Name { get; }

    /// <summary>The profile that it is read by.</summary>
    public FileProfile Profile { get; }

    /// <summary>The line in the file where the current row begins; the header is line 1.</summary>
    public int Line => (int)(csv?.LineNumber ?? 1);

    /// <summary>The current row as it arrived.</summary>
    public string Raw => Encoding.UTF8.GetString(csv.RawRecord);

    /// <summary>Why the current row cannot be used; null when it can.</summary>
    public string? Fault { get; private set; }

    /// <summary>A field of the current row, trimmed; empty where the file has nothing.</summary>
    public string this[int column] => column < 0 ? "" : csv.GetString(column).Trim();

    /// <summary>Goes to the next row that is not blank.</summary>
    /// <exception cref="SourceFaultException">The bytes are not of the encoding, or a quote is never closed.</exception>
    public bool Read()
    {
        malformed = false;
        if (!Guarded(csv.Read))
            return false;
        Fault = (malformed, csv.FieldCount == header.Length) switch
        {
            (true, _) => "Citattecknen går inte ihop",
            (_, false) => "Fel antal kolumner",
            _ => null,
        };
        return true;
    }

    /// <summary>Where a field stands, by the profile's mapping or the field's own name; -1 where the file lacks it.</summary>
    public int Find(string field, IReadOnlyDictionary<string, string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var column = columns.TryGetValue(field, out var mapped) ? mapped : field;
        var at = Array.FindIndex(header, h => string.Equals(h, column, StringComparison.OrdinalIgnoreCase));
        return at < 0 && mapped is not null ? throw Lacks(mapped) : at;
    }

    /// <summary>As <see cref="Find"/>, for a field that must be there.</summary>
    /// <exception cref="SourceFaultException">The file lacks the column.</exception>
    public int Need(string field, IReadOnlyDictionary<string, string> columns)
    {
        var at = Find(field, columns);
        return at >= 0 ? at : throw Lacks(field);
    }

    /// <summary>Where a column stands.</summary>
    /// <exception cref="SourceFaultException">The file lacks the column.</exception>
    public int Column(string name)
    {
        var at = Array.FindIndex(header, h => string.Equals(h, name, StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? at : throw Lacks(name);
    }

    /// <inheritdoc />
    public void Dispose() => csv.Dispose();

    private SourceFaultException Lacks(string column) =>
        new($"Filen {Name} saknar kolumnen \"{column}\". Den har: {string.Join(", ", header)}.");

    private SourceFaultException Undecodable(Encoding encoding, int line, DecoderFallbackException e) =>
        new($"Filen {Name} har tecken som inte är {encoding.WebName}, efter rad {line}. Spara om filen som UTF-8 eller ange rätt teckenkodning i profilen.", e);

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException e)
        {
            throw Undecodable(reader.CurrentEncoding, Line, e);
        }
        catch (CsvFormatException e)
        {
            throw new SourceFaultException(
                $"Filen {Name} har ett citattecken som aldrig stängs, efter rad {Line}. Rätta raden och lämna filen igen.", e);
        }
    }

    private char Separator(string path, Encoding encoding)
    {
        if (!string.Equals(Profile.Separator, "auto", StringComparison.Ordinal))
        {
            return Profile.Separator is [var one]
                ? one
                : throw new SourceFaultException($"Skiljetecknet \"{Profile.Separator}\" för {Name} ska vara ett tecken, eller auto.");
        }
        using var probe = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true);
        string first;
        try
        {
            first = probe.ReadLine() ?? "";
        }
        catch (DecoderFallbackException e)
        {
            throw Undecodable(encoding, 1, e);
        }
        return new[] { ',', ';', '\t' }.MaxBy(s => first.Count(c => c == s));
    }

    private Encoding EncodingOf(string path, string name)
    {
        if (!string.Equals(name, "auto", StringComparison.Ordinal))
        {
            try
            {
                return string.Equals(name, "utf-8", StringComparison.OrdinalIgnoreCase)
                    ? StrictUtf8
                    : Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            }
            catch (ArgumentException e)
            {
                throw new SourceFaultException($"Teckenkodningen \"{name}\" för {Name} är okänd. Skriv utf-8, windows-1252 eller auto.", e);
            }
        }

        // A Windows-1252 file with Swedish letters is never valid UTF-8: å, ä and ö are lone lead bytes there.
        using var probe = new StreamReader(path, StrictUtf8, detectEncodingFromByteOrderMarks: true);
        var buffer = new char[16 * 1024];
        try
        {
            while (probe.Read(buffer) > 0) { }
            return StrictUtf8;
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252);
        }
    }
}
