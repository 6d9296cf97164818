using System.Globalization;
using System.Runtime.InteropServices;

namespace Portal.Benchmarks;

/// <summary>One round's two measurements, taken one right after the other: the portal's and what it is held against.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Pair(double Portal, double Bare)
{
    public double Ratio => Portal / Bare;
}

/// <summary>The table that a run prints. It judges nothing: the aim stands beside what was reached.</summary>
sealed class RatioTable
{
    private readonly List<string[]> rows = [["", "portal", "bare", "ratio", "lowest", "highest", "aim"]];
    private readonly List<string> notes = [];

    /// <summary>A row of medians. The ratio is the median of the rounds' own ratios, not of the medians.</summary>
    public void Add(string what, string unit, IReadOnlyList<Pair> pairs, string aim)
    {
        rows.Add([
            $"{what}, {unit}",
            Figure(Median(pairs.Select(p => p.Portal))),
            Figure(Median(pairs.Select(p => p.Bare))),
            Ratio(Median(pairs.Select(p => p.Ratio))),
            Ratio(pairs.Min(p => p.Ratio)),
            Ratio(pairs.Max(p => p.Ratio)),
            aim,
        ]);
        Console.WriteLine($"{what}: {string.Join("  ", pairs.Select(p => Ratio(p.Ratio)))}");
    }

    /// <summary>A row with nothing to be held against.</summary>
    public void Add(string what, string unit, IReadOnlyList<double> values, string aim) =>
        rows.Add([$"{what}, {unit}", Figure(Median(values)), "", "", Figure(values.Min()), Figure(values.Max()), aim]);

    /// <summary>A line under the table.</summary>
    public void Note(string note) => notes.Add(note);

    public void Print()
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => r[i].Length)).ToArray();
        Console.WriteLine();
        foreach (var row in rows)
            Console.WriteLine(string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
        Console.WriteLine();
        foreach (var note in notes)
            Console.WriteLine(note);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Ratio(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Figure(double value) => value.ToString(value < 100 ? "0.00" : "#,0", CultureInfo.InvariantCulture);
}
