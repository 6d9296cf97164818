using Portal.Data.Model;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Surveys;

/// <summary>
/// Figures of a municipality or a district that every unit's row repeats. Where rows do not agree, the figure that most
/// rows give is taken and the others are remarked on.
/// </summary>
internal sealed class RepeatedFigures
{
    private readonly Dictionary<(int Subject, int Measure, int Period, string Sex), Dictionary<double, int>> rows = [];
    private readonly HashSet<(string Scope, string Id)> unknown = [];

    public bool FirstTimeUnknown(string scope, string id) => unknown.Add((scope, id));

    public void Add(int subject, int measure, int period, string sex, double value)
    {
        var key = (subject, measure, period, sex);
        if (!rows.TryGetValue(key, out var values))
            rows[key] = values = [];
        values[value] = values.GetValueOrDefault(value) + 1;
    }

    public void Stage(SurveyWork work, string file)
    {
        foreach (var ((subject, measure, period, sex), values) in rows)
        {
            var most = values.OrderByDescending(v => v.Value).ThenBy(v => v.Key).First();
            if (values.Count > 1)
            {
                var others = values.Where(v => v.Key != most.Key).Sum(v => v.Value);
                work.Delivery.Remark(file, "Raderna är oense om kommunens eller områdets värde", $"{most.Value} rader säger {most.Key}, {others} säger annat.");
            }
            work.Delivery.Observe(new ObservationRow
            {
                SourceNumber = work.Delivery.SourceNumber,
                SubjectKey = subject,
                MeasureKey = measure,
                Period = period,
                Sex = sex,
                State = (byte)ObservationState.Published,
                Value = most.Key,
            });
        }
    }
}
