using Portal.Data.Disclosure;
using Portal.Data.Model;
using Portal.Data.Nightly.Files;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Surveys;

/// <summary>Reads a file of shares and means: a row a unit and question, a column a kind of figure, sex or level.</summary>
internal static class SurveyFigures
{
    // A share is rounded, and so is each answer that it adds up.
    private const double ShareTolerance = 2;

    // Whole-per-cent answers on a five-step scale move a mean by 0.1 at most in practice; the mean itself is rounded.
    private const double MeanTolerance = 0.15;

    public static void Read(SurveyWork work, FiguresProfile profile)
    {
        var reading = work.Reading;
        using var file = reading.Open(profile.File);
        var columns = RowColumns.Of(work, file, profile, profile.Values.All(v => v.Question is not null));
        var figures = new FigureColumns(work, file, profile);
        var repeated = new RepeatedFigures();
        var empty = new List<ResolvedRow>();

        while (file.Read())
        {
            if (!work.TryResolve(file, columns, out var row))
                continue;
            // The whole row is read before any of it is staged: a row is taken or not.
            if (!figures.Read())
                continue;
            foreach (var (value, number, state) in figures.Cells)
            {
                if (number is null && state is null)
                    continue;
                var asked = work.Asking(row, value.Question);
                if (value.Scope is null)
                    OfRow(work, file, asked, value, number, state);
                else
                    OfLevel(work, file, asked, value, number, repeated);
            }
            if (figures.Cells.All(c => c.Number is null && c.State is null))
                empty.Add(row);
            if (work.Delivery.RowsRead % 20_000 == 0)
                reading.Progress($"{file.Name}, rad {file.Line}");
        }

        figures.Check();
        foreach (var row in empty)
        {
            foreach (var question in profile.Values.GroupBy(v => v.Question))
                Empty(work, work.Asking(row, question.Key), [.. question]);
        }
        repeated.Stage(work, file.Name);
    }

    /// <summary>What the source says of a figure, with the round's own mark.</summary>
    public static ObservationState Given(SurveyWork work, FigureFields fields, bool hasValue)
    {
        if (!hasValue)
            return fields.State is ObservationState.Published or ObservationState.Preliminary ? ObservationState.Missing : fields.State;
        return fields.State == ObservationState.Published
            && work.Reading.Picture.Rounds.TryGetValue((work.Survey.Id, fields.Period), out var round) && round.IsPreliminary
            ? ObservationState.Preliminary
            : fields.State;
    }

    private static void OfRow(
        SurveyWork work, TableFile file, ResolvedRow row, ValueProfile column, double? value, ObservationState? state)
    {
        var fields = row.Fields;
        var sex = column.Sex ?? fields.Sex;
        // A column for one sex beside a column for all: the row's respondents are those of all.
        var ofOneSex = sex != fields.Sex;
        var respondents = ofOneSex ? null : fields.Respondents;
        var given = state ?? Given(work, fields, value is not null);
        if (value is not null && given is not (ObservationState.Published or ObservationState.Preliminary))
            work.Delivery.Remark(file, "Ett värde står trots att raden säger att det inte ska visas", column.Column);
        var shown = PrimarySuppression.OfFigure(
            given, respondents, ofOneSex ? fields.Respondents : null, fields.ResponseRate, ofOneSex, work.FloorsOf(fields.Scope));
        if (work.Repeats.Origin(fields) is { } origin && shown is ObservationState.Published or ObservationState.Preliminary)
        {
            Stage(work, file, row, column.Kind, sex, ObservationState.NotAsked, null, ofOneSex, origin: origin);
            return;
        }
        var doubtful = value is { } number && IsDoubtful(work, file, row, column, number, sex);
        Stage(work, file, row, column.Kind, sex, shown, value, ofOneSex, doubtful);
    }

    /// <summary>Stages one figure as the disclosure rules leave it; a second of the same key is rejected.</summary>
    public static void Stage(
        SurveyWork work, TableFile? file, ResolvedRow row, string kind, string sex, ObservationState state, double? value,
        bool ofOneSex = false, bool doubtful = false, bool derived = false, int? origin = null)
    {
        var fields = row.Fields;
        var isShown = state is ObservationState.Published or ObservationState.Preliminary;
        // Respondents and rate of a protected figure would tell how few they were; those of a repeated one are the older round's.
        var withheld = ofOneSex || state == ObservationState.Suppressed || origin is not null;
        var measure = work.Measure(row.Question, kind);
        var taken = work.Delivery.Observe(new ObservationRow
        {
            SourceNumber = work.Delivery.SourceNumber,
            SubjectKey = row.SubjectKey,
            MeasureKey = measure,
            Period = fields.Period,
            Sex = sex,
            State = (byte)state,
            Value = isShown ? value : null,
            Respondents = withheld ? null : fields.Respondents,
            Invited = ofOneSex || origin is not null ? null : fields.Invited,
            ResponseRate = withheld ? null : fields.ResponseRate,
            ResponseRateHigh = withheld ? null : fields.ResponseRateHigh,
            OriginPeriod = origin,
            IsDerived = derived,
            IsDoubtful = doubtful,
        });
        if (!taken)
        {
            if (file is not null)
                work.Delivery.Reject(file, "Dubblett", "Samma enhet, fråga, omgång och kön står längre upp.");
            return;
        }
        if (row.Unit is { } unit && sex == Sexes.All)
            SurveyDerivations.Note(work, unit, row, kind, measure, state, value, doubtful);
    }

    private static void Empty(SurveyWork work, ResolvedRow row, IReadOnlyList<ValueProfile> columns)
    {
        var own = columns.Where(c => c.Scope is null && c.Sex is null).ToList();
        var asked = own.Where(c => work.HasMeasure(row.Question, c.Kind)).ToList();
        foreach (var column in asked.Count > 0 ? asked : own.Take(1))
            Stage(work, null, row, column.Kind, row.Fields.Sex, Given(work, row.Fields, hasValue: false), null);
    }

    private static void OfLevel(
        SurveyWork work, TableFile file, ResolvedRow row, ValueProfile profile, double? value, RepeatedFigures repeated)
    {
        var id = profile.Subject ?? (profile.Scope == Scopes.District ? row.Fields.District : row.Fields.MunicipalityCode);
        if (value is not { } number)
            return;
        if (work.Subject(profile.Scope!, id, row.Fields.MunicipalityCode) is { } subject)
            repeated.Add(subject, work.Measure(row.Question, profile.Kind), row.Fields.Period, profile.Sex ?? row.Fields.Sex, number);
        else if (repeated.FirstTimeUnknown(profile.Scope!, id))
            work.Delivery.Remark(file, "Okänd kommun, grupp eller område", $"{profile.Column}: {id}");
    }

    private static bool IsDoubtful(
        SurveyWork work, TableFile file, ResolvedRow row, ValueProfile column, double value, string sex)
    {
        if (!work.Distributions.TryGetValue((row.SubjectKey, row.Question, row.Fields.Period, sex), out var sum))
            return false;
        var (stated, summed, tolerance) = column.Kind == "share"
            ? (value, sum.Positive, ShareTolerance)
            : (value, sum.Mean ?? value, MeanTolerance);
        if (Math.Abs(stated - summed) <= tolerance)
        {
            if (column.Kind == "mean" && sex == Sexes.All && row.Unit is not null && SurveyAnswers.IsWhole(sum))
                work.SharesOfAnswers.Add((row, sum.Positive, sum.Scored));
            return false;
        }
        work.Delivery.Remark(file, column.Kind == "share" ? "Andelen stämmer inte med svarens fördelning" : "Medelbetyget stämmer inte med svarens fördelning",
            $"{column.Column} är {stated}, svaren ger {summed:0.##}.");
        return true;
    }
}
