using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Web.Content;

/// <summary>
/// What the law wants told of the site's accessibility (lag 2018:1937), but for who answers for the site and its name:
/// those are settings. Read from <c>accessibility.json</c>.
/// </summary>
public sealed record AccessibilityStatement
{
    private const string File = "accessibility.json";

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Lazy<AccessibilityStatement> Ours = new(() => Parse(ContentFiles.Read(File)));

    /// <summary>The statement of this build.</summary>
    public static AccessibilityStatement Current => Ours.Value;

    /// <summary><c>fully</c>, <c>partly</c> or <c>not</c> in accordance with the law.</summary>
    public required string Status { get; init; }

    /// <summary>What it is held against.</summary>
    public required string Standard { get; init; }

    /// <summary>What the site aims at besides, in a sentence.</summary>
    public required string Ambition { get; init; }

    /// <summary>How it was assessed.</summary>
    public required AccessibilityAssessment Assessment { get; init; }

    /// <summary>When the site was published.</summary>
    public required DateOnly PublishedOn { get; init; }

    /// <summary>When the statement was last looked over.</summary>
    public required DateOnly UpdatedOn { get; init; }

    /// <summary>What is known not to be accessible.</summary>
    public required IReadOnlyList<AccessibilityIssue> Issues { get; init; }

    /// <summary>What who cannot use a part of the site can do instead.</summary>
    public required string Help { get; init; }

    /// <summary>Who supervises the law.</summary>
    public required AccessibilitySupervisor Supervisor { get; init; }

    /// <summary>Reads a statement.</summary>
    /// <exception cref="JsonException">A part is missing, unknown or of the wrong kind.</exception>
    public static AccessibilityStatement Parse(string json) =>
        JsonSerializer.Deserialize<AccessibilityStatement>(json, Reading) ?? throw new JsonException("There is no statement.");

    /// <summary>The parts that are empty. A site that is not wholly in accordance with the law must say where.</summary>
    public IEnumerable<string> EmptyParts()
    {
        foreach (var (part, text) in Texts())
        {
            if (string.IsNullOrWhiteSpace(text))
                yield return part;
        }
        if (Assessment.Methods.Count == 0)
            yield return nameof(Assessment.Methods);
        if (Issues.Count == 0 && Status != "fully")
            yield return nameof(Issues);
    }

    private IEnumerable<(string Part, string? Text)> Texts() =>
    [
        (nameof(Status), Status),
        (nameof(Standard), Standard),
        (nameof(Ambition), Ambition),
        (nameof(Help), Help),
        (nameof(Assessment.Kind), Assessment.Kind),
        .. Assessment.Methods.Select(m => (nameof(Assessment.Methods), (string?)m)),
        (nameof(Supervisor.Name), Supervisor.Name),
        (nameof(Supervisor.Duty), Supervisor.Duty),
        (nameof(Supervisor.Form), Supervisor.Form),
        .. Issues.SelectMany(i => new[]
        {
            (nameof(i.What), i.What), (nameof(i.Reason), i.Reason), (nameof(i.Because), i.Because), (nameof(i.Instead), (string?)i.Instead),
        }),
    ];
}

/// <summary>How the site was assessed.</summary>
public sealed record AccessibilityAssessment
{
    /// <summary><c>self</c>: by ourselves; <c>external</c>: by somebody else.</summary>
    public required string Kind { get; init; }

    /// <summary>When.</summary>
    public required DateOnly On { get; init; }

    /// <summary>How, a sentence each.</summary>
    public required IReadOnlyList<string> Methods { get; init; }
}

/// <summary>Something that is known not to be accessible.</summary>
public sealed record AccessibilityIssue
{
    /// <summary>What, in a sentence.</summary>
    public required string What { get; init; }

    /// <summary>The criterion of WCAG with its number; null where none is at stake.</summary>
    public required string? Criterion { get; init; }

    /// <summary>The law's own ground: <c>non_compliance</c>, <c>burden</c> or <c>not_covered</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Because { get; init; }

    /// <summary>What the reader can do meanwhile.</summary>
    public required string Instead { get; init; }

    /// <summary>When it is to be mended; null where it is not ours to mend.</summary>
    public required DateOnly? MendedBy { get; init; }
}

/// <summary>Who supervises the law, and where to turn.</summary>
public sealed record AccessibilitySupervisor
{
    /// <summary>The authority.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, as the sentence goes on after its name.</summary>
    public required string Duty { get; init; }

    /// <summary>Its form for reports.</summary>
    public required string Form { get; init; }
}
