namespace Portal.Data.Statistics;

/// <summary>
/// The finite population correction: who asks everybody and hears from most knows more than the number of answers says.
/// </summary>
public static class FinitePopulation
{
    /// <summary>n (N - 1) / (N - n) where the invited N are known and more than the respondents n, else n.</summary>
    /// <param name="respondents">n, above zero.</param>
    /// <param name="invited">N; null where the source does not say.</param>
    /// <remarks>
    /// N equal to n leaves n as it stands, by the rule and for a reason: a source that writes the respondents in both
    /// columns must not make every difference certain.
    /// </remarks>
    public static double EffectiveRespondents(double respondents, double? invited) =>
        invited is { } asked && asked > respondents
            ? respondents * (asked - 1) / (asked - respondents)
            : respondents;
}
