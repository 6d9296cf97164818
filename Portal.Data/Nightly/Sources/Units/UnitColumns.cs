using Portal.Data.Model;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Units;

/// <summary>The fields of the current row of a register, with the profile's constants and codes put in.</summary>
internal sealed class UnitColumns
{
    private readonly UnitsProfile profile;
    private readonly Dictionary<string, int> at;

    public UnitColumns(TableFile file, UnitsProfile profile)
    {
        File = file;
        this.profile = profile;
        at = new()
        {
            ["unit_id"] = file.Need("unit_id", profile.Columns),
            ["name"] = file.Need("name", profile.Columns),
            ["municipality_code"] = profile.Constants.ContainsKey("municipality_code") ? -1 : file.Need("municipality_code", profile.Columns),
            ["service_area"] = profile.Constants.ContainsKey("service_area") ? -1 : file.Need("service_area", profile.Columns),
        };
        foreach (var field in new[] { "provider", "ownership", "organisation_number", "address", "postal_code", "latitude", "longitude" })
            at[field] = file.Find(field, profile.Columns);
    }

    public TableFile File { get; }

    public string OutsideId => Text("unit_id");

    public string UnitId => profile.IdPrefix + OutsideId;

    public string Name => Text("name");

    public string MunicipalityCode => Cells.MunicipalityCode(Text("municipality_code"));

    public string ServiceArea => Text("service_area");

    public string Ownership => Text("ownership");

    public string Address => Text("address");

    public string ProviderName => Text("provider");

    public UnitRow ToUnit() => new()
    {
        UnitId = UnitId,
        MunicipalityCode = MunicipalityCode,
        ServiceAreaId = ServiceArea,
        Ownership = NullIfEmpty(Ownership),
        Name = Name,
        SortKey = SearchNames.SortKey(Name),
        SearchName = SearchNames.SearchName(Name),
        Address = NullIfEmpty(Address),
        PostalCode = UnitFacts.PostalCode(Text("postal_code")),
        Latitude = Coordinate("latitude"),
        Longitude = Coordinate("longitude"),
        IsListed = true,
        SourceId = "",
    };

    /// <summary>Who runs the unit; null when neither the row nor the profile says.</summary>
    public ProviderRow? Provider(UnitRow unit, Picture picture)
    {
        var number = UnitFacts.OrganisationNumber(Text("organisation_number"));
        var name = ProviderName;
        if (name.Length == 0 && profile.ProviderNames.TryGetValue(Ownership, out var template)
            && !(number is null && template.Contains("{organisation_number}", StringComparison.Ordinal)))
        {
            name = template
                .Replace("{municipality}", picture.Municipalities[unit.MunicipalityCode].Name, StringComparison.Ordinal)
                .Replace("{organisation_number}", number, StringComparison.Ordinal);
        }
        if (name.Length == 0)
            return null;
        return UnitFacts.Provider(name, number, unit.Ownership, sourceId: "");
    }

    private double? Coordinate(string field) =>
        Cells.TryNumber(Text(field), File.Profile.DecimalSign, out var value) && value is > -180 and < 180 ? value : null;

    private string Text(string field)
    {
        if (profile.Constants.TryGetValue(field, out var constant))
            return constant;
        var text = File[at[field]];
        return profile.Codes.TryGetValue(field, out var codes) && codes.TryGetValue(text, out var ours) ? ours : text;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
