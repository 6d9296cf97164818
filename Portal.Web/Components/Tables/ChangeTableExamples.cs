using Portal.Data.Model;
using Portal.Data.Queries.Editions;
using Portal.Web.Components.Examples;

namespace Portal.Web.Components.Tables;

/// <summary>What a change can be: of a value, of a state, new, gone, of an answer, of several editions.</summary>
public static class ChangeTableExamples
{
    private static readonly EditionChange Corrected = new()
    {
        Kind = "changed",
        SubjectName = "Ängens förskola",
        MeasureName = "Andel som instämmer",
        Wording = "Mitt barn är tryggt",
        Unit = "percent",
        PeriodKind = "round",
        Period = 2024,
        Sex = Sexes.All,
        OldState = ObservationState.Published,
        OldValue = 82,
        NewState = ObservationState.Published,
        NewValue = 84,
        EditionNumber = 12,
        PublishedAt = new DateTime(2026, 3, 3, 2, 15, 0, DateTimeKind.Utc),
    };

    /// <summary>The examples.</summary>
    public static IReadOnlyList<ComponentExample> All { get; } =
    [
        new("rättelser", Of("Rättade siffror", true, Corrected, Corrected with { Sex = Sexes.Women, NewState = ObservationState.Suppressed, NewValue = null })),
        new("ändringar i en utgåva", Of("Ändrade siffror", false,
            Corrected with { Kind = "added", OldState = null, OldValue = null }, Corrected with { Kind = "removed", NewState = null, NewValue = null },
            Corrected with { MeasureName = null, Answer = "Stämmer helt" })),
    ];

    private static Dictionary<string, object?> Of(string caption, bool withEdition, params EditionChange[] changes) => new()
    {
        [nameof(ChangeTable.Changes)] = (IReadOnlyList<EditionChange>)changes,
        [nameof(ChangeTable.Caption)] = caption,
        [nameof(ChangeTable.WithEdition)] = withEdition,
        [nameof(ChangeTable.Id)] = withEdition ? "rattelser-exempel" : "andringar-exempel",
    };
}
