using System.Globalization;
using Portal.Data.Model;
using Portal.Data.Queries.Measures;
using Portal.Data.Statistics;

namespace Portal.Data.Queries.Compare;

/// <summary>
/// Hands the figures of a page to the certain-difference rule and brings its verdicts back to the table. Figures meet
/// only within the same round of the same question. Pure.
/// </summary>
internal sealed class PairJudge(Comparison.Result found, IReadOnlyList<ComparedQuestion> questions)
{
    private readonly ILookup<(int Subject, int Question, int Period), AnswerRow> answers =
        found.Answers.ToLookup(a => (a.SubjectKey, a.QuestionKey, a.Period));

    private readonly Dictionary<string, int> subjectKeys =
        found.Subjects.ToDictionary(s => s.SubjectId, s => s.SubjectKey, StringComparer.Ordinal);

    public List<ComparedQuestion> Judge()
    {
        var verdicts = CertainDifferences.Among(questions.SelectMany(q => q.Cells.Select(c => Comparand(q.Measure, c.Figure)).OfType<Comparand>()));
        return [.. questions.Select(q => q with { Pairs = [.. Pairs(q, verdicts)] })];
    }

    private static IEnumerable<ComparedPair> Pairs(ComparedQuestion question, CertainDifferences verdicts)
    {
        for (var first = 0; first < question.Cells.Count; first++)
        {
            for (var second = first + 1; second < question.Cells.Count; second++)
                yield return new ComparedPair(first, second, Outcome(question.Cells[first].Figure, question.Cells[second].Figure, verdicts));
        }
    }

    private static PairOutcome Outcome(Figure first, Figure second, CertainDifferences verdicts)
    {
        if (IsAbsent(first) || IsAbsent(second))
            return PairOutcome.NoFigure;
        if (first.Period != second.Period)
            return PairOutcome.DifferentYears;
        if (IsWithoutBase(first) || IsWithoutBase(second))
            return PairOutcome.UnknownRespondents;
        var pair = verdicts.Between(Key(first), first.SubjectId, second.SubjectId);
        return pair.Verdict switch
        {
            DifferenceVerdict.CertainlyHigher => PairOutcome.CertainlyHigher,
            DifferenceVerdict.CertainlyLower => PairOutcome.CertainlyLower,
            DifferenceVerdict.NoCertainDifference => PairOutcome.NoCertainDifference,
            DifferenceVerdict.TooFewRespondents => PairOutcome.TooFewRespondents,
            _ => pair.Reason switch
            {
                NotTestableReason.Suppressed => PairOutcome.Suppressed,
                NotTestableReason.Preliminary => PairOutcome.Preliminary,
                NotTestableReason.InDoubt => PairOutcome.InDoubt,
                NotTestableReason.MeanWithoutDistribution => PairOutcome.MeanWithoutAnswers,
                NotTestableReason.NoSpread => PairOutcome.NoSpread,
                _ => PairOutcome.NoFigure,
            },
        };
    }

    private Comparand? Comparand(MeasureRow measure, Figure figure)
    {
        if (IsAbsent(figure) || IsWithoutBase(figure))
            return null;
        var (key, unit) = (Key(figure), figure.SubjectId);
        if (figure.State == ObservationState.Suppressed)
        {
            return figure.Respondents >= measure.RespondentFloor
                ? Statistics.Comparand.OfNotTestable(key, unit, NotTestableReason.Suppressed)
                : Statistics.Comparand.OfTooFew(key, unit);
        }
        if (figure.Respondents < 1)
            return Statistics.Comparand.OfTooFew(key, unit);
        if (figure.State == ObservationState.Preliminary)
            return Statistics.Comparand.OfNotTestable(key, unit, NotTestableReason.Preliminary);
        if (figure.IsDoubtful)
            return Statistics.Comparand.OfNotTestable(key, unit, NotTestableReason.InDoubt);
        return measure.Kind == "share" ? Share(measure, figure) : Mean(measure, figure);
    }

    private static Comparand Share(MeasureRow measure, Figure figure) => figure.Value is >= 0 and <= 100
        ? Statistics.Comparand.OfShare(
            Key(figure), figure.SubjectId,
            new ShareSample(figure.Value.Value / 100, figure.Respondents!.Value, figure.Invited), measure.RespondentFloor)
        : Statistics.Comparand.OfNotTestable(Key(figure), figure.SubjectId, NotTestableReason.InDoubt);

    private Comparand Mean(MeasureRow measure, Figure figure)
    {
        var (key, unit) = (Key(figure), figure.SubjectId);
        var spread = measure.QuestionKey is { } question ? answers[(subjectKeys[unit], question, figure.Period)].ToList() : [];
        if (spread.Count == 0 || spread.Exists(a => a.Share is null))
            return Statistics.Comparand.OfNotTestable(key, unit, NotTestableReason.MeanWithoutDistribution);
        var score = ScoreSample.FromDistribution(
            spread.Select(a => (a.Score, a.Share!.Value)), figure.Respondents!.Value, figure.Invited);
        return score is not null && score.AgreesWith(figure.Value!.Value, 0.5 * Math.Pow(10, -measure.Decimals))
            ? Statistics.Comparand.OfScore(key, unit, score, measure.RespondentFloor)
            : Statistics.Comparand.OfNotTestable(key, unit, NotTestableReason.InDoubt);
    }

    // A protected figure takes part: that too few answered is known.
    private static bool IsAbsent(Figure figure) => figure.Value is null && figure.State != ObservationState.Suppressed;

    private static bool IsWithoutBase(Figure figure) => figure is { Value: not null, Respondents: null };

    private static string Key(Figure figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.MeasureId}@{figure.Period}");
}
