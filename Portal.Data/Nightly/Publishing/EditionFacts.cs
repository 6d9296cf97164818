using System.Data.Common;
using System.Globalization;
using Dapper;
using Portal.Data.Nightly.Rows;
using Portal.Data.Reporting;

namespace Portal.Data.Nightly.Publishing;

/// <summary>
/// Writes down what an edition changes of all that is not figures: a unit's name, a question's wording, a round. Read off
/// the tables and their past when all is written, so that it says what was done.
/// </summary>
/// <param name="files">SQL for the engine.</param>
/// <param name="connection">The night's connection.</param>
/// <param name="transaction">The publishing transaction.</param>
/// <param name="edition">The edition that is being made.</param>
/// <param name="known">Sources that have published before: the first edition of a source is its own list.</param>
internal sealed class EditionFacts(SqlFiles files, DbConnection connection, DbTransaction transaction, int edition, IReadOnlySet<string> known)
{
    /// <summary>Computed from other columns, or an order that nobody reads as a fact.</summary>
    private static readonly HashSet<string> Untold = ["sort_key", "search_name", "headline_measure_key", "headline_period", "sort_order", "area_order"];

    private static readonly string[] Columns =
        ["edition_number", "fact_number", "source_id", "kind", "thing", "thing_id", "name", "column_name", "old_text", "new_text"];

    private int number;

    /// <summary>Writes the facts of the tables that were touched.</summary>
    public async Task Write(IReadOnlySet<string> touched, CancellationToken ct)
    {
        await Of(Tables.Source, r => r.Name, r => r.SourceId);
        await Of(Tables.Municipality, r => r.Name, r => r.SourceId);
        await Of(Tables.MunicipalityNeighbour, _ => null, _ => null);
        await Of(Tables.MunicipalityGroup, r => r.Name, r => r.SourceId);
        await Of(Tables.MunicipalityGroupMember, _ => null, _ => null);
        await Of(Tables.ServiceArea, r => r.Name, _ => null);
        await Of(Tables.Provider, r => r.Name, r => r.SourceId);
        await Of(Tables.QualityFactor, r => r.Name, _ => null);
        await Of(Tables.Survey, r => r.Name, r => r.SourceId);
        await Of(Tables.SurveyRound, r => r.Name, _ => null);
        await Of(Tables.AnswerScale, r => r.Name, _ => null);
        await Of(Tables.AnswerOption, r => r.Label, _ => null);
        await Of(Tables.Question, r => r.Wording, _ => null);
        await Of(Tables.QuestionRound, _ => null, _ => null);
        await Of(Tables.Measure, r => r.Name, r => r.SourceId);
        await Of(Tables.Unit, r => r.Name, r => r.SourceId);
        await Of(Tables.UnitAlias, r => r.Name, r => r.SourceId);
        await Of(Tables.UnitOutsideId, _ => null, r => r.SourceId);
        await Of(Tables.UnitEvent, r => r.NewName, r => r.SourceId);

        Task Of<T>(TableMap<T> map, Func<T, string?> name, Func<T, string?> source) =>
            touched.Contains(map.Table) ? Write(map, name, source, ct) : Task.CompletedTask;
    }

    private async Task Write<T>(TableMap<T> map, Func<T, string?> name, Func<T, string?> source, CancellationToken ct)
    {
        var before = await Rows($"{map.SelectFrom($"{map.Table}_past")} where until_edition = @edition");
        var now = await Rows($"{map.Select} where edition_number = @edition");
        var facts = new List<Fact>();
        foreach (var (id, row) in now.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            if (before.TryGetValue(id, out var was))
                facts.AddRange(Differing(map, was, row).Select(c => Told("changed", id, row) with { ColumnName = c.Column, OldText = c.Old, NewText = c.New }));
            else if (source(row) is not { } from || known.Contains(from))
                facts.Add(Told("added", id, row));
        }
        facts.AddRange(before.Where(r => !now.ContainsKey(r.Key)).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => Told("removed", r.Key, r.Value)));
        // In the very first edition all is new, also what no source has signed.
        if (known.Count > 0)
        {
            await using var writer = BulkWriter.IntoReporting("edition_fact", Columns, connection, transaction);
            foreach (var f in facts)
                await writer.Write([edition, ++number, f.SourceId, f.Kind, f.Thing, f.ThingId, f.Name, f.ColumnName, f.OldText, f.NewText], ct);
            await writer.Complete(ct);
        }

        async Task<Dictionary<string, T>> Rows(string sql) =>
            (await connection.QueryAsync<T>(new CommandDefinition(files.ForEngine(sql), new { edition }, transaction, cancellationToken: ct)))
                .ToDictionary(r => Id(map, r), StringComparer.Ordinal);

        Fact Told(string kind, string id, T row) =>
            new() { Kind = kind, Thing = map.Table, ThingId = id, Name = Cut(name(row)), SourceId = source(row) };
    }

    private static IEnumerable<(string Column, string? Old, string? New)> Differing<T>(TableMap<T> map, T was, T row)
    {
        var (old, now) = (new object?[map.Columns.Count], new object?[map.Columns.Count]);
        map.Write(was, old);
        map.Write(row, now);
        return map.Columns.Select((c, i) => (Column: c, Old: old[i], New: now[i]))
            .Where(c => !Untold.Contains(c.Column) && !Equals(c.Old, c.New))
            .Select(c => (c.Column, Text(c.Old), Text(c.New)));
    }

    private static string Id<T>(TableMap<T> map, T row)
    {
        var values = new object?[map.Columns.Count];
        map.Write(row, values);
        return string.Join('/', map.Keys.Select(k => Text(values[map.Columns.Select((c, i) => (c, i)).First(c => c.c == k).i])));
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool truth => truth ? "1" : "0",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string? Cut(string? text) => text?.Length > 400 ? text[..400] : text;

    private sealed record Fact
    {
        public string Kind { get; init; } = "";
        public string Thing { get; init; } = "";
        public string ThingId { get; init; } = "";
        public string? SourceId { get; init; }
        public string? Name { get; init; }
        public string? ColumnName { get; init; }
        public string? OldText { get; init; }
        public string? NewText { get; init; }
    }
}
