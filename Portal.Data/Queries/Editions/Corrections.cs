namespace Portal.Data.Queries.Editions;

/// <summary>
/// Which published figures of some units or municipalities have been corrected afterwards? Asked along with a page's own
/// question, in the same round trip.
/// </summary>
public static class Corrections
{
    /// <summary>So many are told on a page, the newest; the editions' own pages tell all.</summary>
    public const int Most = 20;
}
