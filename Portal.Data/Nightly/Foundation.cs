using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Data.Nightly;

/// <summary>
/// What the sources of a night rest on: the deliveries of those before them. A survey's units depend on the register, so
/// the hash of a delivery holds the hashes of all before it, and a source is read again when one of them differs, also
/// when that one was published in a night in which this source failed.
/// </summary>
internal sealed class Foundation
{
    // A new version of the program may read the same files in another way.
    private static readonly string Program = typeof(Foundation).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    private readonly HashSet<string> ids = [];
    private readonly List<string> deliveries = [];

    /// <summary>The ids of the sources met so far.</summary>
    public IReadOnlySet<string> Ids => ids;

    /// <summary>The id that the night's log knows a source by: its own, or one made from it where that is taken.</summary>
    public string IdOf(string wanted)
    {
        var free = wanted;
        for (var i = 2; !ids.Add(free); i++)
            free = $"{wanted}-{i.ToString(CultureInfo.InvariantCulture)}";
        return free;
    }

    /// <summary>The next source's delivery: tonight's, or where it failed the last that is published; null for none.</summary>
    public void Add(string? deliveryHash) => deliveries.Add(deliveryHash ?? "");

    /// <summary>
    /// The hash of what a delivery's figures rest on: the program, the deliveries before it, and its own files that hold no
    /// figures. While it is the same, a file of figures that is the same reads the same.
    /// </summary>
    public string Basis(IEnumerable<KeptFile> others) => "basis-" + Hash(others)[..58];

    /// <summary>The hash of a delivery on top of those before it.</summary>
    public string Hash(IEnumerable<KeptFile> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
            [Program, .. deliveries, .. files.Select(f => $"{f.Name} {f.Hash}").Order(StringComparer.Ordinal)]))));
}
