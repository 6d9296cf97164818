namespace Portal.Benchmarks;

/// <summary>The night's rows a second against a bare loop that inserts as many rows of the same width.</summary>
static class NightBenchmark
{
    private const int Rounds = 5;

    /// <summary>Gives the database that the first night filled.</summary>
    public static async Task<string> Run(BenchmarkData data, WorkFolder work, RatioTable table)
    {
        var filled = work.PathTo("night.db");
        await ChildProcess.Run(NightRun.Verb, data.SourcesFile, filled);

        var keyed = new List<Pair>();
        var processor = new List<Pair>();
        var plain = new List<Pair>();
        var memory = new List<double>();
        var seconds = new List<double>();
        var rows = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var night = await ChildProcess.Run(NightRun.Verb, data.SourcesFile, work.PathTo($"night{round}.db"));
            var bareKeyed = await ChildProcess.Run(BareInsert.Verb, BareInsert.Keyed, filled, work.PathTo($"keyed{round}.db"));
            var barePlain = await ChildProcess.Run(BareInsert.Verb, BareInsert.Plain, filled, work.PathTo($"plain{round}.db"));
            keyed.Add(new Pair(night.Rows / night.Seconds, bareKeyed.Rows / bareKeyed.Seconds));
            processor.Add(new Pair(night.Rows / night.ProcessorSeconds, bareKeyed.Rows / bareKeyed.ProcessorSeconds));
            plain.Add(new Pair(night.Rows / night.Seconds, barePlain.Rows / barePlain.Seconds));
            memory.Add(night.PeakMegabytes);
            seconds.Add(night.Seconds);
            rows = night.Rows;
        }
        table.Add("Night against the bare loop into the same tables", "rows/s", keyed, ">= 0.50");
        table.Add("The same by the processors' time", "rows/s", processor, "");
        table.Add("Night against the bare loop into tables without keys", "rows/s", plain, "");
        table.Add("Night, from the first file to the edition", "s", seconds, "");
        table.Add("Night, peak memory of the process", "MB", memory, "< 300");
        table.Note($"The night publishes {rows} figures and answers; each is written twice, to staging and to the published table.");
        return filled;
    }
}
