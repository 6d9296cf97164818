namespace Portal.Tests.Support;

/// <summary>The files that people write, without what builds leave.</summary>
internal static class SourceFiles
{
    private static readonly string[] Left = ["bin", "obj", "node_modules", "wwwroot", "App_Data", "TestResults", "screenshots"];

    /// <summary>Files under a folder, given from the root.</summary>
    public static IEnumerable<string> Under(string folder, string pattern) =>
        Directory.EnumerateFiles(SourceTree.PathTo(folder), pattern, SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(SourceTree.Root, f).Split(Path.DirectorySeparatorChar).Any(Left.Contains))
            .Order(StringComparer.Ordinal);
}
