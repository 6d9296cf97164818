using Microsoft.SqlServer.TransactSql.ScriptDom;
using Portal.Data.Reporting;

namespace Portal.Tests.Sql;

/// <summary>Everything that is sent to SQL Server is T-SQL by Microsoft's own parser, and of the kind that a DBA reads at sight.</summary>
public sealed class TSqlParseTests
{
    public static TheoryData<string> Scripts => [.. EmbeddedSql.In("sqlserver").Select(s => s.Name)];

    public static TheoryData<string> Views => [.. EmbeddedSql.In("views").Select(s => s.Name)];

    public static TheoryData<string> SqlServerQuestions => [.. EmbeddedSql.SqlServerQuestions];

    public static TheoryData<string> Questions => [.. EmbeddedSql.Questions];

    [Theory]
    [InlineData("create table rpt.unit (unit_id nvarchar(80) not null primary key;")]
    [InlineData("select name from rpt.unit order by name limit 5;")]
    [InlineData("select group_concat(name order by) from rpt.unit;")]
    [InlineData("select name || ' ' || unit_id as title from rpt.unit;")]
    [InlineData("create table rpt.unit (unit_id text not null) without rowid;")]
    [InlineData("select x.name from (select u.name from rpt.unit as u order by u.name) as x;")]
    [InlineData("select u.name from rpt.unit as u where u.is_listed;")]
    public void The_parser_finds_a_deliberate_fault(string sql) =>
        Assert.NotEmpty(TSql.Parse(sql).Faults);

    [Theory, MemberData(nameof(Scripts))]
    public void A_script_parses_batch_by_batch(string name)
    {
        var script = Script("sqlserver", name);
        var batches = Migrator.Batches(script.Text);
        Assert.NotEmpty(batches);
        foreach (var batch in batches)
        {
            Assert.Empty(TSql.Parse(batch).Faults);
            Assert.Single(TSql.Tree(batch).Batches);
        }
    }

    [Theory, MemberData(nameof(Scripts))]
    public void Microsofts_parser_sees_the_same_batches_as_the_migrator(string name)
    {
        var script = Script("sqlserver", name);
        Assert.Equal(TSql.Tree(script.Text).Batches.Count, Migrator.Batches(script.Text).Count);
    }

    [Theory, MemberData(nameof(Scripts))]
    public void What_must_stand_alone_in_its_batch_does(string name)
    {
        foreach (var batch in Migrator.Batches(Script("sqlserver", name).Text))
        {
            var statements = TSql.Tree(batch).Batches[0].Statements;
            if (statements.Any(s => s is CreateSchemaStatement or ViewStatementBody or ProcedureStatementBodyBase or TriggerStatementBody))
                Assert.Single(statements);
        }
    }

    [Fact]
    public void What_a_DBA_runs_by_hand_parses()
    {
        Assert.NotEmpty(EmbeddedSql.Options);
        Assert.All(EmbeddedSql.Options, script => Assert.Empty(TSql.Parse(script.Text).Faults));
    }

    [Theory]
    [InlineData("portal_reader", "select on rpt")]
    [InlineData("portal_editor", "select, insert, update, delete on edit", "select on rpt")]
    [InlineData("portal_night", "select, insert, update, delete on rpt", "select, insert, update, delete, alter on stg")]
    public void A_role_may_do_what_its_work_takes_and_no_more(string role, params string[] rights)
    {
        var granted = EmbeddedSql.Options.SelectMany(s => TSql.Find<GrantStatement>(TSql.Tree(s.Text)))
            .Where(g => g.Principals.Any(p => p.Identifier.Value == role))
            .Select(g => string.Join(", ", g.Permissions.Select(p => string.Join(' ', p.Identifiers.Select(i => i.Value))))
                + $" on {TSql.Plain(g.SecurityTargetObject.ObjectName)}");

        Assert.Equal(rights, granted);
    }

    [Fact]
    public void A_role_that_exists_is_not_made_again()
    {
        var made = EmbeddedSql.Options.SelectMany(s => TSql.Find<CreateRoleStatement>(TSql.Tree(s.Text))).Select(r => r.Name.Value).ToList();
        var asked = EmbeddedSql.Options.SelectMany(s => TSql.Find<IfStatement>(TSql.Tree(s.Text)))
            .Where(i => i.ThenStatement is CreateRoleStatement role && TSql.Plain(i.Predicate) == $"database_principal_id ( n'{role.Name.Value}' ) is null")
            .Select(i => ((CreateRoleStatement)i.ThenStatement).Name.Value);

        Assert.Equal(["portal_reader", "portal_editor", "portal_night", "portal_migrator"], made);
        Assert.Equal(made, asked);
    }

    [Fact]
    public void Every_schema_that_a_script_makes_is_granted_to_somebody()
    {
        var schemas = EmbeddedSql.In("sqlserver").SelectMany(s => TSql.Find<CreateSchemaStatement>(TSql.Tree(s.Text))).Select(s => s.Name.Value);
        var granted = EmbeddedSql.Options.SelectMany(s => TSql.Find<GrantStatement>(TSql.Tree(s.Text)))
            .Where(g => g.SecurityTargetObject is not null).Select(g => TSql.Plain(g.SecurityTargetObject.ObjectName)).ToHashSet();

        Assert.All(schemas, s => Assert.Contains(s, granted));
    }

    [Fact]
    public void What_must_not_run_in_a_transaction_is_no_script_of_the_migrator()
    {
        Assert.NotEmpty(EmbeddedSql.Options.SelectMany(s => TSql.Find<AlterDatabaseStatement>(TSql.Tree(s.Text))));
        Assert.Empty(EmbeddedSql.In("sqlserver").SelectMany(s => TSql.Find<AlterDatabaseStatement>(TSql.Tree(s.Text))).Select(TSql.Quote));
    }

    [Theory, MemberData(nameof(Views))]
    public void A_view_parses_as_the_migrator_makes_it(string name)
    {
        var view = Script("views", name);
        var sql = EmbeddedSql.CreateView(view);
        Assert.Empty(TSql.Parse(sql).Faults);
        var statement = Assert.IsType<CreateViewStatement>(Assert.Single(Assert.Single(TSql.Tree(sql).Batches).Statements));
        Assert.Empty(Unnamed(statement.SelectStatement.QueryExpression));
    }

    [Theory, MemberData(nameof(Views))]
    public void A_view_reads_tables_and_views_that_are_made_before_it(string name)
    {
        // Views are made in the order of their folders and names, and SQL Server refuses one that reads a view not yet made.
        var later = EmbeddedSql.In("views").SkipWhile(v => v.Name != name).Select(v => Path.GetFileNameWithoutExtension(v.Name)).ToHashSet();
        var read = TSql.Find<NamedTableReference>(TSql.Tree(Script("views", name).Text)).Select(t => t.SchemaObject.BaseIdentifier.Value);
        Assert.DoesNotContain(read, later.Contains);
    }

    [Theory, MemberData(nameof(SqlServerQuestions))]
    public void A_question_of_an_earlier_edition_parses_and_reads_no_table_as_it_is_now(string name)
    {
        if (!name.StartsWith("Portal.Data.Queries.", StringComparison.Ordinal))
            return;
        var tree = TSql.Tree(EmbeddedSql.AsSent(PastSql.Of(EmbeddedSql.Text(name))));
        var tables = TSql.Find<NamedTableReference>(tree).Where(t => t.SchemaObject.SchemaIdentifier?.Value == "rpt")
            .Select(t => t.SchemaObject.BaseIdentifier.Value).ToHashSet();

        Assert.All(tables, t => Assert.True(
            // Which subjects have ever had a figure of a measure is true of every edition: it only leads to figures of the right one.
            t == "measure_subject" || t.EndsWith("_version", StringComparison.Ordinal) || t.StartsWith("edition", StringComparison.Ordinal) || t.StartsWith("night", StringComparison.Ordinal), t));
    }

    [Theory, MemberData(nameof(SqlServerQuestions))]
    public void A_question_parses(string name) =>
        Assert.Empty(TSql.Parse(EmbeddedSql.AsSent(EmbeddedSql.Text(name))).Faults);

    [Theory, MemberData(nameof(SqlServerQuestions))]
    public void A_question_names_its_columns_and_leans_on_no_dialect(string name)
    {
        var tree = TSql.Tree(EmbeddedSql.AsSent(EmbeddedSql.Text(name)));
        Assert.Empty(Dialect(tree));
        Assert.Empty(TSql.Find<SelectStatement>(tree).SelectMany(s => Unnamed(s.QueryExpression)));
        Assert.Empty(TSql.Find<InsertSpecification>(tree).Where(i => i.Columns.Count == 0).Select(TSql.Quote));
    }

    [Theory]
    [InlineData("select * from rpt.unit as u;")]
    [InlineData("select u.* from rpt.unit as u;")]
    [InlineData("select top (5) u.name as Name from rpt.unit as u;")]
    [InlineData("select u.name as Name from rpt.unit as u order by u.name offset 5 rows fetch next 5 rows only;")]
    [InlineData("select u.name as Name from rpt.unit as u with (nolock);")]
    [InlineData("select u.name as Name from rpt.unit as u option (recompile);")]
    [InlineData("select u.name as Name from rpt.unit as u inner hash join rpt.subject as s on s.unit_id = u.unit_id;")]
    [InlineData("merge rpt.unit as u using stg.unit as s on s.unit_id = u.unit_id when matched then delete;")]
    public void A_dialect_is_found(string sql) => Assert.NotEmpty(Dialect(TSql.Tree(sql)));

    [Theory]
    [InlineData("select count(*) from rpt.unit as u;")]
    [InlineData("select u.name as Name, u.latitude + 1 from rpt.unit as u;")]
    public void A_column_without_a_name_is_found(string sql) =>
        Assert.NotEmpty(TSql.Find<SelectStatement>(TSql.Tree(sql)).SelectMany(s => Unnamed(s.QueryExpression)));

    [Theory, MemberData(nameof(Questions))]
    public void A_file_begins_with_a_sentence_in_a_comment(string name) =>
        Assert.Matches(@"\A-- \p{Lu}[^\n]*(\n--[^\n]*)*?\.(\s|\n)", EmbeddedSql.Text(name));

    [Theory, MemberData(nameof(Questions))]
    public void A_file_has_its_class_or_a_class_that_asks_for_it_by_name(string name)
    {
        var own = EmbeddedSql.ClassOf(name);
        if (typeof(ReportingDb).Assembly.GetType(own) is not null)
            return;
        var dot = own.LastIndexOf('.');
        Assert.NotNull(typeof(ReportingDb).Assembly.GetType(own[..dot]));
        Assert.Contains(own[(dot + 1)..], EmbeddedSql.Literals);
    }

    private static SqlScript Script(string folder, string name) => Assert.Single(EmbeddedSql.In(folder), s => s.Name == name);

    private static IEnumerable<string> Dialect(TSqlScript tree) => TSql.Find<TSqlFragment>(tree)
        .Where(n => n is SelectStarExpression or TopRowFilter or OffsetClause or MergeStatement or TableHint or OptimizerHint
            or QualifiedJoin { JoinHint: not JoinHint.None })
        .Select(TSql.Quote);

    /// <summary>Columns of a select that its reader could not name. The first select of a union names them.</summary>
    private static IEnumerable<string> Unnamed(QueryExpression query) => query switch
    {
        QuerySpecification one => one.SelectElements
            .Where(e => e is SelectScalarExpression { ColumnName: null, Expression: not ColumnReferenceExpression })
            .Select(TSql.Quote),
        BinaryQueryExpression two => Unnamed(two.FirstQueryExpression),
        QueryParenthesisExpression inner => Unnamed(inner.QueryExpression),
        _ => [TSql.Quote(query)],
    };
}
