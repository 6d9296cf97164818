using Portal.Data.Model;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;
using Portal.Data.Nightly.Sources.Surveys;

namespace Portal.Data.Nightly.Sources.Skolverket;

/// <summary>
/// The files that Skolverket's statistics are downloaded as: semicolons, decimal comma, lines before the header; a row a school
/// or municipality and a column a measure (wide), or a row a value (long).
/// </summary>
internal sealed class SkolverketFilesSource : ISource
{
    public void Read(SourceReading reading)
    {
        reading.KeepSource();
        var figures = new SkolverketFigures(reading);
        var schools = new SchoolFinder(reading, reading.Profile.SkolverketFiles!.IdScheme);
        foreach (var table in reading.Profile.SkolverketFiles.Tables)
            new Table(reading, table, figures, schools).Read();
        figures.Report();
    }

    private sealed class Table(SourceReading reading, SkolverketTableProfile table, SkolverketFigures figures, SchoolFinder schools)
    {
        private readonly Dictionary<string, MeasureRow?> known = new(StringComparer.Ordinal);

        public void Read()
        {
            using var file = reading.Open(table.File);
            var subject = table.Scope == Scopes.Country ? -1 : file.Need("subject", table.Columns);
            var period = table.Period is null ? file.Need("period", table.Columns) : -1;
            var sex = file.Find("sex", table.Columns);
            var read = table.Form is null ? Wide(file) : Long(file);
            while (file.Read())
            {
                reading.Delivery.CountRow();
                var about = file.Fault is null ? Subject(file[subject]) : null;
                var when = table.Period ?? file[period];
                if (file.Fault is { } fault)
                    reading.Delivery.Reject(file, fault);
                else if (about is not { } key)
                    reading.Delivery.Reject(file, table.Scope == Scopes.Unit ? "Okänd skolenhet" : "Okänd kommun", file[subject]);
                else if (Sex(file[sex]) is not { } whose)
                    reading.Delivery.Reject(file, "Okänt kön", file[sex]);
                else if (read(key, when, whose) is { } refusal)
                    reading.Delivery.Reject(file, refusal.Reason, refusal.Detail);
                if (reading.Delivery.RowsRead % 20_000 == 0)
                    reading.Progress($"{file.Name}, rad {file.Line}");
            }
        }

        private Func<int, string, string, (string Reason, string? Detail)?> Long(TableFile file)
        {
            var indicator = file.Need("indicator", table.Columns);
            var value = file.Need("value", table.Columns);
            var type = file.Find("value_type", table.Columns);
            return (subject, period, sex) =>
                Measure(file[indicator]) is not { } measure ? ("Okänt mått", file[indicator])
                : Value(file[value], type < 0 ? null : file[type], out var given) is { } fault ? (fault, $"{file[value]} ({file[type]})")
                : figures.Take(subject, measure, period, sex, given, out var refusal) ? null
                : refusal;
        }

        // All cells of a row are read before any is staged: a row is taken or not.
        private Func<int, string, string, (string Reason, string? Detail)?> Wide(TableFile file)
        {
            var columns = table.Measures.Select((m, i) => (At: file.Column(m.Column), Measure: Basis(m, i))).ToList();
            return (subject, period, sex) =>
            {
                var cells = new List<(MeasureRow Measure, SkolverketValue Value)>();
                foreach (var (at, measure) in columns)
                {
                    if (Value(file[at], null, out var given) is { } fault)
                        return (fault, $"{file.Place(at)}: {file[at]}");
                    cells.Add((measure, given));
                }
                foreach (var (measure, given) in cells)
                {
                    if (!figures.Take(subject, measure, period, sex, given, out var refusal))
                        return refusal;
                }
                return null;
            };
        }

        private string? Value(string text, string? type, out SkolverketValue value)
        {
            if (!table.ValueCodes.TryGetValue(text, out var code))
                return SkolverketValue.Fault(text, type, out value);
            value = new SkolverketValue(FigureColumns.CodeStates[code], null, false);
            return null;
        }

        private int? Subject(string id) => table.Scope switch
        {
            Scopes.Unit => schools.Subject(id),
            Scopes.Municipality => reading.Picture.MunicipalitySubject(Cells.MunicipalityCode(id)),
            _ => reading.Picture.CountrySubject(),
        };

        private MeasureRow? Measure(string indicator)
        {
            if (known.TryGetValue(indicator, out var measure))
                return measure;
            measure = SkolverketMeasures.Find(table.Form!, indicator, reading.Profile.SkolverketFiles!.Prefix, reading.SourceId);
            if (measure is not null)
                measure = measure with { MeasureKey = reading.Picture.Measure(measure) };
            known[indicator] = measure;
            return measure;
        }

        // One column of a municipality is three measures: of those who live there, of the schools there, of its own schools.
        private MeasureRow Basis(FactProfile fact, int place)
        {
            var of = table.Basis switch
            {
                "hemkommun" => ", elever som bor i kommunen (hemkommun)",
                "lagekommun" => ", skolor i kommunen (lägeskommun)",
                "kommunala-skolor" => ", kommunala skolor",
                _ => "",
            };
            var measure = new MeasureRow
            {
                MeasureId = table.Basis is null ? fact.Id : $"{fact.Id}-{table.Basis}",
                ServiceAreaId = "grundskola",
                Name = fact.Name + of,
                Kind = fact.Kind,
                Unit = fact.Unit,
                Decimals = fact.Decimals,
                Better = fact.Better,
                Low = fact.Min,
                High = fact.Max,
                PeriodKind = "school_year",
                SortOrder = place + 1,
                SourceId = reading.SourceId,
            };
            return measure with { MeasureKey = reading.Picture.Measure(measure) };
        }

        private static string? Sex(string text) => text.ToUpperInvariant() switch
        {
            "" or Sexes.All or "SAMTLIGA" or "TOTALT" or "ALLA" => Sexes.All,
            Sexes.Women or "FLICKOR" or "KVINNOR" => Sexes.Women,
            Sexes.Men or "POJKAR" or "MÄN" => Sexes.Men,
            _ => null,
        };
    }
}
