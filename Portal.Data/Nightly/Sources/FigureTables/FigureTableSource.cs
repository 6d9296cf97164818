using Portal.Data.Model;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;
using Portal.Data.Nightly.Sources.Surveys;

namespace Portal.Data.Nightly.Sources.FigureTables;

/// <summary>Figures of municipalities or units that no survey gave: a row a subject and year, a column a measure.</summary>
internal sealed class FigureTableSource : ISource
{
    public void Read(SourceReading reading)
    {
        var profile = reading.Profile.FigureTable!;
        var (picture, delivery) = (reading.Picture, reading.Delivery);
        reading.KeepSource();
        if (profile.ServiceArea is { } area && !picture.ServiceAreas.ContainsKey(area))
            throw new SourceFaultException($"Profilen för {reading.Profile.Source.Name}: verksamhetsområdet \"{area}\" är okänt. Välj bland {string.Join(", ", picture.ServiceAreas.Keys.Order(StringComparer.Ordinal))}.");
        using var file = reading.Open(profile.File);
        var fields = new FigureFieldReader(reading, file, profile);
        var scale = new ShareScale(file, profile.Shares);
        var codes = FigureColumns.StatesOf(profile.ValueCodes);
        var measures = profile.Measures.Select((m, i) => (Fact: m, At: file.Column(m.Column), Key: Measure(reading, m, i + 1))).ToList();
        var cells = new (double? Value, ObservationState State)[measures.Count];

        while (file.Read())
        {
            delivery.CountRow();
            if (file.Fault is { } fault)
            {
                delivery.Reject(file, fault);
                continue;
            }
            var (row, reason, detail) = fields.Read();
            if (row is null)
                delivery.Reject(file, reason, detail);
            else if (Subject(reading, row) is not { } subject)
                delivery.Reject(file, row.Scope == Scopes.Unit ? "Okänd enhet" : "Okänd kommun eller grupp", row.OutsideId);
            else if (Cells())
                Observe(row, subject);
            if (delivery.RowsRead % 20_000 == 0)
                reading.Progress($"{file.Name}, rad {file.Line}");
        }
        scale.Check();

        // The whole row is read before any of it is staged.
        bool Cells()
        {
            for (var i = 0; i < measures.Count; i++)
            {
                var (fact, at, _) = measures[i];
                var text = file[at];
                cells[i] = (null, ObservationState.Missing);
                if (text.Length == 0)
                    continue;
                if (codes.TryGetValue(text, out var state))
                {
                    cells[i] = (null, state);
                    continue;
                }
                var isNumber = fact.Kind == "share"
                    ? scale.TryRead(text, at, out var value)
                    : Nightly.Files.Cells.TryNumber(text, file.Profile.DecimalSign, out value);
                if (!isNumber || value < (fact.Min ?? double.MinValue) || value > (fact.Max ?? double.MaxValue))
                {
                    delivery.Reject(file, isNumber ? "Värdet ligger utanför det rimliga" : "Värdet är inget tal", $"{file.ColumnName(at)}: {text}");
                    return false;
                }
                cells[i] = (value, ObservationState.Published);
            }
            return true;
        }

        void Observe(FigureFields row, int subject)
        {
            for (var i = 0; i < measures.Count; i++)
            {
                var (value, state) = cells[i];
                // What the row's own state says holds for all its cells.
                if (value is not null || row.State is not (ObservationState.Published or ObservationState.Preliminary))
                    state = row.State;
                var taken = delivery.Observe(new ObservationRow
                {
                    SourceNumber = delivery.SourceNumber,
                    SubjectKey = subject,
                    MeasureKey = measures[i].Key,
                    Period = row.Period,
                    Sex = row.Sex,
                    State = (byte)state,
                    Value = state is ObservationState.Published or ObservationState.Preliminary ? value : null,
                });
                if (!taken)
                {
                    delivery.Reject(file, "Dubblett", "Samma kommun eller enhet, år och kön står längre upp.");
                    return;
                }
            }
        }
    }

    private static int? Subject(SourceReading reading, FigureFields row)
    {
        var picture = reading.Picture;
        switch (row.Scope)
        {
            case Scopes.Municipality:
                return picture.MunicipalitySubject(row.OutsideId);
            case Scopes.Group:
                return picture.GroupSubject(row.OutsideId);
            case Scopes.Country:
                return picture.CountrySubject();
            case Scopes.District:
                return picture.DistrictSubject(row.MunicipalityCode, row.OutsideId);
            default:
                var id = picture.OutsideIds.TryGetValue((reading.SourceId, row.OutsideId), out var outside) ? outside.UnitId
                    : reading.Profile.FigureTable!.IdScheme is { } scheme ? picture.UnitOf(scheme, row.OutsideId)
                    : null;
                var unit = picture.Units.GetValueOrDefault(row.OutsideId) ?? (id is null ? null : picture.Units.GetValueOrDefault(id));
                return unit is null ? null : picture.UnitSubject(unit);
        }
    }

    private static int Measure(SourceReading reading, FactProfile fact, int order) => reading.Picture.Measure(new MeasureRow
    {
        MeasureId = fact.Id,
        ServiceAreaId = reading.Profile.FigureTable!.ServiceArea,
        Name = fact.Name,
        Kind = fact.Kind,
        Unit = fact.Unit,
        Decimals = fact.Decimals,
        Better = fact.Better,
        Low = fact.Min,
        High = fact.Max,
        PeriodKind = reading.Profile.FigureTable!.PeriodKind,
        SortOrder = order,
        SourceId = reading.SourceId,
    });
}
