namespace Portal.Data.Nightly.Profiles;

/// <summary>
/// Figures of municipalities or units that no survey gave: a row a subject and year, a column a measure. Fields: those of
/// <see cref="RowProfile"/>.
/// </summary>
public sealed record FigureTableProfile : RowProfile
{
    /// <summary>The service area that the measures are about; null for none.</summary>
    public string? ServiceArea { get; init; }

    /// <summary><c>year</c> or <c>school_year</c>.</summary>
    public string PeriodKind { get; init; } = "year";

    /// <summary>The columns that are measures.</summary>
    public required IReadOnlyList<FactProfile> Measures { get; init; }

    /// <summary>A source's sign in a value's place to a state. Capitals do not count.</summary>
    public IReadOnlyDictionary<string, string> ValueCodes { get; init; } = new Dictionary<string, string>();

    /// <summary><c>0-100</c> or <c>0-1</c>: how the file writes measures of the kind share.</summary>
    public string Shares { get; init; } = "0-100";

    /// <summary>The scheme of ids that registers share and the rows know their units by; null where the ids are the source's own.</summary>
    public string? IdScheme { get; init; }
}
