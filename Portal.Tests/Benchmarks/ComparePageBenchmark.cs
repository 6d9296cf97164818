using System.Diagnostics;
using Portal.Data.Queries.Compare;
using Portal.Web.Links;

namespace Portal.Benchmarks;

/// <summary>The comparison of units that nobody has compared before, against its own SQL for the same units.</summary>
static class ComparePageBenchmark
{
    private const int Rounds = 21;
    private const int PagesOfRound = 30;
    private const int UnitsOfPage = 4;

    public static async Task Run(PortalSite site, RatioTable table)
    {
        var units = await Pages.UnitsWithFigures(site.Database);
        var never = new Combinations(units, UnitsOfPage);
        var first = await Answer.Of(new Uri(site.Address, PortalLinks.Compare.Index(never.Take(1)[0])));
        if (first.Status != StatusCodes.Status200OK)
        {
            table.Note($"Uncached comparison: not measured, since the page answers {first.Status}.");
            return;
        }
        var question = site.Service<Comparison>();
        await Measure("as it is");
        await Measure("brotli", ("Accept-Encoding", "br"));
        table.Note($"An uncached comparison is of {UnitsOfPage} units of {units.Length}, never the same twice; {Rounds} rounds of {PagesOfRound} pages, one at a time.");

        async Task Measure(string form, params (string Name, string Value)[] headers)
        {
            using var connection = await Connection.Open(site.Address);
            await Page(connection, never.Take(PagesOfRound), headers);
            var pairs = new List<Pair>();
            for (var round = 0; round < Rounds; round++)
            {
                var combinations = never.Take(PagesOfRound);
                // Whichever reads first finds the database's pages colder.
                if (round % 2 == 0)
                {
                    var page = await Page(connection, combinations, headers);
                    pairs.Add(new Pair(page, await Sql(question, combinations)));
                }
                else
                {
                    var sql = await Sql(question, combinations);
                    pairs.Add(new Pair(await Page(connection, combinations, headers), sql));
                }
            }
            table.Add($"Uncached comparison, {form}, against its SQL alone", "ms", pairs, "<= 2.00");
        }
    }

    private static async Task<double> Page(Connection connection, List<string[]> combinations, (string Name, string Value)[] headers)
    {
        var requests = combinations.Select(ids => Connection.Request(PortalLinks.Compare.Index(ids), headers)).ToArray();
        var time = Stopwatch.StartNew();
        foreach (var request in requests)
        {
            var (status, _) = await connection.Ask(request);
            if (status != StatusCodes.Status200OK)
                throw new InvalidOperationException($"A comparison answered {status}.");
        }
        return time.Elapsed.TotalMilliseconds / combinations.Count;
    }

    private static async Task<double> Sql(Comparison question, List<string[]> combinations)
    {
        var time = Stopwatch.StartNew();
        foreach (var ids in combinations)
            await question.Find(ids, CancellationToken.None);
        return time.Elapsed.TotalMilliseconds / combinations.Count;
    }

    /// <summary>Different units side by side, the same ones in the same run.</summary>
    private sealed class Combinations(string[] units, int size)
    {
        private readonly Random random = new(20);
        private readonly HashSet<string> taken = [];

        public List<string[]> Take(int count)
        {
            var combinations = new List<string[]>(count);
            while (combinations.Count < count)
            {
                var ids = random.GetItems(units, size);
                if (ids.Distinct(StringComparer.Ordinal).Count() == size && taken.Add(string.Join(' ', ids)))
                    combinations.Add(ids);
            }
            return combinations;
        }
    }
}
