namespace Portal.Data.Nightly.Matching;

/// <summary>A unit as a survey has it: one outside id.</summary>
public sealed record SurveyUnit
{
    /// <summary>The survey's own id of the unit, unique within its source.</summary>
    public required string OutsideId { get; init; }

    /// <summary>The name as the survey writes it.</summary>
    public required string Name { get; init; }

    /// <summary>Four figures, with the leading zero.</summary>
    public required string MunicipalityCode { get; init; }

    /// <summary>The service area's id.</summary>
    public required string ServiceAreaId { get; init; }

    /// <summary>The register's id of the unit, where the survey's file carries it; null otherwise. Never the
    /// survey's own id, even when it looks alike.</summary>
    public string? RegisterUnitId { get; init; }

    /// <summary>True when the survey counts the unit among the municipality's own, false when among others,
    /// null when it does not say. Needed by the weaker rules.</summary>
    public bool? RunByMunicipality { get; init; }

    /// <summary>The unit's reports, at most one a period.</summary>
    public IReadOnlyList<SurveyReport> Reports { get; init; } = [];
}

/// <summary>That a survey unit has a report in a period.</summary>
public sealed record SurveyReport
{
    /// <summary>The period as a number that is equal for equal rounds, a year for instance.</summary>
    public required int Period { get; init; }

    /// <summary>
    /// What is equal for two ids only when they hold one and the same report: the address of its document, or a
    /// hash over all its figures. Never just respondents and invited, which often agree by chance. Null when the
    /// source gives nothing of the kind: the report is then taken to be unlike every other.
    /// </summary>
    public string? Fingerprint { get; init; }

    internal bool IsSameAs(SurveyReport other) =>
        Period == other.Period && Fingerprint is not null &&
        string.Equals(Fingerprint, other.Fingerprint, StringComparison.Ordinal);
}
