using Portal.Data.Reporting;

namespace Portal.Data.Queries.Surveys;

/// <summary>Who was asked what, when and by whom, in one survey?</summary>
public sealed class SurveyProfile(ReportingDb db)
{
    /// <summary>The survey, or null where none has the id.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Result?> Find(string id, CancellationToken ct) => db.Read(typeof(SurveyProfile), new { id }, async grid =>
    {
        if (await grid.ReadSingleOrDefaultAsync<SurveyFacts>() is not { } survey)
            return null;
        var rounds = await grid.ReadAsync<RoundRow>();
        var questions = await grid.ReadAsync<SurveyQuestion>();
        var asked = (await grid.ReadAsync<QuestionRound>()).ToLookup(r => r.QuestionKey, r => r.Period);
        var measures = (await grid.ReadAsync<SurveyMeasure>()).ToList();
        return new Result
        {
            Survey = survey,
            Rounds = [.. rounds],
            Questions =
            [
                .. questions.Select(q => q with
                {
                    Periods = [.. asked[q.QuestionKey]],
                    Measures = measures.FindAll(m => m.QuestionKey == q.QuestionKey),
                }),
            ],
            Measures = measures.FindAll(m => m.QuestionKey is null),
        };
    }, ct);

    private sealed record QuestionRound
    {
        public int QuestionKey { get; init; }

        public int Period { get; init; }
    }

    /// <summary>A survey and all that is known of how it was held.</summary>
    public sealed record Result
    {
        /// <summary>The survey.</summary>
        public required SurveyFacts Survey { get; init; }

        /// <summary>Newest first.</summary>
        public IReadOnlyList<RoundRow> Rounds { get; init; } = [];

        /// <summary>Every question that was ever asked, by area and order. Another wording is another question.</summary>
        public IReadOnlyList<SurveyQuestion> Questions { get; init; } = [];

        /// <summary>What is measured of the survey as a whole and of no question.</summary>
        public IReadOnlyList<SurveyMeasure> Measures { get; init; } = [];

        /// <summary>The questions that took another one's place, each with the one before it.</summary>
        public IEnumerable<WordingChange> Changes =>
            from after in Questions
            join before in Questions on after.ReplacesKey equals before.QuestionKey
            select new WordingChange(before, after);

        /// <summary>Each question once a round that it was asked in, newest round first.</summary>
        public IEnumerable<AskedQuestion> Asked =>
            from round in Rounds
            from question in Questions
            where question.Periods.Contains(round.Period)
            select new AskedQuestion(Survey, round, question, Questions.FirstOrDefault(q => q.QuestionKey == question.ReplacesKey));
    }
}

/// <summary>A question as it was worded.</summary>
public sealed record SurveyQuestion
{
    /// <summary>The tables' key.</summary>
    public int QuestionKey { get; init; }

    /// <summary>The lasting id.</summary>
    public string QuestionId { get; init; } = "";

    /// <summary>The questions' area.</summary>
    public string Area { get; init; } = "";

    /// <summary>The words.</summary>
    public string Wording { get; init; } = "";

    /// <summary>The quality factor that it belongs to; null where none is set.</summary>
    public string? FactorName { get; init; }

    /// <summary>The question that this one took the place of; null for none.</summary>
    public int? ReplacesKey { get; init; }

    /// <summary>The rounds in which it was asked, oldest first.</summary>
    public IReadOnlyList<int> Periods { get; init; } = [];

    /// <summary>What is measured of it.</summary>
    public IReadOnlyList<SurveyMeasure> Measures { get; init; } = [];
}

/// <summary>What is measured of a survey or one of its questions.</summary>
public sealed record SurveyMeasure
{
    /// <summary>The lasting id.</summary>
    public string MeasureId { get; init; } = "";

    /// <summary>The question; null for the survey as a whole.</summary>
    public int? QuestionKey { get; init; }

    /// <summary>What is measured.</summary>
    public string Name { get; init; } = "";

    /// <summary><c>share</c>, <c>mean</c>, <c>count</c> or <c>ratio</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The highest value that the scale has; null where it has none.</summary>
    public double? ScaleHigh { get; init; }

    /// <summary>The survey's overall question.</summary>
    public bool IsHeadline { get; init; }
}

/// <summary>A question that got new words, so that the years before and after do not make a trend.</summary>
/// <param name="Before">As it was.</param>
/// <param name="After">As it became.</param>
public sealed record WordingChange(SurveyQuestion Before, SurveyQuestion After);

/// <summary>A question in one of its rounds.</summary>
/// <param name="Survey">The survey.</param>
/// <param name="Round">The round.</param>
/// <param name="Question">The question.</param>
/// <param name="Replaced">The question that it took the place of; null for none.</param>
public sealed record AskedQuestion(SurveyFacts Survey, RoundRow Round, SurveyQuestion Question, SurveyQuestion? Replaced);
