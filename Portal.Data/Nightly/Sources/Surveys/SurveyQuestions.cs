using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Surveys;

/// <summary>
/// The questions of a survey. A question is the same across rounds only where its wording is: wordings are compared
/// letter by letter, without spaces and signs, after the profile's mending of what a file has damaged.
/// </summary>
internal sealed class SurveyQuestions
{
    private readonly Dictionary<string, int> keyByOutsideId = [];
    private readonly Dictionary<string, (int From, int Key)> later = [];

    /// <summary>The question that a file's id means in a round; null when the file of questions has no such id.</summary>
    public int? Find(string outsideId, int period) =>
        later.TryGetValue(outsideId, out var other) && period >= other.From ? other.Key : Find(outsideId);

    private int? Find(string outsideId) => keyByOutsideId.TryGetValue(outsideId, out var key) ? key : null;

    /// <summary>The overall question; null when the profile names none.</summary>
    public int? Headline { get; private set; }

    public static SurveyQuestions Read(SourceReading reading)
    {
        var survey = reading.Profile.Survey!;
        var profile = survey.Questions;
        var (picture, delivery) = (reading.Picture, reading.Delivery);
        var questions = new SurveyQuestions();
        var byWording = picture.Questions.Values.Where(q => q.SurveyId == survey.Id).ToDictionary(q => Letters(q.Wording));
        var areas = new List<string>();
        var sort = 0;
        var nextKey = picture.Questions.Keys.DefaultIfEmpty(0).Max() + 1;
        var tonight = new HashSet<int>();
        var copies = new Dictionary<string, string>();
        var ids = picture.Questions.Values.Select(q => q.QuestionId).ToHashSet();

        var told = profile.List.Count > 0 ? "profilen" : Path.GetFileName(reading.File(profile.File).Path);
        foreach (var question in profile.List)
        {
            if (questions.keyByOutsideId.ContainsKey(question.Id))
                throw new SourceFaultException($"Profilen har frågan {question.Id} två gånger under list.");
            Keep(question.Id, question.Area, Mended(question.Wording, profile), question.QualityFactor ?? "", aspect => delivery.Remark(told, "Okänd kvalitetsfaktor", aspect));
        }
        if (profile.List.Count == 0)
            FromFile();

        // The original may stand after its copy.
        foreach (var (copy, original) in copies)
        {
            questions.keyByOutsideId[copy] = questions.Find(original)
                ?? throw new SourceFaultException($"Profilen säger att fråga {copy} är samma som fråga {original}, men den finns inte i {told}.");
        }
        foreach (var same in profile.SameAs.Where(s => s.From is not null))
        {
            questions.later[same.Id] = (same.From!.Value, questions.Find(same.As)
                ?? throw new SourceFaultException($"Profilen säger att fråga {same.Id} är fråga {same.As} från {same.From}, men fråga {same.As} finns inte i {told}."));
        }
        foreach (var (newer, older) in profile.Replaces)
        {
            if (questions.Find(newer) is { } key && questions.Find(older) is { } replaced && key != replaced)
                picture.Questions[key] = picture.Questions[key] with { ReplacesKey = replaced };
            else
                throw new SourceFaultException($"Profilen säger att fråga {newer} ersätter fråga {older}, men frågorna finns inte i {told} eller har samma lydelse.");
        }
        if (profile.Headline is { } headline)
        {
            questions.Headline = questions.Find(headline)
                ?? throw new SourceFaultException($"Profilen säger att fråga {headline} är helhetsfrågan, men den finns inte i {told}.");
        }
        return questions;

        void FromFile()
        {
            using var file = reading.Open(profile.File);
            var id = file.Need("question_id", profile.Columns);
            var area = file.Find("area", profile.Columns);
            var wording = file.Need("wording", profile.Columns);
            var factor = file.Find("quality_factor", profile.Columns);
            while (file.Read())
            {
                delivery.CountRow();
                var text = file.Fault is null ? Mended(file[wording], profile) : "";
                if (file.Fault is { } fault)
                    delivery.Reject(file, fault);
                else if (file[id].Length == 0 || text.Length == 0)
                    delivery.Reject(file, "Frågan saknar id eller lydelse");
                else if (Widths.Fault($"{survey.Id}-{file[id]}-medel", file[area]) is { } tooLong)
                    delivery.Reject(file, tooLong);
                else if (text.Length > Widths.Wording)
                    delivery.Reject(file, "En fråga är längre än 1 000 tecken");
                else if (questions.keyByOutsideId.ContainsKey(file[id]) || copies.ContainsKey(file[id]))
                    delivery.Reject(file, "Dubblett", $"Frågan {file[id]} står redan längre upp.");
                else if (profile.SameAs.FirstOrDefault(s => s.From is null && s.Id == file[id]) is { } copy)
                    copies.Add(copy.Id, copy.As);
                else
                    Keep(file[id], file[area], text, file[factor], aspect => delivery.Remark(file, "Okänd kvalitetsfaktor", aspect));
            }
        }

        void Keep(string id, string area, string text, string factor, Action<string> unknownFactor)
        {
            var letters = Letters(text);
            if (byWording.TryGetValue(letters, out var known) && tonight.Contains(known.QuestionKey))
            {
                questions.keyByOutsideId[id] = known.QuestionKey;
                return;
            }
            var place = area.Length > 0 ? area : "Övrigt";
            if (!areas.Contains(place))
                areas.Add(place);
            var aspect = factor.Length > 0 ? factor : profile.QualityFactors.GetValueOrDefault(place);
            if (aspect is not null && !picture.QualityFactors.ContainsKey(aspect))
            {
                unknownFactor(aspect);
                aspect = null;
            }
            var row = new QuestionRow
            {
                QuestionKey = known?.QuestionKey ?? nextKey++,
                QuestionId = known?.QuestionId ?? FreeId($"{survey.Id}-{id}".Replace('.', '-')),
                SurveyId = survey.Id,
                Area = place,
                AreaOrder = areas.IndexOf(place) + 1,
                SortOrder = ++sort,
                Wording = text,
                QualityFactorId = aspect,
                ScaleId = survey.Scale?.Id,
            };
            if (!Picture.Set(picture.Questions, row.QuestionKey, row))
                delivery.RowsUnchanged++;
            byWording[letters] = row;
            tonight.Add(row.QuestionKey);
            questions.keyByOutsideId[id] = row.QuestionKey;
        }

        // A source that words a question anew may keep its id for it; the tables and the addresses may not.
        string FreeId(string wanted)
        {
            var free = wanted;
            for (var i = 2; !ids.Add(free); i++)
                free = $"{wanted}-{i.ToString(CultureInfo.InvariantCulture)}";
            return free;
        }
    }

    private static string Mended(string text, QuestionsProfile profile)
    {
        foreach (var clean in profile.Clean)
        {
            try
            {
                text = Regex.Replace(text, clean.Pattern, clean.With, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            }
            catch (RegexMatchTimeoutException e)
            {
                throw new SourceFaultException($"Mönstret \"{clean.Pattern}\" i profilen tar för lång tid på frågan \"{text}\". Skriv det enklare.", e);
            }
        }
        text = text.Trim().TrimEnd('.');
        return text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    private static string Letters(string wording) =>
        string.Concat(wording.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
