using Portal.Data.Queries.Surveys;

namespace Portal.Web.Downloads;

/// <summary>The files of the pages about surveys.</summary>
internal static class SurveySheets
{
    /// <summary>One row a round of a survey; a survey without rounds has none.</summary>
    public static DataSheet<(SurveyFacts Survey, RoundRow Round)> Rounds(IReadOnlyList<SurveyWithRounds> surveys) => new()
    {
        FileName = "undersokningar",
        Source = Download.Join(surveys.Select(s => s.Survey.Credit), "uppgift om källa saknas"),
        Licence = Download.Join(surveys.Select(s => s.Survey.Licence), Download.NoLicence),
        Columns = [.. OfSurvey<(SurveyFacts Survey, RoundRow Round)>(r => r.Survey), .. OfRound<(SurveyFacts Survey, RoundRow Round)>(r => r.Round)],
        Rows = surveys.SelectMany(s => s.Rounds.Select(r => (s.Survey, r))).ToAsyncEnumerable(),
    };

    /// <summary>One row a question and round that it was asked in.</summary>
    public static DataSheet<AskedQuestion> Questions(SurveyProfile.Result found) => new()
    {
        FileName = $"undersokning-{found.Survey.SurveyId}",
        Source = found.Survey.Credit,
        Licence = Download.Join([found.Survey.Licence], Download.NoLicence),
        Columns =
        [
            .. OfSurvey<AskedQuestion>(q => q.Survey),
            .. OfRound<AskedQuestion>(q => q.Round),
            new("area", null, "Frågeområdet.", q => q.Question.Area),
            new("question", null, "Frågans id; en fråga med annan ordalydelse är en annan fråga.", q => q.Question.QuestionId),
            new("wording", null, "Frågan som den ställdes.", q => q.Question.Wording),
            new("quality_factor", null, "Kvalitetsfaktorn som frågan hör till; tomt om ingen är angiven.", q => q.Question.FactorName),
            new("measures", null, "Id för det som mäts av frågan, åtskilda av mellanslag.", q => string.Join(' ', q.Question.Measures.Select(m => m.MeasureId))),
            new("replaces", null, "Id för frågan som den ersatte; åren före går inte att jämföra med åren efter.", q => q.Replaced?.QuestionId),
            new("earlier_wording", null, "Hur den ersatta frågan löd.", q => q.Replaced?.Wording),
        ],
        Rows = found.Asked.ToAsyncEnumerable(),
    };

    private static IEnumerable<Column<T>> OfSurvey<T>(Func<T, SurveyFacts> survey) =>
    [
        new("id", null, "Undersökningens id.", r => survey(r).SurveyId),
        new("name", null, "Undersökningens namn.", r => survey(r).Name),
        new("asked", null, "Vilka som får frågorna.", r => survey(r).Asked),
        new("description", null, "Hur undersökningen går till; tomt om källan inte säger det.", r => survey(r).Description),
        new("service_area", null, "Verksamhetsområdets id.", r => survey(r).ServiceAreaId),
        new("service_area_name", null, "Verksamhetsområdets namn.", r => survey(r).ServiceAreaName),
        new("municipality_code", null, "Koden för den enda kommun som undersökningen görs i; tomt om den görs i flera.", r => survey(r).MunicipalityCode),
        new("municipality_name", null, "Den kommunens namn.", r => survey(r).MunicipalityName),
        new("respondent_floor", "personer", "Minsta antal svarande bakom en siffra som visas.", r => survey(r).RespondentFloor),
        new("rate_floor", "percent", "Lägsta svarsfrekvens bakom en siffra som visas; tomt om det inte finns någon sådan gräns.", r => survey(r).RateFloor),
        new("answer_floor", "personer", "Minsta antal personer bakom ett svarsalternativ som visas; tomt om det inte finns någon sådan gräns.", r => survey(r).AnswerFloor),
        new("source", null, "Källans id.", r => survey(r).SourceId),
        new("source_name", null, "Källans namn.", r => survey(r).SourceName),
        new("publisher", null, "Vem som ger ut källan.", r => survey(r).Publisher),
        new("credit", null, "Hur källan vill anges.", r => survey(r).Credit),
        new("licence", null, "Källans licens.", r => survey(r).Licence),
        new("made_up", null, "true om undersökningen är påhittad.", r => survey(r).IsSample),
    ];

    private static IEnumerable<Column<T>> OfRound<T>(Func<T, RoundRow> round) =>
    [
        new("period", null, "Året som omgången räknas till.", r => round(r).Period),
        new("round_name", null, "Omgångens namn.", r => round(r).Name),
        new("asked_from", null, "Första dagen som frågorna gick att besvara; tomt om källan inte säger det.", r => round(r).AskedFrom),
        new("asked_to", null, "Sista dagen; tomt om källan inte säger det.", r => round(r).AskedTo),
        new("published", null, "Dagen då källan publicerade omgången.", r => round(r).PublishedOn),
        new("preliminary", null, "true om omgångens siffror kan ändras.", r => round(r).IsPreliminary),
        new("units", "enheter", "Antal enheter som var med.", r => round(r).Units),
        new("units_shown", "enheter", "Antal enheter med någon siffra som visas.", r => round(r).UnitsShown),
        new("units_counted", "enheter", "Antal enheter där både svarande och tillfrågade är kända.", r => round(r).UnitsCounted),
        new("respondents", "personer", "Svarande i de enheterna: portalens egen summa av flest svar på någon fråga i varje enhet.", r => round(r).Respondents),
        new("invited", "personer", "Tillfrågade i de enheterna: portalens egen summa.", r => round(r).Invited),
        new("response_rate", "percent", "Svarande av tillfrågade i de enheterna: portalens egen beräkning.", r => round(r).ResponseRate),
        new("units_with_respondents", "enheter", "Antal enheter där antalet svarande är känt.", r => round(r).UnitsWithRespondents),
        new("all_respondents", "personer", "Svarande i de enheterna: portalens egen summa.", r => round(r).AllRespondents),
    ];
}
