using Portal.Data.Model;

namespace Portal.Tests.Support;

public static partial class A
{
    /// <summary>
    /// A figure of a unit, or with another scope of a municipality, a district, a group or the country. Its state
    /// follows from the value: published where there is one, else missing. With <c>until</c> it is of the past: that edition
    /// made it other.
    /// </summary>
    public static Made Observation(
        string subject, string measure, int period, double? value = null, int? respondents = null, int? invited = null,
        double? rate = null, string sex = Sexes.All, ObservationState? state = null, bool isDoubtful = false,
        bool isDerived = false, int edition = 1, string scope = Scopes.Unit, int until = 0) =>
        new Made().Row("rpt.observation_version", 6,
                ("is_past", until > 0), ("subject_key", SubjectKey(subject, scope)), ("measure_key", Key(measure)), ("period", period), ("sex", sex),
                ("until_edition", until), ("is_approximate", false),
                ("state", (int)(state ?? (value is null ? ObservationState.Missing : ObservationState.Published))),
                ("value", value), ("respondents", respondents), ("invited", invited), ("response_rate", rate),
                ("is_derived", isDerived), ("is_doubtful", isDoubtful), ("edition_number", edition))
            .Assume(SubjectFor(subject, scope)).Assume(Measure(measure));

    /// <summary>How the answers to a question were spread, in the order of its scale. A null share is suppressed.</summary>
    public static Made Answers(string subject, string question, int period, params double?[] shares) =>
        Answers(subject, question, period, Sexes.All, Scopes.Unit, shares);

    /// <inheritdoc cref="Answers(string, string, int, double?[])"/>
    public static Made Answers(
        string subject, string question, int period, string sex, string scope, params double?[] shares)
    {
        var made = new Made();
        for (var i = 0; i < shares.Length; i++)
        {
            made.Row("rpt.answer_version", 7,
                ("is_past", false), ("subject_key", SubjectKey(subject, scope)), ("question_key", Key(question)), ("period", period), ("sex", sex),
                ("answer", i + 1), ("until_edition", 0), ("state", (int)(shares[i] is null ? ObservationState.Suppressed : ObservationState.Published)),
                ("share", shares[i]), ("edition_number", 1));
        }
        return made.Assume(SubjectFor(subject, scope)).Assume(Question(question));
    }

    public static Made Edition(
        int number = 1, DateTime? publishedAt = null, int night = 1, int added = 0, int changed = 0, int removed = 0,
        int observations = 0, bool isKept = true) =>
        new Made().Row("rpt.edition", 1,
            ("edition_number", number), ("published_at", publishedAt ?? new DateTime(2025, 3, 1, 2, 30, 0, DateTimeKind.Utc)),
            ("night_number", night), ("added", added), ("changed", changed), ("removed", removed), ("observations", observations),
            ("is_kept", isKept));

    public static Made EditionSource(
        int edition = 1, string source = HomeSource, string hash = "0000", DateTime? readAt = null, int added = 0,
        int changed = 0, int removed = 0) =>
        new Made().Row("rpt.edition_source", 2,
                ("edition_number", edition), ("source_id", source), ("delivery_hash", hash),
                ("read_at", readAt ?? new DateTime(2025, 3, 1, 2, 0, 0, DateTimeKind.Utc)), ("added", added),
                ("changed", changed), ("removed", removed))
            .Assume(Source(source));

    public static Made Night(
        int number = 1, DateTime? startedAt = null, DateTime? endedAt = null, string outcome = "published",
        int? edition = null, string? message = null)
    {
        var started = startedAt ?? new DateTime(2025, 3, 1, 2, 0, 0, DateTimeKind.Utc);
        return new Made().Row("rpt.night", 1,
            ("night_number", number), ("started_at", started),
            ("ended_at", outcome == "running" ? null : endedAt ?? started.AddMinutes(3)), ("outcome", outcome),
            ("edition_number", edition), ("message", message));
    }

    public static Made NightSource(
        int night = 1, string source = HomeSource, int order = 1, string name = "Provkällan", string outcome = "read",
        string? hash = null, int read = 0, int accepted = 0, int rejected = 0, int unchanged = 0, int remarks = 0,
        double seconds = 1.5, string? message = null) =>
        new Made().Row("rpt.night_source", 2,
                ("night_number", night), ("source_id", source), ("sort_order", order), ("name", name), ("outcome", outcome),
                ("delivery_hash", hash), ("rows_read", read), ("rows_accepted", accepted), ("rows_rejected", rejected),
                ("rows_unchanged", unchanged), ("remarks", remarks), ("seconds", seconds), ("message", message))
            .Assume(Night(night));

    public static Made NightReason(
        int night = 1, string source = HomeSource, string kind = "reject", string reason = "Raden saknar namn", int rows = 1) =>
        new Made().Row("rpt.night_reason", 4,
                ("night_number", night), ("source_id", source), ("kind", kind), ("reason", reason), ("rows_concerned", rows))
            .Assume(Night(night));

    private static Made SubjectFor(string subject, string scope) => scope switch
    {
        Scopes.Unit => Unit(subject),
        Scopes.Municipality => Municipality(subject),
        Scopes.District => District(subject),
        Scopes.Group => Group(subject),
        Scopes.Country => Country(),
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "No such scope."),
    };
}
