using System.Diagnostics;
using System.Text.Json;

namespace Portal.Benchmarks;

/// <summary>What a measured process says of itself, as the last line that it prints.</summary>
sealed record ChildResult
{
    /// <summary>Rows of figures and answers that stand in the database when it is done.</summary>
    public required int Rows { get; init; }

    /// <summary>The time of the work alone: neither the start of the program nor the making of tables.</summary>
    public required double Seconds { get; init; }

    /// <summary>The processors' time for the work, of all threads; unlike the clock it does not grow when others use the machine.</summary>
    public required double ProcessorSeconds { get; init; }

    /// <summary>The most memory that the process has held, the program's own code included.</summary>
    public required double PeakMegabytes { get; init; }
}

/// <summary>Runs this program again with other arguments, and reads what it measured.</summary>
static class ChildProcess
{
    public static async Task<ChildResult> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = (await process.StandardOutput.ReadToEndAsync()).TrimEnd();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<ChildResult>(said[(said.LastIndexOf('\n') + 1)..])!
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
    }

    /// <summary>Called by the measured process itself: does the work and tells what it took.</summary>
    public static async Task Measure(Func<Task> work, Func<Task<int>> rows)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        var time = Stopwatch.StartNew();
        await work();
        time.Stop();
        self.Refresh();
        var processor = self.TotalProcessorTime - before;
        Console.WriteLine(JsonSerializer.Serialize(new ChildResult
        {
            Rows = await rows(),
            Seconds = time.Elapsed.TotalSeconds,
            ProcessorSeconds = processor.TotalSeconds,
            PeakMegabytes = self.PeakWorkingSet64 / 1024.0 / 1024.0,
        }));
    }
}
