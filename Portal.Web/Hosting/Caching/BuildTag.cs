using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Portal.Data.Reporting;
using Portal.Web.Hosting.Look;

namespace Portal.Web.Hosting.Caching;

/// <summary>
/// Names all that a page is made of besides its address and its edition: both assemblies, the static files' names,
/// the site's name, mark and colours, and who to contact. The same on every machine that runs the same build with the
/// same settings.
/// </summary>
public sealed class BuildTag
{
    /// <summary>Reads the running program.</summary>
    public BuildTag(IOptions<PortalOptions> options, SiteLook look)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(look);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(BuildTag).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        hash.AppendData(typeof(ReportingDb).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        var contact = options.Value.Contact;
        foreach (var shown in new[]
        {
            options.Value.SiteName, look.Style?.Address, look.Mark?.Address, contact.Name, contact.Email, contact.Phone, contact.Address,
        })
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{shown}\n"));
        var assets = Path.Combine(AppContext.BaseDirectory, $"{typeof(BuildTag).Assembly.GetName().Name}.staticwebassets.endpoints.json");
        if (File.Exists(assets))
            hash.AppendData(File.ReadAllBytes(assets));
        Value = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
        Version = typeof(BuildTag).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
    }

    /// <summary>Twelve hexadecimal digits.</summary>
    public string Value { get; }

    /// <summary>The program's version, with the commit where the build knows it.</summary>
    public string Version { get; }
}
