using Dapper;
using Microsoft.Data.SqlClient;
using Portal.Data.Reporting;
using Portal.Tests.Support;

namespace Portal.Tests.Sql;

/// <summary>What each login can really do, on a server. The site's cannot write, whatever the program asks it.</summary>
public sealed class RightsTests() : QueryContract(DatabaseEngine.SqlServer)
{
    [Theory]
    [InlineData("portal_reader", "select s.name from rpt.source as s;", true)]
    [InlineData("portal_reader", "delete from rpt.source;", false)]
    [InlineData("portal_reader", "select s.name from stg.source as s;", false)]
    [InlineData("portal_reader", "truncate table stg.observation;", false)]
    [InlineData("portal_editor", "select s.name from rpt.source as s;", true)]
    [InlineData("portal_editor", "delete from rpt.source;", false)]
    [InlineData("portal_editor", "select s.name from stg.source as s;", false)]
    [InlineData("portal_night", "delete from rpt.source;", true)]
    [InlineData("portal_night", "truncate table stg.observation;", true)]
    [InlineData("portal_night", "truncate table rpt.observation_version;", false)]
    [InlineData("portal_night", "create table stg.mine (id int not null);", false)]
    [InlineData("portal_night", "drop table rpt.source;", false)]
    [InlineData("portal_migrator", "create table edit.mine (id int not null);", true)]
    [InlineData("portal_migrator", "alter table rpt.source add mine int null;", true)]
    public async Task A_role_can_do_its_work_and_no_more(string role, string sql, bool can)
    {
        await using var connection = await Db.Reporting.OpenForWriting(Ct);
        await connection.ExecuteAsync($"create user probe without login; alter role {role} add member probe; execute as user = 'probe';");

        var thrown = await Record.ExceptionAsync(() => connection.ExecuteAsync(sql));

        await connection.ExecuteAsync("revert;");
        if (can)
            Assert.Null(thrown);
        else
            // 229, 230: permission denied on the object; 262: in the database; 1088, 3701, 4902: an object that this login may not change is not there for it.
            Assert.Contains(Assert.IsType<SqlException>(thrown).Number, (int[])[229, 230, 262, 1088, 3701, 4902, 2760]);
    }
}
