using System.Data.Common;
using Dapper;
using Portal.Data.Reporting;

namespace Portal.Data.Nightly;

/// <summary>What a source gave the last time that it was read or found unchanged.</summary>
internal sealed record LastDelivery
{
    public string SourceId { get; init; } = "";
    public string? DeliveryHash { get; init; }
    public int RowsRead { get; init; }
    public int RowsAccepted { get; init; }
    public int RowsRejected { get; init; }
    public int Remarks { get; init; }
    public int NightNumber { get; init; }
    public string? BasisHash { get; init; }

    /// <summary>The hash of each file that was read.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; init; } = new Dictionary<string, string>();

    /// <summary>The length of each file that was read.</summary>
    public IReadOnlyDictionary<string, long> Bytes { get; init; } = new Dictionary<string, long>();
}

/// <summary>Writes down each night and what its sources gave, published or not.</summary>
internal sealed class NightLog(DbConnection connection, SqlFiles files, TimeProvider clock)
{
    private const int LongestText = 1000;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Begins a night and gives its number. A night that was cut off before is written down as failed.</summary>
    public async Task<int> Begin()
    {
        try
        {
            await Run("update rpt.night set outcome = 'failed', ended_at = @Now, message = @message where outcome = 'running';",
                new { Now, message = "Körningen avbröts." });
            var number = await connection.ExecuteScalarAsync<int>(files.ForEngine("select coalesce(max(n.night_number), 0) + 1 from rpt.night as n"));
            await Run("insert into rpt.night (night_number, started_at, outcome) values (@number, @Now, 'running');", new { number, Now });
            return number;
        }
        catch (DbException e)
        {
            throw new DatabaseException("Databasen saknar portalens tabeller eller går inte att skriva i. Kör migrate först, med en inloggning som får skriva.", e);
        }
    }

    /// <summary>The last good delivery of each source that is published.</summary>
    public async Task<IReadOnlyDictionary<string, LastDelivery>> LastDeliveries()
    {
        var deliveries = await connection.QueryAsync<LastDelivery>(files.ForEngine(
            """
            select s.source_id as SourceId, s.delivery_hash as DeliveryHash, s.rows_read as RowsRead, s.rows_accepted as RowsAccepted,
                   s.rows_rejected as RowsRejected, s.remarks as Remarks, s.night_number as NightNumber, s.basis_hash as BasisHash
            from rpt.night_source as s
            join (
              select x.source_id, max(x.night_number) as night_number
              from rpt.night_source as x
              join rpt.night as n on n.night_number = x.night_number
              where x.outcome <> 'failed' and n.outcome in ('published', 'unchanged')
              group by x.source_id) as latest
              on latest.source_id = s.source_id and latest.night_number = s.night_number
            """));
        var lengths = (await connection.QueryAsync<(int Night, string Source, string File, long Bytes, string Hash)>(files.ForEngine(
            "select d.night_number, d.source_id, d.file_name, d.bytes, d.file_hash from stg.delivery as d")))
            .ToLookup(d => (d.Night, d.Source));
        return deliveries.ToDictionary(d => d.SourceId, d => d with
        {
            Bytes = lengths[(d.NightNumber, d.SourceId)].ToDictionary(f => f.File, f => f.Bytes),
            Hashes = lengths[(d.NightNumber, d.SourceId)].ToDictionary(f => f.File, f => f.Hash),
        });
    }

    /// <summary>Writes down how the night ended.</summary>
    public async Task End(NightReport report)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var number = report.NightNumber;
        var rejects = 0;
        foreach (var (source, order) in report.Sources.Select((s, i) => (s, i + 1)))
        {
            await Run(
                """
                insert into rpt.night_source (night_number, source_id, sort_order, name, outcome, delivery_hash, rows_read, rows_accepted, rows_rejected, rows_unchanged, remarks, seconds, message, basis_hash)
                values (@number, @SourceId, @order, @Name, @Outcome, @DeliveryHash, @RowsRead, @RowsAccepted, @RowsRejected, @RowsUnchanged, @Remarks, @Seconds, @Message, @BasisHash);
                """,
                new
                {
                    number,
                    source.SourceId,
                    order,
                    source.Name,
                    source.Outcome,
                    source.DeliveryHash,
                    source.RowsRead,
                    source.RowsAccepted,
                    source.RowsRejected,
                    source.RowsUnchanged,
                    source.Remarks,
                    source.Seconds,
                    Message = Cut(source.Message),
                    source.BasisHash,
                }, transaction);
            await Run("insert into rpt.night_reason (night_number, source_id, kind, reason, rows_concerned) values (@number, @SourceId, @Kind, @Reason, @Rows);",
                source.Reasons.Select(r => new { number, source.SourceId, r.Key.Kind, r.Key.Reason, Rows = r.Value }).ToList(), transaction);
            await Write("reject", ["night_number", "reject_number", "source_id", "kind", "file_name", "line_number", "reason", "detail", "content"],
                source.Rejects.Select(r => new object?[] { number, ++rejects, source.SourceId, r.Kind, r.File, r.Line, r.Reason, Cut(r.Detail), r.Content }), transaction);
            await Write("delivery", ["night_number", "source_id", "file_name", "file_hash", "bytes", "kept_as"],
                source.Files.Select(f => new object?[] { number, source.SourceId, f.Name, f.Hash, f.Bytes, f.KeptAs }), transaction);
            await Write("unmatched", ["night_number", "source_id", "outside_id", "name", "unit_id", "reason", "candidates"],
                source.Unmatched.Select(u => new object?[] { number, source.SourceId, u.OutsideId, u.Name, u.UnitId, u.Reason, Cut(u.Candidates) }), transaction);
        }
        await Run("update rpt.night set ended_at = @Now, outcome = @outcome, edition_number = @EditionNumber where night_number = @number;",
            new { Now, outcome = Word(report.Outcome), report.EditionNumber, number }, transaction);
        await transaction.CommitAsync();
    }

    /// <summary>Writes down that the night broke off.</summary>
    public Task Break(int number, Exception e) =>
        Run("update rpt.night set ended_at = @Now, outcome = 'failed', message = @message where night_number = @number;",
            new { Now, number, message = e is SourceFaultException or DatabaseException ? Cut(e.Message) : $"Körningen bröts av ett fel: {e.GetType().Name}." });

    // The columns are a thousand characters; a cell of a file that is quoted in a reason may be longer.
    private static string? Cut(string? text) => text?.Length > LongestText ? text[..LongestText] : text;

    private static string Word(NightOutcome outcome) => outcome switch
    {
        NightOutcome.Published => "published",
        NightOutcome.Unchanged => "unchanged",
        _ => "failed",
    };

    // A delivery may have a hundred thousand rows that are not taken.
    private async Task Write(string table, string[] columns, IEnumerable<object?[]> rows, DbTransaction transaction)
    {
        await using var writer = BulkWriter.Into(table, columns, connection, transaction);
        foreach (var row in rows)
            await writer.Write(row, CancellationToken.None);
        await writer.Complete(CancellationToken.None);
    }

    private Task<int> Run(string sql, object parameters, DbTransaction? transaction = null) =>
        connection.ExecuteAsync(files.ForEngine(sql), parameters, transaction);
}
