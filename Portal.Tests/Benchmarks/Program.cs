using Portal.Benchmarks;

// The night and the bare loops run in processes of their own, so that each begins cold and its memory is its own.
if (args is [NightRun.Verb, var sources, var database])
    return await NightRun.Child(sources, database);
if (args is [BareInsert.Verb, var kind, var published, var target])
    return await BareInsert.Child(kind, published, target);
if (args is [NationalInsert.Verb, var size, var national, var empty])
    return await NationalInsert.Child(int.Parse(size, System.Globalization.CultureInfo.InvariantCulture), national, empty);
if (args is [NationalBenchmark.Verb, ..])
{
    using var country = new WorkFolder();
    Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {DateTime.Now:yyyy-MM-dd}.");
    await NationalBenchmark.Run(country, args is [_, var largest] ? int.Parse(largest, System.Globalization.CultureInfo.InvariantCulture) : NationalLoad.FullSize);
    return 0;
}
if (args.Length > 0)
{
    await Console.Error.WriteLineAsync("Without arguments: the benchmarks on real data. With national: what size does; a number of municipalities, 290 at most, ends it earlier.");
    return 2;
}

using var work = new WorkFolder();
var data = BenchmarkData.Find(work);
Console.WriteLine($"{data.Description}. {Environment.ProcessorCount} cores, .NET {Environment.Version}, {DateTime.Now:yyyy-MM-dd}.");
if (!BuildKind.IsRelease)
    Console.WriteLine("This is a debug build: run with -c Release for figures that mean anything.");

var table = new RatioTable();
var filled = await NightBenchmark.Run(data, work, table);
await using (var site = await PortalSite.Start(filled))
{
    await CachedPageBenchmark.Run(site, table);
    await ComparePageBenchmark.Run(site, table);
}
table.Print();
return 0;
