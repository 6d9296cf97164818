using Portal.Data.Model;

namespace Portal.Data.Queries.Measures;

/// <summary>A measure with its question, survey and source: what all its figures have in common.</summary>
public sealed record MeasureRow
{
    /// <summary>The tables' key.</summary>
    public int MeasureKey { get; init; }

    /// <summary>The lasting id.</summary>
    public string MeasureId { get; init; } = "";

    /// <summary>What is measured.</summary>
    public string MeasureName { get; init; } = "";

    /// <summary><c>share</c>, <c>mean</c>, <c>count</c> or <c>ratio</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary><c>percent</c>, <c>score</c>, or a Swedish word for what is counted.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How many decimals to show.</summary>
    public int Decimals { get; init; }

    /// <summary><c>higher</c>, <c>lower</c> or <c>neither</c>.</summary>
    public string Better { get; init; } = "";

    /// <summary>The lowest value that the scale has, or null where it has none.</summary>
    public double? ScaleLow { get; init; }

    /// <summary>The highest value that the scale has, or null where it has none.</summary>
    public double? ScaleHigh { get; init; }

    /// <summary><c>round</c>, <c>year</c>, <c>school_year</c> or <c>undated</c>.</summary>
    public string PeriodKind { get; init; } = "";

    /// <summary>The survey's overall question.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>How an own figure was calculated; null for the source's own.</summary>
    public string? Derivation { get; init; }

    /// <summary>The question's key, or null for a measure without question.</summary>
    public int? QuestionKey { get; init; }

    /// <summary>The question, or null for a measure without question.</summary>
    public string? QuestionId { get; init; }

    /// <summary>The question's area, or null for a measure without question.</summary>
    public string? Area { get; init; }

    /// <summary>The question as it was worded, or null for a measure without question.</summary>
    public string? Wording { get; init; }

    /// <summary>The question that this one took the place of, or null.</summary>
    public int? ReplacesKey { get; init; }

    /// <summary>The survey, or null for an indicator.</summary>
    public string? SurveyId { get; init; }

    /// <summary>The survey's name, or null for an indicator.</summary>
    public string? SurveyName { get; init; }

    /// <summary>Who answered, in Swedish plural; null for an indicator.</summary>
    public string? Asked { get; init; }

    /// <summary>The only municipality that the survey is held in, or null for several.</summary>
    public string? SurveyMunicipalityCode { get; init; }

    /// <summary>The service area that the survey asks about, or null for an indicator.</summary>
    public string? SurveyServiceAreaId { get; init; }

    /// <summary>The fewest respondents behind a shown figure; 1 for an indicator.</summary>
    public int RespondentFloor { get; init; } = 1;

    /// <summary>The source.</summary>
    public string SourceId { get; init; } = "";

    /// <summary>The source's name.</summary>
    public string SourceName { get; init; } = "";

    /// <summary>How the source wants to be credited.</summary>
    public string Credit { get; init; } = "";

    /// <summary>The licence; null where the source states none.</summary>
    public string? Licence { get; init; }

    /// <summary>How often the source renews its figures, in words; null where it does not say.</summary>
    public string? Cadence { get; init; }

    /// <summary>The question's wording, or the measure's name where there is no question.</summary>
    public string Title => Wording ?? MeasureName;

    /// <summary>An observation of this measure with its passport.</summary>
    public Figure Figure(SubjectRow subject, ObservationRow observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        return NoFigure(subject, observation.Period, observation.Sex) with
        {
            State = observation.State,
            Value = observation.Value,
            Respondents = observation.Respondents,
            Invited = observation.Invited,
            ResponseRate = observation.ResponseRate,
            IsDerived = observation.IsDerived,
            IsDoubtful = observation.IsDoubtful,
            PublishedOn = observation.PublishedOn,
            FetchedAt = observation.FetchedAt,
            EditionNumber = observation.EditionNumber,
        };
    }

    /// <summary>The place of a figure that does not exist: the subject was not part of the round.</summary>
    public Figure NoFigure(SubjectRow subject, int period, string sex = Sexes.All)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return new Figure
        {
            Scope = subject.Scope,
            SubjectId = subject.SubjectId,
            SubjectName = subject.Name,
            SurveyId = SurveyId,
            SurveyName = SurveyName,
            Area = Area,
            QuestionId = QuestionId,
            Wording = Wording,
            MeasureId = MeasureId,
            MeasureName = MeasureName,
            Kind = Kind,
            Unit = Unit,
            Decimals = Decimals,
            ScaleLow = ScaleLow,
            ScaleHigh = ScaleHigh,
            Derivation = Derivation,
            PeriodKind = PeriodKind,
            Period = period,
            Sex = sex,
            SourceId = SourceId,
            SourceName = SourceName,
            Credit = Credit,
            Licence = Licence,
        };
    }
}

/// <summary>What figures are about.</summary>
public sealed record SubjectRow
{
    /// <summary>The tables' key.</summary>
    public int SubjectKey { get; init; }

    /// <summary>One of <see cref="Scopes"/>.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The unit's id, the municipality's code, the group's id or 0000 for the country.</summary>
    public string SubjectId { get; init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";
}

/// <summary>One observation by its keys.</summary>
public sealed record ObservationRow
{
    /// <summary>What it is about.</summary>
    public int SubjectKey { get; init; }

    /// <summary>What was measured.</summary>
    public int MeasureKey { get; init; }

    /// <summary>The year; 0 where the source does not say.</summary>
    public int Period { get; init; }

    /// <summary>One of <see cref="Sexes"/>.</summary>
    public string Sex { get; init; } = Sexes.All;

    /// <summary>Why the value is shown or not.</summary>
    public ObservationState State { get; init; }

    /// <summary>The value; null unless published or preliminary.</summary>
    public double? Value { get; init; }

    /// <summary>How many answered; null where the source does not say.</summary>
    public int? Respondents { get; init; }

    /// <summary>How many were asked; null where the source does not say.</summary>
    public int? Invited { get; init; }

    /// <summary>Per cent; null where the source does not say.</summary>
    public double? ResponseRate { get; init; }

    /// <summary>The portal's own calculation.</summary>
    public bool IsDerived { get; init; }

    /// <summary>The source contradicts itself.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>The edition that last changed it.</summary>
    public int EditionNumber { get; init; }

    /// <summary>When the source published the round; null where it does not say.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>When the night read the delivery, UTC; null where it is not kept.</summary>
    public DateTime? FetchedAt { get; init; }

    /// <summary>The year of a newer shown figure, where an older one was asked for to compare with; null otherwise.</summary>
    public int? NewerPeriod { get; init; }
}

/// <summary>The share of one answer to a question.</summary>
public sealed record AnswerRow
{
    /// <summary>What the answers are about.</summary>
    public int SubjectKey { get; init; }

    /// <summary>The question.</summary>
    public int QuestionKey { get; init; }

    /// <summary>The year.</summary>
    public int Period { get; init; }

    /// <summary>The answer's place on the scale, best first, from 1.</summary>
    public int Answer { get; init; }

    /// <summary>The answer's words.</summary>
    public string Label { get; init; } = "";

    /// <summary>The answer's score; null where it has none ("vet ej").</summary>
    public double? Score { get; init; }

    /// <summary>The answer counts among the positive.</summary>
    public bool IsPositive { get; init; }

    /// <summary>Why the share is shown or not.</summary>
    public ObservationState State { get; init; }

    /// <summary>Per cent, as the source rounds it; null unless published or preliminary.</summary>
    public double? Share { get; init; }
}
