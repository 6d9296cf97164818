using System.Security.Cryptography;
using System.Text;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;

namespace Portal.Data.Nightly.Sources.Surveys;

/// <summary>
/// Finds the rounds that a source fills in with the round before: a subject that was not asked stands with the very same
/// figures, all of them and no other. The figures are then of the older round. What is kept is a sum a subject and round.
/// </summary>
internal sealed class RoundRepeats
{
    private readonly Dictionary<(string Scope, string Subject, int Period), (ulong Sum, int Figures)> rounds = [];

    /// <summary>The year that a subject's figures of a round were really measured; null when that round itself.</summary>
    public int? Origin(FigureFields fields)
    {
        var period = fields.Period;
        while (rounds.TryGetValue((fields.Scope, fields.OutsideId, period), out var round) && round.Figures > 0
            && rounds.TryGetValue((fields.Scope, fields.OutsideId, period - 1), out var before) && before == round)
            period--;
        return period == fields.Period ? null : period;
    }

    public static RoundRepeats Read(SourceReading reading)
    {
        var repeats = new RoundRepeats();
        var survey = reading.Profile.Survey!;
        if (!survey.RepeatsRounds)
            return repeats;
        foreach (var figures in survey.FiguresByYear.Where(f => reading.Has(f.File)))
            repeats.Add(reading, figures);
        return repeats;
    }

    private void Add(SourceReading reading, FiguresProfile profile)
    {
        using var file = reading.Open(profile.File);
        var fields = new FigureFieldReader(reading, file, profile);
        var question = profile.Values.All(v => v.Question is not null) ? -1 : file.Need("question_id", profile.Columns);
        var values = profile.Values.Select(v => (Value: v, At: file.Column(v.Column))).ToList();
        while (file.Read())
        {
            if (file.Fault is not null || fields.Read().Fields is not { } row)
                continue;
            var key = (row.Scope, row.OutsideId, row.Period);
            var (sum, count) = rounds.GetValueOrDefault(key);
            foreach (var (value, at) in values)
            {
                // Signs and blanks are alike in many rounds and tell nothing of where a figure is from.
                if (!Cells.TryNumber(file[at], file.Profile.DecimalSign, out var number))
                    continue;
                sum += BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant(
                    $"{value.Question ?? file[question]}|{value.Kind}|{value.Scope}|{value.Subject}|{value.Sex ?? row.Sex}|{number:R}"))));
                count++;
            }
            rounds[key] = (sum, count);
        }
    }
}
