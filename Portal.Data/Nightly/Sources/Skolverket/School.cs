using System.Globalization;
using System.Text.Json;
using Portal.Data.Model;
using Portal.Data.Nightly.Files;

namespace Portal.Data.Nightly.Sources.Skolverket;

/// <summary>
/// What Skolverket's answers say of a school unit. Null: the answer does not say. Names of headmasters, mail addresses and
/// telephone numbers are not taken.
/// </summary>
internal sealed record School
{
    /// <summary>Skolenhetsregistret's own answer, or the school unit of Planned Educations, or a row of a list: what goes before what.</summary>
    public required SchoolAnswer Answer { get; init; }
    public required string Code { get; init; }
    public string? Name { get; init; }
    public string? MunicipalityCode { get; init; }

    /// <summary>Types of school in capitals, such as GR.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary><c>AKTIV</c>, <c>VILANDE</c>, <c>UPPHORT</c> or <c>PLANERAD</c>.</summary>
    public string? Status { get; init; }
    public DateOnly? EndedOn { get; init; }

    /// <summary>The day that the register last changed anything of its own about the school.</summary>
    public DateOnly? ChangedOn { get; init; }
    public string? Ownership { get; init; }
    public string? OwnerName { get; init; }
    public string? OwnerNumber { get; init; }
    public string? Address { get; init; }
    public string? PostalCode { get; init; }
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }

    /// <summary>It lies abroad, or is no school but where others' figures are gathered.</summary>
    public bool IsNoSchoolHere { get; init; }

    /// <summary>This answer, with another's words where this one has none.</summary>
    public School Over(School other) => this with
    {
        Name = Name ?? other.Name,
        MunicipalityCode = MunicipalityCode ?? other.MunicipalityCode,
        Forms = Forms.Count > 0 ? Forms : other.Forms,
        Status = Status ?? other.Status,
        EndedOn = EndedOn ?? other.EndedOn,
        ChangedOn = ChangedOn ?? other.ChangedOn,
        Ownership = Ownership ?? other.Ownership,
        OwnerName = OwnerName ?? other.OwnerName,
        OwnerNumber = OwnerNumber ?? other.OwnerNumber,
        Address = Address ?? other.Address,
        PostalCode = PostalCode ?? other.PostalCode,
        Latitude = Latitude ?? other.Latitude,
        Longitude = Longitude ?? other.Longitude,
        IsNoSchoolHere = IsNoSchoolHere || other.IsNoSchoolHere,
    };

    /// <summary>The schools that an answer names; none when it is an answer about something else.</summary>
    public static IEnumerable<School> Of(JsonElement body)
    {
        if (body.Part("data") is { } data)
        {
            if (data.Part("attributes") is { ValueKind: JsonValueKind.Object } attributes && data.Text("schoolUnitCode") is { Length: > 0 } code)
                return [OfRegister(code, body, attributes)];
            return data.Items("attributes").Select(OfRegisterList);
        }
        if (body.Part("_embedded") is { } page)
            return page.Items("listedSchoolUnits").Select(OfEducation).Concat(page.Items("compactSchoolUnits").Select(OfCompact));
        return body.Text("code") is not null && body.Part("typeOfSchooling") is not null ? [OfEducation(body)] : [];
    }

    private static School OfRegister(string code, JsonElement body, JsonElement attributes)
    {
        var owner = body.Part("included")?.Part("attributes");
        var address = Best(attributes, "addresses", "BESOKSADRESS");
        var place = address?.Part("geoCoordinates");
        return new School
        {
            Answer = SchoolAnswer.Register,
            Code = code,
            Name = Word(attributes, "displayName"),
            MunicipalityCode = Word(attributes, "municipalityCode"),
            Forms = [.. attributes.Items("schoolTypes").Select(t => t.GetString() ?? "").Where(t => t.Length > 0)],
            Status = Word(attributes, "status"),
            EndedOn = Day(attributes.Text("endDate")),
            ChangedOn = body.Part("meta") is { } meta ? Day(meta.Text("modified")) : null,
            Ownership = owner is { } o ? OwnershipOf(o.Text("organizerType")) : null,
            OwnerName = owner is { } named ? Word(named, "displayName") : null,
            OwnerNumber = body.Part("included")?.Text("organizationNumber"),
            Address = address is { } street ? Word(street, "streetAddress") : null,
            PostalCode = address is { } postal ? Word(postal, "postalCode") : null,
            Latitude = place is { } north ? Degrees(north.Text("latitude")) : null,
            Longitude = place is { } east ? Degrees(east.Text("longitude")) : null,
            IsNoSchoolHere = attributes.Text("schoolUnitType") is "UTLAND" or "CENTRAL",
        };
    }

    private static School OfRegisterList(JsonElement row) => new()
    {
        Answer = SchoolAnswer.List,
        Code = row.Text("schoolUnitCode") ?? "",
        Name = Word(row, "name"),
        Status = Word(row, "status"),
    };

    private static School OfEducation(JsonElement unit)
    {
        var address = unit.Part("contactInfo") is { } contact ? Best(contact, "addresses", "VISITING_ADDRESS") : null;
        return new School
        {
            Answer = unit.Part("contactInfo") is null ? SchoolAnswer.List : SchoolAnswer.Education,
            Code = unit.Text("code") ?? "",
            Name = Word(unit, "name"),
            MunicipalityCode = Word(unit, "geographicalAreaCode"),
            Forms = [.. unit.Items("typeOfSchooling").Select(t => (t.Text("code") ?? "").ToUpperInvariant()).Where(t => t.Length > 0)],
            Ownership = OwnershipOf(unit.Text("principalOrganizerType")),
            OwnerName = Word(unit, "corporationName"),
            OwnerNumber = unit.Text("organisationRegistryNumber"),
            Address = address is { } street ? Word(street, "street") : null,
            PostalCode = address is { } postal ? Word(postal, "zipCode") : null,
            Latitude = Degrees(unit.Text("wgs84_Lat")),
            Longitude = Degrees(unit.Text("wgs84_Long")),
            IsNoSchoolHere = IsAbroad(unit),
        };
    }

    private static School OfCompact(JsonElement unit) => new()
    {
        Answer = SchoolAnswer.List,
        Code = unit.Text("schoolUnitCode") ?? "",
        Name = Word(unit, "schoolUnitName"),
        Latitude = Degrees(unit.Text("wgs84Latitude")),
        Longitude = Degrees(unit.Text("wgs84Longitude")),
        IsNoSchoolHere = IsAbroad(unit),
    };

    private static JsonElement? Best(JsonElement element, string list, string type)
    {
        var addresses = element.Items(list).ToList();
        return addresses.Count == 0 ? null : addresses.Find(a => a.Text("type") == type) is { ValueKind: JsonValueKind.Object } visited ? visited : addresses[0];
    }

    private static string? OwnershipOf(string? type) => type switch
    {
        "KOMMUN" or "KOMMFORB" or "Kommunal" => Ownerships.Municipal,
        "REGION" or "Region" => Ownerships.Regional,
        "STAT" or "SAME" or "SPECIAL" or "Statlig" or "Sameskolan" => Ownerships.State,
        "ENSKILD" or "HMANUTL" or "Fristående" => Ownerships.Private,
        _ => null,
    };

    private static bool IsAbroad(JsonElement unit) => unit.TryGetProperty("abroadSchool", out var abroad) && abroad.ValueKind == JsonValueKind.True;

    private static string? Word(JsonElement element, string name) => element.Text(name)?.Trim() is { Length: > 0 } word ? word : null;

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // 0 is what the API writes for a place that it does not know.
    private static double? Degrees(string? text) =>
        text is not null && Cells.TryNumber(text, "auto", out var value) && value is > 0 and < 180 ? value : null;
}

/// <summary>Which answer it was: the more it says of a school, the later it stands here.</summary>
internal enum SchoolAnswer
{
    /// <summary>A row of a list.</summary>
    List,

    /// <summary>A school unit of Planned Educations.</summary>
    Education,

    /// <summary>A school unit of Skolenhetsregistret.</summary>
    Register,
}
