namespace Portal.Web.Components.Charts;

/// <summary>
/// Values counted in bins of equal width along a scale. However many values there are, there are twenty bins, so that a
/// picture of eight thousand units weighs no more than one of eighty. Pure.
/// </summary>
public sealed class SpreadBins
{
    /// <summary>How many bins.</summary>
    public const int Bins = 20;

    private readonly int[] counts = new int[Bins];

    /// <summary>Counts the values.</summary>
    /// <param name="values">All of them, in any order.</param>
    /// <param name="low">The scale's low end; null where it has none: then zero, or what is below it.</param>
    /// <param name="high">The scale's high end; null where it has none: then an even number above the highest value.</param>
    public SpreadBins(IReadOnlyList<double> values, double? low, double? high)
    {
        ArgumentNullException.ThrowIfNull(values);
        Low = low ?? -Even(-values.DefaultIfEmpty(0).Min());
        High = high ?? Even(values.DefaultIfEmpty(0).Max());
        if (High <= Low)
            High = Low + 1;
        foreach (var value in values)
            counts[Bin(value)]++;
    }

    /// <summary>The scale's low end.</summary>
    public double Low { get; }

    /// <summary>The scale's high end.</summary>
    public double High { get; }

    /// <summary>How many values each bin has, from the low end.</summary>
    public IReadOnlyList<int> Counts => counts;

    /// <summary>The number of the fullest bin; of several the lowest.</summary>
    public int Fullest => Array.IndexOf(counts, counts.Max());

    /// <summary>Where a bin begins; the last ends at <see cref="High"/>.</summary>
    public double From(int bin) => Low + (High - Low) * bin / Bins;

    /// <summary>Where on the scale a value stands, in per cent from the low end; a value outside stands at the end.</summary>
    public double Place(double value) => Math.Clamp((value - Low) * 100 / (High - Low), 0, 100);

    // A little is added so that 4.2, which a machine keeps a trifle low, stands in the bin that begins with it.
    private int Bin(double value) => Math.Clamp((int)Math.Floor(((value - Low) * Bins / (High - Low)) + 1e-9), 0, Bins - 1);

    // The nearest of 1, 2, 2.5, 5 and 10 with zeros that is not below.
    private static double Even(double value)
    {
        if (value <= 0)
            return 0;
        var tens = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return new[] { 1, 2, 2.5, 5, 10 }.Select(step => step * tens).First(end => end >= value - (tens * 1e-9));
    }
}
