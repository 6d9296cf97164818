using Portal.Data.Model;
using Portal.Data.Statistics;

namespace Portal.Web.Downloads;

/// <summary>The 95 per cent interval of a share, for the files; it does not belong on the first view of a page.</summary>
internal static class FigureInterval
{
    /// <summary>
    /// Wilson's score interval in per cent with one decimal, corrected for the finite population where the invited
    /// are known; null for anything but a shown share whose respondents are known.
    /// </summary>
    public static Interval? Of(Figure figure)
    {
        if (figure is not { Kind: "share", Unit: "percent", Value: >= 0 and <= 100 and { } value, Respondents: > 0 and { } respondents })
            return null;
        var interval = ScoreInterval.Wilson(new ShareSample(value / 100, respondents, figure.Invited));
        return new Interval(Math.Round(interval.Low * 100, 1), Math.Round(interval.High * 100, 1));
    }
}
