namespace Portal.Data.Queries.Editions;

/// <summary>
/// Which published figures of a measure have been corrected afterwards? Asked along with the measure's own question, in the
/// same round trip; at most <see cref="Corrections.Most"/>.
/// </summary>
public static class MeasureCorrections;
