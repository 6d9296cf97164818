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

    /// <summary>The subjects of each file that was read, where its files hold whole subjects; else empty.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<int>> Parts { get; init; } = new Dictionary<string, IReadOnlySet<int>>();

    /// <summary>The subjects that the files that were read held before; null where all files were read.</summary>
    public IReadOnlySet<int>? Before { get; init; }
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

    /// <summary>Both together.</summary>
    public static SourceChanges operator +(SourceChanges one, SourceChanges other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new() { Added = one.Added + other.Added, Changed = one.Changed + other.Changed, Removed = one.Removed + other.Removed };
    }
}

/// <summary>Publishes the night: one transaction that ends with the edition's row, or leaves everything as it was.</summary>
internal sealed class Publisher(ReportingDb db, TimeProvider clock)
{
    private static readonly Files FigureFiles = new("edition_change",
        "ObservationFirst", "ObservationChanges", "ObservationGone", "ObservationGoneOfPart", "ObservationPast", "ObservationUpdate", "ObservationRemove", "ObservationAdd");

    private static readonly Files AnswerFiles = new("edition_answer_change",
        "AnswerFirst", "AnswerChanges", "AnswerGone", "AnswerGone", "AnswerPast", "AnswerUpdate", "AnswerRemove", "AnswerAdd");

    public async Task<PublishedEdition> Publish(
        DbConnection connection, Picture picture, IReadOnlyList<StagedSource> sources, int night, bool dryRun, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var edition = await Scalar("select coalesce(max(e.edition_number), 0) from rpt.edition as e", null) + 1;
        var known = (await connection.QueryAsync<string>(new CommandDefinition(
            db.Files.ForEngine("select distinct e.source_id from rpt.edition_source as e"), transaction: transaction, cancellationToken: ct))).ToHashSet(StringComparer.Ordinal);
        var sync = new TableSync(db.Engine, db.Files, connection, transaction, edition);
        var parts = new PartSync(db.Files, connection, transaction);
        await Reference(sync, picture, ct);

        var changes = new Dictionary<string, SourceChanges>();
        var figures = 0;
        foreach (var source in sources)
        {
            if (source.Before is { } before)
                await parts.WriteRead(source, before, ct);
            var (ofFigures, ofAnswers) = (await Changes(source, FigureFiles), await Changes(source, AnswerFiles));
            await MeasurePaths(source);
            figures += ofFigures.Added - ofFigures.Removed;
            changes[source.SourceId] = ofFigures + ofAnswers;
        }
        await Leaves(sync);

        var total = changes.Values.Aggregate(new SourceChanges(), (sum, its) => sum + its);
        var anything = sync.Changed + total.Added + total.Changed + total.Removed > 0;
        if (dryRun)
        {
            await transaction.RollbackAsync(ct);
            return new PublishedEdition { Number = anything ? edition : null, Sources = changes };
        }
        foreach (var source in sources)
            await parts.Write(source, ct);
        if (!anything)
        {
            await transaction.CommitAsync(ct);
            return new PublishedEdition { Sources = changes };
        }

        await new EditionFacts(db.Files, connection, transaction, edition, known).Write(sync.Touched, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var source in sources)
        {
            var its = changes[source.SourceId];
            await Run(
                "insert into rpt.edition_source (edition_number, source_id, delivery_hash, read_at, added, changed, removed) values (@edition, @SourceId, @DeliveryHash, @now, @Added, @Changed, @Removed);",
                new { edition, source.SourceId, source.DeliveryHash, now, its.Added, its.Changed, its.Removed });
        }
        await Run(
            """
            insert into rpt.edition (edition_number, published_at, night_number, added, changed, removed, observations, is_kept)
            select @edition, @now, @night, @Added, @Changed, @Removed,
                   @figures + coalesce((select e.observations from rpt.edition as e where e.edition_number = @edition - 1), 0), 1;
            """,
            new { edition, now, night, total.Added, total.Changed, total.Removed, figures });
        await transaction.CommitAsync(ct);
        return new PublishedEdition { Number = edition, Sources = changes };

        // Of figures or of answers. What differs is found once and written down; the rest goes by that list.
        async Task<SourceChanges> Changes(StagedSource source, Files files)
        {
            var at = new { sourceNumber = source.SourceNumber, sourceId = source.SourceId, edition };
            if (!known.Contains(source.SourceId))
                return new SourceChanges { Added = await File(files.First, at) };

            var offset = await Scalar($"select coalesce(max(c.change_number), 0) from rpt.{files.List} as c where c.edition_number = @edition", at);
            offset += await File(files.Changes, new { at.sourceNumber, at.sourceId, edition, offset });
            var removed = await File(source.Before is null ? files.Gone : files.GoneOfPart, new { at.sourceNumber, at.sourceId, edition, offset });
            var added = await Scalar($"select count(*) from rpt.{files.List} as c where c.edition_number = @edition and c.source_id = @sourceId and c.kind = 'added'", at);
            var changed = await Scalar($"select count(*) from rpt.{files.List} as c where c.edition_number = @edition and c.source_id = @sourceId and c.kind = 'changed'", at);
            if (changed + removed > 0)
                await File(files.Past, at);
            if (changed > 0)
                await File(files.Update, at);
            if (removed > 0)
                await File(files.Remove, at);
            if (added > 0)
                await File(files.Add, at);
            return new SourceChanges { Added = added, Changed = changed, Removed = removed };
        }

        // The ways to figures from a measure's side follow what has just become of them.
        async Task MeasurePaths(StagedSource source)
        {
            var (subjects, periods) = known.Contains(source.SourceId) ? ("MeasureSubject", "MeasurePeriod") : ("MeasureSubjectFirst", "MeasurePeriodFirst");
            var at = new { sourceNumber = source.SourceNumber, sourceId = source.SourceId, edition };
            await File(subjects, at);
            await File(periods, at);
        }

        Task<int> Run(string sql, object? parameters) =>
            connection.ExecuteAsync(new CommandDefinition(db.Files.ForEngine(sql), parameters, transaction, cancellationToken: ct));

        Task<int> File(string name, object parameters) =>
            connection.ExecuteAsync(new CommandDefinition(db.Files.For(typeof(Publisher), name), parameters, transaction, cancellationToken: ct));

        Task<int> Scalar(string sql, object? parameters) =>
            connection.ExecuteScalarAsync<int>(new CommandDefinition(db.Files.ForEngine(sql), parameters, transaction, cancellationToken: ct));
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
        await sync.Write(Tables.UnitEvent, picture.Events.Values, ct);
        await sync.Write(Tables.Subject, picture.Subjects.Values, ct);
    }

    // Only what nothing else points at is deleted; units, questions and measures stay, since figures of past editions name them.
    private static async Task Leaves(TableSync sync)
    {
        await sync.Delete(Tables.UnitEvent);
        await sync.Delete(Tables.UnitOutsideId);
        await sync.Delete(Tables.UnitAlias);
        await sync.Delete(Tables.QuestionRound);
        await sync.Delete(Tables.MunicipalityGroupMember);
        await sync.Delete(Tables.MunicipalityNeighbour);
    }

    /// <summary>The table that lists what an edition changes of figures or answers, and the files that go by it.</summary>
    private sealed record Files(string List, string First, string Changes, string Gone, string GoneOfPart, string Past, string Update, string Remove, string Add);
}
