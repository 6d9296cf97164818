using Portal.Data.Disclosure;
using Portal.Data.Model;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Surveys;

/// <summary>Reads a file of answer distributions: a row a unit and question, a column an answer.</summary>
internal static class SurveyAnswers
{
    // Shares are rounded one by one; with six answers the sum may be off by three at most.
    private const double SumTolerance = 3;

    public static void Read(SurveyWork work, AnswersProfile profile)
    {
        var reading = work.Reading;
        using var file = reading.Open(profile.File);
        var columns = RowColumns.Of(work, file, profile, profile.Questions.Count > 0);
        var questions = profile.Questions.Count == 0 ? [new Answered(null, file, profile, "")]
            : profile.Questions.Select(q => new Answered(q.Key, file, profile, q.Value + HeaderRows.Joint)).ToList();
        var scale = new ShareScale(file, profile.Shares);
        // Where figures stand in the same file the row is one: answers are not taken of a row whose figures do not hold.
        var figures = work.Survey.FiguresByYear.Where(f => f.File == profile.File).Select(f => new FigureColumns(work, file, f)).ToList();

        while (file.Read())
        {
            if (!work.TryResolve(file, columns, out var row) || !questions.TrueForAll(q => q.Read(work, file, scale)) || !figures.TrueForAll(f => f.Read()))
                continue;
            foreach (var question in questions.Where(q => q.Shares.Any(s => s is not null)))
                Take(work, file, work.Asking(row, question.Id), question.Columns, question.Shares);
            if (work.Delivery.RowsRead % 20_000 == 0)
                reading.Progress($"{file.Name}, rad {file.Line}");
        }
        scale.Check();
    }

    private static void Take(SurveyWork work, TableFile file, ResolvedRow row, (int Column, int Answer)[] answers, double?[] shares)
    {
        if (work.Delivery.HasAnswers(row.SubjectKey, row.Question, row.Fields.Period, row.Fields.Sex))
        {
            work.Delivery.Reject(file, "Dubblett", "Svaren för samma enhet, fråga, omgång och kön står längre upp.");
            return;
        }
        var sum = Sum(answers, shares, work.Survey.Scale!.Answers);
        work.Distributions[(row.SubjectKey, row.Question, row.Fields.Period, row.Fields.Sex)] = sum;
        if (!IsWhole(sum))
            work.Delivery.Remark(file, "Svarens andelar går inte ihop till 100 procent", $"Summan är {sum.All:0}.");
        Stage(work, row, answers, shares, sum.Scored);
    }

    /// <summary>Whether the shares add up to all, as near as rounding lets them.</summary>
    public static bool IsWhole(DistributionSum sum) => Math.Abs(sum.All - 100) <= SumTolerance;

    private static DistributionSum Sum((int Column, int Answer)[] answers, double?[] shares, IReadOnlyList<AnswerProfile> options)
    {
        double all = 0, positive = 0, scored = 0, points = 0;
        for (var i = 0; i < answers.Length; i++)
        {
            var option = options[answers[i].Answer - 1];
            var share = shares[i] ?? 0;
            all += share;
            if (option.Positive)
                positive += share;
            if (option.Score is { } score)
            {
                scored += share;
                points += share * score;
            }
        }
        return new DistributionSum(all, positive, scored, scored > 0 ? points / scored : null);
    }

    private static void Stage(SurveyWork work, ResolvedRow row, (int Column, int Answer)[] answers, double?[] shares, double scored)
    {
        var fields = row.Fields;
        var given = SurveyFigures.Given(work, fields, hasValue: true);
        var floors = work.FloorsOf(fields.Scope);
        var state = PrimarySuppression.OfFigure(given, fields.Respondents, null, fields.ResponseRate, isOneSex: false, floors);
        for (var i = 0; i < answers.Length; i++)
        {
            var answer = PrimarySuppression.OfAnswer(state, shares[i], scored, fields.Respondents, floors);
            work.Delivery.Answer(new AnswerRow
            {
                SourceNumber = work.Delivery.SourceNumber,
                SubjectKey = row.SubjectKey,
                QuestionKey = row.Question,
                Period = fields.Period,
                Sex = fields.Sex,
                Answer = answers[i].Answer,
                State = (byte)answer,
                Share = answer is ObservationState.Published or ObservationState.Preliminary ? shares[i] : null,
            });
        }
    }

    /// <summary>The columns of one question's answers, and their shares in the current row.</summary>
    private sealed class Answered
    {
        public Answered(string? id, TableFile file, AnswersProfile profile, string beginning)
        {
            Id = id;
            Columns = [.. profile.Values.Select(v => (file.Column(beginning + v.Key), v.Value)).OrderBy(a => a.Value)];
            Shares = new double?[Columns.Length];
        }

        public string? Id { get; }

        public (int Column, int Answer)[] Columns { get; }

        public double?[] Shares { get; }

        public bool Read(SurveyWork work, TableFile file, ShareScale scale)
        {
            Array.Clear(Shares);
            // With a sign in place of one share the distribution is not whole, and the sign says why.
            if (Columns.Any(c => work.Signs.Contains(file[c.Column])))
                return true;
            for (var i = 0; i < Columns.Length; i++)
            {
                var text = file[Columns[i].Column];
                if (text.Length == 0)
                    continue;
                if (!scale.TryRead(text, Columns[i].Column, out var share) || share is < 0 or > 100)
                {
                    work.Delivery.Reject(file, "Svarets andel är ingen procentsats", text);
                    return false;
                }
                Shares[i] = share;
            }
            return true;
        }
    }
}
