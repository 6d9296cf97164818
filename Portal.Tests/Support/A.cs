using System.Text;
using Portal.Data.Model;

namespace Portal.Tests.Support;

/// <summary>
/// Made-up rows with defaults, so that a test names only what it is about. What a row points at is assumed when
/// the test does not make it: <c>A.Observation("e-1", "andel", 2024, 80)</c> stands alone. Order does not matter.
/// </summary>
public static partial class A
{
    /// <summary>The municipality that units lie in unless a test says another.</summary>
    public const string HomeCode = "9901";

    /// <summary>The service area of units and surveys unless a test says another.</summary>
    public const string HomeArea = "forskola";

    /// <summary>The source of everything unless a test says another.</summary>
    public const string HomeSource = "provkalla";

    /// <summary>The survey of questions unless a test says another.</summary>
    public const string HomeSurvey = "provenkat";

    /// <summary>
    /// The number that stands for an id in the tables (FNV-1a). Its order has nothing to do with the ids', so a
    /// query that forgets to sort is found out.
    /// </summary>
    public static int Key(string id)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(id))
            hash = unchecked((hash ^ b) * 16777619u);
        return (int)(hash & 0x7fffffff);
    }

    /// <summary>The number of a unit's, a municipality's or another subject's figures.</summary>
    public static int SubjectKey(string id, string scope = "unit") => Key($"{scope}:{id}");

    public static Made Source(
        string id = HomeSource, string name = "Provkällan", string publisher = "Provinstitutet", string? credit = null,
        string? licence = "CC0", string? licenceAddress = null, string? address = null, string? cadence = null,
        bool isSample = false) =>
        new Made().Row("rpt.source", 1,
            ("source_id", id), ("name", name), ("publisher", publisher), ("credit", credit ?? $"Källa: {name}"),
            ("licence", licence), ("licence_address", licenceAddress), ("address", address), ("cadence", cadence),
            ("is_sample", isSample));

    public static Made Municipality(
        string code = HomeCode, string? name = null, int? population = 12_000, string? populationDate = "2024-12-31",
        string? countyCode = "99", string? countyName = "Provlän", bool isSample = false, string source = HomeSource)
    {
        name ??= code == HomeCode ? "Provköping" : $"Kommun {code}";
        return new Made().Row("rpt.municipality", 1,
                ("municipality_code", code), ("name", name), ("sort_key", SortKey(name)), ("search_name", SearchName(name)),
                ("county_code", countyCode), ("county_name", countyName), ("population", population),
                ("population_date", population is null ? null : populationDate), ("is_sample", isSample), ("source_id", source))
            .With(Subject("municipality", code, name, municipality: code))
            .Assume(Source(source));
    }

    public static Made Neighbour(string code, string neighbour) =>
        new Made().Row("rpt.municipality_neighbour", 2, ("municipality_code", code), ("neighbour_code", neighbour))
            .Assume(Municipality(code)).Assume(Municipality(neighbour));

    /// <summary>A group of municipalities; members are their codes.</summary>
    public static Made Group(
        string id, string? name = null, string kind = "skr", string? of = null, int? period = null,
        string source = HomeSource, params string[] members)
    {
        name ??= $"Grupp {id}";
        var made = new Made().Row("rpt.municipality_group", 1,
                ("group_id", id), ("name", name), ("sort_key", SortKey(name)), ("kind", kind), ("of_municipality_code", of),
                ("period", period), ("source_id", source))
            .With(Subject("group", id, name, group: id))
            .Assume(Source(source));
        foreach (var member in members)
        {
            made.Row("rpt.municipality_group_member", 2, ("group_id", id), ("municipality_code", member))
                .Assume(Municipality(member));
        }
        return of is null ? made : made.Assume(Municipality(of));
    }

    public static Made Country() => Subject("country", "0000", "Riket");

    public static Made Area(string id = HomeArea, string? name = null, string? word = null, int order = 1)
    {
        name ??= id == HomeArea ? "Förskola" : $"Område {id}";
        return new Made().Row("rpt.service_area", 1,
            ("service_area_id", id), ("name", name), ("unit_word", word ?? (id == HomeArea ? "förskola" : "enhet")),
            ("sort_order", order));
    }

    public static Made Provider(
        string id, string? name = null, string? ownership = "municipal", string? organisationNumber = null,
        string source = HomeSource)
    {
        name ??= $"Utförare {id}";
        return new Made().Row("rpt.provider", 1,
                ("provider_id", id), ("name", name), ("sort_key", SortKey(name)), ("search_name", SearchName(name)),
                ("ownership", ownership), ("organisation_number", organisationNumber), ("source_id", source))
            .Assume(Source(source));
    }

    /// <summary>A unit; the headline is the measure, and the period, whose figure the lists show.</summary>
    public static Made Unit(
        string id, string? name = null, string municipality = HomeCode, string area = HomeArea,
        string? ownership = "municipal", string? provider = null, string? address = null, string? postalCode = null,
        bool isListed = true, string? headline = null, int? headlinePeriod = null, string source = HomeSource,
        double? latitude = null, double? longitude = null)
    {
        name ??= $"Enheten {id}";
        return new Made().Row("rpt.unit", 1,
                ("unit_id", id), ("municipality_code", municipality), ("service_area_id", area), ("provider_id", provider),
                ("ownership", ownership), ("name", name), ("sort_key", SortKey(name)), ("search_name", SearchName(name)),
                ("address", address), ("postal_code", postalCode), ("latitude", latitude), ("longitude", longitude),
                ("is_listed", isListed), ("headline_measure_key", headline is null ? null : Key(headline)),
                ("headline_period", headlinePeriod), ("source_id", source))
            .With(Subject("unit", id, name, unit: id))
            .Assume(Source(source)).Assume(Municipality(municipality)).Assume(Area(area))
            .Assume(provider is null ? null : Provider(provider))
            .Assume(headline is null ? null : Measure(headline, isHeadline: true));
    }

    public static Made Alias(string unit, string name, string source = HomeSource) =>
        new Made().Row("rpt.unit_alias", 3,
                ("unit_id", unit), ("name", name), ("source_id", source), ("search_name", SearchName(name)))
            .Assume(Unit(unit)).Assume(Source(source));

    public static Made OutsideId(string unit, string outsideId, string source = HomeSource) =>
        new Made().Row("rpt.unit_outside_id", 2, ("source_id", source), ("outside_id", outsideId), ("unit_id", unit))
            .Assume(Unit(unit)).Assume(Source(source));

    /// <summary>What has happened to a unit.</summary>
    public static Made Event(
        string unit, string kind, string? day = null, string? oldName = null, string? newName = null, string? other = null, string source = HomeSource)
    {
        var made = new Made().Row("rpt.unit_event", 2,
                ("unit_id", unit), ("event_id", $"{kind}-{day}-{other}"), ("kind", kind), ("happened_on", day), ("old_name", oldName), ("new_name", newName),
                ("other_unit_id", other), ("source_id", source))
            .Assume(Unit(unit)).Assume(Source(source));
        return other is null ? made : made.Assume(Unit(other));
    }

    /// <summary>A part of a municipality, as a source draws it.</summary>
    public static Made District(string id, string? name = null, string municipality = HomeCode) =>
        Subject("district", id, name ?? $"Delen {id}", municipality: municipality).Assume(Municipality(municipality));

    private static Made Subject(
        string scope, string id, string name, string? unit = null, string? municipality = null, string? group = null) =>
        new Made().Row("rpt.subject", 1,
            ("subject_key", SubjectKey(id, scope)), ("scope", scope), ("subject_id", id), ("name", name), ("unit_id", unit),
            ("municipality_code", municipality), ("group_id", group));

    private static string SearchName(string name) => SearchNames.SearchName(name);

    private static string SortKey(string name) => SearchNames.SortKey(name);
}
