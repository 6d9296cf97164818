using System.Text.Json.Nodes;

namespace Portal.Benchmarks;

/// <summary>The sources that the night reads: the real ones where they are, else the made-up municipality.</summary>
sealed record BenchmarkData(string Description, string SourcesFile)
{
    public static BenchmarkData Find(WorkFolder work)
    {
        var root = Root();
        var folder = Environment.GetEnvironmentVariable("PORTAL_REAL_DATA") is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(root, "..", "shared", "data"));
        var listed = Path.Combine(root, "Portal.Tests", "Support", "real-sources.json");
        if (!Directory.Exists(folder))
        {
            return new BenchmarkData(
                $"Made-up data of db/sample, too small to say much: the real data is not in {folder} (PORTAL_REAL_DATA names another folder)",
                Path.Combine(root, "db", "sample", "sources.json"));
        }

        // The list names its folder beside the repository; PORTAL_REAL_DATA may name another.
        var plan = JsonNode.Parse(File.ReadAllText(listed))!;
        var sources = plan["sources"]!.AsArray();
        // What has no folder comes over the network, whose speed is not ours.
        sources.RemoveAll(s => s!["folder"] is null);
        foreach (var source in sources)
        {
            source!["folder"] = folder;
            foreach (var name in new[] { "profile", "aliases" })
            {
                if (source[name] is { } path)
                    source[name] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(listed)!, path.GetValue<string>()));
            }
        }
        var file = work.PathTo("sources.json");
        File.WriteAllText(file, plan.ToJsonString());
        return new BenchmarkData("Real data", file);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("Portal.sln is not above the benchmarks' folder.");
    }
}
