using Portal.Data.Model;

namespace Portal.Data.Disclosure;

/// <summary>The floors of a survey: under them a figure is not shown.</summary>
public sealed record Floors
{
    /// <summary>The fewest respondents behind a figure, at least 1.</summary>
    public int Respondents { get; init; } = 5;

    /// <summary>The lowest response rate behind a figure, in per cent; null for none.</summary>
    public double? Rate { get; init; }

    /// <summary>The fewest persons behind one answer that somebody gave; null for none.</summary>
    public int? Answer { get; init; }

    /// <summary>
    /// The source itself shows nothing under the floor, so a figure whose respondents it does not tell may be shown.
    /// </summary>
    public bool SourceKeepsFloor { get; init; }
}

/// <summary>
/// Primary suppression: what may not be shown because too few are behind it, cell by cell, also per sex and per answer.
/// Pure functions. Complementary suppression, which hides what hidden cells could be computed from, is another pass over
/// the same cells.
/// </summary>
public static class PrimarySuppression
{
    /// <summary>What becomes of a figure that the source gave.</summary>
    /// <param name="given">The state that the source gave it.</param>
    /// <param name="respondents">Those behind this very figure; null when not told.</param>
    /// <param name="respondentsOfAll">For one sex, the respondents of both together; null when not told or when the figure is of all.</param>
    /// <param name="rate">Response rate in per cent; null when not told.</param>
    /// <param name="isOneSex">The figure is of one sex.</param>
    /// <param name="floors">The survey's floors.</param>
    public static ObservationState OfFigure(
        ObservationState given, int? respondents, int? respondentsOfAll, double? rate, bool isOneSex, Floors floors)
    {
        ArgumentNullException.ThrowIfNull(floors);
        if (given is not (ObservationState.Published or ObservationState.Preliminary))
            return given;
        if (respondents is { } known)
        {
            if (known < floors.Respondents)
                return ObservationState.Suppressed;
        }
        else if (!floors.SourceKeepsFloor)
        {
            return ObservationState.Suppressed;
        }
        else if (isOneSex && respondentsOfAll < 2 * floors.Respondents)
        {
            // Both sexes cannot reach the floor.
            return ObservationState.Suppressed;
        }
        return rate < floors.Rate ? ObservationState.NoAnswer : given;
    }

    /// <summary>What becomes of one answer of a distribution.</summary>
    /// <param name="given">The state of the distribution as a whole, from <see cref="OfFigure"/>.</param>
    /// <param name="share">The answer's share in per cent; null when not told.</param>
    /// <param name="scoredShare">The share of all answers that say something, in per cent: all but "do not know".</param>
    /// <param name="respondents">Those who answered; null when not told.</param>
    /// <param name="floors">The survey's floors.</param>
    public static ObservationState OfAnswer(
        ObservationState given, double? share, double scoredShare, int? respondents, Floors floors)
    {
        ArgumentNullException.ThrowIfNull(floors);
        if (given is not (ObservationState.Published or ObservationState.Preliminary))
            return given;
        if (share is null)
            return ObservationState.Missing;
        if (respondents is not { } persons)
            return given;
        if (Math.Round(persons * Math.Min(scoredShare, 100) / 100, MidpointRounding.AwayFromZero) < floors.Respondents)
            return ObservationState.Suppressed;
        var behind = Math.Round(persons * share.Value / 100, MidpointRounding.AwayFromZero);
        return behind > 0 && behind < floors.Answer ? ObservationState.Suppressed : given;
    }
}
