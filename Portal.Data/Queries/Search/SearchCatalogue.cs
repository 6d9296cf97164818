using Portal.Data.Model;
using Portal.Data.Reporting;

namespace Portal.Data.Queries.Search;

/// <summary>What can a reader search for, besides units? All of it: hundreds of names, where units are thousands.</summary>
public sealed class SearchCatalogue(ReportingDb db)
{
    /// <summary>Everything, in the order that pages list it.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Catalogue> Ask(CancellationToken ct) => db.Read(typeof(SearchCatalogue), null, async grid => new Catalogue
    {
        Municipalities = [.. await grid.ReadAsync<NamedMunicipality>()],
        Areas = [.. await grid.ReadAsync<NamedArea>()],
        Surveys = [.. await grid.ReadAsync<NamedSurvey>()],
        Measures = [.. await grid.ReadAsync<NamedMeasure>()],
    }, ct);
}

/// <summary>All that has a name, but for units.</summary>
public sealed record Catalogue
{
    /// <summary>By name.</summary>
    public IReadOnlyList<NamedMunicipality> Municipalities { get; init; } = [];

    /// <summary>In the order that the portal shows service areas.</summary>
    public IReadOnlyList<NamedArea> Areas { get; init; } = [];

    /// <summary>By name.</summary>
    public IReadOnlyList<NamedSurvey> Surveys { get; init; } = [];

    /// <summary>By survey and place in it: one a question, and each that belongs to none.</summary>
    public IReadOnlyList<NamedMeasure> Measures { get; init; } = [];
}

/// <summary>A municipality.</summary>
public sealed record NamedMunicipality
{
    /// <summary>Four digits.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name folded by <see cref="SearchNames.SearchName"/>.</summary>
    public string SearchName { get; init; } = "";

    /// <summary>Its county; null where the source does not say.</summary>
    public string? CountyName { get; init; }

    /// <summary>Whether it is made up.</summary>
    public bool IsSample { get; init; }
}

/// <summary>A service area.</summary>
public sealed record NamedArea
{
    /// <summary>The service area's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What one of its units is called.</summary>
    public string UnitWord { get; init; } = "";
}

/// <summary>A survey.</summary>
public sealed record NamedSurvey
{
    /// <summary>The survey's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who answers, in plural.</summary>
    public string Asked { get; init; } = "";

    /// <summary>What it is about.</summary>
    public string ServiceAreaName { get; init; } = "";

    /// <summary>The one municipality that holds it; null where several do.</summary>
    public string? MunicipalityName { get; init; }

    /// <summary>Whether it is made up.</summary>
    public bool IsSample { get; init; }
}

/// <summary>A question, by the measure that stands first of it; or a measure without a question.</summary>
public sealed record NamedMeasure
{
    /// <summary>The measure's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The measure's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The question as asked; null where there is none.</summary>
    public string? Wording { get; init; }

    /// <summary>The question's area in its survey; null where there is none.</summary>
    public string? Area { get; init; }

    /// <summary>The survey; null for an indicator.</summary>
    public string? SurveyId { get; init; }

    /// <summary>The survey's name; null for an indicator.</summary>
    public string? SurveyName { get; init; }

    /// <summary>What it is about; null where the source does not say.</summary>
    public string? ServiceAreaName { get; init; }

    /// <summary>Whether it is made up.</summary>
    public bool IsSample { get; init; }

    /// <summary>The question, else the measure's name.</summary>
    public string Title => Wording ?? Name;
}
