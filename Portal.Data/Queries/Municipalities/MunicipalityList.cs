using Portal.Data.Reporting;

namespace Portal.Data.Queries.Municipalities;

/// <summary>Which municipalities are there?</summary>
public sealed class MunicipalityList(ReportingDb db)
{
    /// <summary>All municipalities by name.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<IReadOnlyList<MunicipalityRow>> All(CancellationToken ct) =>
        db.List<MunicipalityRow>(typeof(MunicipalityList), null, ct);
}

/// <summary>A municipality, its place and how many units it has.</summary>
public sealed record MunicipalityRow
{
    /// <summary>Four digits.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Two digits; null where the source does not say.</summary>
    public string? CountyCode { get; init; }

    /// <summary>The county's name; null where the source does not say.</summary>
    public string? CountyName { get; init; }

    /// <summary>Inhabitants; null where the source does not say.</summary>
    public int? Population { get; init; }

    /// <summary>The day that the population was counted; null as <see cref="Population"/>.</summary>
    public DateOnly? PopulationDate { get; init; }

    /// <summary>Whether it is made up.</summary>
    public bool IsSample { get; init; }

    /// <summary>How many units it has, of all owners.</summary>
    public int Units { get; init; }

    /// <summary>The source.</summary>
    public string SourceId { get; init; } = "";

    /// <summary>How the source wants to be credited.</summary>
    public string Credit { get; init; } = "";

    /// <summary>The licence; null where the source states none.</summary>
    public string? Licence { get; init; }
}
