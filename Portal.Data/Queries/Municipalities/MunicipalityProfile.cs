using Portal.Data.Model;
using Portal.Data.Queries.Editions;
using Portal.Data.Reporting;

namespace Portal.Data.Queries.Municipalities;

/// <summary>What is known of one municipality?</summary>
public sealed class MunicipalityProfile(ReportingDb db)
{
    /// <summary>The municipality, or null where no municipality has the code.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<MunicipalityView?> Find(string code, CancellationToken ct) => db.Read(
        typeof(MunicipalityProfile), new { code, scope = Scopes.Municipality, ids = new[] { code }, most = Corrections.Most }, async grid =>
        {
            if (await grid.ReadSingleOrDefaultAsync<MunicipalityFacts>() is not { } facts)
                return null;
            return new MunicipalityView
            {
                Facts = facts,
                Groups = [.. await grid.ReadAsync<MunicipalityGroup>()],
                Areas = [.. await grid.ReadAsync<MunicipalityArea>()],
                Figures = [.. await grid.ReadAsync<MunicipalityFigure>()],
                Corrected = [.. await grid.ReadAsync<EditionChange>()],
            };
        }, ct, also: typeof(Corrections));
}

/// <summary>One municipality.</summary>
public sealed record MunicipalityView
{
    /// <summary>Its facts.</summary>
    public required MunicipalityFacts Facts { get; init; }

    /// <summary>The groups that it belongs to with others.</summary>
    public IReadOnlyList<MunicipalityGroup> Groups { get; init; } = [];

    /// <summary>The service areas in which it has units.</summary>
    public IReadOnlyList<MunicipalityArea> Areas { get; init; } = [];

    /// <summary>
    /// Its own figures, each measure in its newest period, and the country's of the same measure and period. Ordered
    /// by survey, question and measure; those of no survey last.
    /// </summary>
    public IReadOnlyList<MunicipalityFigure> Figures { get; init; } = [];

    /// <summary>Its published figures that were corrected afterwards, the newest first.</summary>
    public IReadOnlyList<EditionChange> Corrected { get; init; } = [];
}

/// <summary>What a municipality is.</summary>
public record MunicipalityFacts
{
    /// <summary>Four digits.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The county's name; null where the source does not say.</summary>
    public string? CountyName { get; init; }

    /// <summary>Inhabitants; null where the source does not say.</summary>
    public int? Population { get; init; }

    /// <summary>The day that the population was counted; null as <see cref="Population"/>.</summary>
    public DateOnly? PopulationDate { get; init; }

    /// <summary>Whether it is made up.</summary>
    public bool IsSample { get; init; }

    /// <summary>How the source of these facts wants to be credited.</summary>
    public string Credit { get; init; } = "";

    /// <summary>The licence; null where the source states none.</summary>
    public string? Licence { get; init; }
}

/// <summary>A municipality by name.</summary>
public record MunicipalityName
{
    /// <summary>Four digits.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether it is made up.</summary>
    public bool IsSample { get; init; }
}

/// <summary>A group of municipalities.</summary>
public sealed record MunicipalityGroup
{
    /// <summary>The group's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary><c>county</c>, <c>skr</c> or <c>other</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>How many municipalities it holds.</summary>
    public int Members { get; init; }
}

/// <summary>A service area in which a municipality has units.</summary>
public sealed record MunicipalityArea
{
    /// <summary>The service area's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many units, above zero.</summary>
    public int Units { get; init; }
}

/// <summary>A figure of a municipality or of the country.</summary>
public sealed record MunicipalityFigure : Figure
{
    /// <summary>The service area's name; null for a measure of none.</summary>
    public string? ServiceArea { get; init; }

    /// <summary>Who were asked; null for a figure that no survey gave.</summary>
    public string? Asked { get; init; }

    /// <summary>The survey's overall question.</summary>
    public bool IsHeadline { get; init; }
}
