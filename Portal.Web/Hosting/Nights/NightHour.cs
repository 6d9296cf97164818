using System.Globalization;
using Microsoft.Extensions.Options;
using Portal.Data.Reporting;

namespace Portal.Web.Hosting.Nights;

/// <summary>
/// When the site runs the night by itself, and from which list: each night at an hour in Sweden, unless somebody else starts it.
/// With SQLite the site does unless told otherwise; with SQL Server only when told, since a server has a scheduler of its own.
/// </summary>
public sealed class NightHour
{
    /// <summary>What the option says to mean that somebody else starts the night.</summary>
    public const string Never = "never";

    private static readonly TimeOnly Unless = new(2, 30);

    /// <summary>Reads the options, which have been checked.</summary>
    public NightHour(IOptions<PortalOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Sources = ListOf(options.Value);
        At = Sources is not null && TryRead(options.Value, out var at) ? at : null;
    }

    /// <summary>The hour in Sweden; null where the site starts no night.</summary>
    public TimeOnly? At { get; }

    /// <summary>The list of sources; null where none is chosen.</summary>
    public string? Sources { get; }

    /// <summary>The list of sources that the options choose; the made-up municipality where nothing at all is configured; else null.</summary>
    internal static string? ListOf(PortalOptions options) => options.Night.Sources.Length > 0 ? options.Night.Sources
        : options.IsEmbeddedDefault ? Path.Combine(AppContext.BaseDirectory, "sample", "sources.json")
        : null;

    /// <summary>Whether the option can be read; the hour is null where it says never.</summary>
    internal static bool TryRead(PortalOptions options, out TimeOnly? at)
    {
        at = null;
        var said = options.Night.At;
        if (said.Length == 0)
        {
            if (string.Equals(options.Database.Provider, nameof(DatabaseEngine.Sqlite), StringComparison.OrdinalIgnoreCase))
                at = Unless;
            return true;
        }
        if (string.Equals(said, Never, StringComparison.OrdinalIgnoreCase))
            return true;
        if (!TimeOnly.TryParseExact(said, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
            return false;
        at = hour;
        return true;
    }
}

/// <summary>Stops the start where the night's hour cannot be read, or there is an hour and nothing to read then.</summary>
internal sealed class NightHourRules : IValidateOptions<PortalOptions>
{
    public ValidateOptionsResult Validate(string? name, PortalOptions options)
    {
        if (!NightHour.TryRead(options, out var at))
            return ValidateOptionsResult.Fail($"Portal:Night:At är \"{options.Night.At}\". Skriv ett klockslag som 02:30, eller {NightHour.Never} om någon annan startar natten.");
        if (options.Night.Sources.Length > 0 && !File.Exists(options.Night.Sources))
            return ValidateOptionsResult.Fail($"Portal:Night:Sources är {options.Night.Sources}, och den filen finns inte.");
        return at is not null && options.Night.At.Length > 0 && NightHour.ListOf(options) is null
            ? ValidateOptionsResult.Fail("Portal:Night:At är satt men inte Portal:Night:Sources. Skriv vilken lista över källor som natten ska läsa.")
            : ValidateOptionsResult.Success;
    }
}
