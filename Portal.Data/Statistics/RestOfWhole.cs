namespace Portal.Data.Statistics;

/// <summary>
/// The people of a whole who are not of one of its parts, so that the part is held against others than itself.
/// </summary>
/// <remarks>
/// A unit's respondents are among its municipality's. The two shares are then drawn partly from the same answers, and a
/// test for different people would find too little: the part's own answers pull the whole towards it. What the sources
/// publish is enough to take them out again. With P of N in the whole and p of n in the part, the rest is
/// <c>(P·N - p·n) / (N - n)</c> of <c>N - n</c> respondents; of the invited, where both are known, the difference.
/// </remarks>
public static class RestOfWhole
{
    /// <summary>How far a published share may lie from the real one: half a per cent where it is given in whole per cents.</summary>
    public const double Rounding = 0.005;

    /// <summary>The respondents of the whole without those of the part.</summary>
    /// <param name="whole">The share among all, those of the part included.</param>
    /// <param name="part">The share among some of them.</param>
    /// <returns>
    /// Null where fewer are left than were taken out: the whole is then mostly the part, and the rounding of its share
    /// would weigh more than the answers of the rest. Null also where the rest would have a share below 0 or above 1 by
    /// more than rounding explains: the part is then not of the whole, or one of the figures is wrong.
    /// </returns>
    public static ShareSample? Of(ShareSample whole, ShareSample part)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(part);
        var respondents = whole.Respondents - part.Respondents;
        if (respondents < part.Respondents)
            return null;
        var share = (whole.Share * whole.Respondents - part.Share * part.Respondents) / respondents;
        var slack = Rounding * (whole.Respondents + part.Respondents) / respondents;
        if (share < -slack || share > 1 + slack)
            return null;
        var invited = whole.Invited - part.Invited;
        // Fewer asked than answered contradicts itself: the correction is then left out, which is the careful way.
        return new ShareSample(Math.Clamp(share, 0, 1), respondents, invited >= respondents ? invited : null);
    }
}
