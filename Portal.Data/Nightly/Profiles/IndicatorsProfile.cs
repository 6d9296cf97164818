namespace Portal.Data.Nightly.Profiles;

/// <summary>
/// Key figures in long form. The file <c>measures</c> has the fields <c>measure</c>, <c>name</c>, <c>kind</c> (share, mean,
/// count, ratio), <c>unit</c>, and if wanted <c>service_area</c>, <c>decimals</c>, <c>better</c>, <c>low</c>, <c>high</c>,
/// <c>period_kind</c> (year, school_year, undated), <c>description</c>. Every other file has <c>scope</c> (unit, municipality, group,
/// country; empty is unit), <c>subject</c>, <c>measure</c>, <c>period</c>, <c>sex</c>, <c>state</c>, <c>value</c>, <c>respondents</c>,
/// and all figures of the subjects that it names.
/// </summary>
public sealed record IndicatorsProfile
{
    /// <summary>Field to column, of the files of figures.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Field to column, of the file of measures.</summary>
    public IReadOnlyDictionary<string, string> MeasureColumns { get; init; } = new Dictionary<string, string>();

    /// <summary>The fewest respondents behind a figure that says how many they are; null for no floor.</summary>
    public int? RespondentFloor { get; init; }
}
