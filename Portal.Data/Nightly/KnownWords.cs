using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly;

/// <summary>The service areas and quality factors that the program itself knows.</summary>
internal static class KnownWords
{
    public const string CountryId = "0000";

    public static IReadOnlyList<ServiceAreaRow> ServiceAreas { get; } =
    [
        new() { ServiceAreaId = "forskola", Name = "Förskola", UnitWord = "förskolor", SortOrder = 1 },
        new() { ServiceAreaId = "grundskola", Name = "Grundskola", UnitWord = "grundskolor", SortOrder = 2 },
        new() { ServiceAreaId = "hemtjanst", Name = "Hemtjänst", UnitWord = "hemtjänstenheter", SortOrder = 3 },
        new() { ServiceAreaId = "sarskilt-boende", Name = "Äldreboende", UnitWord = "äldreboenden", SortOrder = 4 },
        new() { ServiceAreaId = "gymnasieskola", Name = "Gymnasieskola", UnitWord = "gymnasieskolor", SortOrder = 5 },
        new() { ServiceAreaId = "funktionsnedsattning", Name = "Stöd vid funktionsnedsättning", UnitWord = "enheter för stöd vid funktionsnedsättning", SortOrder = 6 },
        new() { ServiceAreaId = "individ-och-familjeomsorg", Name = "Individ- och familjeomsorg", UnitWord = "enheter inom individ- och familjeomsorg", SortOrder = 7 },
    ];

    // Quality factors of the municipalities' own policies (Borås, Heby): bemötande, tillgänglighet, inflytande ...
    public static IReadOnlyList<QualityFactorRow> QualityFactors { get; } =
    [
        new() { QualityFactorId = "bemotande", Name = "Bemötande", SortOrder = 1 },
        new() { QualityFactorId = "tillganglighet", Name = "Tillgänglighet", SortOrder = 2 },
        new() { QualityFactorId = "inflytande", Name = "Inflytande och delaktighet", SortOrder = 3 },
        new() { QualityFactorId = "trygghet", Name = "Trygghet", SortOrder = 4 },
        new() { QualityFactorId = "kompetens", Name = "Kompetens och arbetssätt", SortOrder = 5 },
        new() { QualityFactorId = "information", Name = "Information och samverkan", SortOrder = 6 },
        new() { QualityFactorId = "kontinuitet", Name = "Tillförlitlighet och kontinuitet", SortOrder = 7 },
        new() { QualityFactorId = "helhet", Name = "Helhetsomdöme", SortOrder = 8 },
    ];
}
