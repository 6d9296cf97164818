using System.Globalization;
using System.Text.Json;
using Portal.Data.Model;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;
using Portal.Data.Nightly.Sources.MunicipalityGroups;
using Portal.Data.Nightly.Sources.Surveys;

namespace Portal.Data.Nightly.Sources.Kolada;

/// <summary>
/// Reads what has been fetched, a page of an answer at a time. Changes are read before the full read that they change, the
/// newest first: of one figure's rows the first that is met is the one that holds.
/// </summary>
internal sealed class KoladaReader
{
    /// <summary>The file of metadata that says which day it is, as far as publishing goes.</summary>
    public const string DayFile = "published-until.json";

    private const int LongestName = 1000;

    private readonly SourceReading reading;
    private readonly KoladaProfile profile;
    private readonly Delivery delivery;
    private readonly KoladaFolders folders;
    private readonly string metadata;
    private readonly KoladaChoice choice;
    private readonly DateOnly publishedUntil;
    private readonly Dictionary<string, ObservationState> statuses;
    private readonly Dictionary<string, ChosenKpi> kpis = [];
    private readonly Dictionary<string, int> measures = [];
    private readonly Dictionary<string, int?> subjects = [];
    private readonly Dictionary<(string Kpi, int Subject, int Period, string Sex), double> margins = [];
    private readonly RepeatedYears repeats = new();
    private readonly HashSet<string> regions = [];
    private int notWanted;

    public KoladaReader(SourceReading reading)
    {
        this.reading = reading;
        profile = reading.Profile.Kolada!;
        delivery = reading.Delivery;
        folders = new KoladaFolders(reading.Folder);
        metadata = folders.Metadata ?? throw Nothing();
        _ = folders.Full ?? throw Nothing();
        choice = new KoladaChoice(profile, metadata);
        publishedUntil = Day();
        statuses = profile.Statuses.ToDictionary(s => s.Key, s => FigureColumns.CodeStates[s.Value]);
    }

    public void Read()
    {
        reading.KeepSource();
        ChooseKpis();
        KeepMunicipalities();
        KeepGroups();
        new KoladaUnits(reading).Keep(Units(metadata), subjects);
        ReadValues("data-margin-", TakeMargin);
        ReadValues("data-k", TakeFigure);
        ReadValues("oudata-", TakeFigure);
        repeats.Stage(delivery);
        Tell();
    }

    /// <summary>Kolada's municipalities, regions and the country, in a folder of metadata.</summary>
    public static IEnumerable<KoladaMunicipality> Municipalities(string metadata) => Rows<KoladaMunicipality>(metadata, "municipality-");

    /// <summary>Kolada's units, in a folder of metadata.</summary>
    public static IEnumerable<KoladaUnit> Units(string metadata) => Rows<KoladaUnit>(metadata, "ou-");

    private static IEnumerable<T> Rows<T>(string folder, string beginning) where T : class
    {
        foreach (var file in KoladaFolders.Answers(folder, beginning))
        {
            using var page = KoladaPage.Read(file);
            foreach (var row in page.Values)
            {
                if (Row<T>(row) is { } found)
                    yield return found;
            }
        }
    }

    private static T? Row<T>(JsonElement element) where T : class
    {
        try
        {
            return element.Deserialize<T>(KoladaJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void ChooseKpis()
    {
        foreach (var id in choice.Unknown)
            delivery.Remark("kpi", "Nyckeltalet finns inte i Kolada", id);
        foreach (var chosen in choice.Kpis)
        {
            delivery.CountRow();
            if (chosen.Set.ServiceArea is { } area && !reading.Picture.ServiceAreas.ContainsKey(area))
                throw new SourceFaultException($"Profilen för {reading.Profile.Source.Name}: verksamhetsområdet \"{area}\" är okänt. Välj bland {string.Join(", ", reading.Picture.ServiceAreas.Keys.Order(StringComparer.Ordinal))}.");
            kpis[chosen.Kpi.Id] = chosen;
            // What is known already is brought up to date; a KPI without figures is no measure of the portal's.
            if (reading.Picture.Measures.ContainsKey(chosen.MeasureId))
                Measure(chosen);
        }
    }

    private int Measure(ChosenKpi chosen)
    {
        var kpi = chosen.Kpi;
        if (measures.TryGetValue(kpi.Id, out var known))
            return known;
        var (kind, unit, decimals) = KoladaTitle.Kind(kpi.Title);
        var name = KoladaTitle.Name(kpi.Title);
        return measures[kpi.Id] = reading.Picture.Measure(new MeasureRow
        {
            MeasureId = chosen.MeasureId,
            ServiceAreaId = chosen.Set.ServiceArea,
            Name = name.Length > LongestName ? name[..LongestName] : name,
            Kind = kind,
            Unit = unit,
            Decimals = chosen.Set.Decimals ?? decimals,
            Better = chosen.Set.Better,
            Low = kind == "share" ? 0 : null,
            High = kind == "share" ? 100 : null,
            PeriodKind = "year",
            SortOrder = chosen.Order,
            SourceId = reading.SourceId,
            Description = kpi.Description.Length == 0 ? null : kpi.Description,
            DiscontinuedAfter = KoladaTitle.LastYear(kpi.Title),
            PublishedPeriod = kpi.PublPeriod,
            PreliminaryOn = kpi.PrelPublicationDate,
            PublishedOn = kpi.PublicationDate,
        });
    }

    private void KeepMunicipalities()
    {
        var wanted = profile.Municipalities.ToHashSet();
        var left = 0;
        foreach (var listed in Municipalities(metadata))
        {
            if (listed.Id == KnownWords.CountryId)
            {
                subjects[listed.Id] = reading.Picture.CountrySubject();
            }
            else if (listed.Type != "K" || (wanted.Count > 0 && !wanted.Contains(listed.Id)))
            {
                regions.Add(listed.Id);
            }
            else
            {
                delivery.CountRow();
                Fill(listed);
                if (reading.Picture.MunicipalitySubject(listed.Id) is { } subject)
                    subjects[listed.Id] = subject;
                else if (regions.Add(listed.Id))
                    left++;
            }
        }
        if (left > 0)
            delivery.Notes.Add($"{left.ToString(CultureInfo.InvariantCulture)} av Koladas kommuner finns inte på portalen och lämnas därhän.");
    }

    private void Fill(KoladaMunicipality listed)
    {
        var known = reading.Picture.Municipalities.GetValueOrDefault(listed.Id);
        if (!profile.FillMunicipalities || (known is not null && known.SourceId != reading.SourceId))
            return;
        var name = listed.Title.Trim();
        Picture.Set(reading.Picture.Municipalities, listed.Id, new MunicipalityRow
        {
            MunicipalityCode = listed.Id,
            Name = name,
            SortKey = SearchNames.SortKey(name),
            SearchName = SearchNames.SearchName(name),
            IsSample = reading.Profile.Source.IsSample,
            SourceId = reading.SourceId,
        });
    }

    private void KeepGroups()
    {
        if (profile.Groups)
            MunicipalityGroupSource.Keep(reading, "municipality_groups", Rows<MunicipalityGroupSource.Group>(metadata, "municipality_groups-"));
        foreach (var id in profile.GroupValues)
        {
            if (reading.Picture.GroupSubject(id) is { } subject)
                subjects[id] = subject;
            else
                delivery.Remark("municipality_groups", "Gruppen finns inte i Kolada", id);
        }
    }

    private void ReadValues(string beginning, Action<string, KoladaRow, KoladaValue> take)
    {
        var changed = new HashSet<(string Kpi, string Subject, int Period, string Sex)>();
        foreach (var folder in folders.Changes.Append(folders.Full!))
        {
            var isFull = folder == folders.Full;
            foreach (var file in KoladaFolders.Answers(folder, beginning))
            {
                var name = $"{Path.GetFileName(folder)}/{Path.GetFileName(file)}";
                using var page = Page(file, name);
                foreach (var element in page.Values)
                {
                    if (Row<KoladaRow>(element) is not { } row)
                    {
                        delivery.CountRow();
                        delivery.Reject(name, "Raden går inte att tolka", element.GetRawText());
                        continue;
                    }
                    foreach (var value in row.Values)
                    {
                        var key = (row.Kpi, row.Ou ?? row.Municipality ?? "", row.Period, value.Gender);
                        // Only what has changed is remembered: a full read gives each figure once.
                        if (!(isFull ? changed.Contains(key) : !changed.Add(key)) && !value.IsDeleted)
                            take(name, row, value);
                    }
                }
            }
        }
    }

    private static KoladaPage Page(string file, string name)
    {
        try
        {
            return KoladaPage.Read(file);
        }
        catch (JsonException e)
        {
            throw new SourceFaultException($"Filen {name} är inget helt svar från Kolada. Ta bort mappen som den ligger i och hämta igen.", e);
        }
    }

    private void TakeMargin(string file, KoladaRow row, KoladaValue value)
    {
        if (choice.Margins.TryGetValue(row.Kpi, out var kpi) && value.Value is >= 0 and var margin
            && subjects.TryGetValue(row.Municipality ?? "", out var subject) && subject is { } key)
            margins[(kpi, key, row.Period, value.Gender)] = margin;
    }

    private void TakeFigure(string file, KoladaRow row, KoladaValue value)
    {
        if (!kpis.TryGetValue(row.Kpi, out var chosen))
        {
            notWanted++;
            return;
        }
        var of = row.Ou ?? row.Municipality ?? "";
        if (regions.Contains(of))
            return;
        delivery.CountRow();
        if (!subjects.TryGetValue(of, out var subject) || subject is not { } key)
            delivery.Reject(file, row.Ou is null ? "Okänd kommun eller grupp" : "Enheten finns inte i något register", of);
        else if (value.Gender is not (Sexes.All or Sexes.Women or Sexes.Men))
            delivery.Reject(file, "Okänt kön", value.Gender);
        else if (row.Period is < 1900 or > 2100)
            delivery.Reject(file, "Året är inte rimligt", row.Period.ToString(CultureInfo.InvariantCulture));
        else
            Stage(file, chosen, key, row, value);
    }

    private void Stage(string file, ChosenKpi chosen, int subject, KoladaRow row, KoladaValue value)
    {
        var state = State(file, chosen.Kpi, row, value);
        var shown = state is ObservationState.Published or ObservationState.Preliminary;
        var observation = new ObservationRow
        {
            SourceNumber = delivery.SourceNumber,
            SubjectKey = subject,
            MeasureKey = Measure(chosen),
            Period = row.Period,
            Sex = value.Gender,
            State = (byte)state,
            Value = shown ? value.Value : null,
            Margin = shown && margins.TryGetValue((row.Kpi, subject, row.Period, value.Gender), out var margin) ? margin : null,
        };
        if (chosen.Set.RepeatsYearBefore is { } least && row.Ou is null)
            repeats.Add(chosen.Set, least, observation);
        else if (!delivery.Observe(observation))
            delivery.Reject(file, "Dubblett", $"{row.Kpi}, {row.Ou ?? row.Municipality}, {row.Period.ToString(CultureInfo.InvariantCulture)}, {value.Gender}");
    }

    private ObservationState State(string file, KoladaKpi kpi, KoladaRow row, KoladaValue value)
    {
        if (value.Status is { Length: > 0 } status)
        {
            if (statuses.TryGetValue(status, out var known))
                return known;
            delivery.Remark(file, "Okänd status, värdet visas inte", $"{status}: {row.Kpi}, {row.Ou ?? row.Municipality}, {row.Period.ToString(CultureInfo.InvariantCulture)}");
            return ObservationState.Missing;
        }
        if (value.Value is not { } number)
            return ObservationState.Missing;
        if (number is < 0 or > 100 && KoladaTitle.Kind(kpi.Title).Kind == "share")
        {
            delivery.Remark(file, "Värdet är inte rimligt och visas inte", $"{number.ToString(CultureInfo.InvariantCulture)}: {row.Kpi}, {row.Ou ?? row.Municipality}, {row.Period.ToString(CultureInfo.InvariantCulture)}");
            return ObservationState.Missing;
        }
        return row.Period == kpi.PublPeriod && kpi.PublicationDate > publishedUntil ? ObservationState.Preliminary : ObservationState.Published;
    }

    private DateOnly Day()
    {
        var file = Path.Combine(metadata, DayFile);
        try
        {
            return JsonSerializer.Deserialize<KoladaDay>(File.ReadAllText(file), KoladaJson.Options)!.PublishedUntil;
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw new SourceFaultException($"Filen {DayFile} saknas bland det som är hämtat från Kolada. Den säger vilken dag svaren gällde: {{ \"published_until\": \"2026-05-29\" }}.", e);
        }
    }

    private void Tell()
    {
        if (repeats.Years > 0)
            delivery.Notes.Add($"Kolada upprepar året före i {repeats.Years.ToString(CultureInfo.InvariantCulture)} fall (en kommun, ett år, en grupp av nyckeltal). De räknas inte som nya mätningar.");
        if (choice.Margins.Count > 0)
            delivery.Notes.Add($"{choice.Margins.Count.ToString(CultureInfo.InvariantCulture)} osäkerhetstal är förda till sina nyckeltal.");
        if (kpis.Keys.Count(k => !measures.ContainsKey(k)) is > 0 and var without)
            delivery.Notes.Add($"{without.ToString(CultureInfo.InvariantCulture)} nyckeltal har inga värden och visas inte.");
        if (notWanted > 0)
            delivery.Notes.Add($"{notWanted.ToString(CultureInfo.InvariantCulture)} värden gäller nyckeltal som profilen inte ber om och lämnas därhän.");
    }

    private SourceFaultException Nothing() =>
        new($"Ingenting är hämtat från {reading.Profile.Source.Name} ännu. Mappen {reading.Folder} saknar metadata-0001 eller full-0001.");
}
