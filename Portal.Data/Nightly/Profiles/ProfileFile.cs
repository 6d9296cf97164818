using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Portal.Data.Nightly.Profiles;

/// <summary>Reads the JSON files that a night is told by: profiles and the list of sources.</summary>
public static partial class ProfileFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
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
        object? part = profile.Kind switch
        {
            "municipalities" => profile.Municipalities,
            "municipality-groups" => profile.MunicipalityGroups,
            "units" => profile.Units,
            "survey" => profile.Survey,
            _ => throw new SourceFaultException(
                $"Profilen {name}: kind är \"{profile.Kind}\". Skriv municipalities, municipality-groups, units eller survey."),
        };
        if (part is null)
            throw new SourceFaultException($"Profilen {name}: kind är {profile.Kind}, men den delen saknas i profilen.");
        if (profile.Survey is { } survey)
            CheckSurvey(name, profile, survey);
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
                $"Filen {name} går inte att läsa{(e.LineNumber is { } line ? $", rad {line + 1}" : "")}: {e.Message}", e);
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

    private static void CheckSurvey(string name, ImportProfile profile, SurveyProfile survey)
    {
        if (!Id().IsMatch(survey.Id))
            throw new SourceFaultException($"Profilen {name}: undersökningens id \"{survey.Id}\" får bara ha små bokstäver a–z, siffror och bindestreck.");
        if (survey.RespondentFloor < 1)
            throw new SourceFaultException($"Profilen {name}: respondentFloor är {survey.RespondentFloor}. Minst en person måste ha svarat.");
        var files = survey.Figures.Select(f => f.File).Concat(survey.Answers.Select(a => a.File)).Append(survey.Questions.File);
        if (survey.Reports is { } reports)
            files = files.Append(reports.File);
        if (files.FirstOrDefault(f => !profile.Files.ContainsKey(f)) is { } unknown)
            throw new SourceFaultException($"Profilen {name}: filen \"{unknown}\" används men står inte under files.");
        if (survey.Answers.Count > 0 && survey.Scale is null)
            throw new SourceFaultException($"Profilen {name}: svar läses in, men skalan (scale) saknas.");
        foreach (var value in survey.Figures.SelectMany(f => f.Values).Where(v => v.Kind is not ("share" or "mean")))
            throw new SourceFaultException($"Profilen {name}: kind är \"{value.Kind}\" för kolumnen {value.Column}. Skriv share eller mean.");
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

    /// <summary>Where the profile's files lie; null when they lie beside the profile.</summary>
    public string? Folder { get; init; }

    /// <summary>A file that settles by hand which unit a name means; null for none.</summary>
    public string? Aliases { get; init; }

    /// <summary>
    /// Lets a delivery be much smaller than the last one. Otherwise a source that gives less than
    /// <see cref="Night.SmallestShare"/> of the rows it gave last time is taken for cut off.
    /// </summary>
    public bool MayShrink { get; init; }
}
