using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;

namespace Portal.Data.Reporting;

/// <summary>
/// Brings a database to this program's tables: scripts with a number run once, in order, and are journalled with a
/// checksum; then every view is made anew. All of it is one transaction: it arrives, or the database is as it was.
/// </summary>
public sealed partial class Migrator(ReportingDb db)
{
    /// <summary>The journal's row for all views together; scripts are numbered from one.</summary>
    private const int ViewsNumber = 0;

    /// <summary>Runs what is missing and returns the names of the scripts that ran, in order.</summary>
    /// <exception cref="DatabaseException">
    /// A script that has run was changed, a number is used twice, the database knows scripts that this program does not,
    /// or a script or view failed.
    /// </exception>
    public Task<IReadOnlyList<string>> Run(CancellationToken ct) =>
        Run(SqlFiles.In(db.Engine == DatabaseEngine.SqlServer ? "sqlserver" : "sqlite"), SqlFiles.In("views"), ct);

    /// <summary>As <see cref="Run(CancellationToken)"/>, with scripts of the caller's choice.</summary>
    /// <exception cref="DatabaseException">See <see cref="Run(CancellationToken)"/>.</exception>
    public async Task<IReadOnlyList<string>> Run(
        IReadOnlyList<SqlScript> scripts, IReadOnlyList<SqlScript> views, CancellationToken ct)
    {
        var numbered = Numbered(scripts);
        var doing = "Journalen över skript (schema_version)";
        await using var connection = await db.OpenForWriting(ct);
        try
        {
            // Looks before it locks, so that a site can start while the night writes.
            var before = await Journal(connection, null);
            if (Missing(numbered, before).Count == 0 && before.Has(views))
                return [];

            if (db.Engine == DatabaseEngine.Sqlite)
            {
                // SQLite changes a table by making another in its place, which enforced keys forbid; Check looks instead.
                await connection.ExecuteAsync("pragma foreign_keys = off;");
            }
            await using var transaction = await connection.BeginTransactionAsync(ct);

            // Who comes second waits here, and reads a journal that the first has written. (An empty SQL Server database has
            // no row to wait for; there the second fails on the first's tables, and leaves nothing.)
            await connection.ExecuteAsync(
                db.Files.ForEngine("delete from rpt.schema_version where script_number = @number"), new { number = ViewsNumber }, transaction);
            var journal = await Journal(connection, transaction);
            var missing = Missing(numbered, journal);
            foreach (var view in journal.Views)
                await Execute(connection, transaction, $"drop view if exists rpt.{view};");
            foreach (var (number, script) in missing)
            {
                doing = $"Skriptet {script.Name}";
                await Execute(connection, transaction, script.Text);
                await Note(connection, transaction, number, script.Name, Checksum(script.Text));
            }
            foreach (var view in views)
            {
                doing = $"Vyn {view.Name}";
                await Execute(connection, transaction, $"create view rpt.{NameOf(view)} as\n{view.Text}");
            }
            await Note(connection, transaction, ViewsNumber, "views", Checksum(views));
            await Check(connection, transaction);
            await transaction.CommitAsync(ct);
            return [.. missing.Select(s => s.Script.Name)];
        }
        catch (DbException e)
        {
            throw new DatabaseException(
                $"{doing} gick inte att köra i {db.Place}: {e.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}. Databasen är som den var.", e);
        }
    }

    /// <summary>The SHA-256 of a script, in hexadecimal, whatever line endings it was checked out with.</summary>
    public static string Checksum(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));

    /// <summary>
    /// The batches of a script: SQL Server's tools part them by a line that says <c>go</c>, wherever it stands.
    /// </summary>
    public static IReadOnlyList<string> Batches(string text) =>
        [.. BatchEnd().Split(text.ReplaceLineEndings("\n")).Where(b => !string.IsNullOrWhiteSpace(b))];

    private static string Checksum(IReadOnlyList<SqlScript> views) =>
        Checksum(string.Concat(views.Select(v => $"{v.Name}\n{v.Text}\n")));

    private static string NameOf(SqlScript view) => Path.GetFileNameWithoutExtension(view.Name);

    private static List<(int Number, SqlScript Script)> Numbered(IReadOnlyList<SqlScript> scripts)
    {
        var numbered = scripts.Select(s => (Number: NumberOf(s.Name), Script: s)).OrderBy(s => s.Number).ToList();
        foreach (var twins in numbered.GroupBy(s => s.Number).Where(g => g.Count() > 1))
            throw new DatabaseException(
                $"Skripten {string.Join(" och ", twins.Select(t => t.Script.Name))} har samma nummer. Ge det nyare skriptet nästa lediga nummer.");
        return numbered;
    }

    private static int NumberOf(string name) =>
        name.Length > 4 && name[4] == '_' && int.TryParse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > ViewsNumber
            ? number
            : throw new DatabaseException($"Skriptet {name} har inget nummer. Namnet ska börja med fyra siffror och ett understreck, som 0007_.");

    private static List<(int Number, SqlScript Script)> Missing(List<(int Number, SqlScript Script)> numbered, JournalState journal)
    {
        foreach (var (number, script) in numbered)
        {
            if (journal.Applied.TryGetValue(number, out var was) && !string.Equals(was.Checksum, Checksum(script.Text), StringComparison.Ordinal))
                throw new DatabaseException(
                    $"Skriptet {script.Name} har ändrats efter att det kördes (då hette det {was.Name}). Lägg tillbaka det som var och skriv ändringen i ett nytt skript.");
        }

        var known = numbered.Select(s => s.Number).Append(ViewsNumber).ToHashSet();
        if (journal.Applied.Values.FirstOrDefault(a => !known.Contains(a.Number)) is { } newer)
            throw new DatabaseException(
                $"Databasen har redan skriptet {newer.Name}, som det här programmet inte känner till. Kör en nyare version av programmet.");
        return [.. numbered.Where(s => !journal.Applied.ContainsKey(s.Number))];
    }

    private async Task<JournalState> Journal(DbConnection connection, DbTransaction? transaction)
    {
        await using var read = await connection.QueryMultipleAsync(db.Files.For(typeof(Migrator)), transaction: transaction);
        return new JournalState(
            (await read.ReadAsync<Applied>()).ToDictionary(a => a.Number),
            (await read.ReadAsync<string>()).ToHashSet(StringComparer.Ordinal));
    }

    private Task<int> Note(DbConnection connection, DbTransaction transaction, int number, string name, string checksum) =>
        connection.ExecuteAsync(
            db.Files.ForEngine(
                "insert into rpt.schema_version (script_number, name, checksum, applied_at) values (@number, @name, @checksum, @at)"),
            new { number, name, checksum, at = DateTime.UtcNow }, transaction);

    private async Task Check(DbConnection connection, DbTransaction transaction)
    {
        if (db.Engine == DatabaseEngine.Sqlite
            && await connection.QueryFirstOrDefaultAsync("pragma foreign_key_check", transaction: transaction) is { } broken)
            throw new DatabaseException(
                $"Skripten lämnar rader i {broken.table} som pekar på något i {broken.parent} som inte finns. Databasen är som den var.");
    }

    private async Task Execute(DbConnection connection, DbTransaction transaction, string sql)
    {
        foreach (var batch in db.Engine == DatabaseEngine.SqlServer ? Batches(sql) : [sql])
            await connection.ExecuteAsync(db.Files.ForEngine(batch), transaction: transaction);
    }

    [GeneratedRegex(@"^[ \t]*go[ \t]*;?[ \t]*$", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BatchEnd();

    private sealed record JournalState(Dictionary<int, Applied> Applied, HashSet<string> Views)
    {
        public bool Has(IReadOnlyList<SqlScript> views) =>
            Views.SetEquals(views.Select(NameOf))
            && Applied.TryGetValue(ViewsNumber, out var was)
            && string.Equals(was.Checksum, Checksum(views), StringComparison.Ordinal);
    }

    private sealed record Applied
    {
        public int Number { get; init; }
        public string Name { get; init; } = "";
        public string Checksum { get; init; } = "";
    }
}
