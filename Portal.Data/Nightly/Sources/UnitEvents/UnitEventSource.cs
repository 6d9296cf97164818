using System.Globalization;
using Portal.Data.Model;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.UnitEvents;

/// <summary>
/// What has happened to units: names, mergers, splits, closings, moves, with their dates. A register seldom tells of them.
/// Whether a unit is listed is still its register's to say.
/// </summary>
internal sealed class UnitEventSource : ISource
{
    private const string Undated = "utan-datum";

    private static readonly string[] Kinds = ["renamed", "merged", "split", "closed", "moved"];

    public void Read(SourceReading reading)
    {
        var profile = reading.Profile.UnitEvents!;
        var (picture, delivery) = (reading.Picture, reading.Delivery);
        reading.KeepSource();
        using var file = reading.Open("events");
        var unit = file.Need("unit", profile.Columns);
        var kind = file.Need("kind", profile.Columns);
        var date = file.Find("date", profile.Columns);
        var oldName = file.Find("old_name", profile.Columns);
        var newName = file.Find("new_name", profile.Columns);
        var other = file.Find("other_unit", profile.Columns);
        var byOutsideId = picture.OutsideIds.Values.ToLookup(o => o.OutsideId, o => o.UnitId, StringComparer.Ordinal);
        var (events, names) = (new Dictionary<(string, string), int>(), new HashSet<(string, string, string)>());

        while (file.Read())
        {
            delivery.CountRow();
            if (Event(out var reason, out var detail) is { } told)
                Keep(told);
            else
                delivery.Reject(file, reason, detail);
        }

        foreach (var gone in picture.Events.Where(e => e.Value.SourceId == reading.SourceId && !events.ContainsKey(e.Key)).ToList())
            picture.Events.Remove(gone.Key);
        foreach (var gone in picture.Aliases.Keys.Where(a => a.Source == reading.SourceId && !names.Contains(a)).ToList())
            picture.Aliases.Remove(gone);

        UnitEventRow? Event(out string reason, out string? detail)
        {
            var word = profile.Kinds.GetValueOrDefault(file[kind], file[kind]);
            var day = default(DateOnly);
            var joins = word is "merged" or "split";
            (UnitRow? found, UnitRow? second) = (null, null);
            detail = null;
            reason = file.Fault
                ?? Find(file[unit], out found, out detail)
                ?? (Kinds.Contains(word) ? null : Wrong("Okänd händelse", $"{word}. Skriv {string.Join(", ", Kinds)}.", out detail))
                ?? (file[date].Length == 0 || DateOnly.TryParseExact(file[date], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
                    ? null : Wrong("Datumet går inte att läsa", $"{file[date]}. Skriv år-månad-dag, 2025-07-01.", out detail))
                ?? (Widths.Fault("", file[oldName], file[newName]))
                ?? (joins || file[other].Length > 0 ? Find(file[other], out second, out detail) : null)
                ?? (second is not null && second == found ? "Enheten kan inte slås ihop med sig själv eller delas till sig själv" : null)
                ?? (word is "renamed" && file[oldName].Length == 0 ? "Det gamla namnet saknas" : null)
                ?? "";
            if (reason.Length > 0)
                return null;
            return new UnitEventRow
            {
                UnitId = found!.UnitId,
                EventId = Id(word, file[date], second?.UnitId ?? file[oldName]),
                Kind = word,
                HappenedOn = file[date].Length == 0 ? null : day,
                OldName = NullIfEmpty(file[oldName]),
                NewName = NullIfEmpty(file[newName]) ?? (word is "renamed" ? found.Name : null),
                OtherUnitId = second?.UnitId,
                SourceId = reading.SourceId,
            };
        }

        void Keep(UnitEventRow told)
        {
            var key = (told.UnitId, told.EventId);
            if (!events.TryAdd(key, file.Line))
            {
                delivery.Reject(file, "Dubblett", $"Samma händelse står redan på rad {events[key]}.");
                return;
            }
            if (told is { Kind: "renamed", OldName: { } before } && SearchNames.SearchName(before) != picture.Units[told.UnitId].SearchName)
            {
                names.Add((told.UnitId, before, reading.SourceId));
                picture.Aliases[(told.UnitId, before, reading.SourceId)] = new UnitAliasRow
                {
                    UnitId = told.UnitId,
                    Name = before,
                    SearchName = SearchNames.SearchName(before),
                    SourceId = reading.SourceId,
                };
            }
            // What another source has told already is not told twice.
            if (!picture.Events.Values.Any(e => e.UnitId == told.UnitId && e.SourceId != reading.SourceId && IsSame(e, told))
                && !Picture.Set(picture.Events, key, told))
                delivery.RowsUnchanged++;
        }

        string? Find(string id, out UnitRow? found, out string? detail)
        {
            detail = null;
            found = picture.Units.GetValueOrDefault(id);
            if (found is not null)
                return null;
            detail = id;
            var meant = byOutsideId[id].Distinct(StringComparer.Ordinal).ToList();
            if (meant.Count == 1)
                found = picture.Units[meant[0]];
            else if (meant.Count > 1)
                detail = $"{id} är {string.Join(" och ", meant)}. Skriv enhetens id på portalen.";
            return meant.Count switch { 0 => "Okänd enhet", 1 => null, _ => "Flera enheter har det id:t" };
        }
    }

    private static bool IsSame(UnitEventRow one, UnitEventRow other) =>
        one.Kind == other.Kind && one.OtherUnitId == other.OtherUnitId
        && (one.HappenedOn == other.HappenedOn || one.HappenedOn is null || other.HappenedOn is null)
        && (one.Kind != "renamed" || SearchNames.SearchName(one.OldName ?? "") == SearchNames.SearchName(other.OldName ?? ""));

    private static string Id(string kind, string date, string other)
    {
        var id = $"{kind}-{(date.Length == 0 ? Undated : date)}-{SearchNames.SearchName(other).Replace(' ', '-')}".TrimEnd('-');
        return id.Length <= Widths.EventId ? id : id[..Widths.EventId];
    }

    private static string Wrong(string reason, string says, out string? detail)
    {
        detail = says;
        return reason;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
