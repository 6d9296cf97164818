using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Portal.Tests.Sql.Meaning;

/// <content>What may stand where: beside a group by, beside a distinct, in a where.</content>
internal sealed partial class TSqlMeaning
{
    private void Grouped(QuerySpecification select, Scope scope)
    {
        var keys = select.GroupByClause?.GroupingSpecifications.OfType<ExpressionGroupingSpecification>().Select(g => g.Expression).ToList();
        foreach (var key in keys ?? [])
        {
            if (TSql.Find<ColumnReferenceExpression>(key).Count == 0)
                Fault(key, "groups by something that is no column");
            if (TSql.Find<ScalarSubquery>(key).Count > 0)
                Fault(key, "groups by a subquery");
        }

        IEnumerable<TSqlFragment?> shown = [.. select.SelectElements, select.HavingClause, select.OrderByClause];
        var outside = new Outside([.. (keys ?? []).Select(TSql.Plain)]);
        foreach (var part in shown)
            part?.Accept(outside);
        if (keys is null && !outside.HasAggregate)
            return;

        var aliases = Aliases(select);
        foreach (var column in outside.Columns.Where(c => IsOwn(c, scope)))
        {
            if (column.MultiPartIdentifier.Identifiers is not [var name] || !aliases.Contains(name.Value))
                Fault(column, "stands neither in the group by nor in an aggregate");
        }
    }

    private void Distinct(QuerySpecification select)
    {
        if (select.UniqueRowFilter != UniqueRowFilter.Distinct)
            return;
        var aliases = Aliases(select);
        var shown = select.SelectElements.OfType<SelectScalarExpression>().Select(e => TSql.Plain(e.Expression)).ToHashSet();
        foreach (var by in select.OrderByClause?.OrderByElements ?? [])
        {
            if (!shown.Contains(TSql.Plain(by.Expression))
                && !(by.Expression is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var name] } && aliases.Contains(name.Value)))
                Fault(by, "orders distinct rows by something that they do not show");
        }
    }

    private void Placed(QuerySpecification select)
    {
        var keys = select.GroupByClause?.GroupingSpecifications.Cast<TSqlFragment?>() ?? [];
        var joins = select.FromClause is { } from ? TSql.Find<QualifiedJoin>(from).Select(j => (TSqlFragment?)j.SearchCondition) : [];
        foreach (var part in keys.Concat(joins).Append(select.WhereClause))
        {
            var outside = new Outside([]);
            part?.Accept(outside);
            if (outside.HasAggregate || outside.HasWindow)
                Fault(part!, "holds an aggregate or a window, which belongs in the select or the having");
        }
    }

    private static bool IsOwn(ColumnReferenceExpression column, Scope scope)
    {
        var identifiers = column.MultiPartIdentifier.Identifiers;
        return scope.Sources.Any(s => identifiers.Count > 1
            ? s.Key == identifiers[^2].Value
            : s.Value?.Any(c => c.Name == identifiers[0].Value) == true);
    }

    private static HashSet<string> Aliases(QuerySpecification select) =>
        [.. select.SelectElements.OfType<SelectScalarExpression>().Where(e => e.ColumnName is not null).Select(e => e.ColumnName.Value)];

    /// <summary>Columns that stand outside aggregates, subqueries and the keys of the group.</summary>
    private sealed class Outside(HashSet<string> keys) : TSqlFragmentVisitor
    {
        public List<ColumnReferenceExpression> Columns { get; } = [];

        public bool HasAggregate { get; private set; }

        public bool HasWindow { get; private set; }

        public override void ExplicitVisit(ColumnReferenceExpression node)
        {
            if (node.ColumnType != ColumnType.Wildcard && !keys.Contains(TSql.Plain(node)))
                Columns.Add(node);
        }

        public override void ExplicitVisit(FunctionCall node)
        {
            HasWindow |= node.OverClause is not null;
            if (node.OverClause is null && Aggregates.Contains(node.FunctionName.Value))
                HasAggregate = true;
            else if (!keys.Contains(TSql.Plain(node)))
                base.ExplicitVisit(node);
        }

        public override void ExplicitVisit(ScalarSubquery node) { }

        public override void ExplicitVisit(QueryDerivedTable node) { }

        public override void ExplicitVisit(BinaryExpression node) => Unless(node, base.ExplicitVisit);

        public override void ExplicitVisit(CoalesceExpression node) => Unless(node, base.ExplicitVisit);

        public override void ExplicitVisit(IIfCall node) => Unless(node, base.ExplicitVisit);

        public override void ExplicitVisit(CastCall node) => Unless(node, base.ExplicitVisit);

        public override void ExplicitVisit(SearchedCaseExpression node) => Unless(node, base.ExplicitVisit);

        public override void ExplicitVisit(SimpleCaseExpression node) => Unless(node, base.ExplicitVisit);

        private void Unless<T>(T node, Action<T> visit) where T : TSqlFragment
        {
            if (!keys.Contains(TSql.Plain(node)))
                visit(node);
        }
    }
}
