using System.Text.Json;
using Portal.Data.Model;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Skolverket;

/// <summary>Statistics and pupil surveys of schools, and the country's own figures, as Planned Educations v4 tells them.</summary>
internal sealed class SkolverketStatisticsSource : IFetchedSource
{
    public Task Fetch(SourceFetch fetch, CancellationToken ct) => SkolverketFetch.Statistics(fetch, ct);

    public void Read(SourceReading reading)
    {
        reading.KeepSource();
        var files = SkolverketResponses.Files(reading);
        var surveys = new SkolverketSurveys(reading);
        foreach (var file in files)
        {
            foreach (var response in SkolverketResponses.In(reading.Folder, file).Where(r => SkolverketSurveys.IsSurvey(r.Body)))
                surveys.Meet(response);
        }
        surveys.Keep();

        var work = new Work(reading, surveys);
        foreach (var file in files)
        {
            foreach (var response in SkolverketResponses.In(reading.Folder, file))
                work.Take(response, SkolverketResponses.IsEarlier(file));
            reading.Progress($"{file}, {reading.Delivery.Observations} värden");
        }
        work.End();
    }

    private sealed class Work(SourceReading reading, SkolverketSurveys surveys)
    {
        private readonly SkolverketFigures figures = new(reading);
        private readonly Dictionary<(string Form, string Name), MeasureRow?> measures = [];
        private readonly HashSet<string> unknownMeasures = [];
        private readonly SchoolFinder schools = new(reading, reading.Profile.SkolverketStatistics!.IdScheme);

        public void Take(SkolverketResponse response, bool isEarlier)
        {
            if (SkolverketSurveys.IsSurvey(response.Body))
                surveys.Take(response, schools, isEarlier);
            else if (response.Body.Text("schoolUnit") is { } code)
                Statistics(response, schools.Subject(code), code, isEarlier);
            else if (response.Address.Contains("/national-values/", StringComparison.Ordinal))
                Statistics(response, reading.Picture.CountrySubject(), KnownWords.CountryId, isEarlier);
            else if (!School.Of(response.Body).Any())
                Refuse(response.Place, "Svaret är inget som portalen känner igen", response.Address);
        }

        public void End()
        {
            figures.Report();
            foreach (var name in unknownMeasures.Order(StringComparer.Ordinal))
                reading.Delivery.Remark("statistik", "Måttet är okänt och läses inte", name);
        }

        private void Statistics(SkolverketResponse response, int? subject, string code, bool isEarlier)
        {
            var form = response.Tail;
            if (!SkolverketMeasures.IsForm(form))
            {
                Refuse(response.Place, "Skolformen är okänd", $"{code}: {form}");
                return;
            }
            foreach (var series in response.Body.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Array))
            {
                if (Measure(form, series.Name) is not { } measure)
                    continue;
                foreach (var item in series.Value.EnumerateArray())
                    Value(response.Place, measure, subject, code, item, isEarlier);
            }
        }

        private void Value(string place, MeasureRow measure, int? subject, string code, JsonElement item, bool isEarlier)
        {
            var period = item.Text("timePeriod");
            // An answer that a newer one has taken the place of only tells of years that the newer one has not.
            if (isEarlier && (subject is null || SkolverketValue.SchoolYear(period) is not { } year || reading.Delivery.HasObservation(subject.Value, measure.MeasureKey, year, Sexes.All)))
                return;
            reading.Delivery.CountRow();
            if (subject is not { } about)
                reading.Delivery.Reject(place, "Okänd skolenhet", code);
            else if (SkolverketValue.Fault(item.Text("value"), item.Text("valueType") ?? "", out var value) is { } fault)
                reading.Delivery.Reject(place, fault, $"{measure.Name}, {period}: {item.Text("value")} ({item.Text("valueType")})");
            else if (!figures.Take(about, measure, period, Sexes.All, value, out var refusal))
                reading.Delivery.Reject(place, refusal!.Value.Reason, refusal.Value.Detail);
        }

        private MeasureRow? Measure(string form, string name)
        {
            if (measures.TryGetValue((form, name), out var known))
                return known;
            var measure = SkolverketMeasures.Find(form, name, reading.Profile.SkolverketStatistics!.Prefix, reading.SourceId);
            if (measure is null)
                unknownMeasures.Add($"{form}: {name}");
            else
                measure = measure with { MeasureKey = reading.Picture.Measure(measure) };
            measures[(form, name)] = measure;
            return measure;
        }

        private void Refuse(string place, string reason, string detail)
        {
            reading.Delivery.CountRow();
            reading.Delivery.Reject(place, reason, detail);
        }
    }
}

/// <summary>Finds the subjects of school unit codes among the units of the registers.</summary>
internal sealed class SchoolFinder(SourceReading reading, string idScheme)
{
    private readonly Dictionary<string, int?> subjects = new(StringComparer.Ordinal);

    /// <summary>The subject of a school; null when no register has it.</summary>
    public int? Subject(string code)
    {
        if (!subjects.TryGetValue(code, out var subject))
        {
            var unit = reading.Picture.UnitOf(idScheme, code);
            subjects[code] = subject = unit is null ? null : reading.Picture.UnitSubject(reading.Picture.Units[unit]);
        }
        return subject;
    }
}
