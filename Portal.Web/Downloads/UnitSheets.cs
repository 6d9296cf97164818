using Portal.Data.Model;
using Portal.Data.Queries.Compare;
using Portal.Data.Queries.Units;
using Portal.Web.Links;

namespace Portal.Web.Downloads;

/// <summary>The files of the pages about units.</summary>
internal static class UnitSheets
{
    /// <summary>One row a unit, with its newest overall figure where it has one.</summary>
    public static DataSheet<UnitRow> List(UnitChoices.Result offered, IAsyncEnumerable<UnitRow> rows) => new()
    {
        FileName = "enheter",
        Source = Download.Join(offered.Sources.Select(s => s.Credit), "uppgift om källa saknas"),
        Licence = Download.Join(offered.Sources.Select(s => s.Licence), Download.NoLicence),
        Columns =
        [
            .. FigureColumns.Of<UnitRow>(u => u).Select(OfUnit),
            new("municipality_code", null, "Koden för kommunen som enheten ligger i.", u => u.MunicipalityCode),
            new("municipality_name", null, "Kommunens namn.", u => u.MunicipalityName),
            new("service_area", null, "Verksamhetsområdets id.", u => u.ServiceAreaId),
            new("service_area_name", null, "Verksamhetsområdets namn.", u => u.ServiceAreaName),
            new("ownership", null, "Ägare: kommunal, privat, ideell, regional eller statlig; tomt om källan inte anger det.",
                u => u.Ownership is { } code ? AddressWords.OwnershipWord(code) : null),
            new("provider", null, "Utförarens namn; tomt om källan inte anger det.", u => u.ProviderName),
            new("address", null, "Gatuadress; tomt om källan inte anger den.", u => u.Address),
            new("postal_code", null, "Postnummer; tomt om källan inte anger det.", u => u.PostalCode),
            new("listed", null, "true om enheten finns kvar i sitt register.", u => u.IsListed),
            new("made_up", null, "true om enheten är påhittad.", u => u.IsSample),
        ],
        Rows = rows,
    };

    /// <summary>Every figure of one unit.</summary>
    public static DataSheet<Figure> Unit(UnitProfile.Result profile)
    {
        var figures = profile.Figures().ToList();
        return Figures($"enhet-{profile.Unit.UnitId}", figures, profile.Unit.Credit);
    }

    /// <summary>The figures of units side by side. The verdicts are the page's: they belong to pairs, not to figures.</summary>
    public static DataSheet<Figure> Comparison(ComparisonTable table) =>
        Figures("jamforelse", [.. table.Figures], Download.Join(table.Units.Select(u => u.Credit), "uppgift om källa saknas"));

    private static DataSheet<Figure> Figures(string fileName, IReadOnlyList<Figure> figures, string ifNone) => new()
    {
        FileName = fileName,
        Source = figures.Any(f => !f.IsDerived) ? Download.Join(figures.Where(f => !f.IsDerived).Select(f => f.Credit), ifNone) : ifNone,
        Licence = Download.Join(figures.Select(f => f.Licence), Download.NoLicence),
        Columns = FigureColumns.Of<Figure>(f => f),
        Rows = figures.ToAsyncEnumerable(),
    };

    // A unit without an overall figure has itself and nothing more; "T" and "false" would look like figures.
    private static Column<UnitRow> OfUnit(Column<UnitRow> column) => column.Name is "id" or "name" or "scope"
        ? column
        : column with { Value = u => u.HasFigure ? column.Value(u) : null };
}
