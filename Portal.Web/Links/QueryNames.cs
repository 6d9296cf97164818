namespace Portal.Web.Links;

/// <summary>
/// The query names that pages understand. Only these are part of a cached page's key and entity tag; any other
/// name in an address is ignored, so that a campaign's tracking name cannot fill the cache.
/// </summary>
public static class QueryNames
{
    /// <summary>Service area id.</summary>
    public const string ServiceArea = "omrade";

    /// <summary>Municipality code, four digits; repeated, in the reader's order, where municipalities are compared.</summary>
    public const string Municipality = "kommun";

    /// <summary>County code, two digits.</summary>
    public const string County = "lan";

    /// <summary>Ownership, by its Swedish word in addresses (<see cref="AddressWords"/>).</summary>
    public const string Ownership = "agare";

    /// <summary>Free text.</summary>
    public const string Search = "q";

    /// <summary>The year of a figure.</summary>
    public const string Period = "ar";

    /// <summary>Order of a list, by its Swedish word in addresses.</summary>
    public const string Order = "ordning";

    /// <summary>Page of a list, from 1.</summary>
    public const string Page = "sida";

    /// <summary>A unit picked to compare; repeated, in the reader's order.</summary>
    public const string Unit = "enhet";

    /// <summary>A question area that matters to the reader; repeated.</summary>
    public const string Important = "viktigt";

    /// <summary>The edition that a page is read at; without it the newest.</summary>
    public const string Edition = "utgava";

    /// <summary>Which list of an edition's changes is shown, by its Swedish word in addresses.</summary>
    public const string Show = "visa";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [ServiceArea, Municipality, County, Ownership, Search, Period, Order, Page, Unit, Important, Edition, Show];
}
