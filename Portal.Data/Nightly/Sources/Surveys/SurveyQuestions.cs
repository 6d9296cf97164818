using System.Text.RegularExpressions;
using Portal.Data.Nightly.Files;
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
        var idByKey = new Dictionary<int, string>();

        using var file = new DelimitedFile(reading.Folder, reading.File(profile.File));
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
            else if (questions.keyByOutsideId.ContainsKey(file[id]))
                delivery.Reject(file, "Dubblett", $"Frågan {file[id]} står redan längre upp.");
            else if (profile.SameAs.FirstOrDefault(s => s.From is null && s.Id == file[id]) is { } copy && questions.Find(copy.As) is { } same)
                questions.keyByOutsideId[file[id]] = same;
            else
                Keep(text);
        }

        foreach (var same in profile.SameAs.Where(s => s.From is not null))
        {
            questions.later[same.Id] = (same.From!.Value, questions.Find(same.As)
                ?? throw new SourceFaultException($"Profilen säger att fråga {same.Id} är fråga {same.As} från {same.From}, men fråga {same.As} finns inte i {file.Name}."));
        }
        foreach (var (newer, older) in profile.Replaces)
        {
            if (questions.Find(newer) is { } key && questions.Find(older) is { } replaced && key != replaced)
                picture.Questions[key] = picture.Questions[key] with { ReplacesKey = replaced };
            else
                throw new SourceFaultException($"Profilen säger att fråga {newer} ersätter fråga {older}, men frågorna finns inte i {file.Name} eller har samma lydelse.");
        }
        if (profile.Headline is { } headline)
        {
            questions.Headline = questions.Find(headline)
                ?? throw new SourceFaultException($"Profilen säger att fråga {headline} är helhetsfrågan, men den finns inte i {file.Name}.");
        }
        return questions;

        void Keep(string text)
        {
            var letters = Letters(text);
            if (byWording.TryGetValue(letters, out var known) && idByKey.ContainsKey(known.QuestionKey))
            {
                questions.keyByOutsideId[file[id]] = known.QuestionKey;
                return;
            }
            var place = file[area].Length > 0 ? file[area] : "Övrigt";
            if (!areas.Contains(place))
                areas.Add(place);
            var aspect = factor >= 0 && file[factor].Length > 0 ? file[factor] : profile.QualityFactors.GetValueOrDefault(place);
            if (aspect is not null && !picture.QualityFactors.ContainsKey(aspect))
            {
                delivery.Remark(file, "Okänd kvalitetsfaktor", aspect);
                aspect = null;
            }
            var row = new QuestionRow
            {
                QuestionKey = known?.QuestionKey ?? nextKey++,
                QuestionId = known?.QuestionId ?? $"{survey.Id}-{file[id]}".Replace('.', '-'),
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
            idByKey[row.QuestionKey] = file[id];
            questions.keyByOutsideId[file[id]] = row.QuestionKey;
        }
    }

    private static string Mended(string text, QuestionsProfile profile)
    {
        foreach (var clean in profile.Clean)
            text = Regex.Replace(text, clean.Pattern, clean.With, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        text = text.Trim().TrimEnd('.');
        return text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    private static string Letters(string wording) =>
        string.Concat(wording.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
