using Portal.Data.Model;
using Portal.Web.Text;

namespace Portal.Web.Downloads;

/// <summary>The columns of a figure with its passport: the same in every file that holds figures.</summary>
public static class FigureColumns
{
    /// <summary>The columns, for rows that are or hold a <see cref="Figure"/>.</summary>
    public static IReadOnlyList<Column<T>> Of<T>(Func<T, Figure> figure) =>
    [
        new("id", null, "Enhetens id, kommunens kod, gruppens id eller 0000 för hela landet.", r => figure(r).SubjectId),
        new("name", null, "Namnet på det som uppgiften gäller.", r => figure(r).SubjectName),
        new("scope", null, "Vad uppgiften gäller: unit (enhet), district (område), municipality (kommun), group (kommungrupp) eller country (landet).", r => figure(r).Scope),
        new("survey", null, "Undersökningens id; tomt om uppgiften inte kommer från en undersökning.", r => figure(r).SurveyId),
        new("survey_name", null, "Undersökningens namn.", r => figure(r).SurveyName),
        new("area", null, "Frågeområdet.", r => figure(r).Area),
        new("question", null, "Frågans id; en fråga med annan ordalydelse är en annan fråga.", r => figure(r).QuestionId),
        new("wording", null, "Frågan som den ställdes.", r => figure(r).Wording),
        new("measure", null, "Måttets id.", r => figure(r).MeasureId),
        new("measure_name", null, "Måttets namn.", r => figure(r).MeasureName),
        new("kind", null, "Slag av mått: share (andel), mean (medelvärde), count (antal) eller ratio (kvot).", r => figure(r).Kind),
        new("period", null, "Året; ett läsår anges med året det börjar. Tomt om källan inte anger årtal.", r => figure(r).Period == 0 ? null : figure(r).Period),
        new("period_kind", null, "Slag av period: round (undersökningsomgång), year (kalenderår), school_year (läsår) eller undated (årtal saknas).", r => figure(r).PeriodKind),
        new("sex", null, "T alla, K kvinnor och flickor, M män och pojkar.", r => figure(r).Sex),
        new("value", null, "Värdet i den enhet som kolumnen unit anger; tomt om värdet inte visas, se state.", r => figure(r).Value),
        new("unit", null, "Värdets enhet: percent (procent), score (betyg) eller det som räknas.", r => figure(r).Unit),
        new("scale_low", null, "Skalans lägsta värde, om det finns en skala.", r => figure(r).ScaleLow),
        new("scale_high", null, "Skalans högsta värde, om det finns en skala.", r => figure(r).ScaleHigh),
        new("state", null, "Varför värdet visas eller inte: published, preliminary, suppressed (skyddat: för få svar), not_asked, no_answer, not_applicable, missing eller not_in_round.", r => Words.StateCode(figure(r).State)),
        new("respondents", "personer", "Antal svarande; tomt om källan inte anger det.", r => figure(r).Respondents),
        new("invited", "personer", "Antal tillfrågade; tomt om källan inte anger det.", r => figure(r).Invited),
        new("response_rate", "percent", "Svarsfrekvens; tomt om källan inte anger den.", r => figure(r).ResponseRate),
        new("interval_low", "percent", "Undre gräns för andelens 95-procentiga intervall (Wilson); tomt för annat än andelar med känt antal svarande.", r => FigureInterval.Of(figure(r))?.Low),
        new("interval_high", "percent", "Övre gräns för samma intervall.", r => FigureInterval.Of(figure(r))?.High),
        new("derived", null, "true om portalen själv har beräknat värdet; det ska då inte tillskrivas källan.", r => figure(r).IsDerived),
        new("derivation", null, "Hur ett beräknat värde är beräknat.", r => figure(r).IsDerived ? figure(r).Derivation : null),
        new("doubtful", null, "true om källans egna siffror inte går ihop.", r => figure(r).IsDoubtful),
        new("published", null, "Dagen då källan publicerade omgången.", r => figure(r).PublishedOn),
        new("fetched", null, "Tiden (UTC) då portalen läste källans leverans.", r => figure(r).FetchedAt),
        new("changed_in_edition", null, "Utgåvan där uppgiften senast ändrades.", r => figure(r).EditionNumber),
        new("source", null, "Källans id.", r => figure(r).SourceId),
        new("source_name", null, "Källans namn.", r => figure(r).SourceName),
        new("credit", null, "Hur källan vill anges.", r => figure(r).IsDerived ? null : figure(r).Credit),
        new("licence", null, "Källans licens.", r => figure(r).Licence),
    ];
}
