using System.Data.Common;
using Dapper;
using Portal.Data.Model;
using Portal.Data.Nightly.Rows;
using Portal.Data.Reporting;

namespace Portal.Data.Nightly;

/// <summary>
/// All that is not figures, as the night sees it: what is published, and what tonight's sources change in it. Small
/// enough to be held in memory for the whole country. Each source works on a copy, which is kept only when the source
/// holds, so a source that fails halfway leaves nothing.
/// </summary>
public sealed class Picture
{
    internal Dictionary<string, SourceRow> Sources { get; private init; } = [];
    internal Dictionary<string, MunicipalityRow> Municipalities { get; private init; } = [];
    internal HashSet<MunicipalityNeighbourRow> Neighbours { get; private init; } = [];
    internal Dictionary<string, MunicipalityGroupRow> Groups { get; private init; } = [];
    internal HashSet<MunicipalityGroupMemberRow> Members { get; private init; } = [];
    internal Dictionary<string, ServiceAreaRow> ServiceAreas { get; private init; } = [];
    internal Dictionary<string, ProviderRow> Providers { get; private init; } = [];
    internal Dictionary<string, QualityFactorRow> QualityFactors { get; private init; } = [];
    internal Dictionary<string, SurveyRow> Surveys { get; private init; } = [];
    internal Dictionary<(string Survey, int Period), SurveyRoundRow> Rounds { get; private init; } = [];
    internal Dictionary<string, AnswerScaleRow> Scales { get; private init; } = [];
    internal Dictionary<(string Scale, int Answer), AnswerOptionRow> Options { get; private init; } = [];
    internal Dictionary<int, QuestionRow> Questions { get; private init; } = [];
    internal HashSet<QuestionRoundRow> QuestionRounds { get; private init; } = [];
    internal Dictionary<string, MeasureRow> Measures { get; private init; } = [];
    internal Dictionary<string, UnitRow> Units { get; private init; } = [];
    internal Dictionary<(string Unit, string Name, string Source), UnitAliasRow> Aliases { get; private init; } = [];
    internal Dictionary<(string Source, string OutsideId), UnitOutsideIdRow> OutsideIds { get; private init; } = [];
    private Dictionary<(string Scheme, string OutsideId), string> SharedIds { get; init; } = [];
    internal Dictionary<(string Unit, string Event), UnitEventRow> Events { get; private init; } = [];
    internal Dictionary<(string Scope, string Id), SubjectRow> Subjects { get; private init; } = [];

    /// <summary>What is published now, with the program's own service areas and quality factors.</summary>
    internal static async Task<Picture> Load(DbConnection connection, SqlFiles files)
    {
        async Task<Dictionary<TKey, T>> Keyed<TKey, T>(TableMap<T> map, Func<T, TKey> key) where TKey : notnull =>
            (await connection.QueryAsync<T>(files.ForEngine(map.Select))).ToDictionary(key);
        async Task<HashSet<T>> Set<T>(TableMap<T> map) =>
            [.. await connection.QueryAsync<T>(files.ForEngine(map.Select))];

        var picture = new Picture
        {
            Sources = await Keyed(Tables.Source, r => r.SourceId),
            Municipalities = await Keyed(Tables.Municipality, r => r.MunicipalityCode),
            Neighbours = await Set(Tables.MunicipalityNeighbour),
            Groups = await Keyed(Tables.MunicipalityGroup, r => r.GroupId),
            Members = await Set(Tables.MunicipalityGroupMember),
            ServiceAreas = await Keyed(Tables.ServiceArea, r => r.ServiceAreaId),
            Providers = await Keyed(Tables.Provider, r => r.ProviderId),
            QualityFactors = await Keyed(Tables.QualityFactor, r => r.QualityFactorId),
            Surveys = await Keyed(Tables.Survey, r => r.SurveyId),
            Rounds = await Keyed(Tables.SurveyRound, r => (r.SurveyId, r.Period)),
            Scales = await Keyed(Tables.AnswerScale, r => r.ScaleId),
            Options = await Keyed(Tables.AnswerOption, r => (r.ScaleId, r.Answer)),
            Questions = await Keyed(Tables.Question, r => r.QuestionKey),
            QuestionRounds = await Set(Tables.QuestionRound),
            Measures = await Keyed(Tables.Measure, r => r.MeasureId),
            Units = await Keyed(Tables.Unit, r => r.UnitId),
            Aliases = await Keyed(Tables.UnitAlias, r => (r.UnitId, r.Name, r.SourceId)),
            OutsideIds = await Keyed(Tables.UnitOutsideId, r => (r.SourceId, r.OutsideId)),
            Events = await Keyed(Tables.UnitEvent, r => (r.UnitId, r.EventId)),
            Subjects = await Keyed(Tables.Subject, r => (r.Scope, r.SubjectId)),
        };
        foreach (var shared in picture.OutsideIds.Values.Where(r => r.IdScheme is not null).OrderBy(r => r.SourceId, StringComparer.Ordinal))
            picture.SharedIds.TryAdd((shared.IdScheme!, shared.OutsideId), shared.UnitId);
        foreach (var area in KnownWords.ServiceAreas)
            picture.ServiceAreas[area.ServiceAreaId] = area;
        foreach (var factor in KnownWords.QualityFactors)
            picture.QualityFactors[factor.QualityFactorId] = factor;
        return picture;
    }

    /// <summary>A copy to work on; the rows themselves never change.</summary>
    internal Picture Copy() => new()
    {
        Sources = new(Sources),
        Municipalities = new(Municipalities),
        Neighbours = [.. Neighbours],
        Groups = new(Groups),
        Members = [.. Members],
        ServiceAreas = new(ServiceAreas),
        Providers = new(Providers),
        QualityFactors = new(QualityFactors),
        Surveys = new(Surveys),
        Rounds = new(Rounds),
        Scales = new(Scales),
        Options = new(Options),
        Questions = new(Questions),
        QuestionRounds = [.. QuestionRounds],
        Measures = new(Measures),
        Units = new(Units),
        Aliases = new(Aliases),
        OutsideIds = new(OutsideIds),
        SharedIds = new(SharedIds),
        Events = new(Events),
        Subjects = new(Subjects),
    };

    /// <summary>The key of a unit as a subject, made when it has none.</summary>
    internal int UnitSubject(UnitRow unit) =>
        Subject(new SubjectRow
        {
            Scope = Scopes.Unit,
            SubjectId = unit.UnitId,
            Name = unit.Name,
            UnitId = unit.UnitId,
            MunicipalityCode = unit.MunicipalityCode,
        });

    /// <summary>The key of a municipality as a subject; null when the municipality is unknown.</summary>
    internal int? MunicipalitySubject(string code) => Municipalities.TryGetValue(code, out var municipality)
        ? Subject(new SubjectRow
        {
            Scope = Scopes.Municipality,
            SubjectId = code,
            Name = municipality.Name,
            MunicipalityCode = code,
        })
        : null;

    /// <summary>The key of a group as a subject; null when the group is unknown.</summary>
    internal int? GroupSubject(string id) => Groups.TryGetValue(id, out var group)
        ? Subject(new SubjectRow { Scope = Scopes.Group, SubjectId = id, Name = group.Name, GroupId = id })
        : null;

    /// <summary>The key of a part of a municipality as a subject; null when the municipality is unknown.</summary>
    internal int? DistrictSubject(string municipalityCode, string district) => Municipalities.ContainsKey(municipalityCode)
        ? Subject(new SubjectRow
        {
            Scope = Scopes.District,
            SubjectId = $"{municipalityCode}-{SearchNames.SearchName(district).Replace(' ', '-')}",
            Name = district,
            MunicipalityCode = municipalityCode,
        })
        : null;

    /// <summary>The key of the country as a subject.</summary>
    internal int CountrySubject() =>
        Subject(new SubjectRow { Scope = Scopes.Country, SubjectId = KnownWords.CountryId, Name = "Riket" });

    /// <summary>The key of a measure, which is kept for as long as its id is.</summary>
    /// <exception cref="SourceFaultException">
    /// Another source has the measure: what one of them no longer gives would be taken for gone from the other.
    /// </exception>
    internal int Measure(MeasureRow measure)
    {
        if (Measures.TryGetValue(measure.MeasureId, out var known) && known.SourceId != measure.SourceId)
            throw new SourceFaultException($"Måttet {measure.MeasureId} finns redan i källan {known.SourceId}. Ge det ett annat id i profilen.");
        var key = known is not null
            ? known.MeasureKey
            : NextMeasure();
        Measures[measure.MeasureId] = measure with { MeasureKey = key };
        return key;
    }

    /// <summary>Adds what is new or other than before; true when that changed anything.</summary>
    internal static bool Set<TKey, T>(Dictionary<TKey, T> rows, TKey key, T row) where TKey : notnull
    {
        if (rows.TryGetValue(key, out var known) && EqualityComparer<T>.Default.Equals(known, row))
            return false;
        rows[key] = row;
        return true;
    }

    /// <summary>Keeps the id that a source knows a unit by.</summary>
    internal void Keep(UnitOutsideIdRow row)
    {
        OutsideIds[(row.SourceId, row.OutsideId)] = row;
        if (row.IdScheme is { } scheme)
            SharedIds.TryAdd((scheme, row.OutsideId), row.UnitId);
    }

    /// <summary>The id of the unit that a source knows by an id of a scheme; null when none does.</summary>
    internal string? UnitOf(string scheme, string outsideId) => SharedIds.GetValueOrDefault((scheme, outsideId));

    private int nextMeasure;
    private int nextSubject;

    private int NextMeasure()
    {
        if (nextMeasure == 0)
            nextMeasure = Measures.Values.Select(m => m.MeasureKey).DefaultIfEmpty(0).Max() + 1;
        return nextMeasure++;
    }

    private int Subject(SubjectRow row)
    {
        if (Subjects.TryGetValue((row.Scope, row.SubjectId), out var known))
        {
            if (known != row with { SubjectKey = known.SubjectKey })
                Subjects[(row.Scope, row.SubjectId)] = row with { SubjectKey = known.SubjectKey };
            return known.SubjectKey;
        }
        if (nextSubject == 0)
            nextSubject = Subjects.Values.Select(s => s.SubjectKey).DefaultIfEmpty(0).Max() + 1;
        Subjects.Add((row.Scope, row.SubjectId), row with { SubjectKey = nextSubject });
        return nextSubject++;
    }
}
