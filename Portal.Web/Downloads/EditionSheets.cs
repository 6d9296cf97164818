using Portal.Data.Queries.Editions;
using Portal.Web.Text;

namespace Portal.Web.Downloads;

/// <summary>The files of the pages about editions.</summary>
internal static class EditionSheets
{
    /// <summary>One row an edition and source that was read for it.</summary>
    public static DataSheet<(Edition Edition, EditionSource Source)> Editions(EditionList.Result found) => new()
    {
        FileName = "utgavor",
        Source = Download.Join(found.Editions.SelectMany(e => e.Sources).Select(s => s.Credit), "uppgift om källa saknas"),
        Licence = Download.Join(found.Editions.SelectMany(e => e.Sources).Select(s => s.Licence), Download.NoLicence),
        Columns =
        [
            new("id", null, "Utgåvans nummer.", r => r.Edition.Number),
            new("published", null, "När den publicerades, UTC.", r => r.Edition.PublishedAt),
            new("night", null, "Körningen som gjorde den.", r => r.Edition.NightNumber),
            new("observations", "uppgifter", "Alla siffror i utgåvan.", r => r.Edition.Observations),
            new("is_kept", null, "true om utgåvan går att läsa om.", r => r.Edition.IsKept),
            new("source", null, "Källans id.", r => r.Source.SourceId),
            new("source_name", null, "Källans namn.", r => r.Source.Name),
            new("read", null, "När källan lästes, UTC.", r => r.Source.ReadAt),
            new("delivery_hash", null, "SHA-256 av det som lästes.", r => r.Source.DeliveryHash),
            new("is_first", null, "true om källan inte hade publicerat något före utgåvan.", r => r.Source.IsFirst),
            new("added", "uppgifter", "Nya siffror och svar från källan.", r => r.Source.Added),
            new("changed", "uppgifter", "Ändrade siffror och svar från källan.", r => r.Source.Changed),
            new("removed", "uppgifter", "Borttagna siffror och svar från källan.", r => r.Source.Removed),
        ],
        Rows = found.Editions.SelectMany(e => e.Sources.Select(s => (e.Edition, s))).ToAsyncEnumerable(),
    };

    /// <summary>One row a change: first what is no figure, then figures, then answers.</summary>
    public static DataSheet<EditionChange> Changes(EditionProfile.Result edition, IAsyncEnumerable<EditionChange> changes) => new()
    {
        FileName = $"utgava-{edition.Number}-andringar",
        Source = Download.Join(edition.Sources.Select(s => s.Credit), "uppgift om källa saknas"),
        Licence = Download.Join(edition.Sources.Select(s => s.Licence), Download.NoLicence),
        Columns =
        [
            new("id", null, "Enhetens, kommunens eller gruppens id; för det som inte är en siffra dess eget, flera delar med snedstreck emellan.", c => c.SubjectId ?? c.ThingId),
            new("name", null, "Dess namn.", c => c.SubjectName ?? c.ThingName),
            new("change", null, "added (ny), changed (ändrad) eller removed (borttagen).", c => c.Kind),
            new("source", null, "Källans id; tomt där ingen källa står för uppgiften.", c => c.SourceId),
            new("scope", null, "Vad siffran gäller: unit, district, municipality, group eller country.", c => c.Scope),
            new("measure", null, "Måttets id.", c => c.MeasureId),
            new("measure_name", null, "Måttets namn.", c => c.MeasureName),
            new("question", null, "Frågans id, där ändringen gäller ett svar.", c => c.QuestionId),
            new("wording", null, "Frågan som den ställdes.", c => c.Wording),
            new("answer", null, "Svarsalternativet, där ändringen gäller ett svar.", c => c.Answer),
            new("period", null, "Året; 0 där källan inte säger det.", c => c.Period),
            new("sex", null, "T (alla), K (kvinnor och flickor) eller M (män och pojkar).", c => c.Sex),
            new("unit", null, "Värdets enhet.", c => c.Unit),
            new("old_state", null, "Siffrans läge före; tomt om den inte fanns.", c => c.OldState is { } s ? Words.StateCode(s) : null),
            new("old_value", null, "Värdet före; tomt om det inte fanns något.", c => c.OldValue),
            new("new_state", null, "Siffrans läge efter; tomt om den är borttagen.", c => c.NewState is { } s ? Words.StateCode(s) : null),
            new("new_value", null, "Värdet efter; tomt om det inte finns något.", c => c.NewValue),
            new("thing", null, "Vad ändringen gäller, där den inte gäller en siffra: unit, question, survey_round med flera.", c => c.Thing),
            new("column", null, "Vilken uppgift om den som ändrades; tomt om hela är ny eller borttagen.", c => c.ColumnName),
            new("old_text", null, "Vad den var före.", c => c.OldText),
            new("new_text", null, "Vad den är efter.", c => c.NewText),
        ],
        Rows = changes,
    };
}
