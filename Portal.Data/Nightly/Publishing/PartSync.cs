using System.Data.Common;
using Dapper;
using Portal.Data.Reporting;

namespace Portal.Data.Nightly.Publishing;

/// <summary>
/// Remembers which subjects each file of a source held, for sources whose files hold whole subjects, so that the next night
/// can leave unchanged files unread and still see what is gone from a changed one.
/// </summary>
internal sealed class PartSync(SqlFiles files, DbConnection connection, DbTransaction transaction)
{
    private static readonly string[] ReadColumns = ["source_number", "subject_key"];
    private static readonly string[] PartColumns = ["source_id", "file_name", "subject_key"];

    /// <summary>The subjects whose figures are compared tonight: those that the read files hold, and those that they held.</summary>
    public async Task WriteRead(StagedSource source, IReadOnlySet<int> before, CancellationToken ct)
    {
        await using var writer = BulkWriter.Into("read_subject", ReadColumns, connection, transaction);
        foreach (var subject in source.Parts.Values.SelectMany(p => p).Concat(before).Distinct().Order())
            await writer.Write([source.SourceNumber, subject], ct);
        await writer.Complete(ct);
    }

    /// <summary>What the files held tonight takes the place of what they held.</summary>
    public async Task Write(StagedSource source, CancellationToken ct)
    {
        if (source.Before is null)
            await Run("delete from stg.part where source_id = @SourceId;", new { source.SourceId }, ct);
        else
            await Run("delete from stg.part where source_id = @SourceId and file_name = @file;", source.Parts.Keys.Select(file => new { source.SourceId, file }).ToList(), ct);
        await using var writer = BulkWriter.Into("part", PartColumns, connection, transaction);
        foreach (var (file, subjects) in source.Parts.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            foreach (var subject in subjects.Order())
                await writer.Write([source.SourceId, file, subject], ct);
        }
        await writer.Complete(ct);
    }

    private Task<int> Run(string sql, object parameters, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(files.ForEngine(sql), parameters, transaction, cancellationToken: ct));
}
