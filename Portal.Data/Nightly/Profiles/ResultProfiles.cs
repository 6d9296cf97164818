namespace Portal.Data.Nightly.Profiles;

/// <summary>
/// What all files of rows about units and municipalities have in common. Fields: <c>scope</c> (unit, district,
/// municipality, group, country; empty is unit), <c>subject</c> (outside id; a municipality's code or name),
/// <c>subject_name</c>, <c>district</c>, <c>municipality_code</c> (or name), <c>ownership</c>, <c>period</c>, <c>sex</c>
/// (T, K, M; empty is T), <c>state</c>, <c>respondents</c>, <c>invited</c>, <c>response_rate</c> (per cent, or a band such
/// as 60-69 or "80 % eller mer").
/// </summary>
public abstract record RowProfile
{
    /// <summary>The file's name in the profile; empty where each of the survey's layouts has its own.</summary>
    public string File { get; init; } = "";

    /// <summary>Field to column.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Field to a value that every row has.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>Field to the source's word to ours, such as sex to Kvinnor to K. Capitals do not count.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Codes { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary><c>0-100</c> or <c>0-1</c>: how the file writes response rates.</summary>
    public string Rates { get; init; } = "0-100";
}

/// <summary>
/// Fields: <c>report</c>, <c>document</c> (the address of the report itself: two ids with one document are one report)
/// and those of <see cref="RowProfile"/> that are the same for all figures of a report.
/// </summary>
public sealed record ReportsProfile : RowProfile;

/// <summary>
/// Fields: those of <see cref="RowProfile"/>, <c>report</c>, and <c>question_id</c> unless every column of figures says
/// which question it is of.
/// </summary>
public sealed record FiguresProfile : RowProfile
{
    /// <summary>The columns of figures.</summary>
    public required IReadOnlyList<ValueProfile> Values { get; init; }

    /// <summary>A source's sign in a value's place to a state: ".." to suppressed. Capitals do not count.</summary>
    public IReadOnlyDictionary<string, string> ValueCodes { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// <c>0-100</c> or <c>0-1</c>: how the file writes shares. Values that contradict it fail the source. A value that ends
    /// with a per cent sign is of 100 in either case.
    /// </summary>
    public string Shares { get; init; } = "0-100";

    /// <summary>
    /// The rows know their units by <c>subject_name</c> within a municipality and have no ids: names are matched to the register.
    /// </summary>
    public bool UnitsByName { get; init; }
}

/// <summary>One column of figures.</summary>
public sealed record ValueProfile
{
    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary><c>share</c> (per cent positive) or <c>mean</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The question's id, where the column is of one question; null where the row says it.</summary>
    public string? Question { get; init; }

    /// <summary>The scope, when the row's own does not hold for this column.</summary>
    public string? Scope { get; init; }

    /// <summary>The subject, for the scopes municipality, group and country.</summary>
    public string? Subject { get; init; }

    /// <summary>The sex, when the row's own does not hold for this column.</summary>
    public string? Sex { get; init; }
}

/// <summary>Fields as of <see cref="FiguresProfile"/>.</summary>
public sealed record AnswersProfile : RowProfile
{
    /// <summary>Column to the answer's number on the scale. Where <see cref="Questions"/> is given: the last part of the column.</summary>
    public required IReadOnlyDictionary<string, int> Values { get; init; }

    /// <summary>
    /// A question's id to the beginning of its columns, where a row holds the answers to many: "Trygghet / Jag känner mig
    /// trygg" before " / Stämmer helt". Empty where each row is of one question.
    /// </summary>
    public IReadOnlyDictionary<string, string> Questions { get; init; } = new Dictionary<string, string>();

    /// <summary><c>0-100</c> or <c>0-1</c>: how the file writes the share of an answer.</summary>
    public string Shares { get; init; } = "0-100";
}

/// <summary>
/// One year's file where a source has one a year and moves its columns about. Files of figures and answers that name no
/// file are read once a layout, in the order of the layouts.
/// </summary>
public sealed record LayoutProfile
{
    /// <summary>The year, which every row of the file is of.</summary>
    public required int Period { get; init; }

    /// <summary>The file's name in the profile. A file that is optional and away: the year is not read.</summary>
    public required string File { get; init; }

    /// <summary>Fields whose column is another this year.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>A column of figures, or the beginning of a question's answer columns, to what this year calls it.</summary>
    public IReadOnlyDictionary<string, string> Renamed { get; init; } = new Dictionary<string, string>();

    /// <summary>Ids of questions that were not asked this year.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>How this year writes shares, where it is another way; null where not.</summary>
    public string? Shares { get; init; }

    /// <summary>How this year writes response rates, where it is another way; null where not.</summary>
    public string? Rates { get; init; }

    internal FiguresProfile Of(FiguresProfile profile) => profile with
    {
        File = File,
        Columns = Merged(profile.Columns),
        Constants = Dated(profile.Constants),
        Rates = Rates ?? profile.Rates,
        Shares = Shares ?? profile.Shares,
        Values = [.. profile.Values
            .Where(v => v.Question is null || !Without.Contains(v.Question))
            .Select(v => v with { Column = Renamed.GetValueOrDefault(v.Column, v.Column) })],
    };

    internal AnswersProfile Of(AnswersProfile profile) => profile with
    {
        File = File,
        Columns = Merged(profile.Columns),
        Constants = Dated(profile.Constants),
        Rates = Rates ?? profile.Rates,
        Shares = Shares ?? profile.Shares,
        Questions = profile.Questions.Where(q => !Without.Contains(q.Key)).ToDictionary(q => q.Key, q => Renamed.GetValueOrDefault(q.Value, q.Value)),
    };

    private Dictionary<string, string> Merged(IReadOnlyDictionary<string, string> columns)
    {
        var merged = columns.ToDictionary();
        foreach (var (field, column) in Columns)
            merged[field] = column;
        return merged;
    }

    private Dictionary<string, string> Dated(IReadOnlyDictionary<string, string> constants) =>
        new(constants) { ["period"] = Period.ToString(System.Globalization.CultureInfo.InvariantCulture) };
}
