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
        PostalCode = PostalCodeOf(Text("postal_code")),
        Latitude = Coordinate("latitude"),
        Longitude = Coordinate("longitude"),
        IsListed = true,
        SourceId = "",
    };

    /// <summary>Who runs the unit; null when neither the row nor the profile says.</summary>
    public ProviderRow? Provider(UnitRow unit, Picture picture)
    {
        var number = OrganisationNumber();
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
        var key = number ?? SearchNames.SearchName(name);
        return new ProviderRow
        {
            ProviderId = key.Replace(' ', '-'),
            Name = name,
            SortKey = SearchNames.SortKey(name),
            SearchName = SearchNames.SearchName(name),
            Ownership = unit.Ownership,
            OrganisationNumber = number,
            SourceId = "",
        };
    }

    // The organisation number of a person's own business is that person's identity number, which is nobody's to
    // publish. A legal person's number has at least 20 in its third and fourth figures.
    private string? OrganisationNumber()
    {
        var digits = string.Concat(Text("organisation_number").Where(char.IsAsciiDigit));
        return digits.Length == 10 && digits[2] >= '2' ? $"{digits[..6]}-{digits[6..]}" : null;
    }

    // Spreadsheets make 293 24 into 29324.0.
    private static string? PostalCodeOf(string text)
    {
        var digits = text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text.Replace(" ", "", StringComparison.Ordinal);
        return digits.Length == 5 && digits.All(char.IsAsciiDigit) ? $"{digits[..3]} {digits[3..]}" : null;
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
