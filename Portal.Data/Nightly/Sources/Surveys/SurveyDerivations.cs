using Portal.Data.Disclosure;
using Portal.Data.Model;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Surveys;

/// <summary>
/// What the portal works out itself: a unit's share from its answers and the municipality's from its units, where the
/// source gives none; the cells that a unit of a round lacks; and which figure lists show.
/// </summary>
internal static class SurveyDerivations
{
    /// <summary>How shares are worked out, for the figure's passport.</summary>
    public const string Share =
        "Enhetens andel: de positiva svarens andelar lagda ihop. Kommunens andel: enheternas andelar vägda med antalet svarande. Bara enheter vars andel visas räknas med, så att inget skyddat värde kan räknas fram.";

    // A municipality's share out of a few of its units would pass for all of them.
    private const double SmallestPartOfUnits = 2.0 / 3;

    public static void Note(
        SurveyWork work, UnitRow unit, ResolvedRow row, string kind, int measure, ObservationState state, double? value, bool doubtful)
    {
        var (fields, period) = (row.Fields, row.Fields.Period);
        if (state == ObservationState.NotAsked)
            return;
        Set(work.UnitsOfRound, (unit.MunicipalityCode, period)).Add(row.SubjectKey);
        Set(work.MeasuresOfRound, period).Add(measure);
        var isShown = state is ObservationState.Published or ObservationState.Preliminary;
        if (kind != "share")
            return;
        if (isShown && !doubtful && state == ObservationState.Published && fields.Respondents is { } respondents)
        {
            var key = (unit.MunicipalityCode, measure, period);
            if (!work.Shares.TryGetValue(key, out var share))
                work.Shares[key] = share = new WeightedShare();
            share.Weighted += value!.Value * respondents;
            share.Respondents += respondents;
            share.Invited += fields.Invited;
            share.Units++;
        }
        if (row.Question == work.Questions.Headline)
        {
            var candidate = (period, measure, isShown);
            if (!work.Headlines.TryGetValue(unit.UnitId, out var best) || Better(candidate, best))
                work.Headlines[unit.UnitId] = candidate;
        }
    }

    public static void Derive(SurveyWork work)
    {
        SharesOfAnswers(work);
        MunicipalityShares(work);
        MissingCells(work);
        Headlines(work);
    }

    // Only where the distribution is whole and agrees with the mean that the source gives: two witnesses.
    private static void SharesOfAnswers(SurveyWork work)
    {
        foreach (var (row, positive, scored) in work.SharesOfAnswers)
        {
            var fields = row.Fields;
            if (!work.HasMeasure(row.Question, "share")
                || work.Delivery.HasObservation(row.SubjectKey, work.Measure(row.Question, "share"), fields.Period, Sexes.All))
                continue;
            var floors = work.FloorsOf(Scopes.Unit);
            var figure = PrimarySuppression.OfFigure(
                SurveyFigures.Given(work, fields, hasValue: true), fields.Respondents, null, fields.ResponseRate, isOneSex: false, floors);
            // What is worked out from answers is no less protected than they are.
            var state = PrimarySuppression.OfAnswer(figure, positive, scored, fields.Respondents, floors);
            SurveyFigures.Stage(work, null, row, "share", Sexes.All, state, Math.Min(positive, 100), derived: true);
        }
    }

    private static void MunicipalityShares(SurveyWork work)
    {
        foreach (var ((municipality, measure, period), share) in work.Shares)
        {
            var subject = work.Subject(Scopes.Municipality, municipality, municipality)!.Value;
            if (share.Units < 2 || share.Units < SmallestPartOfUnits * work.UnitsOfRound[(municipality, period)].Count
                || work.Delivery.HasObservation(subject, measure, period, Sexes.All))
                continue;
            work.Delivery.Observe(new ObservationRow
            {
                SourceNumber = work.Delivery.SourceNumber,
                SubjectKey = subject,
                MeasureKey = measure,
                Period = period,
                Sex = Sexes.All,
                State = (byte)ObservationState.Published,
                Value = share.Weighted / share.Respondents,
                Respondents = share.Respondents,
                Invited = share.Invited,
                ResponseRate = share.Invited > 0 ? 100.0 * share.Respondents / share.Invited : null,
                IsDerived = true,
            });
        }
    }

    // A unit of a round that lacks a figure which others of the round have: the source should have given it.
    private static void MissingCells(SurveyWork work)
    {
        foreach (var ((_, period), units) in work.UnitsOfRound)
        {
            foreach (var measure in work.MeasuresOfRound[period])
            {
                foreach (var unit in units.Where(u => !work.Delivery.HasObservation(u, measure, period, Sexes.All)))
                {
                    work.Delivery.Observe(new ObservationRow
                    {
                        SourceNumber = work.Delivery.SourceNumber,
                        SubjectKey = unit,
                        MeasureKey = measure,
                        Period = period,
                        Sex = Sexes.All,
                        State = (byte)ObservationState.Missing,
                    });
                }
            }
        }
    }

    private static void Headlines(SurveyWork work)
    {
        var picture = work.Reading.Picture;
        var periodsOfOthers = picture.Measures.Values.Where(m => m.SurveyId != work.Survey.Id).Select(m => m.MeasureKey).ToHashSet();
        foreach (var unit in picture.Units.Values.Where(u => u.ServiceAreaId == work.Survey.ServiceArea).ToList())
        {
            var other = unit.HeadlineMeasureKey is { } key && periodsOfOthers.Contains(key) ? unit.HeadlinePeriod : null;
            if (work.Headlines.TryGetValue(unit.UnitId, out var own) && !(other > own.Period))
                picture.Units[unit.UnitId] = unit with { HeadlineMeasureKey = own.Measure, HeadlinePeriod = own.Period };
            else if (other is null && unit.HeadlineMeasureKey is not null)
                picture.Units[unit.UnitId] = unit with { HeadlineMeasureKey = null, HeadlinePeriod = null };
        }
    }

    // The newest figure that is shown; where none is shown, the newest.
    private static bool Better((int Period, int Measure, bool Shown) a, (int Period, int Measure, bool Shown) b) =>
        a.Shown != b.Shown ? a.Shown : a.Period > b.Period;

    private static HashSet<int> Set<TKey>(Dictionary<TKey, HashSet<int>> sets, TKey key) where TKey : notnull
    {
        if (!sets.TryGetValue(key, out var set))
            sets[key] = set = [];
        return set;
    }
}
