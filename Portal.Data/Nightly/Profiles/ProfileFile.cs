using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Portal.Data.Model;
using Portal.Data.Nightly.Sources.Indicators;

namespace Portal.Data.Nightly.Profiles;

/// <summary>Reads the JSON files that a night is told by: profiles and the list of sources.</summary>
public static partial class ProfileFile
{
    /// <summary>How profiles are written: an unknown key is a fault, comments are not.</summary>
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>Reads and checks a profile.</summary>
    /// <exception cref="SourceFaultException">The file is away, is not JSON, or does not hold together.</exception>
    public static ImportProfile Profile(string path)
    {
        var profile = Json<ImportProfile>(path);
        var name = Path.GetFileName(path);
        if (!Id().IsMatch(profile.Source.Id))
            throw new SourceFaultException($"Profilen {name}: källans id \"{profile.Source.Id}\" får bara ha små bokstäver a–z, siffror och bindestreck.");
        if (profile.Files.FirstOrDefault(f => f.Value is null) is { Key: { } empty })
            throw new SourceFaultException($"Profilen {name}: filen \"{empty}\" under files är null. Skriv {{ \"path\": \"...\" }}.");
        object? part = profile.Kind switch
        {
            "municipalities" => profile.Municipalities,
            "municipality-groups" => profile.MunicipalityGroups,
            "units" => profile.Units,
            "survey" => profile.Survey,
            "unit-events" => profile.UnitEvents,
            "figure-table" => profile.FigureTable,
            "kolada" => profile.Kolada,
            "indicators" => profile.Indicators,
            "skolverket-units" => profile.SkolverketUnits,
            "skolverket-statistics" => profile.SkolverketStatistics,
            "skolverket-files" => profile.SkolverketFiles,
            _ => throw new SourceFaultException(
                $"Profilen {name}: kind är \"{profile.Kind}\". Skriv municipalities, municipality-groups, units, unit-events, survey, indicators, figure-table, kolada, skolverket-units, skolverket-statistics eller skolverket-files."),
        };
        if (part is null)
            throw new SourceFaultException($"Profilen {name}: kind är {profile.Kind}, men den delen saknas i profilen.");
        foreach (var file in profile.Files.Values)
            CheckFile(name, file);
        if (profile.Survey is { } survey)
            CheckSurvey(name, profile, survey);
        if (profile.Units is { } units)
        {
            if (units.IdScheme is { } scheme && (scheme.Length > 40 || !Id().IsMatch(scheme)))
                throw new SourceFaultException($"Profilen {name}: idScheme \"{scheme}\" får bara ha små bokstäver a–z, siffror och bindestreck, högst 40.");
            CheckFacts(name, units.Facts);
        }
        if (profile.Indicators is not null && (!profile.Files.ContainsKey(IndicatorSource.MeasuresFile) || profile.Files.Count < 2))
            throw new SourceFaultException($"Profilen {name}: skriv filen {IndicatorSource.MeasuresFile} och minst en fil med siffror under files.");
        if (profile.Kolada is { } kolada)
            KoladaRules.Check(name, kolada);
        SkolverketRules.Check(name, profile);
        if (profile.FigureTable is { } table)
            CheckFigureTable(name, profile, table);
        return profile;
    }

    /// <summary>Reads a JSON file into a record; an unknown key is a fault, so that a misspelt one is seen.</summary>
    /// <exception cref="SourceFaultException">The file is away or is not such JSON.</exception>
    public static T Json<T>(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<T>(file, Options) ?? throw new SourceFaultException($"Filen {name} är tom.");
        }
        catch (JsonException e)
        {
            throw new SourceFaultException(
                $"Filen {name} går inte att läsa{(e.LineNumber is { } line ? $", rad {line + 1}" : "")}: {Words(e)}", e);
        }
        catch (IOException e)
        {
            throw new SourceFaultException($"Filen {path} går inte att öppna. Kontrollera sökvägen.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new SourceFaultException($"Filen {path} får inte läsas av programmet. Ändra filens rättigheter.", e);
        }
    }

    // The library's own words are English and name types of the program.
    private static string Words(JsonException e)
    {
        if (UnknownKey().Match(e.Message) is { Success: true } unknown)
            return $"nyckeln \"{unknown.Groups["key"].Value}\" är okänd. Kontrollera stavningen.";
        if (MissingKeys().Match(e.Message) is { Success: true } missing)
            return $"det saknas {missing.Groups["keys"].Value.Replace("'", "\"", StringComparison.Ordinal)}{(At(e) is { } within ? $" i {within}" : "")}.";
        return At(e) is { } path && e.InnerException is not JsonException && !NotJson().IsMatch(e.Message)
            ? $"värdet för {path} saknas eller är av fel slag."
            : "texten är inte giltig JSON. Kontrollera komman, citattecken och klamrar på raden och den före.";
    }

    private static string? At(JsonException e) => e.Path is { Length: > 2 } path ? path[2..] : null;

    private static void CheckFile(string name, FileProfile file)
    {
        if (file.Header is { } header)
        {
            if ((header.Row is null) == (header.With is not { Count: > 0 }))
                throw new SourceFaultException($"Profilen {name}: header för {file.Path} ska ha antingen row, radens nummer, eller with, kolumner som raden har.");
            if (header.Row < 1 || header.Rows is < 1 or > 9)
                throw new SourceFaultException($"Profilen {name}: header för {file.Path} har row {header.Row} och rows {header.Rows}. Första raden är 1, och rubriken är högst nio rader.");
        }
        foreach (var scope in file.Levels.Select(l => l.Scope).Concat(file.Levels.SelectMany(l => l.Names.Values)))
        {
            if (scope is not ("" or Scopes.Unit or Scopes.District or Scopes.Municipality or Scopes.Group or Scopes.Country))
                throw new SourceFaultException($"Profilen {name}: scope är \"{scope}\" under levels för {file.Path}. Skriv country, group, municipality, district eller unit, eller inget alls.");
        }
    }

    private static void CheckFacts(string name, IReadOnlyList<FactProfile> facts)
    {
        foreach (var fact in facts)
        {
            if (!Id().IsMatch(fact.Id))
                throw new SourceFaultException($"Profilen {name}: måttets id \"{fact.Id}\" får bara ha små bokstäver a–z, siffror och bindestreck.");
            if (fact.Kind is not ("count" or "ratio" or "share"))
                throw new SourceFaultException($"Profilen {name}: kind är \"{fact.Kind}\" för kolumnen {fact.Column}. Skriv count, ratio eller share.");
            if (fact.Better is not ("higher" or "lower" or "neither"))
                throw new SourceFaultException($"Profilen {name}: better är \"{fact.Better}\" för kolumnen {fact.Column}. Skriv higher, lower eller neither.");
        }
    }

    private static void CheckFigureTable(string name, ImportProfile profile, FigureTableProfile table)
    {
        CheckFacts(name, table.Measures);
        if (!profile.Files.ContainsKey(table.File))
            throw new SourceFaultException($"Profilen {name}: filen \"{table.File}\" används men står inte under files.");
        if (table.PeriodKind is not ("year" or "school_year"))
            throw new SourceFaultException($"Profilen {name}: periodKind är \"{table.PeriodKind}\". Skriv year eller school_year.");
        if (table.Shares is not ("0-100" or "0-1"))
            throw new SourceFaultException($"Profilen {name}: shares är \"{table.Shares}\". Skriv 0-100 eller 0-1.");
    }

    private static void CheckColumns(string name, SurveyProfile survey)
    {
        foreach (var scale in survey.FiguresByYear.SelectMany(f => new[] { f.Shares, f.Rates }).Concat(survey.AnswersByYear.SelectMany(a => new[] { a.Shares, a.Rates })))
        {
            if (scale is not ("0-100" or "0-1"))
                throw new SourceFaultException($"Profilen {name}: shares eller rates är \"{scale}\". Skriv 0-100 eller 0-1.");
        }
        foreach (var value in survey.Figures.SelectMany(f => f.Values))
        {
            if (value.Kind is not ("share" or "mean"))
                throw new SourceFaultException($"Profilen {name}: kind är \"{value.Kind}\" för kolumnen {value.Column}. Skriv share eller mean.");
            if (value.Sex is not (null or Sexes.All or Sexes.Women or Sexes.Men))
                throw new SourceFaultException($"Profilen {name}: sex är \"{value.Sex}\" för kolumnen {value.Column}. Skriv T, K eller M.");
            if (value.Scope is not (null or Scopes.District or Scopes.Municipality or Scopes.Group or Scopes.Country))
                throw new SourceFaultException($"Profilen {name}: scope är \"{value.Scope}\" för kolumnen {value.Column}. Skriv district, municipality, group eller country.");
        }
        foreach (var answers in survey.Answers)
        {
            var last = survey.Scale?.Answers.Count ?? throw new SourceFaultException($"Profilen {name}: svar läses in, men skalan (scale) saknas.");
            var seen = new HashSet<int>();
            foreach (var (column, answer) in answers.Values)
            {
                if (answer < 1 || answer > last || !seen.Add(answer))
                    throw new SourceFaultException($"Profilen {name}: kolumnen {column} är svar nummer {answer}. Varje kolumn ska ha ett eget nummer på skalan, 1 till {last}.");
            }
        }
    }

    private static void CheckSurvey(string name, ImportProfile profile, SurveyProfile survey)
    {
        if (!Id().IsMatch(survey.Id))
            throw new SourceFaultException($"Profilen {name}: undersökningens id \"{survey.Id}\" får bara ha små bokstäver a–z, siffror och bindestreck.");
        if (survey.RespondentFloor < 1)
            throw new SourceFaultException($"Profilen {name}: respondentFloor är {survey.RespondentFloor}. Minst en person måste ha svarat.");
        if (survey.RateFloor is < 0 or > 100)
            throw new SourceFaultException($"Profilen {name}: rateFloor är {survey.RateFloor}. Skriv en procentsats, 0 till 100.");
        if (survey.Layouts.Count == 0 && (survey.Figures.Any(f => f.File.Length == 0) || survey.Answers.Any(a => a.File.Length == 0)))
            throw new SourceFaultException($"Profilen {name}: figures eller answers saknar file. Skriv filens namn, eller layouts med en fil för varje år.");
        var files = survey.FiguresByYear.Select(f => f.File).Concat(survey.AnswersByYear.Select(a => a.File));
        if (survey.Questions.List.Count == 0)
            files = files.Append(survey.Questions.File);
        if (survey.Reports is { } reports)
            files = files.Append(reports.File);
        if (files.FirstOrDefault(f => !profile.Files.ContainsKey(f)) is { } unknown)
            throw new SourceFaultException($"Profilen {name}: filen \"{unknown}\" används men står inte under files.");
        CheckColumns(name, survey);
        foreach (var clean in survey.Questions.Clean)
        {
            try
            {
                _ = new Regex(clean.Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            }
            catch (ArgumentException e)
            {
                throw new SourceFaultException($"Profilen {name}: mönstret \"{clean.Pattern}\" går inte att läsa.", e);
            }
        }
    }

    [GeneratedRegex("JSON property '(?<key>[^']+)' could not be mapped", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UnknownKey();

    [GeneratedRegex("missing required properties including: (?<keys>'.+')", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MissingKeys();

    [GeneratedRegex("is invalid|is an invalid|Expected|input does not contain", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotJson();

    [GeneratedRegex("^[a-z0-9-]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Id();
}

/// <summary>The list of sources that a night reads, in order: what others build on comes first.</summary>
public sealed record NightPlan
{
    /// <summary>The sources.</summary>
    public required IReadOnlyList<PlannedSource> Sources { get; init; }
}

/// <summary>One source of a night. Paths are relative to the list's own file.</summary>
public sealed record PlannedSource
{
    /// <summary>The profile's file.</summary>
    public required string Profile { get; init; }

    /// <summary>
    /// Where the profile's files lie; null when they lie beside the profile, or for a source that is fetched, in its own
    /// folder beside the raw files.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>
    /// Fetches a source that comes over the network. False reads what lies in its folder already: what an earlier night
    /// fetched, or recorded responses in <see cref="Folder"/>. No matter for other sources.
    /// </summary>
    public bool Fetch { get; init; } = true;

    /// <summary>A file that settles by hand which unit a name means; null for none.</summary>
    public string? Aliases { get; init; }

    /// <summary>
    /// Lets a delivery be much smaller than the last one. Otherwise a source that gives less than
    /// <see cref="Night.SmallestShare"/> of the rows it gave last time is taken for cut off.
    /// </summary>
    public bool MayShrink { get; init; }
}
