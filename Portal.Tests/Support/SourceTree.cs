namespace Portal.Tests.Support;

/// <summary>Where the sources lie, for tests of the files themselves.</summary>
static class SourceTree
{
    /// <summary>The folder of <c>Portal.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>The path of a file or folder, given from the root with forward slashes.</summary>
    public static string PathTo(string relative) => Path.GetFullPath(Path.Combine(Root, relative));

    static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Portal.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"No Portal.sln above {AppContext.BaseDirectory}");
        return folder;
    }
}
