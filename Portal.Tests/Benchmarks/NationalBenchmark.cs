using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Portal.Web.Links;

namespace Portal.Benchmarks;

/// <summary>
/// What size does: the first night, a second one with a hundredth changed, a year of growth, and pages that nobody has asked for, on a
/// hundredth, a tenth and the whole of a made-up country.
/// </summary>
static class NationalBenchmark
{
    public const string Verb = "national";
    private static readonly int[] Sizes = [3, 29, NationalLoad.FullSize];
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static async Task Run(WorkFolder work, int largest)
    {
        var nights = new List<string[]>();
        var pages = new List<(int Size, Dictionary<string, double> Times)>();
        foreach (var size in Sizes.Where(s => s <= largest))
        {
            var load = new NationalLoad(size);
            var (folder, database) = (work.PathTo($"load-{size}"), work.PathTo($"national-{size}.db"));
            var sources = load.Write(folder);
            Console.WriteLine($"{load.Figures:N0} figures, {load.Units:N0} units, {load.Measures:N0} measures, {load.Municipalities} municipalities");
            var first = await ChildProcess.Run(NightRun.Verb, sources, database);
            var firstBytes = await UsedBytes(database);
            var bare = await ChildProcess.Run(NationalInsert.Verb, size.ToString(Plain), database, work.PathTo("bare.db"));
            File.Delete(work.PathTo("bare.db"));
            var changed = load.Revise(folder);
            var second = await ChildProcess.Run(NightRun.Verb, sources, database);
            var grown = await UsedBytes(database) - firstBytes;
            pages.Add((size, await PageTimes(database, load)));
            nights.Add([
                load.Figures.ToString("N0", Plain), (first.Rows / first.Seconds).ToString("N0", Plain), (bare.Rows / bare.Seconds).ToString("N0", Plain),
                (first.Rows / first.Seconds / (bare.Rows / bare.Seconds)).ToString("0.00", Plain), first.Seconds.ToString("0.0", Plain), first.PeakMegabytes.ToString("0", Plain),
                second.Seconds.ToString("0.0", Plain), (second.Seconds / first.Seconds).ToString("0.000", Plain), second.PeakMegabytes.ToString("0", Plain),
                (firstBytes / 1e6).ToString("0", Plain), ((double)grown / changed).ToString("0", Plain), (1 + (365.0 * grown / firstBytes)).ToString("0.0", Plain),
            ]);
            Console.WriteLine(string.Join("  ", nights[^1]));
            Directory.Delete(folder, recursive: true);
            foreach (var file in Directory.GetFiles(Path.GetDirectoryName(database)!, Path.GetFileName(database) + "*"))
                File.Delete(file);
            if (Directory.Exists($"{database}.raw"))
                Directory.Delete($"{database}.raw", recursive: true);
        }
        Table([
            ["figures", "night rows/s", "bare rows/s", "ratio", "first s", "peak MB", "second s", "second/first", "peak MB", "database MB", "bytes a change", "times as large after a year"],
            .. nights]);
        Table([
            ["uncached page, ms", .. pages.Select(p => new NationalLoad(p.Size).Figures.ToString("N0", Plain)), "largest/smallest"],
            .. pages[0].Times.Keys.Select(page => (string[])[
                page, .. pages.Select(p => p.Times[page].ToString("0.0", Plain)), (pages[^1].Times[page] / pages[0].Times[page]).ToString("0.00", Plain)])]);
    }

    /// <summary>Bytes of the database that hold something: what a night has staged and emptied is free for the next one.</summary>
    private static async Task<long> UsedBytes(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        return await connection.ExecuteScalarAsync<long>(
            "select (c.page_count - f.freelist_count) * s.page_size from pragma_page_count as c, pragma_freelist_count as f, pragma_page_size as s");
    }

    /// <summary>Medians of pages made anew, one at a time, after as many to warm up.</summary>
    private static async Task<Dictionary<string, double>> PageTimes(string database, NationalLoad load)
    {
        await using var site = await PortalSite.Start(database, keepsPages: false);
        using var connection = await Connection.Open(site.Address);
        var times = new Dictionary<string, double>();
        const int Asked = 15;
        foreach (var (name, address) in new (string, Func<int, string>)[]
        {
            ("/", _ => PortalLinks.Home.Index()),
            ("/enheter, one municipality", i => PortalLinks.Units.List(new UnitListAddress { Municipality = NationalLoad.Code(i % load.Municipalities) })),
            ("/enheter/{id}", i => PortalLinks.Units.Unit(Unit(i))),
            ("/jamfor, four units", i => PortalLinks.Compare.Index([Unit(i), Unit(i + load.Groups), Unit(i + (2 * load.Groups)), Unit(i + (3 * load.Groups))])),
            ("/kommuner/{code}", i => PortalLinks.Municipalities.Municipality(NationalLoad.Code(i % load.Municipalities))),
            ("/kommuner", _ => PortalLinks.Municipalities.List()),
            ("/matt/{id}", i => PortalLinks.Measures.Measure($"siffror-{1 + (i * 7 % load.Measures)}")),
            ("/matt", _ => PortalLinks.Measures.List()),
            ("/utgavor/1", _ => PortalLinks.Editions.Edition(1)),
            ("/enheter/{id}?utgava=1", i => $"{PortalLinks.Units.Unit(Unit(i))}?utgava=1"),
        })
        {
            var taken = new List<double>();
            for (var i = 0; i < 2 * Asked; i++)
            {
                var request = Connection.Request(address(i * 131));
                var time = Stopwatch.StartNew();
                var (status, _) = await connection.Ask(request);
                if (status != StatusCodes.Status200OK)
                    throw new InvalidOperationException($"{address(i * 131)} answered {status}.");
                if (i >= Asked)
                    taken.Add(time.Elapsed.TotalMilliseconds);
                // A page that takes seconds is known after a few.
                if (taken.Sum() > 30_000)
                    break;
            }
            times[name] = taken.Order().ElementAt(taken.Count / 2);
            Console.WriteLine($"  {name}: {times[name].ToString("0.0", Plain)} ms");
        }
        return times;

        string Unit(int i) => NationalLoad.Unit(i % (load.Units - (4 * load.Groups)));
    }

    private static void Table(IReadOnlyList<string[]> rows)
    {
        Console.WriteLine();
        Console.WriteLine($"| {string.Join(" | ", rows[0])} |");
        Console.WriteLine($"|---|{string.Concat(rows[0].Skip(1).Select(_ => "---:|"))}");
        foreach (var row in rows.Skip(1))
            Console.WriteLine($"| {string.Join(" | ", row)} |");
    }
}
