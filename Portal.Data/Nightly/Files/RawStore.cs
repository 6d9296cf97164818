using System.IO.Compression;
using System.Security.Cryptography;

namespace Portal.Data.Nightly.Files;

/// <summary>
/// Keeps every delivered file byte for byte, compressed, named by its SHA-256: the same file is kept once. A null folder
/// keeps nothing.
/// </summary>
public sealed class RawStore(string? folder)
{
    /// <summary>Hashes a file and keeps it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What the run's report calls it: two files of a source never share one.</param>
    /// <exception cref="SourceFaultException">The file is away or cannot be read.</exception>
    public KeptFile Keep(string path, string name)
    {
        try
        {
            using var file = File.OpenRead(path);
            var hash = Convert.ToHexStringLower(SHA256.HashData(file));
            if (folder is null)
                return new KeptFile(name, hash, file.Length, "");
            var kept = Path.Combine(hash[..2], $"{hash}.gz");
            var place = Path.Combine(folder, kept);
            if (!File.Exists(place))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                file.Position = 0;
                // Written beside and moved, so that a cut run leaves no half file under the name of a whole one.
                var partial = place + ".part";
                using (var target = File.Create(partial))
                using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
                    file.CopyTo(gzip);
                File.Move(partial, place, overwrite: true);
            }
            return new KeptFile(name, hash, file.Length, kept);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SourceFaultException($"Filen {path} går inte att läsa. Kontrollera att den finns och får läsas.", e);
        }
    }
}
