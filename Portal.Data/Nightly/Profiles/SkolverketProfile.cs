namespace Portal.Data.Nightly.Profiles;

/// <summary>
/// For <c>skolverket-units</c>: schools from Skolenhetsregistret v2, and from the school units of Planned Educations v4 where
/// its answers lie in the folder too.
/// </summary>
public sealed record SkolverketUnitsProfile
{
    /// <summary>Where Skolenhetsregistret lies, without version and without a slash at the end.</summary>
    public string Address { get; init; } = "https://api.skolverket.se/skolenhetsregistret";

    /// <summary>Written before the school unit code, so that ids of two registers never meet. No dot.</summary>
    public string IdPrefix { get; init; } = "skola-";

    /// <summary>Whose ids the school unit codes are.</summary>
    public string IdScheme { get; init; } = "skolenhetskod";

    /// <summary>Codes of the municipalities whose schools are wanted; empty for all.</summary>
    public IReadOnlyList<string> Municipalities { get; init; } = [];

    /// <summary>Skolverket's code of a type of school to the service area that such a school is listed under, the first that fits.</summary>
    public IReadOnlyDictionary<string, string> ServiceAreas { get; init; } = new Dictionary<string, string> { ["GR"] = "grundskola" };

    /// <summary>How politely it is fetched.</summary>
    public PoliteProfile Polite { get; init; } = new();
}

/// <summary>For <c>skolverket-statistics</c>: the statistics and pupil surveys of Planned Educations v4.</summary>
public sealed record SkolverketStatisticsProfile
{
    /// <summary>Where Planned Educations lies, without version and without a slash at the end.</summary>
    public string Address { get; init; } = "https://api.skolverket.se/planned-educations";

    /// <summary>Whose ids the school unit codes are: the register's units have it as their <c>idScheme</c>.</summary>
    public string IdScheme { get; init; } = "skolenhetskod";

    /// <summary>Codes of the municipalities whose schools are wanted; empty for all.</summary>
    public IReadOnlyList<string> Municipalities { get; init; } = [];

    /// <summary>The types of school whose statistics are wanted: <c>gr</c>, <c>fsk</c>, <c>gran</c>.</summary>
    public IReadOnlyList<string> Forms { get; init; } = ["gr"];

    /// <summary>The surveys that are wanted: <c>pupilsgr</c>, <c>custodiansgr</c>, <c>custodiansfsk</c>, <c>custodiansgran</c>.</summary>
    public IReadOnlyList<string> Surveys { get; init; } = ["pupilsgr", "custodiansgr"];

    /// <summary>Written before the ids of measures and surveys, so that they never meet another source's. No dot.</summary>
    public string Prefix { get; init; } = "skolverket-";

    /// <summary>The fewest respondents behind a shown figure of a survey. Skolverket hides more than this by itself.</summary>
    public int RespondentFloor { get; init; } = 5;

    /// <summary>A school's answers are asked for again after so many days.</summary>
    public int RenewAfterDays { get; init; } = 14;

    /// <summary>How politely it is fetched.</summary>
    public PoliteProfile Polite { get; init; } = new();
}

/// <summary>For <c>skolverket-files</c>: the files that Skolverket's statistics are downloaded as.</summary>
public sealed record SkolverketFilesProfile
{
    /// <summary>Whose ids the school unit codes are: the register's units have it as their <c>idScheme</c>.</summary>
    public string IdScheme { get; init; } = "skolenhetskod";

    /// <summary>Written before the ids of measures of the program's own list (<c>form</c>). No dot.</summary>
    public string Prefix { get; init; } = "skolverket-";

    /// <summary>The tables, each in a file.</summary>
    public required IReadOnlyList<SkolverketTableProfile> Tables { get; init; }
}

/// <summary>
/// One table. Fields: <c>subject</c> (school unit code, municipality code), <c>period</c>, <c>sex</c>, and in a long table
/// <c>indicator</c>, <c>value</c>, <c>value_type</c>.
/// </summary>
public sealed record SkolverketTableProfile
{
    /// <summary>The file's name in the profile.</summary>
    public required string File { get; init; }

    /// <summary><c>unit</c>, <c>municipality</c> or <c>country</c>.</summary>
    public string Scope { get; init; } = "unit";

    /// <summary>
    /// Whom a municipality's figures are of, which makes three different measures of one column: <c>hemkommun</c> (those who
    /// live there), <c>lagekommun</c> (schools that lie there), <c>kommunala-skolor</c> (the municipality's own schools).
    /// Null for units and the country.
    /// </summary>
    public string? Basis { get; init; }

    /// <summary>The type of school of a long table, whose indicators are those of the API: <c>gr</c>, <c>fsk</c>, <c>gran</c>.</summary>
    public string? Form { get; init; }

    /// <summary>Field to column.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>The school year of every row, such as 2023/24, when no column says it.</summary>
    public string? Period { get; init; }

    /// <summary>The columns that are figures; empty for a long table.</summary>
    public IReadOnlyList<FactProfile> Measures { get; init; } = [];

    /// <summary>A sign in a value's place to a state, beside those that Skolverket always uses.</summary>
    public IReadOnlyDictionary<string, string> ValueCodes { get; init; } = new Dictionary<string, string>();
}

/// <summary>How politely a source is asked.</summary>
public sealed record PoliteProfile
{
    /// <summary>The most requests in a second.</summary>
    public double RequestsPerSecond { get; init; } = 4;

    /// <summary>How often one request is tried before the fetch gives up.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>The longest that one answer may take, in seconds.</summary>
    public int AnswerSeconds { get; init; } = 100;

    /// <summary>The longest pause that a busy server may ask for, in seconds; a longer one ends the fetch.</summary>
    public int LongestPauseSeconds { get; init; } = 600;

    /// <summary>The longest that one night's fetch may take, in minutes.</summary>
    public int GiveUpAfterMinutes { get; init; } = 180;
}
