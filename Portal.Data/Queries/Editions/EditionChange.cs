using Portal.Data.Model;

namespace Portal.Data.Queries.Editions;

/// <summary>
/// One change that an edition made: of a figure, of an answer, or of something that is no figure. What does not belong to
/// its kind is null.
/// </summary>
public sealed record EditionChange
{
    /// <summary><c>added</c>, <c>changed</c> or <c>removed</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The source that it comes from; null for the portal's own words.</summary>
    public string? SourceId { get; init; }

    /// <summary>What kind of thing the figure is about; one of <see cref="Scopes"/>.</summary>
    public string? Scope { get; init; }

    /// <summary>The unit's, municipality's or group's id.</summary>
    public string? SubjectId { get; init; }

    /// <summary>Its name.</summary>
    public string? SubjectName { get; init; }

    /// <summary>What is measured.</summary>
    public string? MeasureId { get; init; }

    /// <summary>Its name.</summary>
    public string? MeasureName { get; init; }

    /// <summary>The question that an answer was given to.</summary>
    public string? QuestionId { get; init; }

    /// <summary>The question as it was asked.</summary>
    public string? Wording { get; init; }

    /// <summary>The answer's words.</summary>
    public string? Answer { get; init; }

    /// <summary>The value's unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Decimals to show.</summary>
    public int Decimals { get; init; }

    /// <summary><c>round</c>, <c>year</c>, <c>school_year</c> or <c>undated</c>.</summary>
    public string? PeriodKind { get; init; }

    /// <summary>The year.</summary>
    public int? Period { get; init; }

    /// <summary>One of <see cref="Sexes"/>.</summary>
    public string? Sex { get; init; }

    /// <summary>The figure's state before; null for what was added.</summary>
    public ObservationState? OldState { get; init; }

    /// <summary>The value before; null where there was none.</summary>
    public double? OldValue { get; init; }

    /// <summary>The figure's state after; null for what was removed.</summary>
    public ObservationState? NewState { get; init; }

    /// <summary>The value after; null where there is none.</summary>
    public double? NewValue { get; init; }

    /// <summary>The table that what is no figure stands in: <c>unit</c>, <c>question</c>.</summary>
    public string? Thing { get; init; }

    /// <summary>Its id; of many parts parted by a slash.</summary>
    public string? ThingId { get; init; }

    /// <summary>Its name.</summary>
    public string? ThingName { get; init; }

    /// <summary>The column that changed; null for what was added or removed whole.</summary>
    public string? ColumnName { get; init; }

    /// <summary>What it said before, as the table holds it.</summary>
    public string? OldText { get; init; }

    /// <summary>What it says after.</summary>
    public string? NewText { get; init; }

    /// <summary>The edition that made the change and when it was published, where a list is of several.</summary>
    public int? EditionNumber { get; init; }

    /// <summary>When that was, UTC.</summary>
    public DateTime? PublishedAt { get; init; }
}
