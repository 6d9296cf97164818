using Portal.Data.Reporting;

namespace Portal.Data.Queries.Surveys;

/// <summary>Which surveys are there, and what do their rounds rest on?</summary>
public sealed class SurveyList(ReportingDb db)
{
    /// <summary>All surveys by service area and name.</summary>
    /// <exception cref="DatabaseException">The database is away.</exception>
    public Task<IReadOnlyList<SurveyWithRounds>> All(CancellationToken ct) =>
        db.Read<IReadOnlyList<SurveyWithRounds>>(typeof(SurveyList), null, async grid =>
        {
            var surveys = await grid.ReadAsync<SurveyFacts>();
            var rounds = (await grid.ReadAsync<RoundRow>()).ToLookup(r => r.SurveyId, StringComparer.Ordinal);
            return [.. surveys.Select(s => new SurveyWithRounds(s, [.. rounds[s.SurveyId]]))];
        }, ct);
}

/// <summary>A survey and its rounds.</summary>
/// <param name="Survey">The survey.</param>
/// <param name="Rounds">Newest first.</param>
public sealed record SurveyWithRounds(SurveyFacts Survey, IReadOnlyList<RoundRow> Rounds);

/// <summary>What a survey is.</summary>
public sealed record SurveyFacts
{
    /// <summary>The lasting id.</summary>
    public string SurveyId { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who answers, in Swedish plural.</summary>
    public string Asked { get; init; } = "";

    /// <summary>How it is held; null where the source does not say.</summary>
    public string? Description { get; init; }

    /// <summary>The fewest respondents behind a shown figure.</summary>
    public int RespondentFloor { get; init; }

    /// <summary>The lowest response rate of a shown figure, per cent; null for no such floor.</summary>
    public double? RateFloor { get; init; }

    /// <summary>The fewest persons behind one shown answer; null for no such floor.</summary>
    public int? AnswerFloor { get; init; }

    /// <summary>The service that it asks about.</summary>
    public string ServiceAreaId { get; init; } = "";

    /// <summary>The service area's name.</summary>
    public string ServiceAreaName { get; init; } = "";

    /// <summary>The only municipality that it is held in; null for several.</summary>
    public string? MunicipalityCode { get; init; }

    /// <summary>That municipality's name; null for several.</summary>
    public string? MunicipalityName { get; init; }

    /// <summary>The source.</summary>
    public string SourceId { get; init; } = "";

    /// <summary>The source's name.</summary>
    public string SourceName { get; init; } = "";

    /// <summary>Who publishes the source.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>How the source wants to be credited.</summary>
    public string Credit { get; init; } = "";

    /// <summary>The licence; null where the source states none.</summary>
    public string? Licence { get; init; }

    /// <summary>Where the licence is read; null where the source does not say.</summary>
    public string? LicenceAddress { get; init; }

    /// <summary>Where the source is read; null where it has no address.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>How often the source renews its figures, in words; null where it does not say.</summary>
    public string? Cadence { get; init; }

    /// <summary>Whether it is made up.</summary>
    public bool IsSample { get; init; }
}

/// <summary>
/// One time that a survey was asked, and what it rests on. The sums over units are the portal's own: a source that
/// does not say how many were asked leaves its units out of them.
/// </summary>
public sealed record RoundRow
{
    /// <summary>The survey.</summary>
    public string SurveyId { get; init; } = "";

    /// <summary>The year that the round is known by.</summary>
    public int Period { get; init; }

    /// <summary>The round's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The first day of asking; null where the source does not say.</summary>
    public DateOnly? AskedFrom { get; init; }

    /// <summary>The last day of asking; null where the source does not say.</summary>
    public DateOnly? AskedTo { get; init; }

    /// <summary>When the source published it; null where it does not say.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Its figures may change.</summary>
    public bool IsPreliminary { get; init; }

    /// <summary>How many units took part.</summary>
    public int Units { get; init; }

    /// <summary>In how many municipalities.</summary>
    public int Municipalities { get; init; }

    /// <summary>How many units have at least one figure that is shown.</summary>
    public int UnitsShown { get; init; }

    /// <summary>How many units are known to have respondents, asked or not known how many.</summary>
    public int UnitsWithRespondents { get; init; }

    /// <summary>The respondents of those units; null where no unit's are known.</summary>
    public int? AllRespondents { get; init; }

    /// <summary>How many units' respondents and invited are both known.</summary>
    public int UnitsCounted { get; init; }

    /// <summary>The respondents of the counted units; null where none is counted.</summary>
    public int? Respondents { get; init; }

    /// <summary>The invited of the counted units; null where none is counted.</summary>
    public int? Invited { get; init; }

    /// <summary>How many units' response rate the source gives.</summary>
    public int UnitsWithRate { get; init; }

    /// <summary>The lowest of those rates, per cent; null where there is none.</summary>
    public double? LowestRate { get; init; }

    /// <summary>The highest of those rates, per cent; null where there is none.</summary>
    public double? HighestRate { get; init; }

    /// <summary>Answers of those asked in the counted units, per cent: the portal's own calculation. Null where none was asked.</summary>
    public double? ResponseRate => Invited > 0 ? 100.0 * Respondents / Invited : null;
}
