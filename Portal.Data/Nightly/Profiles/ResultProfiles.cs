namespace Portal.Data.Nightly.Profiles;

/// <summary>
/// Fields: <c>report</c>, <c>document</c> (the address of the report itself: two ids with one document are one report)
/// and those of <see cref="FiguresProfile"/> that are the same for all figures of a report.
/// </summary>
public sealed record ReportsProfile
{
    /// <summary>The file's name in the profile.</summary>
    public required string File { get; init; }

    /// <summary>Field to column.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// Fields: <c>report</c>, <c>question_id</c>, <c>scope</c> (unit, district, municipality, group, country; empty is unit),
/// <c>subject</c> (outside id), <c>subject_name</c>, <c>district</c>, <c>municipality_code</c>, <c>period</c>, <c>sex</c>
/// (T, K, M; empty is T), <c>state</c>, <c>respondents</c>, <c>invited</c>, <c>response_rate</c>.
/// </summary>
public sealed record FiguresProfile
{
    /// <summary>The file's name in the profile.</summary>
    public required string File { get; init; }

    /// <summary>Field to column.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>The columns of figures.</summary>
    public required IReadOnlyList<ValueProfile> Values { get; init; }

    /// <summary>A source's sign in a value's place to a state: ".." to suppressed.</summary>
    public IReadOnlyDictionary<string, string> ValueCodes { get; init; } = new Dictionary<string, string>();
}

/// <summary>One column of figures.</summary>
public sealed record ValueProfile
{
    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary><c>share</c> (per cent positive) or <c>mean</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The scope, when the row's own does not hold for this column.</summary>
    public string? Scope { get; init; }

    /// <summary>The subject, for the scopes municipality, group and country.</summary>
    public string? Subject { get; init; }

    /// <summary>The sex, when the row's own does not hold for this column.</summary>
    public string? Sex { get; init; }
}

/// <summary>Fields as of <see cref="FiguresProfile"/>.</summary>
public sealed record AnswersProfile
{
    /// <summary>The file's name in the profile.</summary>
    public required string File { get; init; }

    /// <summary>Field to column.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Column to the answer's number on the scale.</summary>
    public required IReadOnlyDictionary<string, int> Values { get; init; }
}
