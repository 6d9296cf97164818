namespace Portal.Data.Nightly.Files;

/// <summary>The rows of a file as it has them, one at a time: preamble, header and data alike. Blank rows are passed over.</summary>
internal interface IRows : IDisposable
{
    /// <summary>The row's number in the file, or in the sheet; the first is 1.</summary>
    int Line { get; }

    /// <summary>How many cells the row has.</summary>
    int Count { get; }

    /// <summary>The row as it arrived.</summary>
    string Raw { get; }

    /// <summary>Why the row cannot be used; null when it can.</summary>
    string? Fault { get; }

    /// <summary>Every row has to have as many cells as the header: one that has not has lost or gained a separator.</summary>
    bool IsRigid { get; }

    /// <summary>A cell of the row, trimmed; empty where the row has none.</summary>
    string this[int column] { get; }

    /// <summary>Goes to the next row that is not blank.</summary>
    /// <exception cref="SourceFaultException">The file cannot be read on.</exception>
    bool Read();

    /// <summary>What people who look at the file call a column besides its name: "kolumn D"; empty where they call it nothing.</summary>
    string ColumnWord(int column);
}
