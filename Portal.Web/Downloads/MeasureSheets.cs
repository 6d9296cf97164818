using Portal.Data.Queries.Measures;
using Portal.Web.Links;

namespace Portal.Web.Downloads;

/// <summary>The files of the pages about measures.</summary>
internal static class MeasureSheets
{
    /// <summary>One row a measure.</summary>
    public static DataSheet<MeasureList.Item> List(MeasureList.Result list) => new()
    {
        FileName = "matt",
        Source = Download.Join(list.Measures.Select(m => m.Measure.Credit), "uppgift om källa saknas"),
        Licence = Download.Join(list.Measures.Select(m => m.Measure.Licence), Download.NoLicence),
        Columns =
        [
            new("id", null, "Måttets id.", m => m.Measure.MeasureId),
            new("name", null, "Måttets namn.", m => m.Measure.MeasureName),
            new("service_area", null, "Verksamhetsområdets id; tomt för ett mått utan verksamhetsområde.", m => m.Place.ServiceAreaId),
            new("service_area_name", null, "Verksamhetsområdets namn.", m => m.Place.ServiceAreaName),
            new("survey", null, "Undersökningens id; tomt om måttet inte kommer från en undersökning.", m => m.Measure.SurveyId),
            new("survey_name", null, "Undersökningens namn.", m => m.Measure.SurveyName),
            new("area", null, "Frågeområdet.", m => m.Measure.Area),
            new("question", null, "Frågans id; en fråga med annan ordalydelse är en annan fråga.", m => m.Measure.QuestionId),
            new("wording", null, "Frågan som den ställdes.", m => m.Measure.Wording),
            new("kind", null, "Slag av mått: share (andel), mean (medelvärde), count (antal) eller ratio (kvot).", m => m.Measure.Kind),
            new("unit", null, "Värdets enhet: percent (procent), score (betyg) eller det som räknas.", m => m.Measure.Unit),
            new("scale_low", null, "Skalans lägsta värde, om det finns en skala.", m => m.Measure.ScaleLow),
            new("scale_high", null, "Skalans högsta värde, om det finns en skala.", m => m.Measure.ScaleHigh),
            new("period_kind", null, "Slag av period: round (undersökningsomgång), year (kalenderår), school_year (läsår) eller undated (årtal saknas).", m => m.Measure.PeriodKind),
            new("unit_period", null, "Året som måttets sida börjar med för enheter; tomt om inga enheter mäts eller årtal saknas.", m => Period(m.Units)),
            new("units", "enheter", "Antal enheter med en siffra det året.", m => m.Units?.Figures),
            new("municipality_period", null, "Året som måttets sida börjar med för kommuner; tomt om inga kommuner mäts eller årtal saknas.", m => Period(m.Municipalities)),
            new("municipalities", "kommuner", "Antal kommuner med en siffra det året.", m => m.Municipalities?.Figures),
            new("source", null, "Källans id.", m => m.Measure.SourceId),
            new("source_name", null, "Källans namn.", m => m.Measure.SourceName),
            new("credit", null, "Hur källan vill anges.", m => m.Measure.Credit),
            new("licence", null, "Källans licens.", m => m.Measure.Licence),
            new("made_up", null, "true om källans uppgifter är påhittade.", m => m.Place.IsSample),
        ],
        Rows = list.Measures.ToAsyncEnumerable(),
    };

    /// <summary>Every figure of one measure in one year: all units, all municipalities and the country.</summary>
    public static DataSheet<PlacedFigure> Measure(MeasureRow measure, MeasureFigures.Result figures)
    {
        List<PlacedFigure> rows = [.. figures.Units, .. figures.Municipalities];
        if (figures.Country is { } country)
            rows.Add(new PlacedFigure { Figure = country });
        return new DataSheet<PlacedFigure>
        {
            FileName = $"matt-{measure.MeasureId}",
            Source = measure.Credit,
            Licence = measure.Licence ?? Download.NoLicence,
            Columns =
            [
                .. FigureColumns.Of<PlacedFigure>(f => f.Figure),
                new("municipality_code", null, "Koden för kommunen som enheten ligger i, eller för kommunen själv.", f => f.MunicipalityCode),
                new("municipality_name", null, "Kommunens namn.", f => f.MunicipalityName),
                new("ownership", null, "Ägare: kommunal, privat, ideell, regional eller statlig; tomt om källan inte anger det.",
                    f => f.Ownership is { } code ? AddressWords.OwnershipWord(code) : null),
                new("made_up", null, "true om enheten eller kommunen är påhittad.", f => f.IsSample),
            ],
            Rows = rows.ToAsyncEnumerable(),
        };
    }

    private static int? Period(MeasureCount? count) => count is { Period: > 0 and var year } ? year : null;
}
