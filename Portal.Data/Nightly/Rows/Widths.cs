namespace Portal.Data.Nightly.Rows;

/// <summary>
/// The longest texts that SQL Server's columns hold, in characters. SQLite takes any length, so a row is measured when it
/// is read, or the same file would pass on one engine and stop the night on the other.
/// </summary>
internal static class Widths
{
    public const int Id = 80;
    public const int EventId = 120;
    public const int Name = 200;
    public const int Wording = 1000;

    /// <summary>The reason why a row with such texts cannot be used; null when they fit.</summary>
    public static string? Fault(string id, params ReadOnlySpan<string> names)
    {
        if (id.Length > Id)
            return "Ett id är längre än 80 tecken";
        foreach (var name in names)
        {
            if (name.Length > Name)
                return "Ett namn är längre än 200 tecken";
        }
        return null;
    }
}
