using System.Globalization;
using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Files;

/// <summary>
/// Reads a table, delimited or a sheet of a workbook, a row at a time: finds its header beneath a preamble, fills in
/// names that stand on their first row only, and leaves out the rows and the footer that its profile says.
/// </summary>
public sealed class TableFile : IDisposable
{
    private readonly IRows rows;
    private readonly string[] header;
    private readonly IReadOnlySet<int>? leftOut;
    private readonly NameLevels? levels;
    private readonly (int Column, string Value)[] fill;
    private readonly (int Column, HashSet<string> Values)[] only;
    private readonly (int Column, IReadOnlyList<string> Beginnings)[] without;

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="folder">The folder that the profile's path begins in.</param>
    /// <param name="profile">How the file is read.</param>
    /// <param name="leftOut">Lines that are passed over as if they were not there; null for none.</param>
    /// <exception cref="SourceFaultException">The file is away or empty, cannot be read, or a column stands twice.</exception>
    public TableFile(string folder, FileProfile profile, IReadOnlySet<int>? leftOut = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Profile = profile;
        Name = Path.GetFileName(profile.Path);
        this.leftOut = leftOut;
        var path = Path.Combine(folder, profile.Path);
        if (!File.Exists(path))
            throw new SourceFaultException($"Filen {profile.Path} finns inte. Kontrollera namnet i profilen och att filen har kommit.");
        rows = WorkbookRows.IsWorkbook(path) ? new WorkbookRows(path, profile) : new DelimitedRows(path, profile);
        try
        {
            header = HeaderRows.Read(rows, Name, profile.Header);
            if (header.All(h => h.Length == 0))
                throw new SourceFaultException($"Filen {Name} är tom. Den ska börja med en rad med kolumnernas namn.");
            if (header.Where(h => h.Length > 0 || rows.IsRigid).GroupBy(h => h, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw new SourceFaultException($"Kolumnen \"{twice.Key}\" står två gånger i {Name}. Varje kolumn ska ha ett eget namn.");
            fill = [.. profile.FillDown.Select(c => (Column(c), ""))];
            only = [.. profile.Only.Select(o => (Column(o.Key), o.Value.ToHashSet(StringComparer.OrdinalIgnoreCase)))];
            without = [.. profile.Without.Select(w => (Column(w.Key), w.Value))];
            levels = profile.Levels.Count == 0 ? null : new NameLevels(profile.Levels, [.. profile.Levels.Select(l => Column(l.Column))]);
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    /// <summary>The file's name without folder.</summary>
    public string Name { get; }

    /// <summary>The profile that it is read by.</summary>
    public FileProfile Profile { get; }

    /// <summary>The names of the columns, several header rows joined; empty for a column without name.</summary>
    public IReadOnlyList<string> Header => header;

    /// <summary>The line in the file, or the row in the sheet, where the current row begins; the first is 1.</summary>
    public int Line => rows.Line;

    /// <summary>The current row as it arrived.</summary>
    public string Raw => rows.Raw;

    /// <summary>Why the current row cannot be used; null when it can.</summary>
    public string? Fault { get; private set; }

    /// <summary>A field of the current row, trimmed; empty where the file has nothing.</summary>
    public string this[int column]
    {
        get
        {
            if (column < 0)
                return "";
            if (column >= header.Length)
                return levels![column - header.Length];
            var text = rows[column];
            if (text.Length > 0 || fill.Length == 0)
                return text;
            return Array.Find(fill, f => f.Column == column).Value ?? "";
        }
    }

    /// <summary>Tells this table from the other sheets of its workbook.</summary>
    public string Key => Profile.Sheet is { } sheet ? $"{Profile.Path}#{sheet}" : Profile.Path;

    /// <summary>A column as its readers find it: "Andel", in a sheet "Andel (kolumn D)".</summary>
    public string ColumnName(int column) => (header[column], rows.ColumnWord(column)) switch
    {
        (var name, "") => name,
        ("", var word) => word,
        (var name, var word) => $"{name} ({word})",
    };

    /// <summary>Where a cell of the current row is, in Swedish: "rad 14", in a sheet "rad 14, kolumn D".</summary>
    public string Place(int column) => column < 0 || column >= header.Length || rows.ColumnWord(column) is not { Length: > 0 } word
        ? string.Create(CultureInfo.InvariantCulture, $"rad {Line}")
        : string.Create(CultureInfo.InvariantCulture, $"rad {Line}, {word}");

    /// <summary>Goes to the next row that counts.</summary>
    /// <exception cref="SourceFaultException">The bytes are not of the encoding, a quote is never closed, or the workbook is damaged.</exception>
    public bool Read()
    {
        while (rows.Read())
        {
            if (IsFooter())
                return false;
            Fault = rows.Fault ?? (rows.IsRigid && rows.Count != header.Length ? "Fel antal kolumner" : null);
            for (var i = 0; i < fill.Length; i++)
            {
                if (rows[fill[i].Column] is { Length: > 0 } name)
                    fill[i].Value = name;
            }
            // A row that is left out may still be the one that names those beneath it.
            var counts = levels?.Read(rows) ?? true;
            if (counts && (Fault is not null || IsWanted()) && leftOut?.Contains(rows.Line) != true)
                return true;
        }
        return false;
    }

    /// <summary>Where a field stands, by the profile's mapping or the field's own name; -1 where the file lacks it.</summary>
    public int Find(string field, IReadOnlyDictionary<string, string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.TryGetValue(field, out var mapped))
            return Column(mapped);
        if (levels is not null && NameLevels.Fields.ToList().IndexOf(field) is >= 0 and var level)
            return header.Length + level;
        return At(field);
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
        var at = At(name);
        return at >= 0 ? at : throw Lacks(name);
    }

    /// <inheritdoc />
    public void Dispose() => rows.Dispose();

    private int At(string name) => Array.FindIndex(header, h => string.Equals(h, name, StringComparison.OrdinalIgnoreCase));

    private bool IsWanted()
    {
        foreach (var (column, values) in only)
        {
            if (!values.Contains(this[column]))
                return false;
        }
        foreach (var (column, beginnings) in without)
        {
            var text = this[column];
            foreach (var beginning in beginnings)
            {
                if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                    return false;
            }
        }
        return true;
    }

    private bool IsFooter()
    {
        if (Profile.Footer.Count == 0)
            return false;
        var first = Enumerable.Range(0, rows.Count).Select(i => rows[i]).FirstOrDefault(c => c.Length > 0, "");
        return Profile.Footer.Any(f => first.StartsWith(f, StringComparison.OrdinalIgnoreCase));
    }

    private SourceFaultException Lacks(string column) =>
        new($"Filen {Name} saknar kolumnen \"{column}\". Den har: {string.Join(", ", header.Where(h => h.Length > 0))}.");
}
