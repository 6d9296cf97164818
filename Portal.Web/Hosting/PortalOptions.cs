using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Portal.Data.Reporting;

namespace Portal.Web.Hosting;

/// <summary>
/// All settings, bound once from <c>Portal</c>. Every one has a default that runs: no configuration at all gives an
/// embedded database with the made-up municipality.
/// </summary>
public sealed class PortalOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Portal";

    /// <summary>The site's name, in the header and in every title.</summary>
    [Required(AllowEmptyStrings = false)]
    public string SiteName { get; set; } = "Jämföraren";

    /// <summary>How often the site asks whether a new edition is published. One second to one hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan EditionPoll { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Who answers for the site and how readers reach them.</summary>
    [ValidateObjectMembers]
    public ContactOptions Contact { get; set; } = new();

    /// <summary>The database.</summary>
    public DatabaseOptions Database { get; set; } = new();

    /// <summary>How the night runs.</summary>
    public NightOptions Night { get; set; } = new();

    /// <summary>The municipality's mark and colours.</summary>
    public LookOptions Look { get; set; } = new();

    /// <summary>How pages are kept, here and on the way to the reader.</summary>
    [ValidateObjectMembers]
    public CacheOptions Cache { get; set; } = new();

    /// <summary>Whether no database has been chosen: the program then makes its own and fills it with the made-up municipality.</summary>
    internal bool IsEmbeddedDefault { get; private set; }

    /// <summary>Names the file of the embedded database where none has been chosen.</summary>
    internal void UseEmbeddedDefault(string contentRoot)
    {
        IsEmbeddedDefault = string.IsNullOrWhiteSpace(Database.ConnectionString)
            && string.Equals(Database.Provider, nameof(DatabaseEngine.Sqlite), StringComparison.OrdinalIgnoreCase);
        if (IsEmbeddedDefault)
            Database.ConnectionString = $"Data Source={Path.Combine(contentRoot, "App_Data", "portal.db")}";
        if (string.IsNullOrWhiteSpace(Night.RawFolder))
            Night.RawFolder = Path.Combine(contentRoot, "App_Data", "raw");
    }
}

/// <summary>How the night runs.</summary>
public sealed class NightOptions
{
    /// <summary>
    /// Where delivered files are kept, byte for byte; what is fetched over the network lies in <c>fetched</c> beside it. Empty means
    /// <c>App_Data/raw</c> beside the program.
    /// </summary>
    public string RawFolder { get; set; } = "";

    /// <summary>
    /// The list of sources that the site's own night reads, and that an empty embedded database is filled from at its first start.
    /// Empty means the made-up municipality where nothing at all is configured, and else none.
    /// </summary>
    public string Sources { get; set; } = "";

    /// <summary>
    /// When the site runs the night by itself, as <c>02:30</c> in Sweden, or <c>never</c>. Empty means half past two with SQLite and
    /// never with SQL Server, whose own scheduler starts it.
    /// </summary>
    public string At { get; set; } = "";
}

/// <summary>The municipality's mark and colours. Empty is the portal's own.</summary>
public sealed class LookOptions
{
    /// <summary>The mark beside the site's name: the path of an SVG, PNG or WebP file of at most 32 kB.</summary>
    public string Mark { get; set; } = "";

    /// <summary>The colour of links and buttons on white, as <c>#0b5a8a</c>. Contrast at least 4.5:1.</summary>
    public string Accent { get; set; } = "";

    /// <summary>The same for readers with a dark screen. Empty: <see cref="Accent"/>, lightened until it can be read.</summary>
    public string AccentDark { get; set; } = "";
}

/// <summary>How pages are kept, here and on the way to the reader.</summary>
public sealed class CacheOptions
{
    /// <summary>Memory for finished pages, in megabytes. 1 to 16384.</summary>
    [Range(1, 16384)]
    public int Megabytes { get; set; } = 128;

    /// <summary>A page or file longer than this is not kept, in megabytes. 1 to 64.</summary>
    [Range(1, 64)]
    public int LargestMegabytes { get; set; } = 2;

    /// <summary>How long a finished page is kept. A new edition or build never waits for it.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Keep { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long a reader's browser uses a page without asking (<c>max-age</c>).</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Browser { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a shared cache uses a page without asking (<c>s-maxage</c>).</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Shared { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a shared cache may serve an old page while it asks for the new (<c>stale-while-revalidate</c>).</summary>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Stale { get; set; } = TimeSpan.FromHours(1);
}

/// <summary>Checks the whole tree: data annotations alone look only at its first level.</summary>
[OptionsValidator]
internal sealed partial class PortalOptionsValidator : IValidateOptions<PortalOptions>;
