using System.Globalization;
using Portal.Data.Model;
using Portal.Data.Nightly.Matching;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Units;

/// <summary>What a register says of one of its units.</summary>
/// <param name="OutsideId">The register's own id of it.</param>
/// <param name="Unit">The unit as a unit of this register alone would be.</param>
/// <param name="ChangedOn">The day that the register last changed what it says; null when it does not tell.</param>
internal sealed record RegisteredUnit(string OutsideId, UnitRow Unit, DateOnly? ChangedOn = null);

/// <summary>
/// Which unit of the portal a register means, and what becomes of a unit that several registers know. In order: what a
/// person has settled, the unit that the register's id stood for before, another register's unit with the same id of the
/// same scheme, a name that the matching rules settle, a unit of its own.
/// </summary>
/// <param name="reading">What is read.</param>
/// <param name="idScheme">Whose ids the register's are, when others have them too; null when they are its own.</param>
internal sealed class UnitIdentity(SourceReading reading, string? idScheme)
{
    private readonly Dictionary<string, MatchResult> matched = [];
    private readonly HashSet<string> given = [];

    /// <summary>Units of other registers that this one's rows were joined to.</summary>
    public int Joined { get; private set; }

    /// <summary>
    /// Settles names by the matching rules, for a register whose ids no other has. Call before <see cref="Take"/>, with all
    /// of its units.
    /// </summary>
    public void Match(IEnumerable<RegisteredUnit> units)
    {
        var asked = units.ToList();
        foreach (var area in asked.GroupBy(u => u.Unit.ServiceAreaId))
        {
            var register = reading.Picture.Units.Values
                .Where(u => u.ServiceAreaId == area.Key && u.SourceId != reading.SourceId)
                .Select(RegisterUnit.Of)
                .ToList();
            var outcome = new UnitMatcher(KindWords.Of(area.Key)).Match(
                reading.SourceId, [.. area.Select(Asked)], register, SourceAliases.Of(reading));
            SourceAliases.Report(reading, outcome);
            foreach (var result in outcome.Results)
                matched[result.Survey.OutsideId] = result;
        }
    }

    /// <summary>
    /// Takes a unit into the picture. A unit that is an earlier source's stays as that source has it, and gets this
    /// register's id and name beside its own; any other becomes as this register says.
    /// </summary>
    /// <param name="told">What the register says.</param>
    /// <param name="complete">Fills in what is only needed where this register is the one that says what the unit is.</param>
    /// <param name="refusal">Why the unit cannot be taken; null when it can.</param>
    /// <returns>The unit that is meant; null when it cannot be taken.</returns>
    public UnitRow? Take(RegisteredUnit told, Func<UnitRow, UnitRow> complete, out (string Reason, string Detail)? refusal)
    {
        var picture = reading.Picture;
        var (unitId, isKnown) = Find(told);
        var before = picture.Units.GetValueOrDefault(unitId);
        refusal = before is not null && !isKnown && before.SourceId != reading.SourceId
            ? ("Enhetens id finns redan i en annan källa", $"{unitId} är {before.Name} i {before.SourceId}. Ett idPrefix i profilen håller isär dem.")
            : !given.Add(unitId)
                ? ("Två rader pekar ut samma enhet", $"{told.Unit.Name} är {before?.Name ?? told.Unit.Name} ({unitId}), som står längre upp.")
                : null;
        if (refusal is not null)
            return null;

        picture.Keep(new UnitOutsideIdRow { SourceId = reading.SourceId, OutsideId = told.OutsideId, UnitId = unitId, IdScheme = idScheme });
        if (before is not null && before.SourceId != reading.SourceId)
        {
            Joined++;
            if (before.IsListed && reading.Earlier.Contains(before.SourceId))
            {
                AlsoCalled(before, told.Unit.Name, reading.SourceId);
                return before;
            }
        }
        var unit = complete(told.Unit with { UnitId = unitId }) with
        {
            SourceId = reading.SourceId,
            HeadlineMeasureKey = before?.HeadlineMeasureKey,
            HeadlinePeriod = before?.HeadlinePeriod,
        };
        if (!Picture.Set(picture.Units, unitId, unit))
            reading.Delivery.RowsUnchanged++;
        if (before is not null && before.SearchName != unit.SearchName)
        {
            AlsoCalled(unit, before.Name, before.SourceId);
            if (before.SourceId == reading.SourceId)
                Renamed(unit, before.Name, told.ChangedOn);
        }
        return unit;
    }

    /// <summary>The unit that the register's id stands for already; null for a new one.</summary>
    public UnitRow? Known(string outsideId)
    {
        var picture = reading.Picture;
        var unitId = picture.OutsideIds.TryGetValue((reading.SourceId, outsideId), out var own) ? own.UnitId
            : idScheme is not null ? picture.UnitOf(idScheme, outsideId)
            : null;
        return unitId is null ? null : picture.Units.GetValueOrDefault(unitId);
    }

    /// <summary>Unlists the register's units that it has not given tonight. They keep their page, ids and figures.</summary>
    public void UnlistTheRest()
    {
        var picture = reading.Picture;
        foreach (var gone in picture.Units.Values.Where(u => u.SourceId == reading.SourceId && u.IsListed && !given.Contains(u.UnitId)).ToList())
            picture.Units[gone.UnitId] = gone with { IsListed = false };
    }

    private (string UnitId, bool IsKnown) Find(RegisteredUnit told)
    {
        var picture = reading.Picture;
        var match = matched.GetValueOrDefault(told.OutsideId);
        if (match is { Rule: MatchRule.Alias, UnitId: { } settled })
            return (settled, true);
        if (match?.Reason != OwnReason.KeptApart)
        {
            if (picture.OutsideIds.TryGetValue((reading.SourceId, told.OutsideId), out var own))
                return (own.UnitId, true);
            if (idScheme is not null && picture.UnitOf(idScheme, told.OutsideId) is { } shared)
                return (shared, true);
            if (match?.UnitId is { } named)
                return (named, true);
        }
        return (told.Unit.UnitId, false);
    }

    private void AlsoCalled(UnitRow unit, string name, string source)
    {
        var searchName = SearchNames.SearchName(name);
        if (searchName == unit.SearchName)
            return;
        reading.Picture.Aliases[(unit.UnitId, name, source)] =
            new UnitAliasRow { UnitId = unit.UnitId, Name = name, SearchName = searchName, SourceId = source };
    }

    private void Renamed(UnitRow unit, string oldName, DateOnly? day)
    {
        var events = reading.Picture.Events;
        var number = 1;
        while (events.ContainsKey((unit.UnitId, Id(number))))
            number++;
        events[(unit.UnitId, Id(number))] = new UnitEventRow
        {
            UnitId = unit.UnitId,
            EventId = Id(number),
            Kind = "renamed",
            HappenedOn = day,
            OldName = oldName,
            NewName = unit.Name,
            SourceId = reading.SourceId,
        };

        static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"renamed-{number}");
    }

    private static SurveyUnit Asked(RegisteredUnit told) => new()
    {
        OutsideId = told.OutsideId,
        Name = told.Unit.Name,
        MunicipalityCode = told.Unit.MunicipalityCode,
        ServiceAreaId = told.Unit.ServiceAreaId,
        RunByMunicipality = RegisterUnit.Of(told.Unit).RunByMunicipality,
        // All stand in the register at once, so two that claim one unit contradict each other.
        Reports = [new SurveyReport { Period = 0 }],
    };
}
