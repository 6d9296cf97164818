using Portal.Data.Model;
using Portal.Data.Nightly.Rows;

namespace Portal.Data.Nightly.Sources.Skolverket;

/// <summary>Stages Skolverket's values, and counts them by what Skolverket says of them.</summary>
internal sealed class SkolverketFigures(SourceReading reading)
{
    private readonly Dictionary<string, int> taken = [];

    /// <summary>Values of a measure that the school has none of, so that no school year stands by them.</summary>
    public int WithoutSeries { get; private set; }

    /// <summary>Takes one value.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="measure">The measure, keyed.</param>
    /// <param name="period">The school year as it is written.</param>
    /// <param name="sex">T, K or M.</param>
    /// <param name="value">What was read.</param>
    /// <param name="refusal">Why it is not taken; null when it is.</param>
    /// <returns>False when it is not taken.</returns>
    public bool Take(
        int subject, MeasureRow measure, string? period, string sex, SkolverketValue value, out (string Reason, string? Detail)? refusal)
    {
        refusal = null;
        if (value.State == ObservationState.Missing && string.IsNullOrEmpty(period))
        {
            WithoutSeries++;
            return true;
        }
        if (SkolverketValue.SchoolYear(period) is not { } year)
            refusal = ("Läsåret går inte att läsa", $"{measure.Name}: {period}");
        else if (value.Value < measure.Low || value.Value > measure.High)
            refusal = ("Värdet är inte rimligt", $"{measure.Name}, {period}: {value.Value}");
        else if (!reading.Delivery.Observe(new ObservationRow
        {
            SourceNumber = reading.Delivery.SourceNumber,
            SubjectKey = subject,
            MeasureKey = measure.MeasureKey,
            Period = year,
            Sex = sex,
            State = (byte)value.State,
            Value = value.Value,
            IsApproximate = value.IsApproximate,
        }))
        {
            refusal = ("Dubblett", $"{measure.Name}, {period}");
        }
        if (refusal is not null)
            return false;
        var kind = Kind(value);
        taken[kind] = taken.GetValueOrDefault(kind) + 1;
        return true;
    }

    /// <summary>Tells the run what the values came to.</summary>
    public void Report()
    {
        foreach (var (kind, count) in taken.OrderBy(t => t.Key, StringComparer.Ordinal))
            reading.Delivery.Notes.Add($"{kind}: {count}");
        if (WithoutSeries > 0)
            reading.Delivery.Notes.Add($"saknas för skolan, utan läsår: {WithoutSeries}");
    }

    private static string Kind(SkolverketValue value) => value switch
    {
        { Value: not null, IsApproximate: true } => "ungefärliga tal",
        { Value: not null } => "tal",
        { State: ObservationState.Suppressed } => "skyddade, för få elever",
        { State: ObservationState.NotApplicable } => "gäller inte skolan",
        _ => "saknas",
    };
}
