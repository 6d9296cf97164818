using Portal.Data.Model;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Units;

/// <summary>A register of units, with their providers and the figures that stand in it.</summary>
internal sealed class UnitSource : ISource
{
    public void Read(SourceReading reading)
    {
        var profile = reading.Profile.Units!;
        reading.KeepSource();
        using var file = reading.Open("units");
        var columns = new UnitColumns(file, profile);
        var facts = Facts(reading, file, profile);
        var (picture, delivery) = (reading.Picture, reading.Delivery);
        var seen = new Dictionary<string, int>();

        while (file.Read())
        {
            delivery.CountRow();
            if (file.Fault is { } fault)
            {
                delivery.Reject(file, fault);
                continue;
            }
            if (Unit(columns, reading, seen) is not { } unit)
                continue;
            var before = picture.Units.GetValueOrDefault(unit.UnitId);
            unit = unit with { HeadlineMeasureKey = before?.HeadlineMeasureKey, HeadlinePeriod = before?.HeadlinePeriod };
            if (columns.Provider(unit, picture) is { } provider)
            {
                picture.Providers[provider.ProviderId] = provider with { SourceId = reading.SourceId };
                unit = unit with { ProviderId = provider.ProviderId };
            }
            unit = unit with { SourceId = reading.SourceId };
            if (!Picture.Set(picture.Units, unit.UnitId, unit))
                delivery.RowsUnchanged++;
            picture.OutsideIds[(reading.SourceId, columns.OutsideId)] =
                new UnitOutsideIdRow { SourceId = reading.SourceId, OutsideId = columns.OutsideId, UnitId = unit.UnitId };
            if (facts.Count > 0)
                Observe(delivery, file, picture.UnitSubject(unit), profile, facts);
            if (delivery.RowsRead % 2000 == 0)
                reading.Progress($"{delivery.RowsRead} enheter");
        }

        foreach (var gone in picture.Units.Values.Where(u => u.SourceId == reading.SourceId && u.IsListed && !seen.ContainsKey(u.UnitId)).ToList())
            picture.Units[gone.UnitId] = gone with { IsListed = false };
    }

    private static UnitRow? Unit(UnitColumns columns, SourceReading reading, Dictionary<string, int> seen)
    {
        var (picture, delivery) = (reading.Picture, reading.Delivery);
        var file = columns.File;
        var id = columns.UnitId;
        if (columns.OutsideId.Length == 0)
            delivery.Reject(file, "Enhetens id saknas");
        else if (id.Contains('.', StringComparison.Ordinal) || id.Contains('/', StringComparison.Ordinal) || id.Any(char.IsWhiteSpace))
            delivery.Reject(file, "Enhetens id får inte ha punkt, snedstreck eller mellanslag", id);
        else if (columns.Name.Length == 0)
            delivery.Reject(file, "Namnet saknas");
        else if (Widths.Fault(id, columns.Name, columns.Address, columns.ProviderName) is { } tooLong)
            delivery.Reject(file, tooLong);
        else if (!picture.Municipalities.ContainsKey(columns.MunicipalityCode))
            delivery.Reject(file, "Okänd kommun", columns.MunicipalityCode);
        else if (!picture.ServiceAreas.ContainsKey(columns.ServiceArea))
            delivery.Reject(file, "Okänt verksamhetsområde", columns.ServiceArea);
        else if (columns.Ownership is { Length: > 0 } ownership && !Ownerships.All.Contains(ownership))
            delivery.Reject(file, "Okänd driftsform", ownership);
        else if (picture.Units.TryGetValue(id, out var known) && known.SourceId != reading.SourceId)
            delivery.Reject(file, "Enhetens id finns redan i en annan källa", $"{id} är {known.Name} i {known.SourceId}. Ett idPrefix i profilen håller isär dem.");
        else if (!seen.TryAdd(id, file.Line))
            delivery.Reject(file, "Dubblett", $"Enheten {id} står redan på rad {seen[id]}.");
        else
            return columns.ToUnit();
        return null;
    }

    private static List<Fact> Facts(SourceReading reading, TableFile file, UnitsProfile profile)
    {
        var facts = new List<Fact>();
        foreach (var fact in profile.Facts)
        {
            var measure = reading.Picture.Measure(new MeasureRow
            {
                MeasureId = fact.Id,
                ServiceAreaId = profile.Constants.GetValueOrDefault("service_area"),
                Name = fact.Name,
                Kind = fact.Kind,
                Unit = fact.Unit,
                Decimals = fact.Decimals,
                Better = fact.Better,
                Low = fact.Min,
                High = fact.Max,
                PeriodKind = profile.FactPeriod is null ? "undated" : "year",
                SortOrder = facts.Count + 1,
                SourceId = reading.SourceId,
            });
            facts.Add(new Fact(fact, file.Column(fact.Column), measure));
        }
        return facts;
    }

    private static void Observe(Delivery delivery, TableFile file, int subject, UnitsProfile profile, List<Fact> facts)
    {
        foreach (var (fact, column, measure) in facts)
        {
            var text = file[column];
            double? value = null;
            if (text.Length > 0)
            {
                if (!Cells.TryNumber(text, file.Profile.DecimalSign, out var number))
                    delivery.Remark(file, "Värdet är inget tal", $"{fact.Column}: {text}");
                else if (number < (fact.Min ?? double.MinValue) || number > (fact.Max ?? double.MaxValue))
                    delivery.Remark(file, "Värdet är inte rimligt och visas inte", $"{fact.Column}: {text}");
                else
                    value = number;
            }
            delivery.Observe(new ObservationRow
            {
                SourceNumber = delivery.SourceNumber,
                SubjectKey = subject,
                MeasureKey = measure,
                Period = profile.FactPeriod ?? 0,
                Sex = Sexes.All,
                State = (byte)(value is null ? ObservationState.Missing : ObservationState.Published),
                Value = value,
            });
        }
    }

    private sealed record Fact(FactProfile Profile, int Column, int MeasureKey);
}
