using System.Text;
using CsvHelper;
using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Files;

/// <summary>
/// The rows of a delimited file, with the encoding and separator that its profile says or its bytes show.
/// </summary>
internal sealed class DelimitedRows : IRows
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Longer rows are taken for a quote that is never closed; in UTF-8 bytes.</summary>
    private const int LongestRow = 1 << 20;

    /// <summary>Lines of a preamble among which the separator is looked for.</summary>
    private const int ProbedLines = 40;

    private readonly string name;
    private readonly FileProfile profile;
    private readonly StreamReader reader;
    private readonly CsvReader csv;
    private bool malformed;

    static DelimitedRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Opens a file.</summary>
    /// <exception cref="SourceFaultException">Its encoding or separator is unknown.</exception>
    public DelimitedRows(string path, FileProfile profile)
    {
        this.profile = profile;
        name = Path.GetFileName(path);
        var encoding = EncodingOf(path, profile.Encoding);
        var separator = Separator(path, encoding);
        reader = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true);
        csv = CsvReader.Create(reader, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            PoolStrings = true,
            MaxRecordSize = LongestRow,
            OnMalformedRecord = _ => malformed = true,
        }, leaveOpen: false);
    }

    public int Line => (int)csv.LineNumber;

    public int Count => csv.FieldCount;

    public string Raw => Encoding.UTF8.GetString(csv.RawRecord);

    public string? Fault => malformed ? "Citattecknen går inte ihop" : null;

    public bool IsRigid => true;

    public string this[int column] => csv.GetString(column).Trim();

    public bool Read()
    {
        malformed = false;
        try
        {
            return csv.Read();
        }
        catch (DecoderFallbackException e)
        {
            throw Undecodable(reader.CurrentEncoding, Line, e);
        }
        catch (CsvFormatException e)
        {
            throw new SourceFaultException(
                $"Filen {name} har ett citattecken som aldrig stängs, efter rad {Line}. Rätta raden och lämna filen igen.", e);
        }
    }

    public string ColumnWord(int column) => "";

    public void Dispose() => csv.Dispose();

    private SourceFaultException Undecodable(Encoding encoding, int line, DecoderFallbackException e) =>
        new($"Filen {name} har tecken som inte är {encoding.WebName}, efter rad {line}. Spara om filen som UTF-8 eller ange rätt teckenkodning i profilen.", e);

    // The one that the header has most of; where there is a preamble, the one that some line has most of.
    private char Separator(string path, Encoding encoding)
    {
        if (!string.Equals(profile.Separator, "auto", StringComparison.Ordinal))
        {
            return profile.Separator is [var one]
                ? one
                : throw new SourceFaultException($"Skiljetecknet \"{profile.Separator}\" för {name} ska vara ett tecken, eller auto.");
        }
        using var probe = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true);
        var separators = new[] { ',', ';', '\t' };
        var (best, most) = (separators[0], 0);
        try
        {
            var lines = profile.Header is null ? 1 : ProbedLines;
            for (var i = 0; i < lines && probe.ReadLine() is { } line; i++)
            {
                foreach (var separator in separators)
                {
                    if (line.Count(c => c == separator) is var count && count > most)
                        (best, most) = (separator, count);
                }
            }
        }
        catch (DecoderFallbackException e)
        {
            throw Undecodable(encoding, 1, e);
        }
        return best;
    }

    private Encoding EncodingOf(string path, string encoding)
    {
        if (!string.Equals(encoding, "auto", StringComparison.Ordinal))
        {
            try
            {
                return string.Equals(encoding, "utf-8", StringComparison.OrdinalIgnoreCase)
                    ? StrictUtf8
                    : Encoding.GetEncoding(encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            }
            catch (ArgumentException e)
            {
                throw new SourceFaultException($"Teckenkodningen \"{encoding}\" för {name} är okänd. Skriv utf-8, windows-1252 eller auto.", e);
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
