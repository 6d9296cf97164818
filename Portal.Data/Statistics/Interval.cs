namespace Portal.Data.Statistics;

/// <summary>A confidence interval, in the unit of the figure it belongs to.</summary>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit, never below <paramref name="Low"/>.</param>
public sealed record Interval(double Low, double High)
{
    /// <summary>High minus low.</summary>
    public double Width => High - Low;

    /// <summary>The same interval of the difference taken the other way round.</summary>
    public Interval Reversed => new(-High, -Low);

    /// <summary>Whether a value lies in the interval; the limits belong to it.</summary>
    public bool Contains(double value) => Low <= value && value <= High;
}
