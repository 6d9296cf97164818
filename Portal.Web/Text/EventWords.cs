using Portal.Data.Queries.Units;

namespace Portal.Web.Text;

/// <summary>What has happened to a unit, in sentences with the other unit's name, which is a link, in the middle.</summary>
public static class EventWords
{
    /// <summary>A sentence: what stands before the other unit's name, and after it. Without another unit all stands before.</summary>
    /// <param name="told">What happened.</param>
    /// <param name="unitId">The unit whose page it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind of event is unknown.</exception>
    public static (string Before, string After) Sentence(UnitProfile.EventRow told, string unitId)
    {
        ArgumentNullException.ThrowIfNull(told);
        var when = told.HappenedOn is { } day ? $" den {Format.Date(day)}" : "";
        return (told.Kind, told.UnitId == unitId) switch
        {
            ("renamed", _) => ($"Enheten bytte namn från {told.OldName} till {told.NewName}{when}.", ""),
            ("merged", true) => ("Enheten slogs ihop med ", $"{when}."),
            ("merged", false) => ("", $" slogs ihop med den här enheten{when}."),
            ("split", true) => ($"Enheten delades{when}. En del av den är nu ", "."),
            ("split", false) => ("Enheten var förut en del av ", $"{(when.Length > 0 ? $", som delades{when}" : ", som har delats")}."),
            ("closed", _) => ($"Enheten lades ner{when}.", ""),
            ("moved", _) => ($"Enheten flyttade{(told.OldName is { } from ? $" från {from}" : "")}{(told.NewName is { } to ? $" till {to}" : "")}{when}.", ""),
            _ => throw new ArgumentOutOfRangeException(nameof(told), told.Kind, "Not a kind of event."),
        };
    }
}
