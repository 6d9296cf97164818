using Portal.Data.Reporting;

namespace Portal.Data.Queries.Home;

/// <summary>What can a reader start from?</summary>
public sealed class StartChoices(ReportingDb db)
{
    /// <summary>Service areas and municipalities that have units; both empty while nothing is published.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Choices> Ask(CancellationToken ct) => db.Read(typeof(StartChoices), null, async grid => new Choices
    {
        Areas = [.. await grid.ReadAsync<AreaChoice>()],
        Municipalities = [.. await grid.ReadAsync<MunicipalityChoice>()],
    }, ct);
}

/// <summary>What the start page offers.</summary>
public sealed record Choices
{
    /// <summary>In the order that the portal shows service areas.</summary>
    public IReadOnlyList<AreaChoice> Areas { get; init; } = [];

    /// <summary>By name.</summary>
    public IReadOnlyList<MunicipalityChoice> Municipalities { get; init; } = [];
}

/// <summary>A service area that has units.</summary>
public sealed record AreaChoice
{
    /// <summary>The service area's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many units it has, above zero.</summary>
    public int Units { get; init; }
}

/// <summary>A municipality that has units.</summary>
public sealed record MunicipalityChoice
{
    /// <summary>Four digits.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether it is made up.</summary>
    public bool IsSample { get; init; }

    /// <summary>How many units it has, above zero.</summary>
    public int Units { get; init; }
}
