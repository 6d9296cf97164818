using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources;

/// <summary>A kind of source: reads its files, checks its rows, and says what they are in the portal's tables.</summary>
public interface ISource
{
    /// <summary>
    /// Reads everything. Rows that do not hold are rejected one by one; what makes the whole source unusable is thrown.
    /// </summary>
    /// <exception cref="SourceFaultException">The source cannot be used tonight.</exception>
    void Read(SourceReading reading);
}

/// <summary>What a source reads with.</summary>
public sealed record SourceReading
{
    /// <summary>The profile.</summary>
    public required ImportProfile Profile { get; init; }

    /// <summary>The folder that the profile's files lie in.</summary>
    public required string Folder { get; init; }

    /// <summary>The file that settles names by hand; null for none.</summary>
    public string? AliasFile { get; init; }

    /// <summary>The sources before this one in the list: what they say of a unit goes before what this one says.</summary>
    public IReadOnlySet<string> Earlier { get; init; } = new HashSet<string>();

    /// <summary>The night's picture, for this source to change.</summary>
    public required Picture Picture { get; init; }

    /// <summary>Where the source puts what it reads.</summary>
    public required Delivery Delivery { get; init; }

    /// <summary>Paths of the profile's files that are as they were when the source was last published, all that it rests on too.</summary>
    public IReadOnlySet<string> Unchanged { get; init; } = new HashSet<string>();

    /// <summary>Told now and then what is being read.</summary>
    public Action<string> Progress { get; init; } = _ => { };

    internal bool IsUnchanged(FileProfile file) => Unchanged.Contains(file.Path);

    internal string SourceId => Profile.Source.Id;

    /// <summary>Lines of the profile's files, by their path, that are passed over as if they were not there.</summary>
    internal IReadOnlyDictionary<string, HashSet<int>> LeftOut { get; init; } = new Dictionary<string, HashSet<int>>();

    /// <summary>Opens one of the profile's files.</summary>
    /// <exception cref="SourceFaultException">The file is away or cannot be read.</exception>
    internal TableFile Open(string name)
    {
        var profile = File(name);
        return new TableFile(Folder, profile, LeftOut.GetValueOrDefault(profile.Path));
    }

    /// <summary>Whether a file is there to be read: one that the profile lets be away may not be.</summary>
    internal bool Has(string name) => File(name) is var file && (!file.Optional || System.IO.File.Exists(Path.Combine(Folder, file.Path)));

    internal FileProfile File(string name) => Profile.Files.TryGetValue(name, out var file)
        ? file
        : throw new SourceFaultException($"Profilen för {Profile.Source.Name} saknar filen \"{name}\" under files.");

    internal void KeepSource()
    {
        var source = Profile.Source;
        Picture.Sources[source.Id] = new SourceRow
        {
            SourceId = source.Id,
            Name = source.Name,
            Publisher = source.Publisher,
            Credit = source.Credit,
            Licence = source.Licence,
            LicenceAddress = source.LicenceAddress,
            Address = source.Address,
            Cadence = source.Cadence,
            IsSample = source.IsSample,
        };
    }
}
