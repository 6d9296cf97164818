using System.Globalization;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Files;

/// <summary>
/// The rows of one sheet of an Excel workbook, .xlsx or .xls. A merged cell is read as its value in every cell that it
/// covers, sideways and downward. Numbers, dates and yes or no become the text that a delimited file would have.
/// </summary>
internal sealed class WorkbookRows : IRows
{
    private readonly string name;
    private readonly FileStream stream;
    private readonly IExcelDataReader reader;
    private readonly List<Merge> merges;
    private readonly char decimalSign;
    private string[] cells = [];

    static WorkbookRows() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Opens a workbook at the sheet that the profile names.</summary>
    /// <exception cref="SourceFaultException">The file is no workbook, is locked by a password, or lacks the sheet.</exception>
    public WorkbookRows(string path, FileProfile profile)
    {
        name = Path.GetFileName(path);
        decimalSign = profile.DecimalSign == "," ? ',' : '.';
        stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        try
        {
            reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = false });
            GoTo(profile.Sheet);
            merges = [.. (reader.MergeCells ?? []).Select(m => new Merge(m.FromRow, m.ToRow, m.FromColumn, m.ToColumn)).OrderBy(m => m.FromRow)];
        }
        catch (Exception e) when (IsDamaged(e))
        {
            Dispose();
            throw Damaged(e);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Whether a file is read as a workbook, by the end of its name.</summary>
    public static bool IsWorkbook(string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".XLSX" or ".XLS" or ".XLSM";

    /// <summary>The letters that Excel calls a column by; the first, 0, is A.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }

    public int Line => reader.Depth + 1;

    public int Count => cells.Length;

    public string Raw => string.Join(" | ", cells);

    public string? Fault => null;

    public bool IsRigid => false;

    public string this[int column] => column < cells.Length ? cells[column] : "";

    public bool Read()
    {
        try
        {
            while (reader.Read())
            {
                if (cells.Length != reader.FieldCount)
                    cells = new string[reader.FieldCount];
                var isBlank = true;
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = Text(reader.GetValue(i));
                    isBlank &= cells[i].Length == 0;
                }
                FillMerged();
                if (!isBlank)
                    return true;
            }
            return false;
        }
        catch (Exception e) when (IsDamaged(e))
        {
            throw Damaged(e);
        }
    }

    public string ColumnWord(int column) => $"kolumn {Letters(column)}";

    public void Dispose()
    {
        reader?.Dispose();
        stream.Dispose();
    }

    private void GoTo(string? sheet)
    {
        if (sheet is null)
            return;
        var names = new List<string>();
        do
        {
            if (string.Equals(reader.Name.Trim(), sheet.Trim(), StringComparison.OrdinalIgnoreCase))
                return;
            names.Add(reader.Name);
        }
        while (reader.NextResult());
        if (!int.TryParse(sheet, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > names.Count)
            throw new SourceFaultException($"Filen {name} saknar bladet \"{sheet}\". Den har: {string.Join(", ", names)}.");
        reader.Reset();
        for (var i = 1; i < number; i++)
            reader.NextResult();
    }

    private void FillMerged()
    {
        var row = reader.Depth;
        merges.RemoveAll(m => m.ToRow < row);
        foreach (var merge in merges.TakeWhile(m => m.FromRow <= row))
        {
            if (row == merge.FromRow && merge.FromColumn < cells.Length)
                merge.Value = cells[merge.FromColumn];
            for (var column = merge.FromColumn; column <= Math.Min(merge.ToColumn, cells.Length - 1); column++)
                cells[column] = merge.Value;
        }
    }

    // At most fifteen figures count in a double: 0.1 + 0.2 is 0.3, as Excel shows it.
    private string Text(object? value) => value switch
    {
        null => "",
        string text => text.Trim(),
        double number => Number(number),
        int number => number.ToString(CultureInfo.InvariantCulture),
        bool yes => yes ? "ja" : "nej",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private string Number(double number)
    {
        var text = Math.Abs(number) < 1e15
            ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
        return decimalSign == ',' ? text.Replace('.', ',') : text;
    }

    private static bool IsDamaged(Exception e) =>
        e is ExcelReaderException or InvalidDataException or System.Xml.XmlException or EndOfStreamException or FormatException;

    private SourceFaultException Damaged(Exception e) => e is InvalidPasswordException
        ? new SourceFaultException($"Filen {name} är låst med lösenord. Ta bort lösenordet i Excel och lämna filen igen.", e)
        : new SourceFaultException($"Filen {name} går inte att läsa som en arbetsbok i Excel. Öppna den i Excel, spara den som .xlsx och lämna den igen.", e);

    private sealed class Merge(int fromRow, int toRow, int fromColumn, int toColumn)
    {
        public int FromRow => fromRow;
        public int ToRow => toRow;
        public int FromColumn => fromColumn;
        public int ToColumn => toColumn;
        public string Value { get; set; } = "";
    }
}
