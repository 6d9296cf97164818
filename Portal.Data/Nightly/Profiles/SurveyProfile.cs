namespace Portal.Data.Nightly.Profiles;

/// <summary>A survey: its terms, its scale, and which columns hold what.</summary>
public sealed record SurveyProfile
{
    /// <summary>The survey's id; no dot; never changes.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The service area that it asks about.</summary>
    public required string ServiceArea { get; init; }

    /// <summary>The municipality that it is held in; null for several.</summary>
    public string? Municipality { get; init; }

    /// <summary>Who was asked, in Swedish plural: "vårdnadshavare".</summary>
    public required string Asked { get; init; }

    /// <summary>One or two sentences about it.</summary>
    public string? Description { get; init; }

    /// <summary>The fewest respondents behind a shown figure.</summary>
    public int RespondentFloor { get; init; } = 5;

    /// <summary>The lowest response rate behind a shown figure, in per cent; null for none.</summary>
    public double? RateFloor { get; init; }

    /// <summary>The fewest persons behind one shown answer; null for none.</summary>
    public int? AnswerFloor { get; init; }

    /// <summary>
    /// The source itself shows nothing under the floor, also by sex: figures whose respondents it does not tell are then
    /// shown. Otherwise they are protected.
    /// </summary>
    public bool SourceKeepsFloor { get; init; }

    /// <summary>
    /// Whose ids the survey's units have, such as <c>skolenhetskod</c>; null when they are units' ids on the portal or the
    /// survey's own.
    /// </summary>
    public string? IdScheme { get; init; }

    /// <summary>Written before the ids of units that are in no register. No dot.</summary>
    public string OwnUnitPrefix { get; init; } = "";

    /// <summary>
    /// Districts whose units the municipality does not run itself ("Fristående förskolor"); where the list is empty
    /// nothing is known of who runs a unit.
    /// </summary>
    public IReadOnlyList<string> IndependentDistricts { get; init; } = [];

    /// <summary>What is known of rounds; a round that only the figures name is called by its year.</summary>
    public IReadOnlyList<RoundProfile> Rounds { get; init; } = [];

    /// <summary>The answers that the questions offer, best first; null when no distribution is given.</summary>
    public ScaleProfile? Scale { get; init; }

    /// <summary>The smallest and largest possible mean, and decimals to show.</summary>
    public MeanProfile Mean { get; init; } = new();

    /// <summary>The questions.</summary>
    public required QuestionsProfile Questions { get; init; }

    /// <summary>One file a year, where the source has that; empty where every file holds all years.</summary>
    public IReadOnlyList<LayoutProfile> Layouts { get; init; } = [];

    /// <summary>
    /// The source fills in a round in which a subject was not asked with all its figures of the round before: such a round
    /// is told as not asked, with the year that the figures are of, instead of as a measurement.
    /// </summary>
    public bool RepeatsRounds { get; init; }

    /// <summary>The reports that figures point at; null when each row of figures says all itself.</summary>
    public ReportsProfile? Reports { get; init; }

    /// <summary>The files of figures.</summary>
    public required IReadOnlyList<FiguresProfile> Figures { get; init; }

    /// <summary>The files of answer distributions.</summary>
    public IReadOnlyList<AnswersProfile> Answers { get; init; } = [];

    /// <summary>The files of figures, those of one file a year written out.</summary>
    internal IEnumerable<FiguresProfile> FiguresByYear => Figures.SelectMany(f => f.File.Length > 0 ? [f] : Layouts.Select(l => l.Of(f)));

    /// <summary>The files of answers, those of one file a year written out.</summary>
    internal IEnumerable<AnswersProfile> AnswersByYear => Answers.SelectMany(a => a.File.Length > 0 ? [a] : Layouts.Select(l => l.Of(a)));
}

/// <summary>What is known of one round.</summary>
public sealed record RoundProfile
{
    /// <summary>The year it is known by.</summary>
    public required int Period { get; init; }

    /// <summary>Such as "våren 2024".</summary>
    public string? Name { get; init; }

    /// <summary>First day of asking.</summary>
    public DateOnly? AskedFrom { get; init; }

    /// <summary>Last day of asking.</summary>
    public DateOnly? AskedTo { get; init; }

    /// <summary>The day that the source published it.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Figures that may change: shown and marked, not compared.</summary>
    public bool Preliminary { get; init; }
}

/// <summary>A set of answers.</summary>
public sealed record ScaleProfile
{
    /// <summary>The scale's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The answers, best first; the first is number 1.</summary>
    public required IReadOnlyList<AnswerProfile> Answers { get; init; }
}

/// <summary>One answer.</summary>
public sealed record AnswerProfile
{
    /// <summary>The words of the questionnaire.</summary>
    public required string Label { get; init; }

    /// <summary>Its score; null where it has none ("vet ej").</summary>
    public double? Score { get; init; }

    /// <summary>Counted in the share of positive answers.</summary>
    public bool Positive { get; init; }
}

/// <summary>The scale of means.</summary>
public sealed record MeanProfile
{
    /// <summary>The smallest possible mean.</summary>
    public double Low { get; init; } = 1;

    /// <summary>The largest possible mean.</summary>
    public double High { get; init; } = 5;

    /// <summary>Decimals to show.</summary>
    public int Decimals { get; init; } = 2;
}

/// <summary>
/// Fields: <c>question_id</c>, <c>area</c>, <c>wording</c>, <c>quality_factor</c>. A question is the same across rounds
/// where its wording is, letter for letter when spaces and signs are left out.
/// </summary>
public sealed record QuestionsProfile
{
    /// <summary>The questions themselves, where no file has them.</summary>
    public IReadOnlyList<QuestionProfile> List { get; init; } = [];

    /// <summary>The file's name in the profile, where <see cref="List"/> is empty.</summary>
    public string File { get; init; } = "questions";

    /// <summary>Field to column.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>What to mend in wordings before they are compared, in order.</summary>
    public IReadOnlyList<CleaningProfile> Clean { get; init; } = [];

    /// <summary>Ids that mean another id's question although the file's wordings differ, each with its reason.</summary>
    public IReadOnlyList<SameQuestionProfile> SameAs { get; init; } = [];

    /// <summary>A question's id to the id of the differently worded question that it took the place of.</summary>
    public IReadOnlyDictionary<string, string> Replaces { get; init; } = new Dictionary<string, string>();

    /// <summary>Question area to quality factor's id, where no column says it.</summary>
    public IReadOnlyDictionary<string, string> QualityFactors { get; init; } = new Dictionary<string, string>();

    /// <summary>The id of the overall question, which lists show.</summary>
    public string? Headline { get; init; }
}

/// <summary>One question that the profile itself words.</summary>
public sealed record QuestionProfile
{
    /// <summary>The id that columns and rows know it by.</summary>
    public required string Id { get; init; }

    /// <summary>The question as it was asked.</summary>
    public required string Wording { get; init; }

    /// <summary>The part of the questionnaire that it stands in.</summary>
    public string Area { get; init; } = "";

    /// <summary>The quality factor's id; null where none is said.</summary>
    public string? QualityFactor { get; init; }
}

/// <summary>An id that means another id's question.</summary>
public sealed record SameQuestionProfile
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the question that it means.</summary>
    public required string As { get; init; }

    /// <summary>The first round that this holds for; null for all.</summary>
    public int? From { get; init; }

    /// <summary>Why, for the next reader.</summary>
    public required string Why { get; init; }
}

/// <summary>A pattern and what is put in its place.</summary>
public sealed record CleaningProfile
{
    /// <summary>A .NET regular expression.</summary>
    public required string Pattern { get; init; }

    /// <summary>The replacement.</summary>
    public string With { get; init; } = "";

    /// <summary>Why, for the next reader.</summary>
    public required string Why { get; init; }
}
