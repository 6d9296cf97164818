using System.Globalization;
using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Sources.Kolada;

/// <summary>Asks Kolada's API politely and keeps the answers as files, page after page.</summary>
internal sealed class KoladaClient
{
    private readonly KoladaProfile profile;
    private readonly Uri address;
    private readonly PoliteClient client;

    public KoladaClient(SourceFetch fetch)
    {
        profile = fetch.Profile.Kolada!;
        address = new Uri(profile.Address + "/");
        client = new PoliteClient(fetch, new PoliteProfile
        {
            RequestsPerSecond = profile.RequestsPerSecond,
            Attempts = profile.Attempts,
            AnswerSeconds = profile.AnswerSeconds,
            LongestPauseSeconds = profile.LongestPauseSeconds,
            GiveUpAfterMinutes = profile.GiveUpAfterMinutes,
        })
        {
            Check = file => KoladaPage.Read(file).Dispose(),
            Usual = "den data som Kolada brukar ge",
            Look = "Kontrollera adressen och nyckeltalen i profilen",
        };
    }

    /// <summary>Fetches every page of an answer into a folder, and goes on after those that lie there already.</summary>
    /// <param name="path">The path under the API's address, with its query if any.</param>
    /// <param name="folder">Where the pages are kept.</param>
    /// <param name="name">What they are called: the name, <c>-p001</c> and so on.</param>
    /// <param name="ct">Stops the fetch.</param>
    /// <returns>How many rows there are.</returns>
    /// <exception cref="SourceFaultException">The server does not answer, or not as Kolada does.</exception>
    public async Task<int> GetAll(string path, string folder, string name, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        Uri? at = new(address, string.Create(CultureInfo.InvariantCulture, $"{path}{separator}page=1&per_page={profile.PerPage}"));
        var rows = 0;
        for (var page = 1; at is not null; page++)
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-p{page:000}.json"));
            if (!File.Exists(file))
                await client.Get(at, file, ct);
            using var answer = KoladaPage.Read(file);
            rows += answer.Count;
            at = Follow(at, answer.NextUrl);
        }
        return rows;
    }

    // Only ever to the host that was configured, and the way that was configured.
    private Uri? Follow(Uri from, string? next)
    {
        if (string.IsNullOrEmpty(next))
            return null;
        if (!Uri.TryCreate(from, next, out var to) || !string.Equals(to.Host, address.Host, StringComparison.OrdinalIgnoreCase))
            throw client.Fault($"svaret hänvisar till {next}, en annan server än {address.Host}. Hämtningen följer inte dit");
        var followed = new Uri(address, to.PathAndQuery);
        if (followed == from)
            throw client.Fault($"nästa sida efter {from} är samma sida igen");
        return followed;
    }
}
