using Portal.Data.Model;
using Portal.Data.Queries.Municipalities;

namespace Portal.Web.Downloads;

/// <summary>The files of the pages about municipalities.</summary>
internal static class MunicipalitySheets
{
    public static DataSheet<MunicipalityRow> List(IReadOnlyList<MunicipalityRow> rows) => new()
    {
        FileName = "kommuner",
        Source = Download.Join(rows.Select(r => r.Credit), "uppgift om källa saknas"),
        Licence = Download.Join(rows.Select(r => r.Licence), Download.NoLicence),
        Columns =
        [
            new("id", null, "Kommunens kod, fyra siffror.", r => r.Code),
            new("name", null, "Kommunens namn.", r => r.Name),
            new("county_code", null, "Länets kod, två siffror.", r => r.CountyCode),
            new("county_name", null, "Länets namn.", r => r.CountyName),
            new("population", "personer", "Antal invånare; tomt om källan inte anger det.", r => r.Population),
            new("population_date", null, "Dagen som invånarna räknades.", r => r.PopulationDate),
            new("units", "enheter", "Antal enheter i portalen, av alla ägare.", r => r.Units),
            new("made_up", null, "true om kommunen är påhittad.", r => r.IsSample),
            new("source", null, "Källans id.", r => r.SourceId),
            new("credit", null, "Hur källan vill anges.", r => r.Credit),
            new("licence", null, "Källans licens.", r => r.Licence),
        ],
        Rows = rows.ToAsyncEnumerable(),
    };

    public static DataSheet<MunicipalityFigure> Figures(MunicipalityView view) => new()
    {
        FileName = $"kommun-{view.Facts.Code}",
        Source = Download.Join(view.Figures.Where(f => !f.IsDerived).Select(f => f.Credit), view.Facts.Credit),
        Licence = Download.Join(view.Figures.Select(f => f.Licence), Download.NoLicence),
        Columns = FigureColumns.Of<MunicipalityFigure>(f => f),
        Rows = view.Figures.ToAsyncEnumerable(),
    };

    /// <summary>The figures of municipalities side by side. The verdicts are the page's: they belong to pairs, not to figures.</summary>
    public static DataSheet<Figure> Comparison(MunicipalityComparison.Result found, MunicipalityTable table)
    {
        var figures = table.Figures.ToList();
        return new()
        {
            FileName = "kommuner-jamforelse",
            Source = Download.Join(
                figures.Where(f => !f.IsDerived).Select(f => f.Credit), Download.Join(found.Municipalities.Select(m => m.Credit), "uppgift om källa saknas")),
            Licence = Download.Join(figures.Select(f => f.Licence), Download.NoLicence),
            Columns = FigureColumns.Of<Figure>(f => f),
            Rows = figures.ToAsyncEnumerable(),
        };
    }
}
