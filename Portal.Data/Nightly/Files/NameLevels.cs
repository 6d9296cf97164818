using Portal.Data.Model;
using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Files;

/// <summary>
/// Names that stand in a hierarchy of columns (county, municipality, unit) and only on their first row. A blank cell is
/// what stands above it, until a name further up the hierarchy changes. A row is about the deepest name of its own; one
/// that only repeats the name above it, filled in at the wrong level, is about that one.
/// </summary>
internal sealed class NameLevels
{
    /// <summary>The fields that the hierarchy gives a row, in the order of <see cref="this[int]"/>.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["scope", "subject", "subject_name", "municipality_code"];

    private readonly IReadOnlyList<LevelProfile> levels;
    private readonly int[] columns;
    private readonly string[] above;
    private readonly string[] fields = new string[Fields.Count];

    public NameLevels(IReadOnlyList<LevelProfile> levels, int[] columns)
    {
        this.levels = levels;
        this.columns = columns;
        above = new string[columns.Length];
        Array.Fill(above, "");
    }

    /// <summary>A field of the current row.</summary>
    public string this[int field] => fields[field];

    /// <summary>Takes in the current row; false when it is about a level that the profile leaves out.</summary>
    public bool Read(IRows rows)
    {
        Array.Fill(fields, "");
        var deepest = Array.FindLastIndex(columns, c => rows[c].Length > 0);
        if (deepest < 0)
            return true;
        for (var i = 0; i <= deepest; i++)
        {
            var name = rows[columns[i]];
            if (name.Length == 0 || name == above[i])
                continue;
            above[i] = name;
            Array.Fill(above, "", i + 1, above.Length - i - 1);
        }
        while (deepest > 0 && (above[deepest].Length == 0 || string.Equals(above[deepest], above[deepest - 1], StringComparison.OrdinalIgnoreCase)))
            deepest--;
        var about = above[deepest];
        var scope = levels[deepest].Names.TryGetValue(about, out var other) ? other : levels[deepest].Scope;
        if (scope.Length == 0)
            return false;
        fields[0] = scope;
        fields[1] = scope == Scopes.Country ? KnownWords.CountryId : about;
        fields[2] = about;
        var municipality = levels.Index().LastOrDefault(l => l.Item.Scope == Scopes.Municipality, (-1, null!)).Index;
        fields[3] = municipality >= 0 && municipality <= deepest ? above[municipality] : "";
        return true;
    }
}
