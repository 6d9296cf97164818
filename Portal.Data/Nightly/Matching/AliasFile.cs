using System.Text;
using CsvHelper;

namespace Portal.Data.Nightly.Matching;

/// <summary>
/// Reads the alias file: CSV in UTF-8 with the columns <c>source,outside_id,name,unit_id,reason</c>. A bad row
/// is handed back with file, line and reason and the others hold.
/// </summary>
public sealed record AliasFile
{
    private static readonly string[] Columns = ["source", "outside_id", "name", "unit_id", "reason"];

    /// <summary>The good rows.</summary>
    public required IReadOnlyList<UnitAlias> Aliases { get; init; }

    /// <summary>The bad ones.</summary>
    public required IReadOnlyList<AliasReject> Rejects { get; init; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <returns>Its aliases and rejects. A file with another header has one reject and no alias.</returns>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static AliasFile Read(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        return Read(reader, Path.GetFileName(path));
    }

    /// <summary>Reads from text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="fileName">What the rejects call it.</param>
    /// <returns>As <see cref="Read(string)"/>.</returns>
    public static AliasFile Read(TextReader reader, string fileName)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var aliases = new List<UnitAlias>();
        var rejects = new List<AliasReject>();
        var seen = new Dictionary<(string Source, string OutsideId), long>();
        using var csv = CsvReader.Create(reader, new CsvReaderOptions
        {
            Separator = ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            // A field that is never closed would otherwise take the rest of the file with it.
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => Reject(record.LineNumber, $"The row's quotation marks do not add up ({record.Reason})."),
        });

        if (!csv.Headers.SequenceEqual(Columns, StringComparer.Ordinal))
        {
            Reject(1, $"The header is not {string.Join(',', Columns)}.");
            return new AliasFile { Aliases = aliases, Rejects = rejects };
        }

        while (csv.Read())
        {
            var row = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray();
            var reason = Fault(row);
            if (reason is null && seen.TryGetValue((row[0], row[1]), out var first))
                reason = $"The id {row[1]} of {row[0]} stands already in line {first}.";
            if (reason is not null)
            {
                Reject(csv.LineNumber, reason);
                continue;
            }

            seen[(row[0], row[1])] = csv.LineNumber;
            aliases.Add(new UnitAlias
            {
                Source = row[0],
                OutsideId = row[1],
                Name = row[2],
                UnitId = row[3].Length == 0 ? null : row[3],
                Reason = row[4],
            });
        }

        return new AliasFile { Aliases = aliases, Rejects = rejects };

        void Reject(long line, string reason) => rejects.Add(new AliasReject { File = fileName, Line = line, Reason = reason });
    }

    private static string? Fault(string[] row)
    {
        if (row.Length != Columns.Length)
            return $"The row has {row.Length} columns, not {Columns.Length}.";
        if (row.Any(field => field.Contains('\uFFFD', StringComparison.Ordinal)))
            return "The row is not UTF-8.";
        if (row[3].Contains('.', StringComparison.Ordinal))
            return "unit_id holds a dot, which no id of a unit does.";
        for (var i = 0; i < Columns.Length; i++)
        {
            if (row[i].Length == 0 && i != 3)
                return $"{Columns[i]} is empty.";
        }

        return null;
    }
}

/// <summary>A row of the alias file that could not be used.</summary>
public sealed record AliasReject
{
    /// <summary>The file's name.</summary>
    public required string File { get; init; }

    /// <summary>The line, counted from 1 with the header.</summary>
    public required long Line { get; init; }

    /// <summary>Why, as a sentence.</summary>
    public required string Reason { get; init; }
}
