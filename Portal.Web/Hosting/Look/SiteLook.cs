using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Portal.Web.Links;

namespace Portal.Web.Hosting.Look;

/// <summary>What a municipality has put on the portal: its mark and its colours. Read once; null is the portal's own.</summary>
public sealed class SiteLook
{
    /// <summary>Reads the settings and the mark's file.</summary>
    public SiteLook(IOptions<PortalOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var look = options.Value.Look;
        if (Colour.Parse(look.Accent) is { } accent)
        {
            var dark = Colour.Parse(look.AccentDark) is { } chosen ? AccentScale.Dark(chosen) : AccentScale.DarkFrom(accent);
            Style = Kept(Encoding.UTF8.GetBytes(
                $":root{{{AccentScale.Light(accent).Declarations}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark.Declarations}}}}}"),
                "text/css; charset=utf-8", PortalLinks.Machinery.Style);
        }
        if (!string.IsNullOrWhiteSpace(look.Mark))
            Mark = Kept(File.ReadAllBytes(look.Mark), LookRules.MarkTypes[Path.GetExtension(look.Mark).ToLowerInvariant()], PortalLinks.Machinery.Mark);
    }

    /// <summary>The colours as a style sheet.</summary>
    public LookFile? Style { get; }

    /// <summary>The mark as a picture.</summary>
    public LookFile? Mark { get; }

    private static LookFile Kept(byte[] bytes, string type, Func<string, string> address) =>
        new(bytes, type, address(Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6))));
}

/// <summary>A file of the municipality's look.</summary>
/// <param name="Bytes">Its content.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Address">Where it is served. Names its content, so that it can be kept for ever.</param>
public sealed record LookFile(ReadOnlyMemory<byte> Bytes, string Type, string Address);
