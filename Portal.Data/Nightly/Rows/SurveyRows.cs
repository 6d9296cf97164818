namespace Portal.Data.Nightly.Rows;

// See ReferenceRows.cs.
#pragma warning disable CS1591

/// <summary>A row of <c>rpt.survey</c>.</summary>
public sealed record SurveyRow
{
    public required string SurveyId { get; init; }
    public required string Name { get; init; }
    public required string ServiceAreaId { get; init; }
    public string? MunicipalityCode { get; init; }
    public required string Asked { get; init; }
    public string? Description { get; init; }
    public int RespondentFloor { get; init; }
    public double? RateFloor { get; init; }
    public int? AnswerFloor { get; init; }
    public required string SourceId { get; init; }
}

/// <summary>A row of <c>rpt.survey_round</c>.</summary>
public sealed record SurveyRoundRow
{
    public required string SurveyId { get; init; }
    public int Period { get; init; }
    public required string Name { get; init; }
    public DateOnly? AskedFrom { get; init; }
    public DateOnly? AskedTo { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public bool IsPreliminary { get; init; }
}

/// <summary>A row of <c>rpt.answer_scale</c>.</summary>
public sealed record AnswerScaleRow
{
    public required string ScaleId { get; init; }
    public required string Name { get; init; }
}

/// <summary>A row of <c>rpt.answer_option</c>.</summary>
public sealed record AnswerOptionRow
{
    public required string ScaleId { get; init; }
    public int Answer { get; init; }
    public required string Label { get; init; }
    public double? Score { get; init; }
    public bool IsPositive { get; init; }
}

/// <summary>A row of <c>rpt.question</c>.</summary>
public sealed record QuestionRow
{
    public int QuestionKey { get; init; }
    public required string QuestionId { get; init; }
    public required string SurveyId { get; init; }
    public required string Area { get; init; }
    public int AreaOrder { get; init; }
    public int SortOrder { get; init; }
    public required string Wording { get; init; }
    public string? QualityFactorId { get; init; }
    public string? ScaleId { get; init; }
    public int? ReplacesKey { get; init; }
}

/// <summary>A row of <c>rpt.question_round</c>.</summary>
public sealed record QuestionRoundRow
{
    public int QuestionKey { get; init; }
    public int Period { get; init; }
}

/// <summary>A row of <c>rpt.measure</c>.</summary>
public sealed record MeasureRow
{
    public int MeasureKey { get; init; }
    public required string MeasureId { get; init; }
    public int? QuestionKey { get; init; }
    public string? SurveyId { get; init; }
    public string? ServiceAreaId { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string Unit { get; init; }
    public int Decimals { get; init; }
    public required string Better { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public required string PeriodKind { get; init; }
    public bool IsHeadline { get; init; }
    public string? Derivation { get; init; }
    public int SortOrder { get; init; }
    public required string SourceId { get; init; }
    public string? Description { get; init; }
    public int? DiscontinuedAfter { get; init; }
    public int? PublishedPeriod { get; init; }
    public DateOnly? PreliminaryOn { get; init; }
    public DateOnly? PublishedOn { get; init; }
}

/// <summary>A row of <c>stg.observation</c>: one figure, keyed. State is the number of <c>ObservationState</c>.</summary>
public sealed record ObservationRow
{
    public int SourceNumber { get; init; }
    public int SubjectKey { get; init; }
    public int MeasureKey { get; init; }
    public int Period { get; init; }
    public required string Sex { get; init; }
    public byte State { get; init; }
    public double? Value { get; init; }
    public int? Respondents { get; init; }
    public int? Invited { get; init; }
    public double? ResponseRate { get; init; }
    public bool IsDerived { get; init; }
    public bool IsDoubtful { get; init; }
    public double? ResponseRateHigh { get; init; }
    public double? Margin { get; init; }
    public int? OriginPeriod { get; init; }
    public bool IsApproximate { get; init; }
}

/// <summary>A row of <c>stg.answer_distribution</c>: the share of one answer, in per cent.</summary>
public sealed record AnswerRow
{
    public int SourceNumber { get; init; }
    public int SubjectKey { get; init; }
    public int QuestionKey { get; init; }
    public int Period { get; init; }
    public required string Sex { get; init; }
    public int Answer { get; init; }
    public byte State { get; init; }
    public double? Share { get; init; }
}
