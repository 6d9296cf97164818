using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Portal.Tests.Sql;

/// <summary>Microsoft's own parser of T-SQL, at the level of SQL Server 2019.</summary>
internal static class TSql
{
    /// <summary>The syntax tree and what the parser had to say; empty when the text is T-SQL.</summary>
    public static (TSqlScript Tree, IReadOnlyList<string> Faults) Parse(string sql)
    {
        using var reader = new StringReader(sql);
        var tree = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return (tree, [.. errors.Select(e => $"line {e.Line}, column {e.Column}: {e.Message}")]);
    }

    /// <summary>The syntax tree of a text that must be T-SQL.</summary>
    public static TSqlScript Tree(string sql)
    {
        var (tree, faults) = Parse(sql);
        Assert.Empty(faults);
        return tree;
    }

    /// <summary>All nodes of a kind, in the order of the text.</summary>
    public static IReadOnlyList<T> Find<T>(TSqlFragment tree) where T : TSqlFragment
    {
        var collector = new Collector<T>();
        tree.Accept(collector);
        return collector.Found;
    }

    /// <summary>The text of a node in one line and lower case, without comments: what two engines' texts are compared by.</summary>
    public static string Plain(TSqlFragment node) =>
        string.Join(' ', Tokens(node)).ToLowerInvariant();

    /// <summary>The node and where it stands, for people.</summary>
    public static string Quote(TSqlFragment node) => $"line {node.StartLine}: {string.Join(' ', Tokens(node))}";

    private static IEnumerable<string> Tokens(TSqlFragment node) => node.ScriptTokenStream
        .Skip(node.FirstTokenIndex)
        .Take(node.LastTokenIndex - node.FirstTokenIndex + 1)
        .Where(t => t.TokenType is not (TSqlTokenType.WhiteSpace or TSqlTokenType.SingleLineComment or TSqlTokenType.MultilineComment))
        .Select(t => t.Text);

    private sealed class Collector<T> : TSqlFragmentVisitor where T : TSqlFragment
    {
        public List<T> Found { get; } = [];

        public override void Visit(TSqlFragment node)
        {
            if (node is T found)
                Found.Add(found);
        }
    }
}
