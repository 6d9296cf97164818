using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Portal.Tests.Sql;

/// <summary>What the scripts for SQL Server make, read from their syntax tree.</summary>
internal static class SqlServerSchema
{
    /// <summary>The tables of the journal and of every script. A later script that changes a table must be taught here.</summary>
    public static IReadOnlyList<SqlServerTable> Read()
    {
        var tables = new List<SqlServerTable>();
        var texts = EmbeddedSql.In("sqlserver").Select(s => s.Text)
            .Prepend(EmbeddedSql.Text("Portal.Data.Reporting.Migrator.sqlserver.sql"));
        foreach (var tree in texts.Select(TSql.Tree))
        {
            foreach (var statement in TSql.Find<TSqlStatement>(tree))
                Apply(statement, tables);
            Assert.Empty(TSql.Find<AlterTableStatement>(tree).Where(a => a is not AlterTableAddTableElementStatement).Select(TSql.Quote));
        }
        return tables;
    }

    private static void Apply(TSqlStatement statement, List<SqlServerTable> tables)
    {
        switch (statement)
        {
            case CreateTableStatement create:
                tables.Add(Table(create));
                break;
            case CreateIndexStatement index:
                tables.Single(t => t.Is(index.OnName)).Indexes.Add(Index(index));
                break;
            case DropTableStatement drop:
                Assert.All(drop.Objects, o => Assert.Equal(1, tables.RemoveAll(t => t.Is(o))));
                break;
            case AlterTableAddTableElementStatement add:
                Assert.Empty(add.Definition.TableConstraints.Select(TSql.Quote));
                // A column that may not be null needs a value for the rows that are there, by a constraint with a name.
                foreach (var column in add.Definition.ColumnDefinitions)
                {
                    var table = tables.Single(t => t.Is(add.SchemaObjectName));
                    table.Columns.Add(Column(column));
                    if (!table.Columns[^1].IsNullable)
                        table.ConstraintNames.Add(column.DefaultConstraint.ConstraintIdentifier.Value);
                }
                break;
        }
    }

    /// <summary>The rows that the scripts themselves put into a table: the values as they are written.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string table) =>
        [.. EmbeddedSql.In("sqlserver")
            .SelectMany(s => TSql.Find<InsertSpecification>(TSql.Tree(s.Text)))
            .Where(i => TSql.Plain(i.Target).Replace(" ", "", StringComparison.Ordinal) == table)
            .Select(i => i.InsertSource).OfType<ValuesInsertSource>().SelectMany(v => v.RowValues)
            .Select(r => (IReadOnlyList<string>)[.. r.ColumnValues.Select(v => ((Literal)v).Value)])];

    private static SqlServerTable Table(CreateTableStatement statement)
    {
        var definition = statement.Definition;
        Assert.Empty(definition.ColumnDefinitions.Where(c => c.Constraints.Any(k => k is not NullableConstraintDefinition)).Select(TSql.Quote));
        Assert.Empty(definition.Indexes.Select(TSql.Quote));
        var key = definition.TableConstraints.OfType<UniqueConstraintDefinition>().Single(u => u.IsPrimaryKey);
        return new SqlServerTable
        {
            Schema = statement.SchemaObjectName.SchemaIdentifier.Value,
            Name = statement.SchemaObjectName.BaseIdentifier.Value,
            Columns = [.. definition.ColumnDefinitions.Select(Column)],
            PrimaryKey = Names(key.Columns),
            IsClusteredByKey = key.Clustered == true,
            Uniques = [.. definition.TableConstraints.OfType<UniqueConstraintDefinition>().Where(u => !u.IsPrimaryKey).Select(u => Names(u.Columns))],
            ForeignKeys = [.. definition.TableConstraints.OfType<ForeignKeyConstraintDefinition>().Select(ForeignKey)],
            Checks = [.. definition.TableConstraints.OfType<CheckConstraintDefinition>().Select(c => TSql.Plain(c.CheckCondition))],
            ConstraintNames =
            [
                .. definition.TableConstraints.Select(c => c.ConstraintIdentifier.Value),
                .. definition.ColumnDefinitions.Where(c => c.DefaultConstraint is not null).Select(c => c.DefaultConstraint.ConstraintIdentifier.Value),
            ],
        };
    }

    private static SqlServerColumn Column(ColumnDefinition column)
    {
        var type = (ParameterizedDataTypeReference)column.DataType;
        var length = type.Parameters.FirstOrDefault() switch
        {
            MaxLiteral => int.MaxValue,
            { } number => int.Parse(number.Value, CultureInfo.InvariantCulture),
            null => (int?)null,
        };
        return new SqlServerColumn
        {
            Name = column.ColumnIdentifier.Value,
            Type = type.Name.BaseIdentifier.Value,
            Length = length,
            Collation = column.Collation?.Value,
            IsNullable = column.Constraints.OfType<NullableConstraintDefinition>().Single().Nullable,
            HasDefault = column.DefaultConstraint is not null,
        };
    }

    private static SqlServerForeignKey ForeignKey(ForeignKeyConstraintDefinition key)
    {
        Assert.Equal((DeleteUpdateAction.NotSpecified, DeleteUpdateAction.NotSpecified), (key.DeleteAction, key.UpdateAction));
        return new SqlServerForeignKey
        {
            Columns = [.. key.Columns.Select(c => c.Value)],
            Parent = key.ReferenceTableName,
            ParentColumns = [.. key.ReferencedTableColumns.Select(c => c.Value)],
        };
    }

    private static SqlServerIndex Index(CreateIndexStatement index) => new()
    {
        Name = index.Name.Value,
        IsUnique = index.Unique,
        Columns = Names(index.Columns),
        Includes = [.. index.IncludeColumns.Select(c => c.MultiPartIdentifier.Identifiers[^1].Value)],
        Filter = index.FilterPredicate is { } filter ? TSql.Plain(filter) : null,
    };

    private static IReadOnlyList<string> Names(IEnumerable<ColumnWithSortOrder> columns) =>
        [.. columns.Select(c => c.Column.MultiPartIdentifier.Identifiers[^1].Value + (c.SortOrder == SortOrder.Descending ? " desc" : ""))];
}

internal sealed class SqlServerTable
{
    public required string Schema { get; init; }
    public required string Name { get; init; }
    public required List<SqlServerColumn> Columns { get; init; }
    public required IReadOnlyList<string> PrimaryKey { get; init; }
    public required bool IsClusteredByKey { get; init; }
    public required IReadOnlyList<IReadOnlyList<string>> Uniques { get; init; }
    public required IReadOnlyList<SqlServerForeignKey> ForeignKeys { get; init; }
    public required IReadOnlyList<string> Checks { get; init; }
    public required List<string> ConstraintNames { get; init; }
    public List<SqlServerIndex> Indexes { get; } = [];

    public string FullName => $"{Schema}.{Name}";

    public bool Is(SchemaObjectName name) => name.SchemaIdentifier.Value == Schema && name.BaseIdentifier.Value == Name;

    /// <summary>The column that a key names, with or without its order.</summary>
    public SqlServerColumn Column(string key) => Columns.Single(c => c.Name == key.Split(' ')[0]);
}

internal sealed record SqlServerColumn
{
    public required string Name { get; init; }
    public required string Type { get; init; }
    public required int? Length { get; init; }
    public required string? Collation { get; init; }
    public required bool IsNullable { get; init; }
    public required bool HasDefault { get; init; }

    public bool IsText => Type is "nvarchar" or "nchar" or "varchar" or "char";

    /// <summary>The most bytes that a value takes in an index key.</summary>
    public long Bytes => Type switch
    {
        "nvarchar" or "nchar" => 2L * Length!.Value,
        "bigint" or "float" => 8,
        "int" => 4,
        "date" => 3,
        "datetime2" => 6,
        "tinyint" or "bit" => 1,
        _ => throw new InvalidOperationException($"The size of {Type} is not known here."),
    };
}

internal sealed record SqlServerForeignKey
{
    public required IReadOnlyList<string> Columns { get; init; }
    public required SchemaObjectName Parent { get; init; }
    public required IReadOnlyList<string> ParentColumns { get; init; }
}

internal sealed record SqlServerIndex
{
    public required string Name { get; init; }
    public required bool IsUnique { get; init; }
    public required IReadOnlyList<string> Columns { get; init; }
    public required IReadOnlyList<string> Includes { get; init; }
    public required string? Filter { get; init; }
}
