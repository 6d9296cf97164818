using System.Globalization;
using Portal.Data.Model;
using Portal.Data.Nightly.Matching;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Surveys;

/// <summary>A survey's unit, settled: the unit, and the periods whose report is a copy of another id's.</summary>
internal sealed record SettledUnit(UnitRow Unit, IReadOnlyList<int> RepeatedPeriods);

/// <summary>
/// Finds the unit of each outside id of a survey: in the register by the matching rules, else as a unit of its own, which
/// is listed with the nearest names.
/// </summary>
internal static class SurveyUnits
{
    public static Dictionary<string, SettledUnit> Settle(SourceReading reading, IReadOnlyCollection<UnitReport> reports, string file)
    {
        var (picture, delivery) = (reading.Picture, reading.Delivery);
        var survey = reading.Profile.Survey!;
        var known = reports.Where(r => r.Fields.Scope == Scopes.Unit && picture.Municipalities.ContainsKey(r.Fields.MunicipalityCode)).ToList();
        foreach (var lost in reports.Except(known))
            delivery.Remark(file, "Rapportens kommun är okänd", $"{lost.Fields.Name}: {lost.Fields.MunicipalityCode}");

        var surveyUnits = known.GroupBy(r => r.Fields.OutsideId)
            .Select(g => SurveyUnit(survey.ServiceArea, survey.IndependentDistricts, [.. g]) with
            {
                RegisterUnitId = survey.IdScheme is { } scheme ? picture.UnitOf(scheme, g.Key) : null,
            })
            .ToList();
        var register = picture.Units.Values
            .Where(u => u.ServiceAreaId == survey.ServiceArea && u.SourceId != reading.SourceId)
            .Select(RegisterUnit.Of)
            .ToList();
        var outcome = new UnitMatcher(KindWords.Of(survey.ServiceArea)).Match(reading.SourceId, surveyUnits, register, SourceAliases.Of(reading));
        SourceAliases.Report(reading, outcome);

        var namesById = known.GroupBy(r => r.Fields.OutsideId)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(r => r.Fields.Period)
                .Select(r => r.Fields.Name.Length > 0 ? r.Fields.Name : g.Key).Distinct().ToList());
        var names = new HashSet<(string Unit, string Name, string Source)>();
        var settled = new Dictionary<string, SettledUnit>();
        foreach (var result in outcome.Results)
        {
            var unit = result.UnitId is { } id ? picture.Units[id] : Own(reading, result, outcome.Results, namesById);
            settled[result.Survey.OutsideId] = new SettledUnit(unit, result.RepeatedPeriods);
            picture.OutsideIds[(reading.SourceId, result.Survey.OutsideId)] =
                new UnitOutsideIdRow { SourceId = reading.SourceId, OutsideId = result.Survey.OutsideId, UnitId = unit.UnitId };
            foreach (var name in namesById[result.Survey.OutsideId].Where(n => SearchNames.SearchName(n) != unit.SearchName))
            {
                names.Add((unit.UnitId, name, reading.SourceId));
                picture.Aliases[(unit.UnitId, name, reading.SourceId)] = new UnitAliasRow
                {
                    UnitId = unit.UnitId,
                    Name = name,
                    SearchName = SearchNames.SearchName(name),
                    SourceId = reading.SourceId,
                };
            }
        }
        Forget(reading, settled, names);
        Report(delivery, outcome.Results);
        return settled;
    }

    // A match that was undone must not be found by its old name, nor a unit that became the register's stand beside it.
    private static void Forget(
        SourceReading reading, Dictionary<string, SettledUnit> settled, HashSet<(string Unit, string Name, string Source)> names)
    {
        var picture = reading.Picture;
        foreach (var alias in picture.Aliases.Keys.Where(a => a.Source == reading.SourceId && !names.Contains(a)).ToList())
            picture.Aliases.Remove(alias);
        var units = settled.Values.Select(s => s.Unit.UnitId).ToHashSet();
        foreach (var gone in picture.Units.Values.Where(u => u.SourceId == reading.SourceId && u.IsListed && !units.Contains(u.UnitId)).ToList())
            picture.Units[gone.UnitId] = gone with { IsListed = false };
    }

    private static SurveyUnit SurveyUnit(string serviceArea, IReadOnlyList<string> independent, List<UnitReport> reports)
    {
        var newest = reports.MaxBy(r => r.Fields.Period)!.Fields;
        return new SurveyUnit
        {
            OutsideId = newest.OutsideId,
            Name = newest.Name.Length > 0 ? newest.Name : newest.OutsideId,
            MunicipalityCode = newest.MunicipalityCode,
            ServiceAreaId = serviceArea,
            RunByMunicipality = newest.Ownership.Length > 0 ? newest.Ownership == Ownerships.Municipal
                : independent.Count == 0 || newest.District.Length == 0 ? null : !independent.Contains(newest.District),
            Reports = [.. reports
                .GroupBy(r => r.Fields.Period)
                .Select(g => new SurveyReport
                {
                    Period = g.Key,
                    Fingerprint = g.First().Fields.Document is { Length: > 0 } document ? document : null,
                })],
        };
    }

    private static UnitRow Own(
        SourceReading reading, MatchResult result, IReadOnlyList<MatchResult> all, Dictionary<string, List<string>> namesById)
    {
        var survey = reading.Profile.Survey!;
        var id = $"{survey.OwnUnitPrefix}{result.LeadOutsideId}".Replace('.', '-');
        var lead = all.First(r => r.Survey.OutsideId == result.LeadOutsideId).Survey;
        var name = namesById[lead.OutsideId][0];
        var before = reading.Picture.Units.GetValueOrDefault(id);
        if (before is not null && before.SourceId != reading.SourceId)
        {
            throw new SourceFaultException(
                $"{survey.Name} har en egen enhet med id {id}, som redan är {before.Name} i {before.SourceId}. Skriv ett ownUnitPrefix i profilen som håller isär dem.");
        }
        var unit = new UnitRow
        {
            UnitId = id,
            MunicipalityCode = lead.MunicipalityCode,
            ServiceAreaId = survey.ServiceArea,
            Ownership = lead.RunByMunicipality switch { true => Ownerships.Municipal, false => Ownerships.Private, null => null },
            Name = name,
            SortKey = SearchNames.SortKey(name),
            SearchName = SearchNames.SearchName(name),
            IsListed = true,
            HeadlineMeasureKey = before?.HeadlineMeasureKey,
            HeadlinePeriod = before?.HeadlinePeriod,
            SourceId = reading.SourceId,
        };
        reading.Picture.Units[id] = unit;
        reading.Delivery.Unmatched.Add(new UnmatchedUnit(
            result.Survey.OutsideId,
            result.Survey.Name,
            id,
            result.Reason switch
            {
                OwnReason.Several => "Namnet passar flera enheter i registret",
                OwnReason.Collision => "Flera i undersökningen passar samma enhet i registret",
                OwnReason.KeptApart => "Aliasfilen säger att den är en egen enhet",
                _ => "Ingen enhet i registret har namnet",
            },
            string.Join("; ", result.Candidates.Select(c =>
                string.Create(CultureInfo.InvariantCulture, $"{c.Unit.Name} ({c.Unit.UnitId}, {c.Similarity:0.00})")))));
        return unit;
    }

    private static void Report(Delivery delivery, IReadOnlyList<MatchResult> results)
    {
        var matched = results.Count(r => r.UnitId is not null);
        delivery.Notes.Add(string.Create(CultureInfo.GetCultureInfo("sv-SE"),
            $"{matched} av {results.Count} id i undersökningen ({100.0 * matched / Math.Max(1, results.Count):0.0} %) är enheter i registret. {results.Count - matched} är egna enheter."));
        foreach (var rule in results.Where(r => r.Rule is not null).GroupBy(r => r.Rule!.Value).OrderBy(g => g.Key))
            delivery.Notes.Add($"Regel {rule.Key}: {rule.Count()}");
    }
}
