using Portal.Data.Queries.Surveys;
using Portal.Web.Links;
using Portal.Web.Text;

namespace Portal.Web.Pages.Surveys;

/// <summary>A survey as the page shows it.</summary>
public sealed class SurveyView(SurveyProfile.Result found)
{
    /// <summary>The survey.</summary>
    public SurveyFacts Survey { get; } = found.Survey;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<RoundRow> Rounds { get; } = found.Rounds;

    /// <summary>The questions by area, in the survey's order.</summary>
    public IReadOnlyList<IGrouping<string, SurveyQuestion>> Areas { get; } =
        [.. found.Questions.GroupBy(q => q.Area, StringComparer.Ordinal)];

    /// <summary>The questions that got new words; the latest change first.</summary>
    public IReadOnlyList<WordingChange> Changes { get; } =
        [.. found.Changes.OrderByDescending(c => c.After.Periods.Count == 0 ? 0 : c.After.Periods[0])];

    /// <summary>What is measured of the survey as a whole and of no question.</summary>
    public IReadOnlyList<SurveyMeasure> Measures { get; } = found.Measures;

    /// <summary>The newest round; null where there is none yet.</summary>
    public RoundRow? Newest => Rounds.Count > 0 ? Rounds[0] : null;

    /// <summary>The source tells some day of some round.</summary>
    public bool HasDates => Rounds.Any(r => r is not { AskedFrom: null, AskedTo: null, PublishedOn: null });

    /// <summary>Who was asked how much, and when last, in one or two sentences.</summary>
    public string Summary
    {
        get
        {
            var who = $"{Words.Capital(Survey.Asked)} svarar på frågor om {Survey.ServiceAreaName.ToLowerInvariant()}{Where}.";
            if (Newest is not { } newest)
                return $"{who} Ingen omgång är publicerad ännu.";
            var asked = Areas.SelectMany(a => a).Count(q => q.Periods.Contains(newest.Period));
            var questions = asked == 0 ? "" : $" fick de {Words.Count(asked, "fråga", "frågor")}";
            return $"{who} Senast{(asked == 0 ? " gjordes den" : ",")} {Words.Period(newest.Period, "round")}{(asked == 0 ? "" : ",")}{questions}.";
        }
    }

    /// <summary>The list of the units that the survey asks about.</summary>
    public string UnitsAddress => PortalLinks.Units.List(
        new UnitListAddress { ServiceArea = Survey.ServiceAreaId, Municipality = Survey.MunicipalityCode });

    /// <summary>The question is not among the newest round's.</summary>
    public bool IsGone(SurveyQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Newest is { } newest && question.Periods.Count > 0 && !question.Periods.Contains(newest.Period);
    }

    /// <summary>The question came after the first round and took no other's place.</summary>
    public bool IsNew(SurveyQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question is { ReplacesKey: null, Periods.Count: > 0 } && question.Periods[0] > Rounds[^1].Period;
    }

    private string Where => Survey.MunicipalityName is { } name ? $" i {name}" : "";
}
