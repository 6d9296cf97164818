using Portal.Data.Disclosure;
using Portal.Data.Model;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Indicators;

/// <summary>
/// Key figures in the portal's own long form: one file that says what is measured, and any number of files with one row a
/// figure. A unit or municipality stands in one file only, so a file that is as it was last night is not read again.
/// </summary>
internal sealed class IndicatorSource : ISource
{
    /// <summary>The file, by its name in the profile, that says what is measured; all others hold figures.</summary>
    public const string MeasuresFile = "measures";

    public void Read(SourceReading reading)
    {
        reading.KeepSource();
        var measures = IndicatorMeasures.Read(reading);
        var owners = new Dictionary<int, string>();
        foreach (var (name, file) in reading.Profile.Files.Where(f => f.Key != MeasuresFile).OrderBy(f => f.Value.Path, StringComparer.Ordinal))
        {
            if (reading.IsUnchanged(file))
            {
                foreach (var subject in reading.Delivery.KeepPart(file.Path))
                    owners[subject] = file.Path;
                continue;
            }
            reading.Progress($"läser {file.Path}");
            using var rows = reading.Open(name);
            reading.Delivery.BeginPart(file.Path);
            new FigureRows(reading, rows, measures, owners).Read();
        }
    }

    /// <summary>One file's rows.</summary>
    private sealed class FigureRows
    {
        private readonly SourceReading reading;
        private readonly TableFile file;
        private readonly IReadOnlyDictionary<string, MeasureRow> measures;
        private readonly Dictionary<int, string> owners;
        private readonly IndicatorsProfile profile;
        private readonly Floors floors;
        private readonly int scope, subject, measure, period, sex, state, value, respondents;
        private (string Scope, string Id, int Key) lastSubject = ("", "", 0);

        public FigureRows(SourceReading reading, TableFile file, IReadOnlyDictionary<string, MeasureRow> measures, Dictionary<int, string> owners)
        {
            (this.reading, this.file, this.measures, this.owners) = (reading, file, measures, owners);
            profile = reading.Profile.Indicators!;
            floors = new Floors { Respondents = profile.RespondentFloor ?? 1, SourceKeepsFloor = true };
            scope = file.Find("scope", profile.Columns);
            subject = file.Need("subject", profile.Columns);
            measure = file.Need("measure", profile.Columns);
            period = file.Need("period", profile.Columns);
            sex = file.Find("sex", profile.Columns);
            state = file.Find("state", profile.Columns);
            value = file.Need("value", profile.Columns);
            respondents = file.Find("respondents", profile.Columns);
        }

        public void Read()
        {
            while (file.Read())
            {
                reading.Delivery.CountRow();
                if (Row(out var reason, out var detail) is not { } row)
                    reading.Delivery.Reject(file, reason, detail);
                else if (!reading.Delivery.Observe(row))
                    reading.Delivery.Reject(file, "Samma siffra står två gånger", $"{file[subject]}, {file[measure]}, {file[period]}");
            }
        }

        private ObservationRow? Row(out string reason, out string? detail)
        {
            detail = null;
            MeasureRow? what = null;
            var (year, key, given, number, persons) = (0, 0, ObservationState.Missing, (double?)null, (int?)null);
            var who = file[sex].Length == 0 ? Sexes.All : file[sex];
            reason = file.Fault
                ?? (measures.TryGetValue(file[measure], out what) ? null : Wrong("Måttet står inte i filen med mått", file[measure], out detail))
                ?? (Year(what!, out year) ? null : Wrong("Årtalet är inget år", file[period], out detail))
                ?? (who is Sexes.All or Sexes.Women or Sexes.Men ? null : Wrong("Okänt kön", who, out detail))
                ?? Subject(out key, ref detail)
                ?? (FigureStates.TryGet(file[state], out given) ? null : Wrong("Okänt tillstånd", file[state], out detail))
                ?? Number(what!, given, out number, ref detail)
                ?? (Count(out persons) ? null : Wrong("Antalet svarande är inget helt tal", file[respondents], out detail))
                ?? "";
            if (reason.Length > 0)
                return null;
            if (number is null && given is (ObservationState.Published or ObservationState.Preliminary))
                given = ObservationState.Missing;
            var shown = PrimarySuppression.OfFigure(given, persons, null, null, who != Sexes.All, floors);
            var isShown = shown is ObservationState.Published or ObservationState.Preliminary;
            return new ObservationRow
            {
                SourceNumber = reading.Delivery.SourceNumber,
                SubjectKey = key,
                MeasureKey = what!.MeasureKey,
                Period = year,
                Sex = who,
                State = (byte)shown,
                Value = isShown ? number : null,
                Respondents = shown == ObservationState.Suppressed ? null : persons,
            };
        }

        private bool Year(MeasureRow what, out int year)
        {
            year = 0;
            return what.PeriodKind == "undated" ? file[period].Length == 0 : Cells.TryYear(file[period], out year);
        }

        // A file is as a rule ordered by subject: the one before is most often the one again.
        private string? Subject(out int key, ref string? detail)
        {
            var of = file[scope].Length == 0 ? Scopes.Unit : file[scope];
            var id = of == Scopes.Municipality ? Cells.MunicipalityCode(file[subject]) : file[subject];
            key = lastSubject.Key;
            if (key > 0 && lastSubject.Scope == of && lastSubject.Id == id)
                return null;
            var found = of switch
            {
                Scopes.Unit => reading.Picture.Units.TryGetValue(id, out var unit) ? reading.Picture.UnitSubject(unit) : null,
                Scopes.Municipality => reading.Picture.MunicipalitySubject(id),
                Scopes.Group => reading.Picture.GroupSubject(id),
                Scopes.Country => reading.Picture.CountrySubject(),
                _ => (int?)null,
            };
            if (found is not { } known)
                return Wrong(of is Scopes.Unit or Scopes.Municipality or Scopes.Group ? "Enheten, kommunen eller gruppen är okänd" : "Okänd nivå", $"{of} {id}", out detail);
            if (!owners.TryAdd(known, file.Profile.Path) && owners[known] != file.Profile.Path)
                return Wrong("Alla siffror för en enhet eller kommun ska stå i samma fil", $"{id} står också i {owners[known]}", out detail);
            reading.Delivery.InPart(known);
            lastSubject = (of, id, known);
            key = known;
            return null;
        }

        private string? Number(MeasureRow what, ObservationState given, out double? number, ref string? detail)
        {
            number = null;
            if (file[value].Length == 0)
                return null;
            if (given is not (ObservationState.Published or ObservationState.Preliminary))
                return Wrong("En siffra som inte ska visas har ett värde", $"{file[state]}: {file[value]}", out detail);
            if (!Cells.TryNumber(file[value], file.Profile.DecimalSign, out var told))
                return Wrong("Värdet är inget tal", file[value], out detail);
            if (told < what.Low || told > what.High)
                return Wrong("Värdet ligger utanför skalan", file[value], out detail);
            number = told;
            return null;
        }

        private bool Count(out int? count)
        {
            count = null;
            if (file[respondents].Length == 0)
                return true;
            if (!Cells.TryCount(file[respondents], out var persons))
                return false;
            count = persons;
            return true;
        }

        private static string Wrong(string why, string? what, out string? detail)
        {
            detail = what;
            return why;
        }
    }
}
