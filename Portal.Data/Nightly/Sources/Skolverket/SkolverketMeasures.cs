using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Skolverket;

/// <summary>
/// The statistics of Planned Educations that the portal knows, by type of school and by the API's own name. Skolverket's
/// documents give neither names nor units; both are those of its published statistics. See this folder's README.
/// </summary>
internal static class SkolverketMeasures
{
    private const string Percent = "percent";
    private const string Points = "poäng";

    private static readonly Measure[] All =
    [
        new("studentsPerTeacherQuota", "elever-per-larare", "Elever per lärare", "ratio", "elever", 1, "lower", 0, 200, "Elever per lärare, räknat som heltidstjänster, den 15 oktober läsåret."),
        new("certifiedTeachersQuota", "larare-behoriga", "Lärare med legitimation och behörighet i minst ett ämne", "share", Percent, 1, "higher", 0, 100, "Andel av lärarna, räknat som heltidstjänster, den 15 oktober läsåret. Gäller inte skolor där lärarna inte behöver lärarlegitimation."),
        new("specialTeacherPositions", "speciallarare", "Speciallärare, heltidstjänster", "count", "heltidstjänster", 1, "neither", 0, null, "Speciallärare, räknat som heltidstjänster, den 15 oktober läsåret."),
        new("specialEducatorsQuota", "specialpedagogisk-examen", "Lärare med specialpedagogisk högskoleexamen", "share", Percent, 1, "neither", 0, 100, "Andel av lärarna, räknat som heltidstjänster, den 15 oktober läsåret."),
        new("totalNumberOfPupils", "elever", "Antal elever", "count", "elever", 0, "neither", 0, 5000, "Elever den 15 oktober läsåret, avrundat till tiotal av Skolverket."),
        Passed("ratioOfPupilsIn6thGradeWithAllSubjectsPassed", "godkanda-ak6", "Elever i årskurs 6 med godkända betyg i alla ämnen"),
        Test("SVE", 6, "svenska", "Nationella provet i svenska"),
        Test("SVA", 6, "sva", "Nationella provet i svenska som andraspråk"),
        Test("ENG", 6, "engelska", "Nationella provet i engelska"),
        Test("MA", 6, "matematik", "Nationella provet i matematik"),
        Test("SVE", 9, "svenska", "Nationella provet i svenska"),
        Test("SVA", 9, "sva", "Nationella provet i svenska som andraspråk"),
        Test("ENG", 9, "engelska", "Nationella provet i engelska"),
        Test("MA", 9, "matematik", "Nationella provet i matematik"),
        Passed("ratioOfPupilsIn9thGradeWithAllSubjectsPassed", "godkanda-ak9", "Elever i årskurs 9 med godkända betyg i alla ämnen"),
        new("averageGradesMeritRating9thGrade", "meritvarde", "Genomsnittligt meritvärde i årskurs 9", "ratio", Points, 1, "higher", 0, 340, "Elevernas sammanlagda betygspoäng i 17 ämnen, i genomsnitt, i slutet av läsåret."),
        Passed("ratioOfPupils9thGradeEligibleForNationalProgramYR", "behoriga-yrkesprogram", "Elever i årskurs 9 som är behöriga till yrkesprogram"),
        Passed("ratioOfPupils9thGradeEligibleForNationalProgramES", "behoriga-estetiska", "Elever i årskurs 9 som är behöriga till estetiska programmet"),
        Passed("ratioOfPupils9thGradeEligibleForNationalProgramSAEKHU", "behoriga-sa-ek-hu", "Elever i årskurs 9 som är behöriga till ekonomi-, humanistiska och samhällsvetenskapsprogrammen"),
        Passed("ratioOfPupils9thGradeEligibleForNationalProgramNATE", "behoriga-na-te", "Elever i årskurs 9 som är behöriga till naturvetenskaps- och teknikprogrammen"),
    ];

    private static readonly Dictionary<string, string> Forms = new()
    {
        ["gr"] = "",
        ["fsk"] = " i förskoleklass",
        ["gran"] = " i anpassad grundskola",
    };

    private static readonly Dictionary<string, (Measure Measure, int Order)> ByName =
        All.Select((m, i) => (m, i)).ToDictionary(x => x.m.ApiName, x => (x.m, x.i + 1), StringComparer.Ordinal);

    /// <summary>Whether the portal knows statistics of the type of school.</summary>
    public static bool IsForm(string form) => Forms.ContainsKey(form);

    /// <summary>The measure of a type of school, without its key; null when the portal does not know it.</summary>
    public static MeasureRow? Find(string form, string apiName, string prefix, string sourceId)
    {
        if (!Forms.TryGetValue(form, out var where) || !ByName.TryGetValue(apiName, out var found))
            return null;
        var (measure, order) = found;
        return new MeasureRow
        {
            MeasureId = $"{prefix}{form}-{measure.Id}",
            ServiceAreaId = "grundskola",
            Name = measure.Name + where,
            Kind = measure.Kind,
            Unit = measure.Unit,
            Decimals = measure.Decimals,
            Better = measure.Better,
            Low = measure.Low,
            High = measure.High,
            PeriodKind = "school_year",
            SortOrder = order + (100 * Forms.Keys.ToList().IndexOf(form)),
            Description = measure.Description,
            SourceId = sourceId,
        };
    }

    private static Measure Passed(string apiName, string id, string name) => new(
        apiName, id, name, "share", Percent, 1, "higher", 0, 100, "I slutet av läsåret. Saknar bara några enstaka elever det räknas andelen upp till cirka 100 procent av Skolverket.");

    private static Measure Test(string subject, int grade, string id, string name) => new(
        $"averageResultNationalTestsSubject{subject}{(grade == 6 ? "6" : "9")}thGrade", $"prov-{id}-ak{(grade == 6 ? "6" : "9")}", $"{name} i årskurs {(grade == 6 ? "6" : "9")}",
        "ratio", Points, 1, "higher", 0, 20, "Elevernas provbetyg omräknade till poäng, högst 20, i genomsnitt.");

    private sealed record Measure(
        string ApiName, string Id, string Name, string Kind, string Unit, int Decimals, string Better, double Low, double? High, string Description);
}
