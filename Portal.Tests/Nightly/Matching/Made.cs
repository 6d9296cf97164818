using Portal.Data.Model;
using Portal.Data.Nightly.Matching;

namespace Portal.Tests.Nightly.Matching;

/// <summary>Made-up units for the tests of the rules, in one municipality and service area unless said.</summary>
internal static class Made
{
    public const string Source = "enkat";

    /// <summary>Units that no test asks for: two of each kind, so that a rule that takes the first it sees is found out.</summary>
    public static IReadOnlyList<RegisterUnit> Decoys { get; } =
    [
        Register("decoy-1", "Lingongången 4 Förskola"),
        Register("decoy-2", "Lingongången 4a Förskola"),
        Register("decoy-3", "Humlan", Ownerships.Private),
        Register("decoy-4", "Humlans Trädgård", Ownerships.Private),
        Register("decoy-5", "Kastrullgatan 2-8 Förskola"),
        Register("decoy-6", "Vattkoppan", Ownerships.Private) with { ProviderId = "kedja-1" },
    ];

    public static RegisterUnit Register(string id, string name, string? ownership = Ownerships.Municipal) => new()
    {
        UnitId = id,
        MunicipalityCode = "0042",
        ServiceAreaId = "forskola",
        Name = name,
        Ownership = ownership,
    };

    /// <summary>A survey unit with one report a period, each unlike all others.</summary>
    public static SurveyUnit Survey(string id, string name, params int[] periods) => new()
    {
        OutsideId = id,
        Name = name,
        MunicipalityCode = "0042",
        ServiceAreaId = "forskola",
        RunByMunicipality = true,
        Reports = [.. (periods.Length == 0 ? [2022] : periods).Select(p => new SurveyReport { Period = p, Fingerprint = $"report of {id} in {p}" })],
    };

    public static SurveyUnit Private(this SurveyUnit unit) => unit with { RunByMunicipality = false };

    public static SurveyUnit SameReportAs(this SurveyUnit unit, SurveyUnit other, int period) => unit with
    {
        Reports =
        [
            .. unit.Reports.Where(r => r.Period != period),
            other.Reports.Single(r => r.Period == period),
        ],
    };

    public static UnitAlias Alias(string outsideId, string name, string? unitId) =>
        new() { Source = Source, OutsideId = outsideId, Name = name, UnitId = unitId, Reason = "A person has looked." };

    public static MatchOutcome Match(IReadOnlyCollection<SurveyUnit> survey, IEnumerable<RegisterUnit> register, params UnitAlias[] aliases) =>
        new UnitMatcher(KindWords.Preschool).Match(Source, survey, [.. Decoys, .. register], aliases);

    public static MatchResult MatchOne(SurveyUnit survey, params RegisterUnit[] register) => Match([survey], register).Results.Single();

    public static MatchResult For(this MatchOutcome outcome, string outsideId) => outcome.Results.Single(r => r.Survey.OutsideId == outsideId);
}
