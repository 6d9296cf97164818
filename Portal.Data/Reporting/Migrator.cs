using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;

namespace Portal.Data.Reporting;

/// <summary>
/// Brings a database to this program's tables: scripts with a number run once, in order, each in a transaction and
/// journalled with a checksum; then every view is made anew.
/// </summary>
public sealed partial class Migrator(ReportingDb db)
{
    /// <summary>Runs what is missing and returns the names of the scripts that ran, in order.</summary>
    /// <exception cref="DatabaseException">
    /// A script that has run was changed, a number is used twice, or the database knows scripts that this program does not.
    /// </exception>
    public Task<IReadOnlyList<string>> Run(CancellationToken ct) =>
        Run(SqlFiles.In(db.Engine == DatabaseEngine.SqlServer ? "sqlserver" : "sqlite"), SqlFiles.In("views"), ct);

    /// <summary>As <see cref="Run(CancellationToken)"/>, with scripts of the caller's choice.</summary>
    /// <exception cref="DatabaseException">See <see cref="Run(CancellationToken)"/>.</exception>
    public async Task<IReadOnlyList<string>> Run(
        IReadOnlyList<SqlScript> scripts, IReadOnlyList<SqlScript> views, CancellationToken ct)
    {
        var numbered = Numbered(scripts);
        await using var connection = await db.OpenForWriting(ct);
        await PrepareJournal(connection);
        var applied = (await connection.QueryAsync<Applied>(db.Files.ForEngine(
            "select script_number as Number, name as Name, checksum as Checksum from rpt.schema_version order by script_number")))
            .ToDictionary(a => a.Number);
        Compare(numbered, applied);

        var ran = new List<string>();
        foreach (var (number, script) in numbered.Where(s => !applied.ContainsKey(s.Number)))
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await Execute(connection, transaction, script.Text);
            await connection.ExecuteAsync(
                db.Files.ForEngine(
                    "insert into rpt.schema_version (script_number, name, checksum, applied_at) values (@number, @name, @checksum, @at)"),
                new { number, name = script.Name, checksum = Checksum(script.Text), at = DateTime.UtcNow }, transaction);
            await transaction.CommitAsync(ct);
            ran.Add(script.Name);
        }

        await using var viewsTransaction = await connection.BeginTransactionAsync(ct);
        foreach (var view in views)
        {
            var name = $"rpt.{Path.GetFileNameWithoutExtension(view.Name)}";
            await Execute(connection, viewsTransaction, $"drop view if exists {name};");
            await Execute(connection, viewsTransaction, $"create view {name} as\n{view.Text}");
        }
        await viewsTransaction.CommitAsync(ct);
        return ran;
    }

    /// <summary>The SHA-256 of a script, in hexadecimal, whatever line endings it was checked out with.</summary>
    public static string Checksum(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));

    /// <summary>The batches of a script: SQL Server's tools part them by a line that says <c>go</c>.</summary>
    public static IReadOnlyList<string> Batches(string text) =>
        [.. BatchEnd().Split(text).Where(b => !string.IsNullOrWhiteSpace(b))];

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
            ? number
            : throw new DatabaseException($"Skriptet {name} har inget nummer. Namnet ska börja med fyra siffror och ett understreck, som 0007_.");

    private static void Compare(List<(int Number, SqlScript Script)> numbered, Dictionary<int, Applied> applied)
    {
        foreach (var (number, script) in numbered)
        {
            if (applied.TryGetValue(number, out var was) && !string.Equals(was.Checksum, Checksum(script.Text), StringComparison.Ordinal))
                throw new DatabaseException(
                    $"Skriptet {script.Name} har ändrats efter att det kördes (då hette det {was.Name}). Lägg tillbaka det som var och skriv ändringen i ett nytt skript.");
        }

        var known = numbered.Select(s => s.Number).ToHashSet();
        if (applied.Values.FirstOrDefault(a => !known.Contains(a.Number)) is { } newer)
            throw new DatabaseException(
                $"Databasen har redan skriptet {newer.Name}, som det här programmet inte känner till. Kör en nyare version av programmet.");
    }

    private async Task PrepareJournal(DbConnection connection)
    {
        if (db.Engine == DatabaseEngine.SqlServer)
        {
            await connection.ExecuteAsync("if schema_id(N'rpt') is null exec (N'create schema rpt');");
            await connection.ExecuteAsync(
                """
                if object_id(N'rpt.schema_version') is null
                create table rpt.schema_version (
                  script_number int not null, name nvarchar(200) not null, checksum nvarchar(64) not null,
                  applied_at datetime2(0) not null, constraint pk_schema_version primary key clustered (script_number));
                """);
            return;
        }

        await connection.ExecuteAsync(
            """
            create table if not exists schema_version (
              script_number integer not null, name text not null, checksum text not null,
              applied_at text not null, primary key (script_number)) without rowid;
            """);
    }

    private async Task Execute(DbConnection connection, DbTransaction transaction, string sql)
    {
        foreach (var batch in db.Engine == DatabaseEngine.SqlServer ? Batches(sql) : [sql])
            await connection.ExecuteAsync(db.Files.ForEngine(batch), transaction: transaction);
    }

    [GeneratedRegex(@"^[ \t]*go[ \t]*;?[ \t]*$", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BatchEnd();

    private sealed record Applied
    {
        public int Number { get; init; }
        public string Name { get; init; } = "";
        public string Checksum { get; init; } = "";
    }
}
