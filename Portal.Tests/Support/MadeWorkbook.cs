using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Tests.Support;

/// <summary>Writes made-up workbooks. A cell is a text, a number, a date, a bool, or null for none.</summary>
internal static class MadeWorkbook
{
    /// <summary>Writes an .xlsx file with one or more sheets.</summary>
    public static void Write(string path, params MadeSheet[] sheets)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new Workbook(new Sheets());
        var styles = workbook.AddNewPart<WorkbookStylesPart>();
        // Format 1 is Excel's own format 14, a day.
        styles.Stylesheet = new Stylesheet(
            new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
        foreach (var (sheet, number) in sheets.Select((s, i) => (s, (uint)i + 1)))
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(sheet.Rows.Select(Row)));
            if (sheet.Merged.Count > 0)
                part.Worksheet.Append(new MergeCells(sheet.Merged.Select(m => new MergeCell { Reference = m })));
            workbook.Workbook.Sheets!.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = number, Name = sheet.Name });
        }
    }

    /// <summary>Writes an .xls file of the oldest kind (BIFF2), which needs no container.</summary>
    public static void WriteXls(string path, params object?[][] rows)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = new BinaryWriter(File.Create(path));
        Record(file, 0x0009, [2, 0, 0x10, 0]);
        foreach (var (row, r) in rows.Select((row, r) => (row, (ushort)r)))
        {
            foreach (var (cell, c) in row.Select((cell, c) => (cell, (ushort)c)))
            {
                byte[] place = [.. BitConverter.GetBytes(r), .. BitConverter.GetBytes(c), 0, 0, 0];
                if (cell is string text)
                    Record(file, 0x0004, [.. place, (byte)text.Length, .. Encoding.GetEncoding(1252).GetBytes(text)]);
                else if (cell is not null)
                    Record(file, 0x0003, [.. place, .. BitConverter.GetBytes(Convert.ToDouble(cell, CultureInfo.InvariantCulture))]);
            }
        }
        Record(file, 0x000A, []);
    }

    private static void Record(BinaryWriter file, ushort kind, byte[] content)
    {
        file.Write(kind);
        file.Write((ushort)content.Length);
        file.Write(content);
    }

    private static Row Row(object?[] cells, int index)
    {
        var row = new Row { RowIndex = (uint)index + 1 };
        foreach (var (value, column) in cells.Select((v, c) => (v, c)))
        {
            if (Cell(value) is not { } cell)
                continue;
            cell.CellReference = string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{index + 1}");
            row.Append(cell);
        }
        return row;
    }

    private static Cell? Cell(object? value) => value switch
    {
        null => null,
        string text => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text) { Space = SpaceProcessingModeValues.Preserve }) },
        bool yes => new Cell { DataType = CellValues.Boolean, CellValue = new CellValue(yes ? "1" : "0") },
        DateOnly day => new Cell { StyleIndex = 1, CellValue = new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)) },
        _ => new Cell { CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!) },
    };

    private static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}

/// <summary>A sheet: its name and its rows.</summary>
internal sealed record MadeSheet(string Name, params object?[][] Rows)
{
    /// <summary>The ranges that are merged, such as A1:C1.</summary>
    public IReadOnlyList<string> Merged { get; init; } = [];
}
