using Portal.Data.Model;
using Portal.Data.Queries.Measures;

namespace Portal.Data.Queries.Units;

/// <summary>A unit's figures as a reader meets them: survey, area, question, newest figure first. Pure.</summary>
public sealed record UnitResults
{
    /// <summary>The surveys that the unit has figures from, then those that it could have been in.</summary>
    public IReadOnlyList<SurveyResults> Surveys { get; init; } = [];

    /// <summary>The newest figure of each measure that no survey gave, with the municipality's beside.</summary>
    public IReadOnlyList<QuestionResult> Indicators { get; init; } = [];

    /// <summary>The newest overall figure: of the survey whose round is the newest. Null where there is none.</summary>
    public QuestionResult? Headline => Surveys
        .Select(s => s.Headline)
        .OfType<QuestionResult>()
        .OrderByDescending(h => h.Newest.Period)
        .FirstOrDefault();

    /// <summary>Orders what the tables hold.</summary>
    public static UnitResults Of(UnitProfile.Result profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var builder = new QuestionResults(profile);
        var surveys = profile.Measures
            .Where(m => m.SurveyId is not null)
            .GroupBy(m => m.SurveyId!, StringComparer.Ordinal)
            .Select(measures => SurveyOf(profile, measures, builder))
            .ToList();
        var seen = surveys.Select(s => s.Survey.SurveyId).ToHashSet(StringComparer.Ordinal);
        return new UnitResults
        {
            Surveys =
            [
                .. surveys,
                .. profile.Surveys.Where(s => !seen.Contains(s.SurveyId))
                    .Select(s => new SurveyResults { Survey = s, Rounds = RoundsOf(profile, s.SurveyId) }),
            ],
            Indicators = [.. builder.Of([.. profile.Measures.Where(m => m.SurveyId is null)])],
        };
    }

    private static SurveyResults SurveyOf(
        UnitProfile.Result profile, IGrouping<string, MeasureRow> measures, QuestionResults builder)
    {
        var first = measures.First();
        var survey = profile.Surveys.FirstOrDefault(s => s.SurveyId == measures.Key)
            // The unit has changed service or place since it took part.
            ?? new UnitProfile.SurveyRow
            {
                SurveyId = measures.Key,
                Name = first.SurveyName ?? "",
                Asked = first.Asked ?? "",
                MunicipalityCode = first.SurveyMunicipalityCode,
                RespondentFloor = first.RespondentFloor,
                SourceName = first.SourceName,
                Cadence = first.Cadence,
            };
        var questions = builder.Of([.. measures]).ToList();
        return new SurveyResults
        {
            Survey = survey,
            Rounds = RoundsOf(profile, survey.SurveyId),
            Areas =
            [
                .. questions.GroupBy(q => q.Measure.Area, StringComparer.Ordinal)
                    .Select(area => new AreaResults { Name = area.Key, Questions = [.. area] }),
            ],
        };
    }

    private static IReadOnlyList<UnitProfile.RoundRow> RoundsOf(UnitProfile.Result profile, string surveyId) =>
        [.. profile.Rounds.Where(r => r.SurveyId == surveyId)];
}

/// <summary>One survey's figures for a unit.</summary>
public sealed record SurveyResults
{
    /// <summary>The survey.</summary>
    public UnitProfile.SurveyRow Survey { get; init; } = new();

    /// <summary>Its rounds, newest first.</summary>
    public IReadOnlyList<UnitProfile.RoundRow> Rounds { get; init; } = [];

    /// <summary>The questions by area, in the survey's order; empty where the unit has not taken part.</summary>
    public IReadOnlyList<AreaResults> Areas { get; init; } = [];

    /// <summary>All questions, in the survey's order.</summary>
    public IEnumerable<QuestionResult> Questions => Areas.SelectMany(a => a.Questions);

    /// <summary>The overall question, or null where the unit has no figure of it.</summary>
    public QuestionResult? Headline => Questions.FirstOrDefault(q => q.IsHeadline);

    /// <summary>The newest year that the unit took part; null where it has not.</summary>
    public int? NewestPeriod => Questions.Any() ? Questions.Max(q => q.Newest.Period) : null;

    /// <summary>The survey's newest round, where the unit was not in it; null where it was, or no round is known.</summary>
    public UnitProfile.RoundRow? MissedRound => Rounds.Count > 0 && Rounds[0].Period > (NewestPeriod ?? 0) ? Rounds[0] : null;
}

/// <summary>The questions of one area.</summary>
public sealed record AreaResults
{
    /// <summary>The area, or null for figures that no question gave.</summary>
    public string? Name { get; init; }

    /// <summary>In the survey's order.</summary>
    public IReadOnlyList<QuestionResult> Questions { get; init; } = [];
}

/// <summary>One question's, or indicator's, figures for a unit.</summary>
public sealed record QuestionResult
{
    /// <summary>
    /// What is shown of the question: its newest figure that has a value, the share before the mean; else the newest
    /// reason for having none.
    /// </summary>
    public MeasureRow Measure { get; init; } = new();

    /// <summary>The survey's overall question.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>The newest figure for all respondents. Never one of a round in which the unit was not asked, if there is another.</summary>
    public Figure Newest { get; init; } = new();

    /// <summary>Women and girls the same year; null where the source does not split.</summary>
    public Figure? Women { get; init; }

    /// <summary>Men and boys the same year; null where the source does not split.</summary>
    public Figure? Men { get; init; }

    /// <summary>The mean of the same question and year; null where there is none or it is what is shown.</summary>
    public Figure? Mean { get; init; }

    /// <summary>The municipality's figure the same year.</summary>
    public Beside Municipality { get; init; } = new();

    /// <summary>The country's figure the same year.</summary>
    public Beside Country { get; init; } = new();

    /// <summary>How the answers of the same year were spread, best first; empty where the source does not say.</summary>
    public IReadOnlyList<AnswerRow> Answers { get; init; } = [];

    /// <summary>Year by year, newest first.</summary>
    public IReadOnlyList<TrendRow> Trend { get; init; } = [];
}

/// <summary>A figure of a greater whole, or why there is none.</summary>
public sealed record Beside
{
    /// <summary>The figure; null where there is none.</summary>
    public Figure? Figure { get; init; }

    /// <summary>The mean of the same question and year; null where there is none or it is what is shown.</summary>
    public Figure? Mean { get; init; }

    /// <summary>The survey is held in one municipality only, so that no greater whole can have a figure.</summary>
    public bool IsLocalSurvey { get; init; }
}

/// <summary>One round in the development of a question.</summary>
public sealed record TrendRow
{
    /// <summary>The round's year; 0 where the source does not say.</summary>
    public int Period { get; init; }

    /// <summary>The figure for all respondents; null in a gap.</summary>
    public Figure? All { get; init; }

    /// <summary>Women and girls; null in a gap, or where the source does not split.</summary>
    public Figure? Women { get; init; }

    /// <summary>Men and boys; null in a gap, or where the source does not split.</summary>
    public Figure? Men { get; init; }

    /// <summary>The mean of the same question; null where there is none.</summary>
    public Figure? Mean { get; init; }

    /// <summary>Why the round has no figure; null where it has one, or one that says itself why it is not shown.</summary>
    public TrendGap? Gap { get; init; }

    /// <summary>The wording at the time, on the newest row before another wording; null on others. The trend is broken here.</summary>
    public string? EarlierWording { get; init; }
}

/// <summary>Why a round has no figure of a question.</summary>
public enum TrendGap
{
    /// <summary>The unit was not part of the round.</summary>
    NotInRound,

    /// <summary>The question was not asked that time.</summary>
    NotAsked,
}
