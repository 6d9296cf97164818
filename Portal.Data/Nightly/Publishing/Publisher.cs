using System.Data.Common;
using Dapper;
using Portal.Data.Nightly.Rows;
using Portal.Data.Reporting;

namespace Portal.Data.Nightly.Publishing;

/// <summary>A source whose rows stand in staging, ready to be published.</summary>
public sealed record StagedSource
{
    /// <summary>Its place in the night.</summary>
    public required int SourceNumber { get; init; }

    /// <summary>Its id.</summary>
    public required string SourceId { get; init; }

    /// <summary>The hash of what it was read from.</summary>
    public required string DeliveryHash { get; init; }
}

/// <summary>What publishing came to. The edition is null when nothing differed from what is published.</summary>
public sealed record PublishedEdition
{
    /// <summary>The new edition's number; null when none was needed.</summary>
    public int? Number { get; init; }

    /// <summary>Figures and answers added, changed and removed, by source id.</summary>
    public required IReadOnlyDictionary<string, SourceChanges> Sources { get; init; }
}

/// <summary>How many figures and answers of a source an edition adds, changes and removes.</summary>
public sealed record SourceChanges
{
    /// <summary>New ones.</summary>
    public int Added { get; init; }

    /// <summary>Other values than before.</summary>
    public int Changed { get; init; }

    /// <summary>Gone from the source.</summary>
    public int Removed { get; init; }
}

/// <summary>Publishes the night: one transaction that ends with the edition's row, or leaves everything as it was.</summary>
internal sealed class Publisher(ReportingDb db, TimeProvider clock)
{
    public async Task<PublishedEdition> Publish(
        DbConnection connection, Picture picture, IReadOnlyList<StagedSource> sources, int night, bool dryRun, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var edition = await Scalar("select coalesce(max(e.edition_number), 0) from rpt.edition as e", null) + 1;
        var sync = new TableSync(db.Engine, db.Files, connection, transaction);
        await Reference(sync, picture, ct);

        var changes = new Dictionary<string, SourceChanges>();
        foreach (var source in sources)
            changes[source.SourceId] = await Figures(source);
        await Leaves(sync);

        var total = new SourceChanges
        {
            Added = changes.Values.Sum(c => c.Added),
            Changed = changes.Values.Sum(c => c.Changed),
            Removed = changes.Values.Sum(c => c.Removed),
        };
        var anything = sync.Changed + total.Added + total.Changed + total.Removed > 0;
        if (!anything || dryRun)
        {
            await transaction.RollbackAsync(ct);
            return new PublishedEdition { Number = anything ? edition : null, Sources = changes };
        }

        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var source in sources)
        {
            var its = changes[source.SourceId];
            await Run(
                "insert into rpt.edition_source (edition_number, source_id, delivery_hash, read_at, added, changed, removed) values (@edition, @SourceId, @DeliveryHash, @now, @Added, @Changed, @Removed);",
                new { edition, source.SourceId, source.DeliveryHash, now, its.Added, its.Changed, its.Removed });
        }
        await Run(
            "insert into rpt.edition (edition_number, published_at, night_number, added, changed, removed, observations) select @edition, @now, @night, @Added, @Changed, @Removed, count(*) from rpt.observation;",
            new { edition, now, night, total.Added, total.Changed, total.Removed });
        await transaction.CommitAsync(ct);
        return new PublishedEdition { Number = edition, Sources = changes };

        async Task<SourceChanges> Figures(StagedSource source)
        {
            var at = new { sourceNumber = source.SourceNumber, sourceId = source.SourceId, edition };
            // A source's first edition is its own list of changes: everything in it is new.
            var first = await Scalar(
                "select count(*) from rpt.edition_source as e where e.source_id = @sourceId and e.added > 0", at) == 0;
            if (first)
                return new SourceChanges { Added = await File("ObservationAdd", at) + await File("AnswerAdd", at) };

            var offset = await Scalar("select count(*) from rpt.edition_change as c where c.edition_number = @edition", at);
            await File("ObservationChanges", new { at.sourceNumber, at.sourceId, edition, offset });
            return new SourceChanges
            {
                Changed = await File("ObservationUpdate", at) + await File("AnswerUpdate", at),
                Removed = await File("ObservationRemove", at) + await File("AnswerRemove", at),
                Added = await File("ObservationAdd", at) + await File("AnswerAdd", at),
            };
        }

        Task<int> Run(string sql, object? parameters) =>
            connection.ExecuteAsync(new CommandDefinition(db.Files.ForEngine(sql), parameters, transaction, commandTimeout: 0, cancellationToken: ct));

        Task<int> File(string name, object parameters) =>
            connection.ExecuteAsync(new CommandDefinition(db.Files.For(typeof(Publisher), name), parameters, transaction, commandTimeout: 0, cancellationToken: ct));

        Task<int> Scalar(string sql, object? parameters) =>
            connection.ExecuteScalarAsync<int>(new CommandDefinition(db.Files.ForEngine(sql), parameters, transaction, commandTimeout: 0, cancellationToken: ct));
    }

    // In the order of the foreign keys.
    private static async Task Reference(TableSync sync, Picture picture, CancellationToken ct)
    {
        await sync.Write(Tables.Source, picture.Sources.Values, ct);
        await sync.Write(Tables.ServiceArea, picture.ServiceAreas.Values, ct);
        await sync.Write(Tables.QualityFactor, picture.QualityFactors.Values, ct);
        await sync.Write(Tables.Municipality, picture.Municipalities.Values, ct);
        await sync.Write(Tables.MunicipalityNeighbour, picture.Neighbours, ct);
        await sync.Write(Tables.MunicipalityGroup, picture.Groups.Values, ct);
        await sync.Write(Tables.MunicipalityGroupMember, picture.Members, ct);
        await sync.Write(Tables.Provider, picture.Providers.Values, ct);
        await sync.Write(Tables.Survey, picture.Surveys.Values, ct);
        await sync.Write(Tables.SurveyRound, picture.Rounds.Values, ct);
        await sync.Write(Tables.AnswerScale, picture.Scales.Values, ct);
        await sync.Write(Tables.AnswerOption, picture.Options.Values, ct);
        await sync.Write(Tables.Question, picture.Questions.Values, ct);
        await sync.Write(Tables.QuestionRound, picture.QuestionRounds, ct);
        await sync.Write(Tables.Measure, picture.Measures.Values, ct);
        await sync.Write(Tables.Unit, picture.Units.Values, ct);
        await sync.Write(Tables.UnitAlias, picture.Aliases.Values, ct);
        await sync.Write(Tables.UnitOutsideId, picture.OutsideIds.Values, ct);
        await sync.Write(Tables.Subject, picture.Subjects.Values, ct);
    }

    // Only what nothing else points at is deleted; units, questions and measures stay, since figures of past editions name them.
    private static async Task Leaves(TableSync sync)
    {
        await sync.Delete(Tables.UnitOutsideId);
        await sync.Delete(Tables.UnitAlias);
        await sync.Delete(Tables.QuestionRound);
        await sync.Delete(Tables.MunicipalityGroupMember);
        await sync.Delete(Tables.MunicipalityNeighbour);
    }
}
