using Portal.Data.Model;
using Portal.Data.Queries.Measures;

namespace Portal.Data.Queries.Units;

/// <summary>Puts a unit's observations together question by question. Pure.</summary>
internal sealed class QuestionResults
{
    private readonly UnitProfile.Result profile;
    private readonly Dictionary<(int Measure, int Period, string Sex), Figure> own = [];
    private readonly Dictionary<(string Scope, int Measure, int Period), Figure> beside = [];
    private readonly ILookup<int, Figure> byMeasure;
    private readonly ILookup<int, int> asked;
    private readonly ILookup<int, AnswerRow> answers;
    private readonly ILookup<int, MeasureRow> byQuestion;

    public QuestionResults(UnitProfile.Result profile)
    {
        this.profile = profile;
        var measures = profile.Measures.ToDictionary(m => m.MeasureKey);
        var subjects = profile.Subjects.ToDictionary(s => s.SubjectKey);
        foreach (var row in profile.Observations)
        {
            var subject = subjects[row.SubjectKey];
            var figure = measures[row.MeasureKey].Figure(subject, row);
            if (subject.Scope == Scopes.Unit)
                own[(row.MeasureKey, row.Period, row.Sex)] = figure;
            else
                beside[(subject.Scope, row.MeasureKey, row.Period)] = figure;
        }
        byMeasure = own.ToLookup(f => f.Key.Measure, f => f.Value);
        asked = profile.Asked.ToLookup(a => a.QuestionKey, a => a.Period);
        answers = profile.Answers.ToLookup(a => a.QuestionKey);
        byQuestion = profile.Measures.Where(m => m.QuestionKey is not null).ToLookup(m => m.QuestionKey!.Value);
    }

    /// <summary>One result a question, and one for each measure without question, in the order of the measures.</summary>
    public IEnumerable<QuestionResult> Of(IReadOnlyList<MeasureRow> measures)
    {
        // An earlier wording is shown under the one that took its place.
        var replaced = measures.Select(m => m.ReplacesKey).OfType<int>().ToHashSet();
        return measures
            .Where(m => m.QuestionKey is null || !replaced.Contains(m.QuestionKey.Value))
            .GroupBy(m => m.QuestionKey is { } key ? $"q{key}" : $"m{m.MeasureKey}", StringComparer.Ordinal)
            .Select(question => One([.. question]));
    }

    private QuestionResult One(IReadOnlyList<MeasureRow> measures)
    {
        var shown = measures
            .OrderByDescending(m => NewestPeriod(m.MeasureKey))
            .ThenBy(m => Own(m.MeasureKey, NewestPeriod(m.MeasureKey), Sexes.All)?.Value is null ? 1 : 0)
            .ThenBy(m => m.Kind == "share" ? 0 : 1)
            .First();
        var period = NewestPeriod(shown.MeasureKey);
        var mean = measures.FirstOrDefault(m => m.Kind == "mean" && m.MeasureKey != shown.MeasureKey);
        return new QuestionResult
        {
            Measure = shown,
            IsHeadline = measures.Any(m => m.IsHeadline),
            Newest = Own(shown.MeasureKey, period, Sexes.All)
                ?? shown.NoFigure(profile.Subjects.First(s => s.Scope == Scopes.Unit), period),
            Women = Own(shown.MeasureKey, period, Sexes.Women),
            Men = Own(shown.MeasureKey, period, Sexes.Men),
            Mean = mean is null ? null : Own(mean.MeasureKey, period, Sexes.All),
            Municipality = BesideOf(Scopes.Municipality, shown, mean, period),
            Country = BesideOf(Scopes.Country, shown, mean, period),
            Answers = shown.QuestionKey is { } key ? [.. answers[key].Where(a => a.Period == period)] : [],
            Trend = Trend(shown, mean),
        };
    }

    private int NewestPeriod(int measureKey)
    {
        var figures = byMeasure[measureKey].ToList();
        var answered = figures.FindAll(f => f.State != ObservationState.NotAsked);
        return (answered.Count > 0 ? answered : figures).Max(f => f.Period);
    }

    private Figure? Own(int measureKey, int period, string sex) => own.GetValueOrDefault((measureKey, period, sex));

    private Beside BesideOf(string scope, MeasureRow measure, MeasureRow? mean, int period) => new()
    {
        Figure = beside.GetValueOrDefault((scope, measure.MeasureKey, period)),
        Mean = mean is null ? null : beside.GetValueOrDefault((scope, mean.MeasureKey, period)),
        IsLocalSurvey = scope == Scopes.Country && measure.SurveyMunicipalityCode is not null,
    };

    private List<TrendRow> Trend(MeasureRow shown, MeasureRow? mean)
    {
        var chain = Chain(shown);
        var rows = new List<TrendRow>();
        var wording = shown.Wording;
        foreach (var period in Periods(shown, chain))
        {
            var link = chain.Find(m => Own(m.MeasureKey, period, Sexes.All) is not null);
            if (link is null)
            {
                rows.Add(new TrendRow { Period = period, Gap = GapOf(chain, period) });
                continue;
            }
            var isEarlier = link.Wording != wording;
            wording = link.Wording;
            rows.Add(new TrendRow
            {
                Period = period,
                All = Own(link.MeasureKey, period, Sexes.All),
                Women = Own(link.MeasureKey, period, Sexes.Women),
                Men = Own(link.MeasureKey, period, Sexes.Men),
                Mean = link.MeasureKey == shown.MeasureKey && mean is not null ? Own(mean.MeasureKey, period, Sexes.All) : null,
                EarlierWording = isEarlier ? wording : null,
            });
        }
        return rows;
    }

    // The measure, then the same kind of measure of the question that it replaced, and so on back.
    private List<MeasureRow> Chain(MeasureRow measure)
    {
        var chain = new List<MeasureRow> { measure };
        for (var at = measure; at.ReplacesKey is { } earlier;)
        {
            if (byQuestion[earlier].FirstOrDefault(m => m.Kind == measure.Kind) is not { } link || chain.Contains(link))
                break;
            chain.Add(link);
            at = link;
        }
        return chain;
    }

    private IEnumerable<int> Periods(MeasureRow shown, List<MeasureRow> chain)
    {
        var known = chain.SelectMany(m => byMeasure[m.MeasureKey]).Select(f => f.Period)
            .Concat(chain.SelectMany(m => m.QuestionKey is { } key ? asked[key] : []))
            .ToList();
        return profile.Rounds.Where(r => r.SurveyId == shown.SurveyId).Select(r => r.Period)
            .Where(p => p >= known.Min())
            .Concat(known)
            .Distinct()
            .OrderDescending();
    }

    private TrendGap GapOf(List<MeasureRow> chain, int period)
    {
        var rounds = chain.SelectMany(m => m.QuestionKey is { } key ? asked[key] : []).ToList();
        return rounds.Count == 0 || rounds.Contains(period) ? TrendGap.NotInRound : TrendGap.NotAsked;
    }
}
