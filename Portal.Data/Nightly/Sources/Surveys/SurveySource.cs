using System.Globalization;
using Portal.Data.Disclosure;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Surveys;

/// <summary>
/// A survey: questions, reports, then answers and figures in one pass each. Answers come first, since a figure that
/// contradicts its own distribution is marked when it is staged.
/// </summary>
internal sealed class SurveySource : ISource
{
    public void Read(SourceReading reading)
    {
        var survey = reading.Profile.Survey!;
        reading.KeepSource();
        KeepSurvey(reading);
        var questions = SurveyQuestions.Read(reading);
        reading.Progress("Frågorna är lästa");
        var reports = SurveyReports.Read(reading);
        if (reports.Count > 0)
            reading.Progress($"{reports.Count.ToString(CultureInfo.InvariantCulture)} rapporter är lästa och deras enheter sökta");
        var work = new SurveyWork(reading, questions, reports, RoundRepeats.Read(reading), new Floors
        {
            Respondents = survey.RespondentFloor,
            Rate = survey.RateFloor,
            Answer = survey.AnswerFloor,
            SourceKeepsFloor = survey.SourceKeepsFloor,
        });
        foreach (var answers in survey.AnswersByYear.Where(a => reading.Has(a.File)))
            SurveyAnswers.Read(work, answers);
        foreach (var figures in survey.FiguresByYear.Where(f => reading.Has(f.File)))
            SurveyFigures.Read(work, figures);
        SurveyDerivations.Derive(work);
        foreach (var round in work.QuestionRounds)
            reading.Picture.QuestionRounds.Add(round);
        reading.Picture.QuestionRounds.RemoveWhere(r =>
            reading.Picture.Questions[r.QuestionKey].SurveyId == survey.Id && !work.QuestionRounds.Contains(r));
    }

    private static void KeepSurvey(SourceReading reading)
    {
        var survey = reading.Profile.Survey!;
        var picture = reading.Picture;
        if (!picture.ServiceAreas.ContainsKey(survey.ServiceArea))
            throw new SourceFaultException($"Profilen för {survey.Name}: verksamhetsområdet \"{survey.ServiceArea}\" är okänt. Välj bland {string.Join(", ", picture.ServiceAreas.Keys.Order(StringComparer.Ordinal))}.");
        if (survey.Municipality is { } code && !picture.Municipalities.ContainsKey(code))
            throw new SourceFaultException($"Profilen för {survey.Name}: kommunen {code} är okänd. Läs in kommunerna först.");
        if (picture.Surveys.TryGetValue(survey.Id, out var known) && known.SourceId != reading.SourceId)
            throw new SourceFaultException($"Undersökningen {survey.Id} finns redan i källan {known.SourceId}. Ge den ett annat id i profilen.");
        picture.Surveys[survey.Id] = new SurveyRow
        {
            SurveyId = survey.Id,
            Name = survey.Name,
            ServiceAreaId = survey.ServiceArea,
            MunicipalityCode = survey.Municipality,
            Asked = survey.Asked,
            Description = survey.Description,
            RespondentFloor = survey.RespondentFloor,
            RateFloor = survey.RateFloor,
            AnswerFloor = survey.AnswerFloor,
            SourceId = reading.SourceId,
        };
        foreach (var round in survey.Rounds)
        {
            picture.Rounds[(survey.Id, round.Period)] = new SurveyRoundRow
            {
                SurveyId = survey.Id,
                Period = round.Period,
                Name = round.Name ?? round.Period.ToString(CultureInfo.InvariantCulture),
                AskedFrom = round.AskedFrom,
                AskedTo = round.AskedTo,
                PublishedOn = round.PublishedOn,
                IsPreliminary = round.Preliminary,
            };
        }
        if (survey.Scale is not { } scale)
            return;
        picture.Scales[scale.Id] = new AnswerScaleRow { ScaleId = scale.Id, Name = scale.Name };
        foreach (var (answer, number) in scale.Answers.Select((a, i) => (a, i + 1)))
        {
            picture.Options[(scale.Id, number)] = new AnswerOptionRow
            {
                ScaleId = scale.Id,
                Answer = number,
                Label = answer.Label,
                Score = answer.Score,
                IsPositive = answer.Positive,
            };
        }
    }
}
