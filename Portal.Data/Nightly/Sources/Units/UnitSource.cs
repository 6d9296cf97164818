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
        var identity = new UnitIdentity(reading, profile.IdScheme);
        if (profile.MatchNames)
            identity.Match(Named(reading, profile));
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
            if (Fault(columns, picture) is { } wrong)
            {
                delivery.Reject(file, wrong.Reason, wrong.Detail);
                continue;
            }
            if (!seen.TryAdd(columns.OutsideId, file.Line))
            {
                delivery.Reject(file, "Dubblett", $"Enheten {columns.UnitId} står redan på rad {seen[columns.OutsideId]}.");
                continue;
            }
            if (identity.Take(new RegisteredUnit(columns.OutsideId, columns.ToUnit()), WithProvider, out var refusal) is not { } unit)
            {
                delivery.Reject(file, refusal!.Value.Reason, refusal.Value.Detail);
                continue;
            }
            if (facts.Count > 0)
                Observe(delivery, file, picture.UnitSubject(unit), profile, facts);
            if (delivery.RowsRead % 2000 == 0)
                reading.Progress($"{delivery.RowsRead} enheter");
        }
        identity.UnlistTheRest();
        if (identity.Joined > 0)
            delivery.Notes.Add($"{identity.Joined} av enheterna finns också i en annan källa och har fått den här källans id bredvid sitt.");

        UnitRow WithProvider(UnitRow unit)
        {
            if (columns.Provider(unit, picture) is not { } provider)
                return unit;
            picture.Providers[provider.ProviderId] = provider with { SourceId = reading.SourceId };
            return unit with { ProviderId = provider.ProviderId };
        }
    }

    // Which unit a name means hangs on the other names, so all are read before any is taken.
    private static List<RegisteredUnit> Named(SourceReading reading, UnitsProfile profile)
    {
        using var file = reading.Open("units");
        var columns = new UnitColumns(file, profile);
        var units = new Dictionary<string, RegisteredUnit>();
        while (file.Read())
        {
            if (file.Fault is null && Fault(columns, reading.Picture) is null)
                units.TryAdd(columns.OutsideId, new RegisteredUnit(columns.OutsideId, columns.ToUnit()));
        }
        return [.. units.Values];
    }

    private static (string Reason, string? Detail)? Fault(UnitColumns columns, Picture picture)
    {
        var id = columns.UnitId;
        return columns.OutsideId.Length == 0 ? ("Enhetens id saknas", null)
            : id.Contains('.', StringComparison.Ordinal) || id.Contains('/', StringComparison.Ordinal) || id.Any(char.IsWhiteSpace)
                ? ("Enhetens id får inte ha punkt, snedstreck eller mellanslag", id)
            : columns.Name.Length == 0 ? ("Namnet saknas", null)
            : Widths.Fault(id, columns.Name, columns.Address, columns.ProviderName) is { } tooLong ? (tooLong, null)
            : !picture.Municipalities.ContainsKey(columns.MunicipalityCode) ? ("Okänd kommun", columns.MunicipalityCode)
            : !picture.ServiceAreas.ContainsKey(columns.ServiceArea) ? ("Okänt verksamhetsområde", columns.ServiceArea)
            : columns.Ownership is { Length: > 0 } ownership && !Ownerships.All.Contains(ownership) ? ("Okänd driftsform", ownership)
            : null;
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
