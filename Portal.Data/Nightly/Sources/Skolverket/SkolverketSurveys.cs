using System.Globalization;
using System.Text.Json;
using Portal.Data.Disclosure;
using Portal.Data.Model;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Skolverket;

/// <summary>
/// Skolenkäten of each school: an index from 0 to 10 a question, of pupils in a grade or of guardians, with the round that it
/// comes from. Answers are met once before they are read, so that the questions and their rounds are known whatever the order.
/// </summary>
internal sealed class SkolverketSurveys(SourceReading reading)
{
    private const string Average = "average";
    private const string HiddenSign = "-";
    private const string MetricsEnd = "Metrics";

    private readonly SkolverketStatisticsProfile profile = reading.Profile.SkolverketStatistics!;
    private readonly Dictionary<string, Audience> audiences = [];
    private readonly Dictionary<(string Survey, int Period), HashSet<string>> semesters = [];
    private readonly Dictionary<(string Survey, string Metric, string Wording), Question> questions = [];

    /// <summary>Whether an answer is of a survey.</summary>
    public static bool IsSurvey(JsonElement body) =>
        body.Part("schoolYearMetrics") is not null || (body.Text("semester") is not null && body.Text("noOfAnswers") is not null);

    /// <summary>Notes what an answer asks and when.</summary>
    public void Meet(SkolverketResponse response)
    {
        foreach (var (audience, result) in Results(response))
        {
            if (Round(result) is not { } round)
                continue;
            audiences[audience.Id] = audience;
            var survey = SurveyId(audience);
            semesters.TryAdd((survey, round.Period), []);
            semesters[(survey, round.Period)].Add(round.Name);
            foreach (var (metric, asked) in Metrics(result))
            {
                var key = (survey, metric, Wording(asked)!);
                var question = questions.TryGetValue(key, out var known) ? known : questions[key] = new Question(metric, asked.Text("questionSubject"), questions.Count);
                question.Periods.Add(round.Period);
            }
        }
    }

    /// <summary>Puts the surveys, their rounds, questions and measures into the picture.</summary>
    /// <exception cref="SourceFaultException">Another source has a survey or a measure of the same id.</exception>
    public void Keep()
    {
        var picture = reading.Picture;
        foreach (var audience in audiences.Values.OrderBy(a => a.Id, StringComparer.Ordinal))
        {
            var id = SurveyId(audience);
            if (picture.Surveys.TryGetValue(id, out var other) && other.SourceId != reading.SourceId)
                throw new SourceFaultException($"Undersökningen {id} finns redan i källan {other.SourceId}. Skriv ett annat prefix i profilen.");
            picture.Surveys[id] = new SurveyRow
            {
                SurveyId = id,
                Name = $"Skolenkäten, {audience.Asked}",
                ServiceAreaId = "grundskola",
                Asked = audience.Asked,
                Description = "Skolinspektionens enkät. Varje fråga redovisas som ett index från 0 till 10. Varje skola ingår ungefär vartannat år.",
                RespondentFloor = profile.RespondentFloor,
                SourceId = reading.SourceId,
            };
        }
        foreach (var ((survey, period), names) in semesters)
        {
            // A survey that some schools answered in spring and others in autumn is known by its year.
            picture.Rounds[(survey, period)] = new SurveyRoundRow
            {
                SurveyId = survey,
                Period = period,
                Name = names.Count == 1 ? names.First() : period.ToString(CultureInfo.InvariantCulture),
            };
        }
        foreach (var series in questions.GroupBy(q => (q.Key.Survey, q.Key.Metric)))
        {
            int? before = null;
            foreach (var ((survey, _, wording), question) in series.OrderBy(q => q.Value.Periods.Min).ThenBy(q => q.Key.Wording, StringComparer.Ordinal))
                before = Keep(survey, wording, question, before);
        }
    }

    /// <summary>Stages an answer's figures. One that newer answers have taken the place of only adds rounds that they have not.</summary>
    public void Take(SkolverketResponse response, SchoolFinder schools, bool isEarlier)
    {
        foreach (var (audience, result) in Results(response))
        {
            var code = result.Text("schoolUnitCode") ?? "";
            var subject = schools.Subject(code);
            foreach (var (metric, asked) in Metrics(result))
            {
                var round = Round(result);
                if (isEarlier && (subject is null || round is null
                    || reading.Delivery.HasObservation(subject.Value, questions[(SurveyId(audience), metric, Wording(asked)!)].Measure, round.Value.Period, Sexes.All)))
                    continue;
                reading.Delivery.CountRow();
                if (round is null)
                    reading.Delivery.Reject(response.Place, "Terminen går inte att läsa", $"{code}: {result.Text("semester")}");
                else if (subject is not { } about)
                    reading.Delivery.Reject(response.Place, "Okänd skolenhet", code);
                else
                    Stage(response.Place, result, asked, about, questions[(SurveyId(audience), metric, Wording(asked)!)], round.Value.Period);
            }
        }
    }

    private void Stage(string place, JsonElement result, JsonElement asked, int subject, Question question, int period)
    {
        var respondents = Count(result.Text("noOfAnswers"));
        var invited = Count(result.Text("noInGroup"));
        var rate = Percent(result.Text("answeringFrequency"));
        var text = asked.Text(Average);
        var given = Given(text, respondents, out var value);
        if (given is null || value is < 0 or > 10)
        {
            reading.Delivery.Reject(place, given is null ? "Värdet går inte att läsa" : "Värdet är inte rimligt", text);
            return;
        }
        var state = PrimarySuppression.OfFigure(given.Value, respondents, null, rate, isOneSex: false, new Floors { Respondents = profile.RespondentFloor, SourceKeepsFloor = true });
        var isShown = state == ObservationState.Published;
        var withheld = state == ObservationState.Suppressed;
        if (!reading.Delivery.Observe(new ObservationRow
        {
            SourceNumber = reading.Delivery.SourceNumber,
            SubjectKey = subject,
            MeasureKey = question.Measure,
            Period = period,
            Sex = Sexes.All,
            State = (byte)state,
            Value = isShown ? value : null,
            // Respondents and rate of a protected figure would tell how few they were.
            Respondents = withheld ? null : respondents,
            Invited = invited,
            ResponseRate = withheld ? null : rate,
        }))
        {
            reading.Delivery.Reject(place, "Dubblett", $"{question.Metric}, {period}");
        }
    }

    // Hidden where somebody has answered, unanswered where nobody has.
    private static ObservationState? Given(string? text, int? respondents, out double? value)
    {
        value = null;
        if (text == HiddenSign)
            return respondents == 0 ? ObservationState.NoAnswer : ObservationState.Suppressed;
        if (string.IsNullOrEmpty(text))
            return ObservationState.Missing;
        if (!Cells.TryNumber(text, ",", out var number))
            return null;
        value = number;
        return ObservationState.Published;
    }

    private int Keep(string survey, string wording, Question question, int? before)
    {
        var picture = reading.Picture;
        var known = picture.Questions.Values.FirstOrDefault(q => q.SurveyId == survey && Letters(q.Wording) == Letters(wording));
        var order = Array.IndexOf(SkolverketQuestions.Order, question.Metric) + 1;
        var row = new QuestionRow
        {
            QuestionKey = known?.QuestionKey ?? picture.Questions.Keys.DefaultIfEmpty(0).Max() + 1,
            QuestionId = known?.QuestionId ?? FreeId($"{survey}-{SkolverketQuestions.Slug(question.Metric)}"),
            SurveyId = survey,
            Area = question.Subject ?? "Övrigt",
            AreaOrder = order,
            SortOrder = order,
            Wording = wording,
            QualityFactorId = SkolverketQuestions.Factor(question.Metric),
            ReplacesKey = before ?? known?.ReplacesKey,
        };
        picture.Questions[row.QuestionKey] = row;
        foreach (var period in question.Periods)
            picture.QuestionRounds.Add(new QuestionRoundRow { QuestionKey = row.QuestionKey, Period = period });
        question.Measure = picture.Measure(new MeasureRow
        {
            MeasureId = $"{row.QuestionId}-index",
            QuestionKey = row.QuestionKey,
            SurveyId = survey,
            ServiceAreaId = "grundskola",
            Name = wording,
            Kind = "mean",
            Unit = "score",
            Decimals = 1,
            Better = "higher",
            Low = 0,
            High = 10,
            PeriodKind = "round",
            SortOrder = order,
            SourceId = reading.SourceId,
        });
        return row.QuestionKey;
    }

    private string FreeId(string wanted)
    {
        var taken = reading.Picture.Questions.Values.Select(q => q.QuestionId).ToHashSet(StringComparer.Ordinal);
        var free = wanted;
        for (var i = 2; taken.Contains(free); i++)
            free = $"{wanted}-{i.ToString(CultureInfo.InvariantCulture)}";
        return free;
    }

    private static IEnumerable<(Audience Audience, JsonElement Result)> Results(SkolverketResponse response)
    {
        var years = response.Body.Items("schoolYearMetrics").ToList();
        foreach (var result in years.Count > 0 ? years : [response.Body])
            yield return (SkolverketQuestions.AudienceOf(response.Tail, result.Text("schoolYear")), result);
    }

    // A question that was not asked has no wording.
    private static IEnumerable<(string Metric, JsonElement Asked)> Metrics(JsonElement result) => result.EnumerateObject()
        .Where(p => p.Name.EndsWith(MetricsEnd, StringComparison.Ordinal) && p.Value.ValueKind == JsonValueKind.Object && Wording(p.Value) is not null)
        .Select(p => (p.Name[..^MetricsEnd.Length], p.Value));

    private static string? Wording(JsonElement asked) => asked.Text("questionDescription")?.Trim() is { Length: > 0 and <= Widths.Wording } text ? text : null;

    private static (int Period, string Name)? Round(JsonElement result) =>
        result.Text("semester") is { Length: 4 } semester && int.TryParse(semester.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? semester[..2] switch
            {
                "VT" => (2000 + year, $"våren {2000 + year}"),
                "HT" => (2000 + year, $"hösten {2000 + year}"),
                _ => null,
            }
            : null;

    private static int? Count(string? text) => text is not null && Cells.TryCount(text, out var count) ? count : null;

    private static double? Percent(string? text) =>
        text is not null && Cells.TryNumber(text.TrimEnd('%', ' ', '\u00a0'), ",", out var value) && value is >= 0 and <= 100 ? value : null;

    private static string Letters(string wording) => string.Concat(wording.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private string SurveyId(Audience audience) => $"{profile.Prefix}skolenkaten-{audience.Id}";

    private sealed class Question(string metric, string? subject, int order)
    {
        public string Metric => metric;

        public string? Subject => subject;

        public int Order => order;

        public SortedSet<int> Periods { get; } = [];

        public int Measure { get; set; }
    }
}

/// <summary>Who was asked.</summary>
/// <param name="Id">As it stands in the survey's id.</param>
/// <param name="Asked">In Swedish plural.</param>
internal sealed record Audience(string Id, string Asked);

/// <summary>What the API's names of questions and audiences mean.</summary>
internal static class SkolverketQuestions
{
    /// <summary>The questions in the order of the questionnaire, the overall one first.</summary>
    public static string[] Order { get; } = ["satisfaction", "security", "workingEnvironment", "support", "inspiration", "recommend"];

    /// <summary>The question's name in addresses.</summary>
    public static string Slug(string metric) => metric switch
    {
        "satisfaction" => "nojd",
        "security" => "trygghet",
        "workingEnvironment" => "studiero",
        "support" => "stod",
        "inspiration" => "stimulans",
        "recommend" => "rekommendera",
        _ => string.Concat(metric.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)),
    };

    /// <summary>The quality factor that the question belongs to; null for none.</summary>
    public static string? Factor(string metric) => metric switch
    {
        "satisfaction" or "recommend" => "helhet",
        "security" => "trygghet",
        "support" or "inspiration" => "kompetens",
        _ => null,
    };

    /// <summary>Who answered, by the survey's name in the address and the grade.</summary>
    public static Audience AudienceOf(string survey, string? schoolYear) => (survey, schoolYear) switch
    {
        (_, "ak5") => new("elever-ak5", "elever i årskurs 5"),
        (_, "ak8") => new("elever-ak8", "elever i årskurs 8"),
        ("custodiansgr", _) => new("vardnadshavare", "vårdnadshavare till elever i grundskolan"),
        ("custodiansfsk", _) => new("vardnadshavare-forskoleklass", "vårdnadshavare till elever i förskoleklass"),
        ("custodiansgran", _) => new("vardnadshavare-anpassad", "vårdnadshavare till elever i anpassad grundskola"),
        _ => new(string.Concat($"{survey}{schoolYear}".ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)), "elever"),
    };
}
