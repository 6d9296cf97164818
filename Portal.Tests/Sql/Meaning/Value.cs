namespace Portal.Tests.Sql.Meaning;

/// <summary>What an expression holds, as coarsely as SQL Server and SQLite can be told apart by.</summary>
internal enum Kind
{
    /// <summary>A parameter, a null, or something of which nothing is known.</summary>
    Unknown,

    // Numbers in SQL Server's order of precedence: where two meet, the later one comes of it.
    Bit,
    Whole,

    /// <summary>numeric: a decimal of some digits on SQL Server, a double on SQLite.</summary>
    Exact,

    /// <summary>float: a double on both engines.</summary>
    Fraction,
    Text,
    Time,
}

/// <summary>A kind and, for text, the collation that it brings. Null yields to any: a literal, a parameter.</summary>
internal readonly record struct Value(Kind Kind, string? Collation = null)
{
    public const string Conflict = "two collations";

    public static Value Unknown => new(Kind.Unknown);

    public bool IsNumber => Kind is Kind.Bit or Kind.Whole or Kind.Fraction or Kind.Exact;

    /// <summary>What comes of two values that meet: in a comparison, a choice or a union.</summary>
    public Value With(Value other) => new(
        Kind == Kind.Unknown ? other.Kind
            : other.Kind == Kind.Unknown ? Kind
            : IsNumber && other.IsNumber ? (Kind)Math.Max((int)Kind, (int)other.Kind)
            : Kind,
        Collation is null ? other.Collation
            : other.Collation is null || other.Collation == Collation ? Collation
            : Conflict);

    /// <summary>A text and a number, or a text of a table and a time: SQL Server converts or fails, SQLite finds them unlike.</summary>
    public bool IsForeignTo(Value other) =>
        (Kind == Kind.Text && other.IsNumber) || (IsNumber && other.Kind == Kind.Text)
        || (Kind == Kind.Time && other.IsNumber) || (IsNumber && other.Kind == Kind.Time)
        || (Kind == Kind.Time && other is { Kind: Kind.Text, Collation: not null })
        || (this is { Kind: Kind.Text, Collation: not null } && other.Kind == Kind.Time);
}

/// <summary>A column as a query sees it.</summary>
internal sealed record BoundColumn(string Name, Value Value, bool IsRequired = false);

/// <summary>The tables that a part of a query sees, and what the query around it sees.</summary>
internal sealed class Scope(Scope? outer)
{
    /// <summary>By the name that the query gives them. Columns are null where they are not known.</summary>
    public Dictionary<string, IReadOnlyList<BoundColumn>?> Sources { get; } = new(StringComparer.Ordinal);

    public Scope? Outer => outer;
}
