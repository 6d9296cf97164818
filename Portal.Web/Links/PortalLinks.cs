using System.Globalization;
using System.Text;

namespace Portal.Web.Links;

/// <summary>
/// The one place that writes the portal's addresses. Each page's <c>@page</c> repeats its own; everything else asks
/// here. Values are escaped; a value that is null or empty leaves its name out.
/// </summary>
public static class PortalLinks
{
    private static readonly AsyncLocal<int?> Citing = new();

    /// <summary>
    /// The edition that the page being made is read at; null for the newest. Addresses of pages that have editions then name
    /// it, so that a reader who follows links stays in it.
    /// </summary>
    public static int? Cited
    {
        get => Citing.Value;
        set => Citing.Value = value;
    }

    /// <summary>The start page.</summary>
    public static class Home
    {
        /// <summary>The start page's address.</summary>
        public static string Index() => new Address("/", null).ToString();
    }

    /// <summary>Files that the build makes: styles, scripts, libraries.</summary>
    public static class Files
    {
        /// <summary>A file's address from the name that the build gave it, with its content's fingerprint.</summary>
        public static string Of(string asset) => $"/{asset}";
    }

    /// <summary>Units.</summary>
    public static class Units
    {
        /// <summary>The list, or the file of all its rows. The page is left out where it is the first, and always in files.</summary>
        public static string List(UnitListAddress? filter = null, FileFormat? format = null)
        {
            var address = new Address("/enheter", format);
            if (filter is null)
                return address.ToString();
            address.Add(QueryNames.ServiceArea, filter.ServiceArea)
                .Add(QueryNames.Municipality, filter.Municipality)
                .Add(QueryNames.Ownership, filter.Ownership)
                .Add(QueryNames.Search, filter.Search)
                .Add(QueryNames.Order, filter.Order);
            if (format is not null)
                return address.ToString();
            if (filter.Page > 1)
                address.Add(QueryNames.Page, filter.Page.ToString(CultureInfo.InvariantCulture));
            return address.Add(QueryNames.Unit, filter.Picked).ToString();
        }

        /// <summary>One unit, or its file.</summary>
        public static string Unit(string id, FileFormat? format = null) => new Address("/enheter", id, format).ToString();
    }

    /// <summary>Units side by side.</summary>
    public static class Compare
    {
        /// <summary>The comparison of some units in the given order, or its file; in pages with the areas that matter to the reader.</summary>
        public static string Index(IEnumerable<string>? units = null, FileFormat? format = null, IEnumerable<string>? important = null) =>
            new Address("/jamfor", format).Add(QueryNames.Unit, units ?? []).Add(QueryNames.Important, important ?? []).ToString();
    }

    /// <summary>Municipalities.</summary>
    public static class Municipalities
    {
        /// <summary>The municipalities, all or of a county and a name, or their file.</summary>
        public static string List(FileFormat? format = null, string? county = null, string? search = null) =>
            new Address("/kommuner", format).Add(QueryNames.County, county).Add(QueryNames.Search, search).ToString();

        /// <summary>One municipality, or its file.</summary>
        public static string Municipality(string code, FileFormat? format = null) =>
            new Address("/kommuner", code, format).ToString();

        /// <summary>The comparison of some municipalities in the given order, or its file.</summary>
        public static string Compare(IEnumerable<string>? codes = null, FileFormat? format = null) =>
            new Address("/kommuner/jamfor", format).Add(QueryNames.Municipality, codes ?? []).ToString();
    }

    /// <summary>Surveys: who was asked what, and when.</summary>
    public static class Surveys
    {
        /// <summary>All surveys, or the file of all their rounds.</summary>
        public static string List(FileFormat? format = null) => new Address("/undersokningar", format).ToString();

        /// <summary>One survey, or the file of its questions.</summary>
        public static string Survey(string id, FileFormat? format = null) => new Address("/undersokningar", id, format).ToString();
    }

    /// <summary>The portal's own texts.</summary>
    public static class About
    {
        /// <summary>A page by its name, the first page without one.</summary>
        public static string Page(string? name = null) =>
            name is null or "om" ? "/om" : new Address("/om", name, null).ToString();
    }

    /// <summary>The accessibility statement.</summary>
    public static class Accessibility
    {
        /// <summary>The statement's address.</summary>
        public static string Index() => "/tillganglighet";
    }

    /// <summary>What is measured.</summary>
    public static class Measures
    {
        /// <summary>Everything that is measured, in one service area if named, or its file.</summary>
        public static string List(string? serviceArea = null, FileFormat? format = null) =>
            new Address("/matt", format).Add(QueryNames.ServiceArea, serviceArea).ToString();

        /// <summary>One measure over all units and municipalities, or the file of all its rows. The page is left out where it is the first, and always in files.</summary>
        public static string Measure(string id, MeasureAddress? chosen = null, FileFormat? format = null)
        {
            var address = new Address("/matt", id, format);
            if (chosen is null)
                return address.ToString();
            address.Add(QueryNames.Municipality, chosen.Municipality)
                .Add(QueryNames.Period, chosen.Period?.ToString(CultureInfo.InvariantCulture))
                .Add(QueryNames.Order, chosen.Order);
            if (format is not null)
                return address.ToString();
            if (chosen.Page > 1)
                address.Add(QueryNames.Page, chosen.Page.ToString(CultureInfo.InvariantCulture));
            return address.Add(QueryNames.Unit, chosen.Picked).ToString();
        }
    }

    /// <summary>The search over all that has a name.</summary>
    public static class Search
    {
        /// <summary>What fits a text, or the empty form.</summary>
        public static string Index(string? text = null) => new Address("/sok", null).Add(QueryNames.Search, text).ToString();
    }

    /// <summary>What has been published, and reading it again.</summary>
    public static class Editions
    {
        /// <summary>All editions, a page at a time, or their file.</summary>
        public static string List(FileFormat? format = null, int page = 1) =>
            new Address("/utgavor", format, hasEditions: false).Add(QueryNames.Page, OrFirst(page)).ToString();

        /// <summary>One edition and a list of what it changed, or the file of all its changes.</summary>
        public static string Edition(int number, FileFormat? format = null, string? show = null, int page = 1) =>
            new Address("/utgavor", Text(number), format, hasEditions: false).Add(QueryNames.Show, show).Add(QueryNames.Page, OrFirst(page)).ToString();

        /// <summary>The portal as it was in an edition.</summary>
        public static string Read(int number) => new Address("/", null, hasEditions: false).Add(QueryNames.Edition, Text(number)).ToString();

        /// <summary>A page's address, as the request has it, without the edition that it cites.</summary>
        public static string Newest(string path, string query)
        {
            ArgumentNullException.ThrowIfNull(query);
            var others = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Where(p => p.Split('=')[0] != QueryNames.Edition).ToList();
            return others.Count == 0 ? path : $"{path}?{string.Join('&', others)}";
        }

        private static string? OrFirst(int page) => page > 1 ? Text(page) : null;

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The nightly runs.</summary>
    public static class Nights
    {
        /// <summary>The newest runs.</summary>
        public static string Index() => "/data/korningar";
    }

    /// <summary>What programs and operators ask.</summary>
    public static class Machinery
    {
        /// <summary>Whether the site can do its work.</summary>
        public static string Health() => "/-/health";

        /// <summary>The edition that pages show.</summary>
        public static string Edition() => "/-/edition";

        /// <summary>The program's version and build.</summary>
        public static string Version() => "/-/version";

        /// <summary>The municipality's colours, by what they are.</summary>
        public static string Style(string content) => $"/-/utseende/{content}.css";

        /// <summary>The municipality's mark, by what it is.</summary>
        public static string Mark(string content) => $"/-/utseende/{content}";

        /// <summary>Every shared component in each of its states.</summary>
        public static string Components() => "/-/komponenter";

        /// <summary>The page that says what went wrong; requests are led there inside the server.</summary>
        public static string Error(string statusCode) => $"/-/fel/{statusCode}";
    }

    private sealed class Address(string path, FileFormat? format, bool hasEditions = true)
    {
        private readonly StringBuilder text = new(path + Ending(format));
        private bool hasQuery;

        public Address(string path, string id, FileFormat? format, bool hasEditions = true)
            : this($"{path}/{Uri.EscapeDataString(id)}", format, hasEditions) { }

        public Address Add(string name, string? value)
        {
            if (string.IsNullOrEmpty(value))
                return this;
            text.Append(hasQuery ? '&' : '?').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            hasQuery = true;
            return this;
        }

        public Address Add(string name, IEnumerable<string> values)
        {
            foreach (var value in values)
                Add(name, value);
            return this;
        }

        public override string ToString() => hasEditions && Cited is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"{text}{(hasQuery ? '&' : '?')}{QueryNames.Edition}={number}")
            : text.ToString();

        private static string Ending(FileFormat? format) => format is { } f ? $".{f.ToString().ToLowerInvariant()}" : "";
    }
}

/// <summary>What a reader has chosen in the list of units, as its address says it. Null is no choice.</summary>
public sealed record UnitListAddress
{
    /// <summary>Service area id.</summary>
    public string? ServiceArea { get; init; }

    /// <summary>Municipality code.</summary>
    public string? Municipality { get; init; }

    /// <summary>Ownership, by its word in addresses.</summary>
    public string? Ownership { get; init; }

    /// <summary>Free text.</summary>
    public string? Search { get; init; }

    /// <summary>Order, by its word in addresses.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Units ticked for comparison.</summary>
    public IReadOnlyList<string> Picked { get; init; } = [];
}

/// <summary>What a reader has chosen of a measure, as its address says it. Null is no choice.</summary>
public sealed record MeasureAddress
{
    /// <summary>The year.</summary>
    public int? Period { get; init; }

    /// <summary>Municipality code.</summary>
    public string? Municipality { get; init; }

    /// <summary>Order, by its word in addresses.</summary>
    public string? Order { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Units to mark.</summary>
    public IReadOnlyList<string> Picked { get; init; } = [];
}
