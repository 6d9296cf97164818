using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Portal.Tests.Support;
using Portal.Web.Hosting.Verbs;

namespace Portal.Tests.Sql;

/// <summary>The night as a job of SQL Server Agent: parses, may be run again, and goes by the program's own exit codes.</summary>
public sealed class JobTests
{
    public static TheoryData<string> Scripts => [.. EmbeddedSql.Jobs.Select(j => j.Name)];

    [Theory, MemberData(nameof(Scripts))]
    public void A_script_parses_as_one_batch(string name)
    {
        Assert.Empty(TSql.Parse(Text(name)).Faults);
        Assert.Single(TSql.Tree(Text(name)).Batches);
    }

    [Fact]
    public void Running_it_again_adds_nothing_that_is_there()
    {
        var tree = TSql.Tree(Text("night.sql"));
        var guarded = TSql.Find<IfStatement>(tree).SelectMany(Calls).ToHashSet();
        var added = Calls(tree).Where(p => p.StartsWith("sp_add_", StringComparison.Ordinal) || p.StartsWith("sp_attach_", StringComparison.Ordinal)).ToList();

        Assert.Equal(["sp_add_job", "sp_add_operator", "sp_add_jobstep", "sp_add_schedule", "sp_attach_schedule", "sp_add_jobserver"], added);
        Assert.Equal(["sp_add_jobstep"], added.Where(p => !guarded.Contains(p)));
        // Steps are all taken away first.
        Assert.True(Calls(tree).IndexOf("sp_delete_jobstep") < Calls(tree).IndexOf("sp_add_jobstep"));
    }

    [Fact]
    public void A_variable_holds_what_is_put_together_in_it()
    {
        // SQL Server cuts what is too long without a word.
        var lengths = TSql.Find<DeclareVariableElement>(TSql.Tree(Text("night.sql")))
            .Where(v => v.DataType is SqlDataTypeReference { Parameters.Count: 1 })
            .ToDictionary(v => v.VariableName.Value, v => int.Parse(((SqlDataTypeReference)v.DataType).Parameters[0].Value, CultureInfo.InvariantCulture));

        Assert.True(lengths["@log_folder"] + @"\natt-$(ESCAPE_NONE(STRTDT)).txt".Length <= lengths["@output"]);
        Assert.True(lengths["@program"] + lengths["@sources"] + "\"\" nightly --sources \"\"".Length <= lengths["@command"]);
    }

    [Fact]
    public void It_can_be_run_by_sqlcmd_which_has_variables_of_its_own() =>
        Assert.DoesNotContain("$(", Text("night.sql"), StringComparison.Ordinal);

    [Fact]
    public void The_units_do_not_try_again_what_trying_does_not_mend() => Assert.Contains(
        $"RestartPreventExitStatus={PortalVerbs.Unusable} {PortalVerbs.AnotherNight}\n",
        File.ReadAllText(SourceTree.PathTo("db/jobs/README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);

    private static string Text(string name) => EmbeddedSql.Jobs.Single(j => j.Name == name).Text;

    private static List<string> Calls(TSqlFragment tree) =>
        [.. TSql.Find<ExecutableProcedureReference>(tree).Select(p => p.ProcedureReference.ProcedureReference.Name.BaseIdentifier.Value)];
}
