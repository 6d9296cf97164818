using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Data.Model;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.MunicipalityGroups;

/// <summary>Groups of municipalities, as Kolada lists them: SKR's groups, counties, similar municipalities, associations.</summary>
internal sealed partial class MunicipalityGroupSource : ISource
{
    public void Read(SourceReading reading)
    {
        var profile = reading.Profile.MunicipalityGroups!;
        if (profile.Format != "kolada")
            throw new SourceFaultException($"Formatet \"{profile.Format}\" för kommungrupper är okänt. Skriv kolada.");
        reading.KeepSource();
        var path = Path.Combine(reading.Folder, reading.File("groups").Path);
        Keep(reading, Path.GetFileName(path), Groups(path));
    }

    /// <summary>Takes in groups, whichever way they came.</summary>
    /// <param name="reading">The source that they are of.</param>
    /// <param name="name">What the run's report calls the list.</param>
    /// <param name="groups">The groups.</param>
    internal static void Keep(SourceReading reading, string name, IEnumerable<Group> groups)
    {
        var (picture, delivery) = (reading.Picture, reading.Delivery);
        var byName = picture.Municipalities.Values.ToLookup(m => m.SearchName);
        var members = new HashSet<MunicipalityGroupMemberRow>();

        foreach (var group in groups)
        {
            delivery.CountRow();
            var kind = Kind(group.Title);
            var known = group.Members.Where(m => picture.Municipalities.ContainsKey(m.MemberId)).ToList();
            if (known.Count < group.Members.Count)
                delivery.Remark(name, "Gruppens medlem är ingen känd kommun", $"{group.Title}: {group.Members.Count - known.Count} medlemmar.");
            if (known.Count == 0)
                continue;
            var similar = SimilarTo().Match(group.Title);
            var of = similar.Success ? byName[SearchNames.SearchName(similar.Groups["of"].Value)].FirstOrDefault()?.MunicipalityCode : null;
            var shown = group.Title.Replace(" (ovägt medel)", "", StringComparison.Ordinal);
            var changed = Picture.Set(picture.Groups, group.Id, new MunicipalityGroupRow
            {
                GroupId = group.Id,
                Name = shown,
                SortKey = SearchNames.SortKey(shown),
                Kind = kind,
                OfMunicipalityCode = of,
                Period = similar.Success ? int.Parse(similar.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null,
                SourceId = reading.SourceId,
            });
            var rows = known.Select(m => new MunicipalityGroupMemberRow { GroupId = group.Id, MunicipalityCode = m.MemberId }).ToList();
            if (!changed && rows.TrueForAll(picture.Members.Contains))
                delivery.RowsUnchanged++;
            members.UnionWith(rows);
        }

        picture.Members.RemoveWhere(m => picture.Groups[m.GroupId].SourceId == reading.SourceId && !members.Contains(m));
        picture.Members.UnionWith(members);
    }

    private static List<Group> Groups(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<List<Group>>(file, KoladaJson)
                ?? throw new SourceFaultException($"Filen {Path.GetFileName(path)} är tom. Den ska vara en lista med grupper.");
        }
        catch (JsonException e)
        {
            throw new SourceFaultException(
                $"Filen {Path.GetFileName(path)} är inte en lista med grupper, rad {e.LineNumber + 1}. Hämta den igen.", e);
        }
        catch (IOException e)
        {
            throw new SourceFaultException($"Filen {Path.GetFileName(path)} finns inte. Kontrollera namnet i profilen.", e);
        }
    }

    // "Liknande kommuner äldreomsorg, Ale, 2023": the groups say what they are only in their title.
    private static string Kind(string title) =>
        title.StartsWith("Liknande kommuner", StringComparison.Ordinal) ? "similar"
        : title.EndsWith("läns kommuner (ovägt medel)", StringComparison.Ordinal) ? "county"
        : SkrGroup().IsMatch(title) ? "skr"
        : "other";

    [GeneratedRegex(@"^Liknande kommuner.*?,\s*(?<of>[^,]+),\s*(?<year>\d{4})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SimilarTo();

    [GeneratedRegex(@"^(Storstäder|Pendlingskommun|Större stad|Lågpendlingskommun|Mindre stad|Landsbygdskommun)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SkrGroup();

    private static readonly JsonSerializerOptions KoladaJson = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>A group as Kolada gives it.</summary>
    internal sealed record Group
    {
        public required string Id { get; init; }
        public required string Title { get; init; }
        public IReadOnlyList<Member> Members { get; init; } = [];
    }

    /// <summary>A member of a group: a municipality or a region.</summary>
    internal sealed record Member
    {
        public required string MemberId { get; init; }
    }
}
