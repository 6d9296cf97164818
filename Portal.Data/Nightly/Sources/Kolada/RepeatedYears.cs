using System.Runtime.InteropServices;
using Portal.Data.Model;
using Portal.Data.Nightly.Profiles;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Kolada;

/// <summary>
/// Finds the years in which nobody was asked and Kolada repeats the year before. Such a year's rows are kept as not asked,
/// with the year that the figures were measured; they are never a second measurement.
/// </summary>
/// <remarks>
/// A year is a repetition when every figure that a subject has in it, over all KPIs of a set and all sexes, is exactly the
/// figure of the year before, and at least so many KPIs as the set says have one. One KPI may by chance be alike two years
/// running; all of them are not.
/// </remarks>
internal sealed class RepeatedYears
{
    private readonly Dictionary<KoladaKpis, (int Least, List<Held> Rows)> sets = new(ReferenceEqualityComparer.Instance);

    /// <summary>How many years of how many subjects were repetitions; known after <see cref="Stage"/>.</summary>
    public int Years { get; private set; }

    /// <summary>Holds a figure until all of its kin are known.</summary>
    public void Add(KoladaKpis set, int least, ObservationRow row)
    {
        if (!sets.TryGetValue(set, out var held))
            sets[set] = held = (least, []);
        held.Rows.Add(new Held(row.SubjectKey, row.MeasureKey, (short)row.Period, row.Sex[0], row.State, row.Value, row.Margin));
    }

    /// <summary>Stages all figures, and those of repeated years as not asked.</summary>
    public void Stage(Delivery delivery)
    {
        foreach (var (least, rows) in sets.Values)
        {
            rows.Sort((a, b) => (a.Subject, a.Period).CompareTo((b.Subject, b.Period)));
            var before = new Dictionary<(int Measure, char Sex), double>();
            var (subject, period, origin) = (0, 0, 0);
            for (var i = 0; i < rows.Count;)
            {
                var last = i;
                while (last < rows.Count && rows[last].Subject == rows[i].Subject && rows[last].Period == rows[i].Period)
                    last++;
                var year = CollectionsMarshal.AsSpan(rows)[i..last];
                var follows = year[0].Subject == subject && year[0].Period == period + 1;
                var repeats = follows && Repeats(year, before, least);
                (subject, period, origin) = (year[0].Subject, year[0].Period, !repeats ? 0 : origin == 0 ? period : origin);
                before.Clear();
                foreach (var row in year)
                {
                    if (row.Value is { } value)
                        before[(row.Measure, row.Sex)] = value;
                    if (!delivery.Observe(row.ToRow(delivery.SourceNumber, origin)))
                        delivery.Reject("data", "Dubblett", null);
                }
                Years += repeats ? 1 : 0;
                i = last;
            }
        }
    }

    private static bool Repeats(ReadOnlySpan<Held> year, Dictionary<(int Measure, char Sex), double> before, int least)
    {
        var measures = new HashSet<int>();
        foreach (var row in year)
        {
            if (row.Value is not { } value)
                continue;
            if (!before.TryGetValue((row.Measure, row.Sex), out var then) || then != value)
                return false;
            measures.Add(row.Measure);
        }
        return measures.Count >= least;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Held(int Subject, int Measure, short Period, char Sex, byte State, double? Value, double? Margin)
    {
        public ObservationRow ToRow(int sourceNumber, int origin) => new()
        {
            SourceNumber = sourceNumber,
            SubjectKey = Subject,
            MeasureKey = Measure,
            Period = Period,
            Sex = Sex switch { 'K' => Sexes.Women, 'M' => Sexes.Men, _ => Sexes.All },
            State = origin == 0 ? State : (byte)ObservationState.NotAsked,
            Value = origin == 0 ? Value : null,
            Margin = origin == 0 ? Margin : null,
            OriginPeriod = origin == 0 ? null : origin,
        };
    }
}
