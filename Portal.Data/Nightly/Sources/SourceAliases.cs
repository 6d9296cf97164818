using Portal.Data.Nightly.Matching;

namespace Portal.Data.Nightly.Sources;

/// <summary>The names that people have settled for a source, and what became of them.</summary>
internal static class SourceAliases
{
    /// <summary>The aliases of the source's alias file; none where the list of sources names no such file.</summary>
    /// <exception cref="SourceFaultException">The file is away.</exception>
    public static IReadOnlyCollection<UnitAlias> Of(SourceReading reading)
    {
        if (reading.AliasFile is not { } path)
            return [];
        if (!File.Exists(path))
            throw new SourceFaultException($"Aliasfilen {Path.GetFileName(path)} finns inte. Kontrollera sökvägen i listan över källor.");
        var file = AliasFile.Read(path);
        foreach (var reject in file.Rejects)
            reading.Delivery.Remark(reject.File, "Aliasraden går inte att använda", $"Rad {reject.Line}: {reject.Reason}");
        return file.Aliases;
    }

    /// <summary>Tells of the aliases that settled nothing.</summary>
    public static void Report(SourceReading reading, MatchOutcome outcome)
    {
        foreach (var unused in outcome.UnusedAliases)
            reading.Delivery.Remark("alias", "Ett alias används inte", $"{unused.Alias.OutsideId} {unused.Alias.Name}: {unused.Reason}");
    }
}
