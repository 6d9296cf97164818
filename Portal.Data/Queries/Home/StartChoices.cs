using Portal.Data.Reporting;

namespace Portal.Data.Queries.Home;

/// <summary>What can a reader start from?</summary>
public sealed class StartChoices(ReportingDb db)
{
    /// <summary>So many new results are news; the rest stand among the surveys.</summary>
    public const int MostNews = 4;

    /// <summary>Service areas and municipalities that have units, and the newest results; all empty while nothing is published.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Choices> Ask(CancellationToken ct) => db.Read(typeof(StartChoices), new { news = MostNews }, async grid => new Choices
    {
        Areas = [.. await grid.ReadAsync<AreaChoice>()],
        Municipalities = [.. await grid.ReadAsync<MunicipalityChoice>()],
        News = [.. await grid.ReadAsync<NewResult>()],
    }, ct);
}

/// <summary>What the start page offers.</summary>
public sealed record Choices
{
    /// <summary>In the order that the portal shows service areas.</summary>
    public IReadOnlyList<AreaChoice> Areas { get; init; } = [];

    /// <summary>By name.</summary>
    public IReadOnlyList<MunicipalityChoice> Municipalities { get; init; } = [];

    /// <summary>The newest round of each survey, the newest first.</summary>
    public IReadOnlyList<NewResult> News { get; init; } = [];
}

/// <summary>The newest round of a survey.</summary>
public sealed record NewResult
{
    /// <summary>The survey's id.</summary>
    public string SurveyId { get; init; } = "";

    /// <summary>The survey's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The only municipality that the survey is held in, or null for several.</summary>
    public string? MunicipalityName { get; init; }

    /// <summary>The year that the round is known by.</summary>
    public int Period { get; init; }

    /// <summary>When the source published it; null where it does not say.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Whether the figures may change.</summary>
    public bool IsPreliminary { get; init; }

    /// <summary>How many units have this round as their newest overall result.</summary>
    public int Units { get; init; }
}

/// <summary>A service area that has units.</summary>
public sealed record AreaChoice
{
    /// <summary>The service area's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What its units are called, in plural: <c>förskolor</c>.</summary>
    public string UnitWord { get; init; } = "";

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
