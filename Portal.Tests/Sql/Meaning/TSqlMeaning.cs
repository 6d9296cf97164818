using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Portal.Tests.Sql.Meaning;

/// <summary>
/// Reads a query as SQL Server would after parsing it: which column is meant, of what kind and collation, and what is
/// allowed where. It knows the subset that both engines run and calls the rest a fault, for there is no SQL Server in
/// every build to say so.
/// </summary>
internal sealed partial class TSqlMeaning
{
    private static readonly Lazy<Dictionary<string, IReadOnlyList<BoundColumn>>> Tables = new(ReadTables);
    private readonly Dictionary<string, IReadOnlyList<BoundColumn>> known;
    private readonly Dictionary<string, IReadOnlyList<BoundColumn>?> common = new(StringComparer.Ordinal);
    private readonly bool isShared;
    private readonly List<string> faults = [];

    private TSqlMeaning(Dictionary<string, IReadOnlyList<BoundColumn>> known, bool isShared)
    {
        this.known = known;
        this.isShared = isShared;
    }

    /// <summary>
    /// What SQL Server would refuse in a text that parses and, where the text is for both engines, what it would take to
    /// mean something else than SQLite.
    /// </summary>
    public static IReadOnlyList<string> Faults(string sql, bool isShared = true)
    {
        var meaning = new TSqlMeaning(Tables.Value, isShared);
        foreach (var statement in TSql.Tree(EmbeddedSql.AsSent(sql)).Batches.SelectMany(b => b.Statements))
            meaning.Statement(statement);
        return meaning.faults;
    }

    private static Dictionary<string, IReadOnlyList<BoundColumn>> ReadTables()
    {
        var tables = SqlServerSchema.Read().ToDictionary(
            t => t.FullName,
            t => (IReadOnlyList<BoundColumn>)[.. t.Columns.Select(c => new BoundColumn(c.Name, new Value(KindOf(c.Type), c.Collation), !c.IsNullable && !c.HasDefault))]);
        foreach (var view in EmbeddedSql.In("views"))
        {
            var meaning = new TSqlMeaning(tables, isShared: true);
            var select = (SelectStatement)TSql.Tree(view.Text).Batches[0].Statements[0];
            tables[$"rpt.{Path.GetFileNameWithoutExtension(view.Name)}"] = meaning.Query(select.QueryExpression, null);
        }
        return tables;
    }

    private static Kind KindOf(string type) => type switch
    {
        "bit" => Kind.Bit,
        "int" or "bigint" or "tinyint" => Kind.Whole,
        "float" => Kind.Fraction,
        "nvarchar" or "nchar" => Kind.Text,
        "date" or "datetime2" => Kind.Time,
        _ => throw new InvalidOperationException($"{type} is a type that no table has had so far."),
    };

    private void Statement(TSqlStatement statement)
    {
        if (statement is StatementWithCtesAndXmlNamespaces { WithCtesAndXmlNamespaces: { } with })
        {
            foreach (var expression in with.CommonTableExpressions)
                common[expression.ExpressionName.Value] = Named(expression);
        }
        switch (statement)
        {
            case SelectStatement select:
                Query(select.QueryExpression, null);
                break;
            case InsertStatement { InsertSpecification: var insert }:
                Insert(insert);
                break;
            case UpdateStatement { UpdateSpecification: var update }:
                Update(update);
                break;
            case DeleteStatement { DeleteSpecification: var delete }:
                var scope = Target(delete.Target, delete.FromClause);
                Where(delete.WhereClause, scope);
                break;
            default:
                NotShared(statement, "is no statement that both engines run");
                break;
        }
        common.Clear();
    }

    private IReadOnlyList<BoundColumn> Named(CommonTableExpression expression)
    {
        // A recursive one is known by its first part while the rest is read.
        if (expression.QueryExpression is BinaryQueryExpression { BinaryQueryExpressionType: BinaryQueryExpressionType.Union } union)
            common[expression.ExpressionName.Value] = Renamed(new TSqlMeaning(known, isShared).Query(union.FirstQueryExpression, null), expression.Columns);
        return Renamed(Query(expression.QueryExpression, null), expression.Columns);
    }

    private static IReadOnlyList<BoundColumn> Renamed(IReadOnlyList<BoundColumn> columns, IList<Identifier> names) =>
        names.Count == 0 ? columns : [.. columns.Zip(names, (c, n) => c with { Name = n.Value })];

    private void Insert(InsertSpecification insert)
    {
        var target = Known((NamedTableReference)insert.Target) ?? [];
        var named = insert.Columns.Select(c => target.FirstOrDefault(t => t.Name == c.MultiPartIdentifier.Identifiers[^1].Value)).ToList();
        if (named.Contains(null))
            Fault(insert, "names a column that the table does not have");
        foreach (var column in target.Where(t => t.IsRequired && !named.Contains(t)))
            Fault(insert, $"leaves out {column.Name}, which may not be null");

        var rows = insert.InsertSource switch
        {
            SelectInsertSource select => [[.. Query(select.Select, null).Select(c => c.Value)]],
            ValuesInsertSource values => values.RowValues.Select(r => (IReadOnlyList<Value>)[.. r.ColumnValues.Select(v => Scalar(v, new Scope(null)))]),
            _ => [],
        };
        foreach (var row in rows)
        {
            if (row.Count != named.Count)
                Fault(insert, $"gives {row.Count} values to {named.Count} columns");
            else if (named.Zip(row).FirstOrDefault(p => p.First is not null && p.First.Value.IsForeignTo(p.Second)) is { First: { } column })
                Fault(insert, $"gives {column.Name} a value of another kind");
        }
    }

    private void Update(UpdateSpecification update)
    {
        var scope = Target(update.Target, update.FromClause);
        foreach (var set in update.SetClauses.OfType<AssignmentSetClause>())
        {
            var column = Scalar(set.Column, Only(update.Target, scope));
            if (column.IsForeignTo(Scalar(set.NewValue, scope)))
                Fault(set, "gives a column a value of another kind");
        }
        Where(update.WhereClause, scope);
    }

    private Scope Target(TableReference target, FromClause? from)
    {
        var scope = new Scope(null);
        if (from is not null)
            NotShared(from, "is a from that the engines write differently");
        From(from?.TableReferences ?? [target], scope);
        return scope;
    }

    /// <summary>A bare name on the left of a set is the target's own, whatever other tables have it.</summary>
    private static Scope Only(TableReference target, Scope scope)
    {
        var name = ((NamedTableReference)target).Alias?.Value ?? ((NamedTableReference)target).SchemaObject.BaseIdentifier.Value;
        var only = new Scope(null);
        only.Sources[name] = scope.Sources.GetValueOrDefault(name);
        return only;
    }

    private IReadOnlyList<BoundColumn> Query(QueryExpression query, Scope? outer) => query switch
    {
        QuerySpecification one => Select(one, outer),
        BinaryQueryExpression two => Union(two, outer),
        QueryParenthesisExpression inner => Query(inner.QueryExpression, outer),
        _ => throw new InvalidOperationException($"{query.GetType().Name} is a query that no file has had so far."),
    };

    private IReadOnlyList<BoundColumn> Union(BinaryQueryExpression union, Scope? outer)
    {
        var first = Query(union.FirstQueryExpression, outer);
        var second = Query(union.SecondQueryExpression, outer);
        if (first.Count != second.Count)
            Fault(union, "joins selects of different width");
        foreach (var (a, b) in first.Zip(second))
            Meet(union, a.Value, b.Value);
        IReadOnlyList<BoundColumn> columns = [.. first.Zip(second, (a, b) => a with { Value = a.Value.With(b.Value) })];
        foreach (var by in union.OrderByClause?.OrderByElements ?? [])
        {
            if (by.Expression is not ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var name] } || columns.All(c => c.Name != name.Value))
                Fault(by, "orders a union by something else than one of its columns");
        }
        return columns;
    }

    private List<BoundColumn> Select(QuerySpecification select, Scope? outer)
    {
        var scope = new Scope(outer);
        if (select.FromClause is { } from)
            From(from.TableReferences, scope);
        Where(select.WhereClause, scope);
        foreach (var key in select.GroupByClause?.GroupingSpecifications ?? [])
        {
            if (key is ExpressionGroupingSpecification { Expression: var expression })
                Scalar(expression, scope);
            else
                Fault(key, "groups in a way that the engines do not share");
        }
        if (select.HavingClause is { } having)
            Condition(having.SearchCondition, scope);

        var columns = new List<BoundColumn>();
        foreach (var element in select.SelectElements)
        {
            if (element is not SelectScalarExpression { Expression: var expression, ColumnName: var alias })
            {
                Fault(element, "is no named column");
                continue;
            }
            var value = Scalar(expression, scope);
            if (value.Collation == Value.Conflict)
                Fault(element, "mixes two collations");
            columns.Add(new BoundColumn(alias?.Value ?? (expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value ?? "", value));
        }
        foreach (var by in select.OrderByClause?.OrderByElements ?? [])
        {
            // A bare name is first the select's own; inside an expression it never is.
            if (by.Expression is not ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var name] } || columns.All(c => c.Name != name.Value))
                Ordered(by, Scalar(by.Expression, scope));
        }
        Grouped(select, scope);
        Distinct(select);
        Placed(select);
        return columns;
    }

    private void From(IEnumerable<TableReference> tables, Scope scope)
    {
        foreach (var table in tables)
        {
            switch (table)
            {
                case NamedTableReference named:
                    Add(named, named.Alias?.Value ?? named.SchemaObject.BaseIdentifier.Value, Known(named), scope);
                    break;
                case QueryDerivedTable derived:
                    Add(derived, derived.Alias.Value, Renamed(Query(derived.QueryExpression, scope.Outer), derived.Columns), scope);
                    break;
                case QualifiedJoin join:
                    From([join.FirstTableReference, join.SecondTableReference], scope);
                    Condition(join.SearchCondition, scope);
                    break;
                case UnqualifiedJoin { UnqualifiedJoinType: UnqualifiedJoinType.CrossJoin } join:
                    From([join.FirstTableReference, join.SecondTableReference], scope);
                    break;
                case JoinParenthesisTableReference inner:
                    From([inner.Join], scope);
                    break;
                default:
                    Fault(table, "is no table that both engines read");
                    break;
            }
        }
    }

    private void Add(TableReference table, string name, IReadOnlyList<BoundColumn>? columns, Scope scope)
    {
        if (!scope.Sources.TryAdd(name, columns))
            Fault(table, $"uses the name {name} a second time");
    }

    private IReadOnlyList<BoundColumn>? Known(NamedTableReference table)
    {
        var name = table.SchemaObject;
        if (name.SchemaIdentifier is null && common.TryGetValue(name.BaseIdentifier.Value, out var expression))
            return expression;
        if (known.TryGetValue($"{name.SchemaIdentifier?.Value}.{name.BaseIdentifier.Value}", out var columns))
            return columns;
        if (isShared || name.SchemaIdentifier?.Value != "sys")
            Fault(table, "is no table, view or named expression");
        return null;
    }

    private void Where(WhereClause? where, Scope scope)
    {
        if (where is not null)
            Condition(where.SearchCondition, scope);
    }

    private void NotShared(TSqlFragment node, string why)
    {
        if (isShared)
            Fault(node, why);
    }

    private void Fault(TSqlFragment node, string why) => faults.Add($"{TSql.Quote(node)}: {why}");
}
