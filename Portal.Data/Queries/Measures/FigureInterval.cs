using Portal.Data.Model;
using Portal.Data.Statistics;

namespace Portal.Data.Queries.Measures;

/// <summary>How exact a figure is, where that can be known.</summary>
public static class FigureInterval
{
    /// <summary>
    /// The 95 per cent interval of a survey's share, in per cent (Wilson, with finite population correction); null for
    /// other figures, for those that are not shown, and where the number of respondents is not known.
    /// </summary>
    public static Interval? Of(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure is not { Kind: "share", SurveyId: not null, Value: >= 0 and <= 100, Respondents: >= 1 })
            return null;
        var interval = ScoreInterval.Wilson(new ShareSample(figure.Value.Value / 100, figure.Respondents.Value, figure.Invited));
        return new Interval(interval.Low * 100, interval.High * 100);
    }
}
