namespace Portal.Data.Model;

/// <summary>
/// One observation with its passport: all that a reader needs to trust, find again and cite the figure. Questions
/// that give figures read into this record, so that page, CSV and JSON say the same of each.
/// </summary>
public record Figure
{
    /// <summary>What the figure is about: one of <see cref="Scopes"/>.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The unit's id, the municipality's code, the group's id or 0000 for the country.</summary>
    public string SubjectId { get; init; } = "";

    /// <summary>The name of what the figure is about.</summary>
    public string SubjectName { get; init; } = "";

    /// <summary>The survey, or null for a figure that no survey gave.</summary>
    public string? SurveyId { get; init; }

    /// <summary>The survey's name, or null as <see cref="SurveyId"/>.</summary>
    public string? SurveyName { get; init; }

    /// <summary>The question's area, or null for a figure without question.</summary>
    public string? Area { get; init; }

    /// <summary>The question, or null for a figure without question.</summary>
    public string? QuestionId { get; init; }

    /// <summary>The question as it was worded, or null for a figure without question.</summary>
    public string? Wording { get; init; }

    /// <summary>The measure.</summary>
    public string MeasureId { get; init; } = "";

    /// <summary>The measure's name.</summary>
    public string MeasureName { get; init; } = "";

    /// <summary><c>share</c>, <c>mean</c>, <c>count</c> or <c>ratio</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary><c>percent</c>, <c>score</c>, or a Swedish word for what is counted.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How many decimals the page shows.</summary>
    public int Decimals { get; init; }

    /// <summary>The lowest value that the scale has, or null where it has none.</summary>
    public double? ScaleLow { get; init; }

    /// <summary>The highest value that the scale has, or null where it has none.</summary>
    public double? ScaleHigh { get; init; }

    /// <summary>How an own figure was calculated; null for the source's own.</summary>
    public string? Derivation { get; init; }

    /// <summary><c>round</c>, <c>year</c>, <c>school_year</c> or <c>undated</c>.</summary>
    public string PeriodKind { get; init; } = "";

    /// <summary>The year; a school year is known by the year it begins; 0 where the source does not say.</summary>
    public int Period { get; init; }

    /// <summary>One of <see cref="Sexes"/>.</summary>
    public string Sex { get; init; } = Sexes.All;

    /// <summary>Why the value is shown or not; null where the subject was not part of the round.</summary>
    public ObservationState? State { get; init; }

    /// <summary>The value in <see cref="Unit"/>; null unless published or preliminary.</summary>
    public double? Value { get; init; }

    /// <summary>How many answered; null where the source does not say.</summary>
    public int? Respondents { get; init; }

    /// <summary>How many were asked; null where the source does not say.</summary>
    public int? Invited { get; init; }

    /// <summary>Per cent; null where the source does not say.</summary>
    public double? ResponseRate { get; init; }

    /// <summary>The portal's own calculation: not to be credited to the source.</summary>
    public bool IsDerived { get; init; }

    /// <summary>The source contradicts itself about this figure.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>When the source published the round; null where it does not say.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>When the night read the delivery that gave the figure, UTC; null where it is not kept.</summary>
    public DateTime? FetchedAt { get; init; }

    /// <summary>The edition that last changed the figure; null where there is no figure.</summary>
    public int? EditionNumber { get; init; }

    /// <summary>The source.</summary>
    public string SourceId { get; init; } = "";

    /// <summary>The source's name.</summary>
    public string SourceName { get; init; } = "";

    /// <summary>How the source wants to be credited.</summary>
    public string Credit { get; init; } = "";

    /// <summary>The licence; null where the source states none.</summary>
    public string? Licence { get; init; }
}
