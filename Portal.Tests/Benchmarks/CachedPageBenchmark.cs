using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>A page that lies finished in the cache, against a bare endpoint that answers the same bytes.</summary>
static class CachedPageBenchmark
{
    private const int Rounds = 41;
    private const int WarmingRounds = 8;
    private const int Connections = 16;
    private const int RequestsOfRound = 2_400;

    public static async Task Run(PortalSite site, RatioTable table)
    {
        var path = await Pages.Municipality(site.Database);
        var brotli = ("Accept-Encoding", "gzip, deflate, br, zstd");
        var page = await Compare(site, path, "Cached page", "as it is", table);
        await Compare(site, path, "Cached page", "brotli", table, brotli);
        await Compare(site, path, "Cached page", "304", table, brotli, ("If-None-Match", (await Answer.Of(new Uri(site.Address, path), brotli))["ETag"]!));
        table.Note($"The cached page is {path}, {page.Body.Length} bytes; {Rounds} rounds of {RequestsOfRound} requests over {Connections} connections.");
    }

    private static async Task<Answer> Compare(
        PortalSite site, string path, string what, string form, RatioTable table, params (string Name, string Value)[] headers)
    {
        // The first answer makes the page; the second comes from the cache and has its headers.
        await Answer.Of(new Uri(site.Address, path), headers);
        var answer = await Answer.Of(new Uri(site.Address, path), headers);
        await using var bare = await BareSite.Start(path, answer);
        var request = Connection.Request(path, headers);
        using var portalLoad = await Load.Open(site.Address, request, answer, Connections);
        using var bareLoad = await Load.Open(bare.Address, request, answer, Connections);
        for (var warming = 0; warming < WarmingRounds; warming++)
        {
            await portalLoad.RequestsASecond(RequestsOfRound);
            await bareLoad.RequestsASecond(RequestsOfRound);
        }

        var pairs = new List<Pair>();
        for (var round = 0; round < Rounds; round++)
        {
            // Every other round begins with the other, so that neither always runs on a machine warmed by the first.
            if (round % 2 == 0)
            {
                var portal = await portalLoad.RequestsASecond(RequestsOfRound);
                pairs.Add(new Pair(portal, await bareLoad.RequestsASecond(RequestsOfRound)));
            }
            else
            {
                var its = await bareLoad.RequestsASecond(RequestsOfRound);
                pairs.Add(new Pair(await portalLoad.RequestsASecond(RequestsOfRound), its));
            }
        }
        table.Add($"{what}, {form}", "requests/s", pairs, ">= 0.95");
        return answer;
    }

    /// <summary>Some connections to one site, all asking for one thing.</summary>
    private sealed class Load(byte[] request, Answer expected, Connection[] connections) : IDisposable
    {
        public static async Task<Load> Open(Uri site, byte[] request, Answer expected, int connections)
        {
            var open = new Connection[connections];
            for (var i = 0; i < connections; i++)
                open[i] = await Connection.Open(site);
            return new Load(request, expected, open);
        }

        public async Task<double> RequestsASecond(int requests)
        {
            var time = Stopwatch.StartNew();
            await Task.WhenAll(connections.Select(c => Task.Run(() => Ask(c, requests / connections.Length))));
            return requests / time.Elapsed.TotalSeconds;
        }

        public void Dispose() => Array.ForEach(connections, c => c.Dispose());

        private async Task Ask(Connection connection, int requests)
        {
            for (var i = 0; i < requests; i++)
            {
                var (status, length) = await connection.Ask(request);
                if (status != expected.Status || length != expected.Body.Length)
                    throw new InvalidOperationException($"The answer was {status} with {length} bytes, not {expected.Status} with {expected.Body.Length}.");
            }
        }
    }
}
