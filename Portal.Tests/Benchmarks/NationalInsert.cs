using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Portal.Data.Reporting;

namespace Portal.Benchmarks;

/// <summary>
/// The least that any loader of the country must do: the same rows, made as it goes and in the order of their key, by one
/// prepared statement in one transaction into the same table, its keys, checks and foreign keys on. It reads no file.
/// </summary>
static class NationalInsert
{
    public const string Verb = "national-insert";

    public static async Task<int> Child(int municipalities, string published, string target)
    {
        var load = new NationalLoad(municipalities);
        var db = new ReportingDb(new DatabaseOptions { ConnectionString = $"Data Source={target}" });
        await new Migrator(db).Run(CancellationToken.None);
        await using var connection = await db.OpenForWriting(CancellationToken.None);
        await connection.ExecuteAsync("attach @published as p", new { published });
        foreach (var table in new[] { "source", "municipality", "service_area", "provider", "measure", "unit", "subject" })
            await connection.ExecuteAsync($"insert into {table} select * from p.{table}");
        var subjects = (await connection.QueryAsync<(string Scope, string Id, int Key)>("select scope, subject_id, subject_key from subject"))
            .ToDictionary(s => (s.Scope, s.Id), s => s.Key);
        var measures = (await connection.QueryAsync<(string Id, int Key)>("select measure_id, measure_key from measure")).ToDictionary(m => m.Id, m => m.Key);
        await connection.ExecuteAsync("detach p");

        var rows = 0;
        await ChildProcess.Measure(
            async () =>
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await using var command = connection.CreateCommand();
                command.Transaction = transaction;
                command.CommandText =
                    """
                    insert into observation_version (is_past, subject_key, measure_key, period, sex, edition_number, until_edition, state, value, respondents, is_derived, is_doubtful, is_approximate)
                    values (0, @subject, @measure, @period, @sex, 1, 0, 1, @value, @respondents, 0, 0, 0)
                    """;
                var (subject, measure, period, sex, value, respondents) = (Parameter("@subject"), Parameter("@measure"), Parameter("@period"), Parameter("@sex"), Parameter("@value"), Parameter("@respondents"));
                command.Prepare();
                for (var m = 0; m < load.Municipalities; m++)
                {
                    foreach (var row in load.Rows(m, 0, 0))
                    {
                        subject.Value = subjects[(row.Scope.Length == 0 ? "unit" : row.Scope, row.Subject)];
                        measure.Value = measures[$"siffror-{row.Measure}"];
                        (period.Value, sex.Value, value.Value, respondents.Value) = (row.Year, row.Sex, row.Value, row.Respondents);
                        rows += command.ExecuteNonQuery();
                    }
                }
                await transaction.CommitAsync();

                DbParameter Parameter(string name)
                {
                    var parameter = new SqliteParameter { ParameterName = name };
                    command.Parameters.Add(parameter);
                    return parameter;
                }
            },
            () => Task.FromResult(rows));
        return 0;
    }
}
