namespace Portal.Data.Nightly.Rows;

// One record a reference table, one property a column, in the table's order: TableMap pairs them by name, and a
// test holds them against the tables. The words for each column stand in db/sqlserver.
#pragma warning disable CS1591

/// <summary>A row of <c>rpt.source</c>.</summary>
public sealed record SourceRow
{
    public required string SourceId { get; init; }
    public required string Name { get; init; }
    public required string Publisher { get; init; }
    public required string Credit { get; init; }
    public string? Licence { get; init; }
    public string? LicenceAddress { get; init; }
    public string? Address { get; init; }
    public string? Cadence { get; init; }
    public bool IsSample { get; init; }
}

/// <summary>A row of <c>rpt.municipality</c>.</summary>
public sealed record MunicipalityRow
{
    public required string MunicipalityCode { get; init; }
    public required string Name { get; init; }
    public required string SortKey { get; init; }
    public required string SearchName { get; init; }
    public string? CountyCode { get; init; }
    public string? CountyName { get; init; }
    public int? Population { get; init; }
    public DateOnly? PopulationDate { get; init; }
    public bool IsSample { get; init; }
    public required string SourceId { get; init; }
}

/// <summary>A row of <c>rpt.municipality_neighbour</c>.</summary>
public sealed record MunicipalityNeighbourRow
{
    public required string MunicipalityCode { get; init; }
    public required string NeighbourCode { get; init; }
}

/// <summary>A row of <c>rpt.municipality_group</c>.</summary>
public sealed record MunicipalityGroupRow
{
    public required string GroupId { get; init; }
    public required string Name { get; init; }
    public required string SortKey { get; init; }
    public required string Kind { get; init; }
    public string? OfMunicipalityCode { get; init; }
    public int? Period { get; init; }
    public required string SourceId { get; init; }
}

/// <summary>A row of <c>rpt.municipality_group_member</c>.</summary>
public sealed record MunicipalityGroupMemberRow
{
    public required string GroupId { get; init; }
    public required string MunicipalityCode { get; init; }
}

/// <summary>A row of <c>rpt.service_area</c>.</summary>
public sealed record ServiceAreaRow
{
    public required string ServiceAreaId { get; init; }
    public required string Name { get; init; }
    public required string UnitWord { get; init; }
    public int SortOrder { get; init; }
}

/// <summary>A row of <c>rpt.provider</c>.</summary>
public sealed record ProviderRow
{
    public required string ProviderId { get; init; }
    public required string Name { get; init; }
    public required string SortKey { get; init; }
    public required string SearchName { get; init; }
    public string? Ownership { get; init; }
    public string? OrganisationNumber { get; init; }
    public required string SourceId { get; init; }
}

/// <summary>A row of <c>rpt.quality_factor</c>.</summary>
public sealed record QualityFactorRow
{
    public required string QualityFactorId { get; init; }
    public required string Name { get; init; }
    public int SortOrder { get; init; }
}

/// <summary>A row of <c>rpt.unit</c>.</summary>
public sealed record UnitRow
{
    public required string UnitId { get; init; }
    public required string MunicipalityCode { get; init; }
    public required string ServiceAreaId { get; init; }
    public string? ProviderId { get; init; }
    public string? Ownership { get; init; }
    public required string Name { get; init; }
    public required string SortKey { get; init; }
    public required string SearchName { get; init; }
    public string? Address { get; init; }
    public string? PostalCode { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public bool IsListed { get; init; }
    public int? HeadlineMeasureKey { get; init; }
    public int? HeadlinePeriod { get; init; }
    public required string SourceId { get; init; }
}

/// <summary>A row of <c>rpt.unit_alias</c>.</summary>
public sealed record UnitAliasRow
{
    public required string UnitId { get; init; }
    public required string Name { get; init; }
    public required string SearchName { get; init; }
    public required string SourceId { get; init; }
}

/// <summary>A row of <c>rpt.unit_outside_id</c>.</summary>
public sealed record UnitOutsideIdRow
{
    public required string SourceId { get; init; }
    public required string OutsideId { get; init; }
    public required string UnitId { get; init; }
    public string? IdScheme { get; init; }
}

/// <summary>A row of <c>rpt.unit_event</c>. Kind is <c>renamed</c>, <c>merged</c>, <c>split</c>, <c>closed</c> or <c>moved</c>.</summary>
public sealed record UnitEventRow
{
    public required string UnitId { get; init; }
    public required string EventId { get; init; }
    public required string Kind { get; init; }
    public DateOnly? HappenedOn { get; init; }
    public string? OldName { get; init; }
    public string? NewName { get; init; }
    public string? OtherUnitId { get; init; }
    public required string SourceId { get; init; }
}

/// <summary>A row of <c>rpt.subject</c>.</summary>
public sealed record SubjectRow
{
    public int SubjectKey { get; init; }
    public required string Scope { get; init; }
    public required string SubjectId { get; init; }
    public required string Name { get; init; }
    public string? UnitId { get; init; }
    public string? MunicipalityCode { get; init; }
    public string? GroupId { get; init; }
}
