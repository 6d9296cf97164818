using System.Text.RegularExpressions;
using Portal.Data.Model;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Kolada;

/// <summary>
/// Finds Kolada's units among those of the registers. Kolada makes its ids from the register's: <c>V11E</c> before a
/// preschool's id at Skolverket. A unit that no register has is told of and left out: Kolada knows neither who runs it nor
/// where it is.
/// </summary>
internal sealed partial class KoladaUnits(SourceReading reading)
{
    /// <summary>Ties units to the register's and gives each its subject.</summary>
    /// <param name="units">Kolada's units.</param>
    /// <param name="subjects">Gets the subject of each unit that was found, by Kolada's id.</param>
    public void Keep(IEnumerable<KoladaUnit> units, Dictionary<string, int?> subjects)
    {
        var picture = reading.Picture;
        var register = picture.OutsideIds.Values.Where(o => o.SourceId != reading.SourceId).ToLookup(o => o.OutsideId, o => o.UnitId);
        var found = new HashSet<string>();
        var names = new HashSet<(string, string, string)>();
        foreach (var unit in units)
        {
            reading.Delivery.CountRow();
            var id = Kind().Replace(unit.Id, "");
            var same = register[id].Concat(register[unit.Id]).Append(id).Distinct(StringComparer.Ordinal)
                .Where(u => picture.Units.TryGetValue(u, out var known) && known.MunicipalityCode == unit.Municipality)
                .ToList();
            if (same is not [var only])
            {
                reading.Delivery.Reject("ou", same.Count == 0 ? "Enheten finns inte i något register" : "Enhetens id hör till flera enheter", $"{unit.Id} {unit.Title}, {unit.Municipality}");
                continue;
            }
            found.Add(unit.Id);
            picture.OutsideIds[(reading.SourceId, unit.Id)] = new UnitOutsideIdRow { SourceId = reading.SourceId, OutsideId = unit.Id, UnitId = only };
            subjects[unit.Id] = picture.UnitSubject(picture.Units[only]);
            KeepName(picture.Units[only], unit.Title.Trim(), names);
        }
        foreach (var gone in picture.OutsideIds.Keys.Where(o => o.Source == reading.SourceId && !found.Contains(o.OutsideId)).ToList())
            picture.OutsideIds.Remove(gone);
        foreach (var gone in picture.Aliases.Keys.Where(a => a.Source == reading.SourceId && !names.Contains(a)).ToList())
            picture.Aliases.Remove(gone);
    }

    private void KeepName(UnitRow unit, string name, HashSet<(string, string, string)> names)
    {
        var folded = SearchNames.SearchName(name);
        if (name.Length is 0 or > Widths.Name || folded == unit.SearchName)
            return;
        var key = (unit.UnitId, name, reading.SourceId);
        names.Add(key);
        reading.Picture.Aliases[key] = new UnitAliasRow { UnitId = unit.UnitId, Name = name, SearchName = folded, SourceId = reading.SourceId };
    }

    [GeneratedRegex(@"^V\d{2}E", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Kind();
}
