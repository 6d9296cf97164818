using Portal.Data.Model;
using Portal.Data.Queries.Editions;
using Portal.Data.Queries.Measures;
using Portal.Data.Reporting;

namespace Portal.Data.Queries.Units;

/// <summary>All that is known of one unit.</summary>
public sealed class UnitProfile(ReportingDb db)
{
    /// <summary>The unit with its figures, or null where there is no such unit.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<Result?> Find(string id, CancellationToken ct) =>
        db.Read(
            typeof(UnitProfile),
            new { id, scope = Scopes.Unit, ids = new[] { id }, most = Corrections.Most },
            async grid =>
            {
                if (await grid.ReadSingleOrDefaultAsync<UnitFacts>() is not { } unit)
                    return null;
                return new Result
                {
                    Unit = unit,
                    Aliases = [.. await grid.ReadAsync<string>()],
                    Events = [.. await grid.ReadAsync<EventRow>()],
                    Subjects = [.. await grid.ReadAsync<SubjectRow>()],
                    Surveys = [.. await grid.ReadAsync<SurveyRow>()],
                    Rounds = [.. await grid.ReadAsync<RoundRow>()],
                    Measures = [.. await grid.ReadAsync<MeasureRow>()],
                    Asked = [.. await grid.ReadAsync<AskedRow>()],
                    Observations = [.. await grid.ReadAsync<ObservationRow>()],
                    Answers = [.. await grid.ReadAsync<AnswerRow>()],
                    Corrected = [.. await grid.ReadAsync<EditionChange>()],
                };
            },
            ct,
            also: typeof(Corrections));

    /// <summary>The answers to the question, as the tables hold them.</summary>
    public sealed record Result
    {
        /// <summary>The unit.</summary>
        public UnitFacts Unit { get; init; } = new();

        /// <summary>Its other names.</summary>
        public IReadOnlyList<string> Aliases { get; init; } = [];

        /// <summary>What has happened to it, oldest first, what has no date before that.</summary>
        public IReadOnlyList<EventRow> Events { get; init; } = [];

        /// <summary>The unit, its municipality and the country, those that figures can be about.</summary>
        public IReadOnlyList<SubjectRow> Subjects { get; init; } = [];

        /// <summary>The surveys of its service area that are held where it lies, whether it took part or not.</summary>
        public IReadOnlyList<SurveyRow> Surveys { get; init; } = [];

        /// <summary>Their rounds, newest first.</summary>
        public IReadOnlyList<RoundRow> Rounds { get; init; } = [];

        /// <summary>What the unit has figures of, in the surveys' order.</summary>
        public IReadOnlyList<MeasureRow> Measures { get; init; } = [];

        /// <summary>When those questions were asked.</summary>
        public IReadOnlyList<AskedRow> Asked { get; init; } = [];

        /// <summary>The unit's figures for all sexes, and the others' for all respondents, of those measures.</summary>
        public IReadOnlyList<ObservationRow> Observations { get; init; } = [];

        /// <summary>How the unit's newest answers to each question were spread.</summary>
        public IReadOnlyList<AnswerRow> Answers { get; init; } = [];

        /// <summary>Its published figures that were corrected afterwards, the newest first.</summary>
        public IReadOnlyList<EditionChange> Corrected { get; init; } = [];

        /// <summary>The year of a survey's newest round; null where none is known.</summary>
        public int? NewestRound(string? surveyId) => Rounds.FirstOrDefault(r => r.SurveyId == surveyId)?.Period;

        /// <summary>
        /// The unit's own figures with their passports, survey by survey and question by question, newest first.
        /// </summary>
        public IEnumerable<Figure> Figures()
        {
            var place = Measures.Select((m, i) => (m.MeasureKey, i)).ToDictionary(m => m.MeasureKey, m => m.i);
            return Subjects.Where(s => s.Scope == Scopes.Unit).SelectMany(unit => Observations
                .Where(o => o.SubjectKey == unit.SubjectKey)
                .OrderBy(o => place[o.MeasureKey])
                .ThenByDescending(o => o.Period)
                .ThenBy(o => SexOrder(o.Sex))
                .Select(o => Measures[place[o.MeasureKey]].Figure(unit, o)));
        }

        private static int SexOrder(string sex) => sex switch { Sexes.All => 0, Sexes.Women => 1, _ => 2 };
    }

    /// <summary>Something that has happened to the unit, or to another in which the unit was the other one.</summary>
    public sealed record EventRow
    {
        /// <summary>The unit that it happened to.</summary>
        public string UnitId { get; init; } = "";

        /// <summary><c>renamed</c>, <c>merged</c>, <c>split</c>, <c>closed</c> or <c>moved</c>.</summary>
        public string Kind { get; init; } = "";

        /// <summary>When; null where no source says.</summary>
        public DateOnly? HappenedOn { get; init; }

        /// <summary>The name, or of a move the address, before; null where it is not told.</summary>
        public string? OldName { get; init; }

        /// <summary>The name, or of a move the address, after; null where it is not told.</summary>
        public string? NewName { get; init; }

        /// <summary>The other unit that is in it, seen from the one that is asked about; null for none.</summary>
        public string? OtherId { get; init; }

        /// <summary>What that unit is called.</summary>
        public string? OtherName { get; init; }
    }

    /// <summary>A survey that the unit could have taken part in.</summary>
    public sealed record SurveyRow
    {
        /// <summary>The survey.</summary>
        public string SurveyId { get; init; } = "";

        /// <summary>What it is called.</summary>
        public string Name { get; init; } = "";

        /// <summary>Who is asked, in Swedish plural.</summary>
        public string Asked { get; init; } = "";

        /// <summary>A sentence or two, or null.</summary>
        public string? Description { get; init; }

        /// <summary>The only municipality it is held in, or null for several.</summary>
        public string? MunicipalityCode { get; init; }

        /// <summary>The fewest respondents behind a shown figure.</summary>
        public int RespondentFloor { get; init; }

        /// <summary>Who publishes it.</summary>
        public string SourceName { get; init; } = "";

        /// <summary>How often it is renewed, in words; null where the source does not say.</summary>
        public string? Cadence { get; init; }
    }

    /// <summary>One round of a survey.</summary>
    public sealed record RoundRow
    {
        /// <summary>The survey.</summary>
        public string SurveyId { get; init; } = "";

        /// <summary>The year that the round is known by.</summary>
        public int Period { get; init; }

        /// <summary>Such as "våren 2024".</summary>
        public string Name { get; init; } = "";

        /// <summary>When the source published it; null where it does not say.</summary>
        public DateOnly? PublishedOn { get; init; }

        /// <summary>Its figures may change.</summary>
        public bool IsPreliminary { get; init; }
    }

    /// <summary>A question was asked in a round.</summary>
    public sealed record AskedRow
    {
        /// <summary>The question.</summary>
        public int QuestionKey { get; init; }

        /// <summary>The round's year.</summary>
        public int Period { get; init; }
    }
}

/// <summary>A unit as registers know it.</summary>
public sealed record UnitFacts
{
    /// <summary>The unit's id.</summary>
    public string UnitId { get; init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The municipality that it lies in.</summary>
    public string MunicipalityCode { get; init; } = "";

    /// <summary>That municipality's name.</summary>
    public string MunicipalityName { get; init; } = "";

    /// <summary>The municipality is made up.</summary>
    public bool IsSample { get; init; }

    /// <summary>What it does.</summary>
    public string ServiceAreaId { get; init; } = "";

    /// <summary>The service area's name.</summary>
    public string ServiceAreaName { get; init; } = "";

    /// <summary>What a unit of the service area is called: "förskola".</summary>
    public string UnitWord { get; init; } = "";

    /// <summary>One of <see cref="Ownerships"/>; null where the source does not say.</summary>
    public string? Ownership { get; init; }

    /// <summary>Who runs it; null where the source does not say.</summary>
    public string? ProviderName { get; init; }

    /// <summary>Street and number; null where the source does not say.</summary>
    public string? Address { get; init; }

    /// <summary>The postal code; null where the source does not say.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Its source still names it.</summary>
    public bool IsListed { get; init; }

    /// <summary>The register that names it.</summary>
    public string SourceName { get; init; } = "";

    /// <summary>How that register wants to be credited.</summary>
    public string Credit { get; init; } = "";

    /// <summary>The register's licence; null where it states none.</summary>
    public string? Licence { get; init; }
}
