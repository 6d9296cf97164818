using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Portal.Tests.Sql.Meaning;

/// <content>Expressions and conditions: of what kind they are, and which may meet.</content>
internal sealed partial class TSqlMeaning
{
    private static readonly HashSet<string> Aggregates = ["count", "sum", "min", "max", "avg", "string_agg"];

    private static readonly HashSet<string> Ordering =
        ["row_number", "rank", "dense_rank", "ntile", "lag", "lead", "first_value", "last_value"];

    /// <summary>Functions of one name and one meaning. (log and upper, say, have two.) The number is of parameters.</summary>
    private static readonly Dictionary<string, (int Least, int Most, Kind? Gives)> Shared = new(StringComparer.Ordinal)
    {
        ["count"] = (1, 1, Kind.Whole),
        ["sum"] = (1, 1, null),
        ["min"] = (1, 1, null),
        ["max"] = (1, 1, null),
        ["avg"] = (1, 1, null),
        ["string_agg"] = (2, 2, Kind.Text),
        ["row_number"] = (0, 0, Kind.Whole),
        ["rank"] = (0, 0, Kind.Whole),
        ["dense_rank"] = (0, 0, Kind.Whole),
        ["ntile"] = (1, 1, Kind.Whole),
        ["lag"] = (1, 3, null),
        ["lead"] = (1, 3, null),
        ["first_value"] = (1, 1, null),
        ["last_value"] = (1, 1, null),
        ["abs"] = (1, 1, null),
        ["sign"] = (1, 1, null),
        ["round"] = (2, 2, null),
        ["ceiling"] = (1, 1, null),
        ["floor"] = (1, 1, null),
        ["power"] = (2, 2, null),
        ["sqrt"] = (1, 1, Kind.Fraction),
        ["concat"] = (2, 250, Kind.Text),
        ["trim"] = (1, 1, Kind.Text),
        ["ltrim"] = (1, 1, Kind.Text),
        ["rtrim"] = (1, 1, Kind.Text),
        ["replace"] = (3, 3, Kind.Text),
        ["substring"] = (3, 3, Kind.Text),
    };

    private Value Scalar(ScalarExpression expression, Scope scope) => expression switch
    {
        IntegerLiteral => new Value(Kind.Whole),
        NumericLiteral => new Value(Kind.Exact),
        RealLiteral => new Value(Kind.Fraction),
        StringLiteral => new Value(Kind.Text),
        NullLiteral or VariableReference => Value.Unknown,
        ColumnReferenceExpression column => Column(column, scope),
        ParenthesisExpression inner => Scalar(inner.Expression, scope),
        UnaryExpression unary => Scalar(unary.Expression, scope),
        BinaryExpression two => Arithmetic(two, Scalar(two.FirstExpression, scope), Scalar(two.SecondExpression, scope)),
        CoalesceExpression coalesce => Choice(coalesce, coalesce.Expressions, scope),
        NullIfExpression nullIf => NullIf(nullIf, scope),
        IIfCall iif => Chosen(iif, iif.Predicate, scope, iif.ThenExpression, iif.ElseExpression),
        SearchedCaseExpression searched => Case(searched, scope),
        SimpleCaseExpression simple => Case(simple, scope),
        CastCall cast => Cast(cast, Scalar(cast.Parameter, scope)),
        FunctionCall call => Call(call, scope),
        ScalarSubquery subquery => Single(subquery, scope),
        _ => Refuse(expression, "is no expression that both engines run"),
    };

    private Value Column(ColumnReferenceExpression reference, Scope scope)
    {
        if (reference.ColumnType == ColumnType.Wildcard)
            return new Value(Kind.Whole);
        var identifiers = reference.MultiPartIdentifier.Identifiers;
        var name = identifiers[^1].Value;
        for (var at = scope; at is not null; at = at.Outer)
        {
            var sources = at.Sources.Where(s => identifiers.Count == 1 || s.Key == identifiers[^2].Value).ToList();
            if (sources.Exists(s => s.Value is null))
                return Value.Unknown;
            var found = sources.SelectMany(s => s.Value!).Where(c => c.Name == name).ToList();
            if (found.Count > 1)
                return Refuse(reference, "may be the column of two tables");
            if (found.Count == 1)
                return found[0].Value;
        }
        return Refuse(reference, "is no column here");
    }

    private Value Arithmetic(BinaryExpression node, Value first, Value second)
    {
        if (first.Kind is Kind.Text or Kind.Time || second.Kind is Kind.Text or Kind.Time)
            return Refuse(node, "calculates with a text or a time; concat joins texts");
        if (first.Kind == Kind.Bit || second.Kind == Kind.Bit)
            return Refuse(node, "calculates with a bit, which SQL Server refuses; choose 1 or 0 with iif");
        if (first.With(second).Kind == Kind.Exact)
            return Refuse(node, "calculates with a decimal of few digits on SQL Server; write 100e0 or cast to float");
        return first.With(second);
    }

    private Value Choice(TSqlFragment node, IEnumerable<ScalarExpression> expressions, Scope scope) =>
        expressions.Select(e => Scalar(e, scope)).Aggregate((a, b) => Meet(node, a, b, isCompared: false));

    private Value Chosen(TSqlFragment node, BooleanExpression predicate, Scope scope, params ScalarExpression[] expressions)
    {
        Condition(predicate, scope);
        return Choice(node, expressions, scope);
    }

    private Value Case(SearchedCaseExpression node, Scope scope)
    {
        foreach (var when in node.WhenClauses)
            Condition(when.WhenExpression, scope);
        return Choice(node, Outcomes(node.WhenClauses.Select(w => w.ThenExpression), node.ElseExpression), scope);
    }

    private Value Case(SimpleCaseExpression node, Scope scope)
    {
        var input = Scalar(node.InputExpression, scope);
        foreach (var when in node.WhenClauses)
            Meet(when, input, Scalar(when.WhenExpression, scope));
        return Choice(node, Outcomes(node.WhenClauses.Select(w => w.ThenExpression), node.ElseExpression), scope);
    }

    private static IEnumerable<ScalarExpression> Outcomes(IEnumerable<ScalarExpression> then, ScalarExpression? otherwise) =>
        otherwise is null ? then : then.Append(otherwise);

    private Value NullIf(NullIfExpression node, Scope scope)
    {
        var value = Scalar(node.FirstExpression, scope);
        Meet(node, value, Scalar(node.SecondExpression, scope));
        return value;
    }

    private Value Cast(CastCall cast, Value value)
    {
        var type = TSql.Plain(cast.DataType).Replace(" ", "", StringComparison.Ordinal);
        if (type.StartsWith("nvarchar(", StringComparison.Ordinal))
        {
            return value.Kind is Kind.Fraction or Kind.Exact or Kind.Time
                ? Refuse(cast, "writes out a fraction or a time, which the engines do differently")
                : new Value(Kind.Text, value.Collation);
        }
        return type switch
        {
            "int" or "bigint" when value.Kind is not (Kind.Text or Kind.Time) => new Value(Kind.Whole),
            "float" when value.Kind is not (Kind.Text or Kind.Time) => new Value(Kind.Fraction),
            _ => Refuse(cast, "casts otherwise than from number to int, bigint or float, or from whole number or text to nvarchar(n)"),
        };
    }

    private Value Call(FunctionCall call, Scope scope)
    {
        var name = call.FunctionName.Value;
        if (!Shared.TryGetValue(name, out var shared) || call.CallTarget is not null)
        {
            NotShared(call, "is no function that both engines have in one meaning");
            return Value.Unknown;
        }
        if (call.Parameters.Count < shared.Least || call.Parameters.Count > shared.Most)
            Fault(call, "has another number of parameters than both engines take");

        var values = call.Parameters.Select(p => Scalar(p, scope)).ToList();
        Window(call, name, scope);
        if (Aggregates.Contains(name))
            Aggregate(call, name, values[0]);
        if (name == "concat" && values.Exists(v => v.Kind is Kind.Fraction or Kind.Exact or Kind.Time))
            Fault(call, "writes out a fraction or a time, which the engines do differently");
        if (shared.Gives is { } kind)
            return new Value(kind, kind == Kind.Text ? values.Select(v => v.Collation is null ? Value.Unknown : v).Aggregate((a, b) => a.With(b)).Collation : null);
        return values[0];
    }

    private void Window(FunctionCall call, string name, Scope scope)
    {
        if (call.OverClause is not { } over)
        {
            if (Ordering.Contains(name))
                Fault(call, "needs over (order by ...)");
            return;
        }
        foreach (var partition in over.Partitions)
            Ordered(partition, Scalar(partition, scope));
        foreach (var by in over.OrderByClause?.OrderByElements ?? [])
            Ordered(by, Scalar(by.Expression, scope));
        if (Ordering.Contains(name) && over.OrderByClause is null)
            Fault(call, "needs over (order by ...)");
        if (call.UniqueRowFilter == UniqueRowFilter.Distinct)
            Fault(call, "counts distinct values over a window");
    }

    private void Aggregate(FunctionCall call, string name, Value value)
    {
        if (name != "count" && value.Kind == Kind.Bit)
            Fault(call, "takes a bit, which SQL Server refuses; choose 1 or 0 with iif");
        if (name == "avg" && value.Kind is Kind.Whole)
            Fault(call, "is cut to a whole number by SQL Server and not by SQLite; cast to float");
        if (name is "sum" or "avg" && value.Kind is Kind.Text or Kind.Time)
            Fault(call, "takes no text or time");
        if (name is "sum" or "avg" && value.Kind == Kind.Exact)
            Fault(call, "calculates with a decimal of few digits on SQL Server; write 100e0 or cast to float");
        foreach (var inner in call.Parameters.SelectMany(TSql.Find<TSqlFragment>))
        {
            if (inner is ScalarSubquery)
                Fault(call, "holds a subquery, which SQL Server refuses in an aggregate");
            if (call.OverClause is null && inner is FunctionCall { OverClause: null } nested && Aggregates.Contains(nested.FunctionName.Value))
                Fault(call, "holds another aggregate");
        }
    }

    private Value Single(ScalarSubquery subquery, Scope scope)
    {
        var columns = Query(subquery.QueryExpression, scope);
        return columns.Count == 1 ? columns[0].Value : Refuse(subquery, "gives another number of columns than one");
    }

    private void Condition(BooleanExpression condition, Scope scope)
    {
        switch (condition)
        {
            case BooleanBinaryExpression two:
                Condition(two.FirstExpression, scope);
                Condition(two.SecondExpression, scope);
                break;
            case BooleanNotExpression not:
                Condition(not.Expression, scope);
                break;
            case BooleanParenthesisExpression inner:
                Condition(inner.Expression, scope);
                break;
            case BooleanIsNullExpression isNull:
                Scalar(isNull.Expression, scope);
                break;
            case BooleanComparisonExpression compare:
                Meet(compare, Scalar(compare.FirstExpression, scope), Scalar(compare.SecondExpression, scope));
                break;
            case BooleanTernaryExpression between:
                Meet(between, Scalar(between.FirstExpression, scope), Scalar(between.SecondExpression, scope));
                Meet(between, Scalar(between.FirstExpression, scope), Scalar(between.ThirdExpression, scope));
                break;
            case LikePredicate like:
                Meet(like, Scalar(like.FirstExpression, scope), Scalar(like.SecondExpression, scope));
                break;
            case InPredicate { Subquery: { } subquery } within:
                Meet(within, Scalar(within.Expression, scope), Single(subquery, scope));
                break;
            case InPredicate within:
                foreach (var value in within.Values)
                    Meet(within, Scalar(within.Expression, scope), Scalar(value, scope));
                break;
            case ExistsPredicate exists:
                Query(exists.Subquery.QueryExpression, scope);
                break;
            default:
                Fault(condition, "is no condition that both engines have");
                break;
        }
    }

    /// <summary>Two values that are compared, chosen between or put in one column.</summary>
    private Value Meet(TSqlFragment node, Value first, Value second, bool isCompared = true)
    {
        if (first.IsForeignTo(second))
            Fault(node, "brings together values of different kinds");
        var both = first.With(second);
        if (isCompared && both.Collation == Value.Conflict)
            Fault(node, "brings together two collations");
        return both;
    }

    private void Ordered(TSqlFragment node, Value value)
    {
        if (value.Collation == Value.Conflict)
            Fault(node, "orders by a mix of two collations");
    }

    private Value Refuse(TSqlFragment node, string why)
    {
        Fault(node, why);
        return Value.Unknown;
    }
}
