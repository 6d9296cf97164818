namespace Portal.Tests.Support;

public static partial class A
{
    /// <summary>The scale of questions that name none: three answers that count and one that does not.</summary>
    public const string HomeScale = "instammer";

    public static Made Survey(
        string id = HomeSurvey, string? name = null, string area = HomeArea, string? municipality = null,
        string asked = "vårdnadshavare", string? description = null, int floor = 5, double? rateFloor = null,
        int? answerFloor = null, string source = HomeSource) =>
        new Made().Row("rpt.survey", 1,
                ("survey_id", id), ("name", name ?? (id == HomeSurvey ? "Provenkäten" : $"Enkäten {id}")),
                ("service_area_id", area), ("municipality_code", municipality), ("asked", asked),
                ("description", description), ("respondent_floor", floor), ("rate_floor", rateFloor),
                ("answer_floor", answerFloor), ("source_id", source))
            .Assume(Area(area)).Assume(Source(source))
            .Assume(municipality is null ? null : Municipality(municipality));

    public static Made Round(
        int period, string survey = HomeSurvey, string? name = null, string? askedFrom = null, string? askedTo = null,
        string? publishedOn = null, bool isPreliminary = false) =>
        new Made().Row("rpt.survey_round", 2,
                ("survey_id", survey), ("period", period), ("name", name ?? $"Våren {period}"), ("asked_from", askedFrom),
                ("asked_to", askedTo), ("published_on", publishedOn), ("is_preliminary", isPreliminary))
            .Assume(Survey(survey));

    /// <summary>A scale of answers, best first. A null score is an answer that does not count.</summary>
    public static Made Scale(string id = HomeScale, params (string Label, double? Score, bool IsPositive)[] answers)
    {
        if (answers.Length == 0)
            answers = [("Instämmer helt", 3, true), ("Instämmer delvis", 2, false), ("Instämmer inte", 1, false), ("Vet ej", null, false)];
        var made = new Made().Row("rpt.answer_scale", 1, ("scale_id", id), ("name", $"Skalan {id}"));
        for (var i = 0; i < answers.Length; i++)
        {
            made.Row("rpt.answer_option", 2,
                ("scale_id", id), ("answer", i + 1), ("label", answers[i].Label), ("score", answers[i].Score),
                ("is_positive", answers[i].IsPositive));
        }
        return made;
    }

    public static Made Factor(string id, string? name = null, int order = 1) =>
        new Made().Row("rpt.quality_factor", 1, ("quality_factor_id", id), ("name", name ?? $"Faktor {id}"), ("sort_order", order));

    /// <summary>A question; rounds are the periods in which it was asked.</summary>
    public static Made Question(
        string id, string? wording = null, string area = "Trygghet", int areaOrder = 1, int order = 1,
        string survey = HomeSurvey, string? scale = HomeScale, string? replaces = null, string? factor = null,
        params int[] rounds)
    {
        var made = new Made().Row("rpt.question", 1,
                ("question_key", Key(id)), ("question_id", id), ("survey_id", survey), ("area", area),
                ("area_order", areaOrder), ("sort_order", order), ("wording", wording ?? $"Frågan {id}?"),
                ("quality_factor_id", factor), ("scale_id", scale), ("replaces_key", replaces is null ? null : Key(replaces)))
            .Assume(Survey(survey)).Assume(scale is null ? null : Scale(scale))
            .Assume(factor is null ? null : Factor(factor))
            .Assume(replaces is null ? null : Question(replaces, survey: survey));
        foreach (var round in rounds)
        {
            made.Row("rpt.question_round", 2, ("question_key", Key(id)), ("period", round))
                .Assume(Round(round, survey));
        }
        return made;
    }

    /// <summary>A measure of a survey: of one of its questions, or (question null) of the survey as a whole.</summary>
    public static Made Measure(
        string id, string? question = null, string? name = null, string kind = "share", string? unit = null,
        int decimals = 0, string better = "higher", double? low = null, double? high = null,
        bool isHeadline = false, string? derivation = null, int order = 1, string survey = HomeSurvey,
        string area = HomeArea, string source = HomeSource) =>
        new Made().Row("rpt.measure", 1,
                ("measure_key", Key(id)), ("measure_id", id), ("question_key", question is null ? null : Key(question)),
                ("survey_id", survey), ("service_area_id", area), ("name", name ?? $"Måttet {id}"), ("kind", kind),
                ("unit", unit ?? (kind == "share" ? "percent" : "score")), ("decimals", decimals), ("better", better),
                ("low", low ?? (kind == "share" ? 0 : null)), ("high", high ?? (kind == "share" ? 100 : null)),
                ("period_kind", "round"), ("is_headline", isHeadline), ("derivation", derivation), ("sort_order", order),
                ("source_id", source))
            .Assume(question is null ? null : Question(question, survey: survey))
            .Assume(Survey(survey)).Assume(Area(area)).Assume(Source(source));

    /// <summary>A measure that no survey asked for: the number of children, the share of trained staff.</summary>
    public static Made Indicator(
        string id, string? name = null, string kind = "count", string unit = "barn", int decimals = 0,
        string better = "neither", string periodKind = "year", string? derivation = null, int order = 1,
        string? area = HomeArea, string source = HomeSource) =>
        new Made().Row("rpt.measure", 1,
                ("measure_key", Key(id)), ("measure_id", id), ("question_key", null), ("survey_id", null),
                ("service_area_id", area), ("name", name ?? $"Nyckeltalet {id}"), ("kind", kind), ("unit", unit),
                ("decimals", decimals), ("better", better), ("low", null), ("high", null), ("period_kind", periodKind),
                ("is_headline", false), ("derivation", derivation), ("sort_order", order), ("source_id", source))
            .Assume(area is null ? null : Area(area)).Assume(Source(source));
}
