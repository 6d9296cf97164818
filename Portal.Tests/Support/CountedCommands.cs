using System.Diagnostics.Metrics;
using Portal.Data.Reporting;

namespace Portal.Tests.Support;

/// <summary>Counts the database commands of everything that runs while it lives, in this test's own flow.</summary>
internal sealed class CountedCommands : IDisposable
{
    private static readonly AsyncLocal<CountedCommands?> Current = new();
    private readonly MeterListener listener = new();
    private int count;

    public CountedCommands()
    {
        Current.Value = this;
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == ReportingDb.MeterName)
                l.EnableMeasurementEvents(instrument);
        };
        // Other tests run beside this one: only what this flow started is counted.
        listener.SetMeasurementEventCallback<long>((_, value, _, _) =>
        {
            if (ReferenceEquals(Current.Value, this))
                Interlocked.Add(ref count, (int)value);
        });
        listener.Start();
    }

    public int Count => count;

    public void Dispose() => listener.Dispose();
}
