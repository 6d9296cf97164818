using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Dapper;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Publishing;
using Portal.Data.Nightly.Rows;
using Portal.Data.Nightly.Sources;
using Portal.Data.Nightly.Sources.FigureTables;
using Portal.Data.Nightly.Sources.Indicators;
using Portal.Data.Nightly.Sources.Kolada;
using Portal.Data.Nightly.Sources.Municipalities;
using Portal.Data.Nightly.Sources.MunicipalityGroups;
using Portal.Data.Nightly.Sources.Skolverket;
using Portal.Data.Nightly.Sources.Surveys;
using Portal.Data.Nightly.Sources.UnitEvents;
using Portal.Data.Nightly.Sources.Units;
using Portal.Data.Reporting;

namespace Portal.Data.Nightly;

/// <summary>
/// The night: fetch, keep raw, read, check, derive, publish. Each source that holds is staged; then one transaction makes
/// an edition of all, or leaves yesterday's in place.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="rawFolder">Where delivered files are kept; null keeps none.</param>
/// <param name="clock">The clock.</param>
/// <param name="http">What sources that come over the network are fetched with; null for a client of the night's own.</param>
public sealed class Night(ReportingDb db, string? rawFolder, TimeProvider clock, HttpClient? http = null)
{
    /// <summary>A source that gives less than this part of the rows that it gave last time, or a file of it that is less than this part as long, is taken for cut off.</summary>
    public const double SmallestShare = 0.7;

    /// <summary>Runs a night.</summary>
    /// <param name="sourcesFile">The list of sources.</param>
    /// <param name="dryRun">Reads and compares everything, and publishes and keeps nothing.</param>
    /// <param name="progress">Told what is being done, in Swedish.</param>
    /// <param name="ct">Stops the run; nothing is then published.</param>
    /// <exception cref="SourceFaultException">The list of sources cannot be used.</exception>
    /// <exception cref="DatabaseException">The database is away.</exception>
    /// <exception cref="AnotherNightException">Another night is running on the same database; this one has done nothing.</exception>
    public async Task<NightReport> Run(string sourcesFile, bool dryRun, Action<string> progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(progress);
        // Details of rejects are written for Swedish readers, whatever the machine's culture.
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
        var path = Path.GetFullPath(sourcesFile);
        var plan = ProfileFile.Json<NightPlan>(path);
        await using var connection = await db.OpenForWriting(ct);
        await using var alone = await NightLock.Take(db, connection);
        var log = new NightLog(connection, db.Files, clock);
        var number = dryRun ? 0 : await log.Begin();
        try
        {
            var report = await Run(plan, Path.GetDirectoryName(path)!, connection, log, number, dryRun, progress, ct);
            if (!dryRun)
                await log.End(report);
            return report;
        }
        catch (Exception e) when (!dryRun)
        {
            await log.Break(number, e);
            throw;
        }
    }

    private async Task<NightReport> Run(
        NightPlan plan, string root, DbConnection connection, NightLog log, int number, bool dryRun, Action<string> progress, CancellationToken ct)
    {
        var fetched = new FetchedFiles(rawFolder, http, clock);
        await fetched.Fetch(plan, root, Source, progress, ct);
        var picture = await Picture.Load(connection, db.Files);
        var earlier = await log.LastDeliveries();
        var reports = new List<SourceReport>();
        var staged = new List<StagedSource>();
        var rests = new Foundation();
        await using (var transaction = db.Engine == DatabaseEngine.Sqlite ? await connection.BeginTransactionAsync(ct) : null)
        {
            await connection.ExecuteAsync(BulkWriter.Empty(db.Engine, "observation", "answer_distribution", "read_subject"), transaction: transaction);
            foreach (var planned in plan.Sources)
            {
                ct.ThrowIfCancellationRequested();
                var sourceNumber = reports.Count + 1;
                var attempt = picture.Copy();
                var report = await Read(planned, fetched.Of(planned), root, attempt, connection, transaction, sourceNumber, earlier, rests, dryRun, progress, ct);
                reports.Add(report);
                rests.Add(report.DeliveryHash ?? earlier.GetValueOrDefault(report.SourceId)?.DeliveryHash);
                progress(Line(report));
                if (report.Outcome == "read")
                {
                    picture = attempt;
                    staged.Add(new StagedSource
                    {
                        SourceNumber = sourceNumber,
                        SourceId = report.SourceId,
                        DeliveryHash = report.DeliveryHash!,
                        Parts = report.Parts,
                        Before = report.Before,
                    });
                }
                else if (report.Outcome == "failed")
                {
                    await connection.ExecuteAsync(db.Files.ForEngine(
                        "delete from stg.observation where source_number = @sourceNumber; delete from stg.answer_distribution where source_number = @sourceNumber;"),
                        new { sourceNumber }, transaction);
                }
            }
            if (transaction is not null)
                await transaction.CommitAsync(ct);
        }

        var published = new PublishedEdition { Sources = new Dictionary<string, SourceChanges>() };
        if (staged.Count > 0)
        {
            progress("Jämför med det som är publicerat");
            published = await new Publisher(db, clock).Publish(connection, picture, staged, number, dryRun, ct);
        }
        await connection.ExecuteAsync(BulkWriter.Empty(db.Engine, "observation", "answer_distribution", "read_subject"));
        return new NightReport
        {
            NightNumber = number,
            EditionNumber = published.Number,
            Outcome = published.Number is not null ? NightOutcome.Published
                : reports.Exists(r => r.Outcome == "failed") ? NightOutcome.Failed
                : NightOutcome.Unchanged,
            Sources = [.. reports.Select(r => published.Sources.TryGetValue(r.SourceId, out var its) && r.RowsStaged > 0
                ? r with { RowsUnchanged = Math.Max(0, r.RowsStaged - its.Added - its.Changed) }
                : r)],
        };
    }

    private async Task<SourceReport> Read(
        PlannedSource planned, FetchOutcome? fetched, string root, Picture picture, DbConnection connection, DbTransaction? transaction, int sourceNumber,
        IReadOnlyDictionary<string, LastDelivery> earlier, Foundation rests, bool dryRun, Action<string> progress, CancellationToken ct)
    {
        var time = Stopwatch.StartNew();
        var profilePath = Path.GetFullPath(Path.Combine(root, planned.Profile));
        string? sourceId = null;
        ImportProfile? profile = null;
        Delivery? delivery = null;
        List<KeptFile> files = [];
        IReadOnlyList<string> data = [];
        string? basis = null;
        try
        {
            profile = ProfileFile.Profile(profilePath);
            sourceId = rests.IdOf(profile.Source.Id);
            if (sourceId != profile.Source.Id)
                throw new SourceFaultException($"Källan {profile.Source.Id} står redan i listan. Varje källa läses en gång och har ett eget id.");
            if (fetched?.Fault is { } fault)
                throw fault;
            var folder = fetched?.Folder ?? (planned.Folder is null ? Path.GetDirectoryName(profilePath)! : Path.GetFullPath(Path.Combine(root, planned.Folder)));
            var aliases = planned.Aliases is null ? null : Path.GetFullPath(Path.Combine(root, planned.Aliases));
            progress($"{profile.Source.Name}: läser");
            var store = new RawStore(dryRun ? null : rawFolder);
            data = fetched is null || profile.Files.Count > 0
                ? [.. profile.Files.Values.Where(f => !f.Optional || File.Exists(Path.Combine(folder, f.Path))).Select(f => Path.GetFullPath(Path.Combine(folder, f.Path))).Distinct()]
                : FetchedFiles.In(folder);
            files = [.. data.Append(profilePath).Concat(aliases is null ? [] : [aliases]).Distinct().Select(f => store.Keep(f, Name(f)))];
            var hash = rests.Hash(files);
            var last = earlier.GetValueOrDefault(sourceId);
            if (last?.DeliveryHash == hash)
            {
                return new SourceReport
                {
                    SourceId = profile.Source.Id,
                    Name = profile.Source.Name,
                    Outcome = "unchanged",
                    DeliveryHash = hash,
                    BasisHash = last.BasisHash,
                    RowsRead = last.RowsRead,
                    RowsAccepted = last.RowsAccepted,
                    RowsRejected = last.RowsRejected,
                    RowsUnchanged = last.RowsAccepted,
                    Remarks = last.Remarks,
                    Seconds = time.Elapsed.TotalSeconds + (fetched?.Seconds ?? 0),
                    Files = files,
                };
            }

            var figures = profile.Indicators is null ? [] : profile.Files
                .Where(f => f.Key != IndicatorSource.MeasuresFile)
                .ToDictionary(f => Name(Path.GetFullPath(Path.Combine(folder, f.Value.Path))), f => f.Value.Path);
            basis = rests.Basis(files.Where(f => !figures.ContainsKey(f.Name)));
            var parts = await PublishedParts(connection, transaction, sourceId);
            await using var observations = BulkWriter.Into(Tables.Observation.Table, Tables.Observation.Columns, connection, transaction);
            await using var answers = BulkWriter.Into(Tables.Answer.Table, Tables.Answer.Columns, connection, transaction);
            delivery = new Delivery(sourceNumber, observations, answers, parts);
            Source(profile.Kind).Read(new SourceReading
            {
                Profile = profile,
                Folder = folder,
                AliasFile = aliases,
                Earlier = rests.Ids,
                Picture = picture,
                Delivery = delivery,
                Unchanged = last?.BasisHash != basis ? new HashSet<string>()
                    : files.Where(f => figures.ContainsKey(f.Name) && last.Hashes.GetValueOrDefault(f.Name) == f.Hash)
                        .Select(f => figures[f.Name]).Where(parts.ContainsKey).ToHashSet(StringComparer.Ordinal),
                Progress = step => progress($"{profile.Source.Name}: {step}"),
            });
            await observations.Complete(ct);
            await answers.Complete(ct);
            // The last page of a list is as short as chance has it; rows are counted for fetched sources too.
            if (fetched is null)
                CheckFiles(planned, files.Where(f => data.Any(d => Name(d) == f.Name)), last);
            CheckSize(profile, planned, delivery, last);
            return Report("read", hash, null);
        }
        catch (Exception e) when (e is SourceFaultException or IOException or UnauthorizedAccessException)
        {
            return Report("failed", null, e.Message);
        }
        catch (Exception e) when (e is not (OperationCanceledException or DbException or DatabaseException))
        {
            // What nobody has thought of is still one source's fault: the others are published.
            return Report("failed", null, $"Ett oväntat fel stoppade källan, {e.GetType().Name}: {e.Message}");
        }

        // What was fetched is named as it lies in its folder, wherever that is.
        string Name(string path) => fetched is not null && path.StartsWith(fetched.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? $"fetched/{Path.GetRelativePath(fetched.Folder, path).Replace('\\', '/')}"
            : Path.GetRelativePath(root, path).Replace('\\', '/');

        SourceReport Report(string outcome, string? hash, string? message) => new()
        {
            SourceId = sourceId ??= rests.IdOf(Path.GetFileNameWithoutExtension(profilePath)),
            Name = profile?.Source.Name ?? planned.Profile,
            Outcome = outcome,
            DeliveryHash = hash,
            BasisHash = basis,
            Parts = delivery?.Parts ?? new Dictionary<string, IReadOnlySet<int>>(),
            Before = delivery?.Before,
            RowsRead = delivery?.RowsRead ?? 0,
            RowsAccepted = delivery?.RowsAccepted ?? 0,
            RowsRejected = delivery?.RowsRejected ?? 0,
            RowsUnchanged = delivery?.RowsUnchanged ?? 0,
            Remarks = delivery?.Remarks ?? 0,
            RowsStaged = (delivery?.Observations ?? 0) + (delivery?.Answers ?? 0),
            Seconds = time.Elapsed.TotalSeconds + (fetched?.Seconds ?? 0),
            Message = message,
            Notes = delivery?.Notes ?? [],
            Reasons = delivery?.Reasons ?? [],
            Rejects = delivery?.Rejects ?? [],
            Unmatched = delivery?.Unmatched ?? [],
            Files = files,
        };
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlySet<int>>> PublishedParts(DbConnection connection, DbTransaction? transaction, string sourceId) =>
        (await connection.QueryAsync<(string File, int Subject)>(db.Files.ForEngine(
            "select p.file_name, p.subject_key from stg.part as p where p.source_id = @sourceId"), new { sourceId }, transaction))
        .GroupBy(p => p.File, StringComparer.Ordinal)
        .ToDictionary(p => p.Key, p => (IReadOnlySet<int>)p.Select(x => x.Subject).ToHashSet(), StringComparer.Ordinal);

    private static ISource Source(string kind) => kind switch
    {
        "municipalities" => new MunicipalitySource(),
        "municipality-groups" => new MunicipalityGroupSource(),
        "units" => new UnitSource(),
        "survey" => new SurveySource(),
        "unit-events" => new UnitEventSource(),
        "kolada" => new KoladaSource(),
        "indicators" => new IndicatorSource(),
        "skolverket-units" => new SkolverketUnitsSource(),
        "skolverket-statistics" => new SkolverketStatisticsSource(),
        "skolverket-files" => new SkolverketFilesSource(),
        "figure-table" => new FigureTableSource(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The profile's kind was checked when it was read."),
    };

    private static void CheckSize(ImportProfile profile, PlannedSource planned, Delivery delivery, LastDelivery? last)
    {
        if (delivery.RowsAccepted == 0 || (profile.Survey is not null && delivery.Observations == 0))
            throw new SourceFaultException($"{profile.Source.Name} gav ingen användbar rad. Kontrollera filen och profilen.");
        if (!planned.MayShrink && last is not null && delivery.Before is null && delivery.RowsAccepted < SmallestShare * last.RowsAccepted)
        {
            throw new SourceFaultException(
                $"{profile.Source.Name} gav {delivery.RowsAccepted} användbara rader mot {last.RowsAccepted} förra gången. Filen kan vara avklippt. Stämmer den, skriv \"mayShrink\": true för källan och kör igen.");
        }
    }

    // One file of several may be cut off without the rows of all being much fewer.
    private static void CheckFiles(PlannedSource planned, IEnumerable<KeptFile> files, LastDelivery? last)
    {
        if (planned.MayShrink || last is null)
            return;
        foreach (var file in files)
        {
            if (last.Bytes.TryGetValue(file.Name, out var bytes) && file.Bytes < SmallestShare * bytes)
            {
                throw new SourceFaultException(
                    $"Filen {Path.GetFileName(file.Name)} är {file.Bytes} byte mot {bytes} förra gången. Den kan vara avklippt. Stämmer den, skriv \"mayShrink\": true för källan och kör igen.");
            }
        }
    }

    private static string Line(SourceReport report) => report.Outcome switch
    {
        "read" => $"{report.Name}: {report.RowsAccepted} rader av {report.RowsRead} togs in",
        "unchanged" => $"{report.Name}: oförändrad",
        _ => $"{report.Name}: {report.Message}",
    };
}
