namespace Portal.Data.Nightly.Profiles;

/// <summary>
/// How one source's files become the portal's rows: read from a JSON file, no code. The kind decides which part is used.
/// A column left out of a mapping is looked for under the field's own name, so the portal's own format needs no mapping.
/// </summary>
public sealed record ImportProfile
{
    /// <summary><c>municipalities</c>, <c>municipality-groups</c>, <c>units</c>, <c>unit-events</c>, <c>survey</c>, <c>figure-table</c>, <c>kolada</c> or another kind that is fetched.</summary>
    public required string Kind { get; init; }

    /// <summary>Who gave the figures, on what terms.</summary>
    public required SourceProfile Source { get; init; }

    /// <summary>The files by a name of the profile's choice; none for a kind that is fetched.</summary>
    public IReadOnlyDictionary<string, FileProfile> Files { get; init; } = new Dictionary<string, FileProfile>();

    /// <summary>For <c>municipalities</c>.</summary>
    public MunicipalitiesProfile? Municipalities { get; init; }

    /// <summary>For <c>municipality-groups</c>.</summary>
    public MunicipalityGroupsProfile? MunicipalityGroups { get; init; }

    /// <summary>For <c>units</c>.</summary>
    public UnitsProfile? Units { get; init; }

    /// <summary>For <c>survey</c>.</summary>
    public SurveyProfile? Survey { get; init; }

    /// <summary>For <c>skolverket-units</c>.</summary>
    public SkolverketUnitsProfile? SkolverketUnits { get; init; }

    /// <summary>For <c>skolverket-statistics</c>.</summary>
    public SkolverketStatisticsProfile? SkolverketStatistics { get; init; }

    /// <summary>For <c>skolverket-files</c>.</summary>
    public SkolverketFilesProfile? SkolverketFiles { get; init; }

    /// <summary>For <c>unit-events</c>.</summary>
    public UnitEventsProfile? UnitEvents { get; init; }

    /// <summary>For <c>indicators</c>.</summary>
    public IndicatorsProfile? Indicators { get; init; }

    /// <summary>For <c>kolada</c>.</summary>
    public KoladaProfile? Kolada { get; init; }

    /// <summary>For <c>figure-table</c>.</summary>
    public FigureTableProfile? FigureTable { get; init; }

    /// <summary>
    /// A municipality's name to its code, where the source uses a name that the list of municipalities does not have.
    /// </summary>
    public IReadOnlyDictionary<string, string> MunicipalityNames { get; init; } = new Dictionary<string, string>();
}

/// <summary>The source as pages and files credit it.</summary>
public sealed record SourceProfile
{
    /// <summary>Lower-case letters, digits and hyphens; never changes.</summary>
    public required string Id { get; init; }

    /// <summary>What the source is called.</summary>
    public required string Name { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string Publisher { get; init; }

    /// <summary>The credit line, such as "Källa: Kolada".</summary>
    public required string Credit { get; init; }

    /// <summary>The licence's name; null when the source states none.</summary>
    public string? Licence { get; init; }

    /// <summary>Where the licence can be read.</summary>
    public string? LicenceAddress { get; init; }

    /// <summary>Where the source can be read.</summary>
    public string? Address { get; init; }

    /// <summary>How often it is renewed, in words.</summary>
    public string? Cadence { get; init; }

    /// <summary>Made-up records, said on every page that shows them.</summary>
    public bool IsSample { get; init; }
}

/// <summary>
/// Fields: <c>code</c>, <c>name</c>, <c>county_code</c>, <c>county_name</c>, <c>population</c>, <c>population_date</c>,
/// <c>neighbours</c>. The file is <c>municipalities</c>.
/// </summary>
public sealed record MunicipalitiesProfile
{
    /// <summary>Field to column.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>The day that the population was counted, when no column says it.</summary>
    public DateOnly? PopulationDate { get; init; }

    /// <summary>What parts the codes in <c>neighbours</c>.</summary>
    public string NeighbourSeparator { get; init; } = " ";
}

/// <summary>The file is <c>groups</c>.</summary>
public sealed record MunicipalityGroupsProfile
{
    /// <summary><c>kolada</c>: the JSON list of groups with members that Kolada's API gives.</summary>
    public required string Format { get; init; }
}

/// <summary>
/// Fields: <c>unit_id</c>, <c>municipality_code</c>, <c>service_area</c>, <c>name</c>, <c>provider</c>, <c>ownership</c>,
/// <c>organisation_number</c>, <c>address</c>, <c>postal_code</c>, <c>latitude</c>, <c>longitude</c>. The file is <c>units</c>.
/// </summary>
public sealed record UnitsProfile
{
    /// <summary>Field to column.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Field to a value that every row has.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>Field to the source's code to ours, such as ownership to Kommunal to municipal.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Codes { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Written before the source's id, so that ids of two registers never meet. No dot.</summary>
    public string IdPrefix { get; init; } = "";

    /// <summary>
    /// Whose ids the register's are, such as <c>skolenhetskod</c>: a unit that another source knows by the same id of the same
    /// scheme is the same unit. Null: the ids are the register's own.
    /// </summary>
    public string? IdScheme { get; init; }

    /// <summary>
    /// Looks for units of earlier sources by name, by the rules in <c>Matching</c>, for a register whose ids no other source
    /// has.
    /// </summary>
    public bool MatchNames { get; init; }

    /// <summary>
    /// Ownership to a provider's name where the file names none; <c>{municipality}</c> and <c>{organisation_number}</c>
    /// are filled in.
    /// </summary>
    public IReadOnlyDictionary<string, string> ProviderNames { get; init; } = new Dictionary<string, string>();

    /// <summary>The year that the facts are about; null when the source does not say.</summary>
    public int? FactPeriod { get; init; }

    /// <summary>Columns that are figures of the unit.</summary>
    public IReadOnlyList<FactProfile> Facts { get; init; } = [];
}

/// <summary>A column of a register that is a figure.</summary>
public sealed record FactProfile
{
    /// <summary>The measure's id; no dot.</summary>
    public required string Id { get; init; }

    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary>The measure's name, in Swedish.</summary>
    public required string Name { get; init; }

    /// <summary><c>count</c>, <c>ratio</c> or <c>share</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What is counted, such as <c>barn</c>; <c>percent</c> for shares.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimals to show.</summary>
    public int Decimals { get; init; }

    /// <summary><c>higher</c>, <c>lower</c> or <c>neither</c>.</summary>
    public string Better { get; init; } = "neither";

    /// <summary>The lowest believable value; below it the cell is rejected.</summary>
    public double? Min { get; init; }

    /// <summary>The highest believable value; above it the cell is rejected.</summary>
    public double? Max { get; init; }
}
