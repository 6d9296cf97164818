namespace Portal.Web.Downloads;

/// <summary>
/// A column of a file: its key in CSV and JSON, its unit (null where the value has none), what it means in Swedish,
/// and where its value comes from.
/// </summary>
/// <param name="Name">Snake case; never changed once published.</param>
/// <param name="Unit">For instance <c>percent</c>; null where there is none.</param>
/// <param name="Description">One Swedish sentence.</param>
/// <param name="Value">Text, number, boolean, <see cref="DateOnly"/>, <see cref="DateTime"/> in UTC, or null where missing.</param>
/// <typeparam name="T">The page's own record.</typeparam>
public sealed record Column<T>(string Name, string? Unit, string Description, Func<T, object?> Value);

/// <summary>A page's figures as a table that can be written as CSV or JSON: the same records, told once.</summary>
/// <typeparam name="T">The page's own record.</typeparam>
public sealed class DataSheet<T>
{
    /// <summary>The file's name without its ending: lower-case ASCII.</summary>
    public required string FileName { get; init; }

    /// <summary>Who gave the figures, as they want to be credited.</summary>
    public required string Source { get; init; }

    /// <summary>On what terms the figures may be used.</summary>
    public required string Licence { get; init; }

    /// <summary>The columns in their order. The writer adds <c>edition</c> last.</summary>
    public required IReadOnlyList<Column<T>> Columns { get; init; }

    /// <summary>The rows, read while they are written.</summary>
    public required IAsyncEnumerable<T> Rows { get; init; }
}
