using Portal.Data.Queries.Compare;

namespace Portal.Web.Text;

/// <summary>What the list says of the units that are ticked for comparison. The script says the same as boxes are ticked.</summary>
public static class PickWords
{
    /// <summary>How many are chosen, which, and what to do when they are too few or too many.</summary>
    public static string Status(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0)
            return "Kryssa för två till fem enheter.";
        var chosen = $"{names.Count} {(names.Count == 1 ? "enhet vald" : "enheter valda")}: {Format.List(names)}.";
        return names.Count switch
        {
            1 => $"{chosen} Välj minst en till.",
            Comparison.MostUnits => $"{chosen} Fler går inte att jämföra.",
            > Comparison.MostUnits => $"{chosen} Högst {Comparison.MostUnits} kan jämföras: ta bort {names.Count - Comparison.MostUnits}.",
            _ => chosen,
        };
    }
}
