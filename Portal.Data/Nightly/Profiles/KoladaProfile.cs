namespace Portal.Data.Nightly.Profiles;

/// <summary>Which figures of Kolada are wanted, and how politely they are asked for.</summary>
public sealed record KoladaProfile
{
    /// <summary>Where the API lies, without a slash at the end.</summary>
    public string Address { get; init; } = "https://api.kolada.se/v3";

    /// <summary>The KPIs; empty for those of the program's own list, <c>Sources/Kolada/kpis.json</c>.</summary>
    public IReadOnlyList<KoladaKpis> Kpis { get; init; } = [];

    /// <summary>
    /// Fetches the whole catalogue of KPIs in place of asking by id and by title: fewer requests where the KPIs are many.
    /// </summary>
    public bool Catalogue { get; init; }

    /// <summary>
    /// A margin of error's id to the id of the KPI that it belongs to, where their titles do not tell: other margins find
    /// theirs by title.
    /// </summary>
    public IReadOnlyDictionary<string, string> Margins { get; init; } = new Dictionary<string, string>();

    /// <summary>Codes of the municipalities whose figures are wanted; empty for all.</summary>
    public IReadOnlyList<string> Municipalities { get; init; } = [];

    /// <summary>Takes in municipalities that no source before this one has named.</summary>
    public bool FillMunicipalities { get; init; } = true;

    /// <summary>Takes in Kolada's groups of municipalities and who is in them.</summary>
    public bool Groups { get; init; } = true;

    /// <summary>Ids of groups whose own figures, Kolada's unweighted means, are wanted.</summary>
    public IReadOnlyList<string> GroupValues { get; init; } = [];

    /// <summary>Codes of the municipalities whose units' figures are wanted; <c>*</c> for all.</summary>
    public IReadOnlyList<string> UnitsOf { get; init; } = [];

    /// <summary>The first year that is wanted; null for all that there are.</summary>
    public int? FirstYear { get; init; }

    /// <summary>What Kolada's statuses mean: suppressed, not_asked, no_answer, not_applicable or missing.</summary>
    public IReadOnlyDictionary<string, string> Statuses { get; init; } = new Dictionary<string, string>
    {
        ["Missing"] = "missing",
        ["Private"] = "suppressed",
    };

    /// <summary>The most requests in a second.</summary>
    public double RequestsPerSecond { get; init; } = 4;

    /// <summary>Rows asked for in one answer; Kolada gives at most 5000.</summary>
    public int PerPage { get; init; } = 5000;

    /// <summary>Everything is read anew after so many days; the nights between fetch what has changed.</summary>
    public int FullEveryDays { get; init; } = 30;

    /// <summary>How often one request is tried before the fetch gives up.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>The longest that one answer may take, in seconds.</summary>
    public int AnswerSeconds { get; init; } = 120;

    /// <summary>The longest pause that the server may ask for; a longer one ends tonight's fetch.</summary>
    public int LongestPauseSeconds { get; init; } = 600;

    /// <summary>The longest that a whole fetch may take; the next night goes on from where it stopped.</summary>
    public int GiveUpAfterMinutes { get; init; } = 180;
}

/// <summary>KPIs of one kind.</summary>
public sealed record KoladaKpis
{
    /// <summary>The service area that they are about; null for none.</summary>
    public string? ServiceArea { get; init; }

    /// <summary><c>higher</c>, <c>lower</c> or <c>neither</c>: Kolada does not say.</summary>
    public string Better { get; init; } = "neither";

    /// <summary>Their ids.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Words that Kolada finds in their titles.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Decimals to show; null where the kind of figure decides.</summary>
    public int? Decimals { get; init; }

    /// <summary>
    /// Kolada repeats the year before for a municipality where nobody was asked. Where so many of these KPIs at least have a
    /// figure in a year, and each one is the very figure of the year before, the year is a repetition and no measurement of
    /// its own. Null: a figure is always a measurement.
    /// </summary>
    public int? RepeatsYearBefore { get; init; }
}
