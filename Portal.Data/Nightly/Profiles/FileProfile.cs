namespace Portal.Data.Nightly.Profiles;

/// <summary>One file: delimited, or an Excel workbook (.xlsx, .xls) where its name ends so.</summary>
public sealed record FileProfile
{
    /// <summary>The path, from the source's folder.</summary>
    public required string Path { get; init; }

    /// <summary>The file may be away: what it would have given is then not there.</summary>
    public bool Optional { get; init; }

    /// <summary>One character, or <c>auto</c>: the one of comma, semicolon and tab that the header has most of.</summary>
    public string Separator { get; init; } = "auto";

    /// <summary><c>.</c>, <c>,</c> or <c>auto</c>: either, but never both in one number.</summary>
    public string DecimalSign { get; init; } = "auto";

    /// <summary>A code page's name, or <c>auto</c>: UTF-8 where the bytes are UTF-8, otherwise Windows-1252.</summary>
    public string Encoding { get; init; } = "auto";

    /// <summary>A workbook's sheet by its name, or by its number where no sheet is called so; null for the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>Where the header is; null for the first row.</summary>
    public HeaderProfile? Header { get; init; }

    /// <summary>Columns whose blank cells are what stands above them.</summary>
    public IReadOnlyList<string> FillDown { get; init; } = [];

    /// <summary>
    /// Columns of names in a hierarchy, the largest first. They give each row the fields <c>scope</c>, <c>subject</c>,
    /// <c>subject_name</c> and <c>municipality_code</c>, which then need no columns of their own.
    /// </summary>
    public IReadOnlyList<LevelProfile> Levels { get; init; } = [];

    /// <summary>Column to the values that its rows are taken of; rows with another are no part of the table.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Only { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Column to beginnings: a row whose cell begins so is no part of the table.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Without { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The table ends at the row whose first filled cell begins so.</summary>
    public IReadOnlyList<string> Footer { get; init; } = [];
}

/// <summary>Where a file's header is, and of how many rows it is. Give <see cref="Row"/> or <see cref="With"/>.</summary>
public sealed record HeaderProfile
{
    /// <summary>The number of the header's first row; the first in the file is 1.</summary>
    public int? Row { get; init; }

    /// <summary>The header is the first row, or rows, with a cell for each of these; one of them is in its first row.</summary>
    public IReadOnlyList<string>? With { get; init; }

    /// <summary>How many rows the header is; their names are joined by " / ".</summary>
    public int Rows { get; init; } = 1;

    /// <summary>
    /// In all rows of the header but the last, a blank cell is what stands to its left. Merged cells of a workbook need
    /// no such word.
    /// </summary>
    public bool Sideways { get; init; }
}

/// <summary>One level of a hierarchy of names.</summary>
public sealed record LevelProfile
{
    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary><c>country</c>, <c>group</c>, <c>municipality</c>, <c>district</c> or <c>unit</c>; empty: its rows are left out.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Names of this level that mean another scope, such as Riket to country.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();
}
