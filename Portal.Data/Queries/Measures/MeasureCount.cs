namespace Portal.Data.Queries.Measures;

/// <summary>How many units, or municipalities, have a figure of a measure in one year. All sexes together.</summary>
public sealed record MeasureCount
{
    /// <summary>The measure.</summary>
    public int MeasureKey { get; init; }

    /// <summary>One of <see cref="Model.Scopes"/>: unit or municipality.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The year; 0 where the source does not say.</summary>
    public int Period { get; init; }

    /// <summary>How many the source names, with a figure or with a reason why there is none.</summary>
    public int Named { get; init; }

    /// <summary>How many of them have a figure that is shown.</summary>
    public int Figures { get; init; }

    /// <summary>
    /// The year that is shown unless the reader asks for another: the newest in which at least half as many have a figure
    /// as in the fullest. A year that is only just begun would hide most of them. Null where there is no year.
    /// </summary>
    public static MeasureCount? Shown(IEnumerable<MeasureCount> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        var newestFirst = years.OrderByDescending(y => y.Period).ToList();
        var fullest = newestFirst.Count == 0 ? 0 : newestFirst.Max(y => y.Figures);
        return newestFirst.Find(y => 2 * y.Figures >= fullest);
    }
}

/// <summary>Where a measure belongs.</summary>
public sealed record MeasurePlace
{
    /// <summary>The measure.</summary>
    public int MeasureKey { get; init; }

    /// <summary>The service area's id; null for a measure of none.</summary>
    public string? ServiceAreaId { get; init; }

    /// <summary>The service area's name; null as <see cref="ServiceAreaId"/>.</summary>
    public string? ServiceAreaName { get; init; }

    /// <summary>What its units are called, in Swedish plural; null as <see cref="ServiceAreaId"/>.</summary>
    public string? UnitWord { get; init; }

    /// <summary>The source made its figures up.</summary>
    public bool IsSample { get; init; }
}
