namespace Portal.Tests.Support;

/// <summary>
/// Finds the real files that some tests want: the folder named by <c>PORTAL_REAL_DATA</c>, else
/// <c>../shared/data</c> beside the repository. They are not part of the repository, so a test that does not find
/// its file is skipped and says why.
/// </summary>
public static class RealData
{
    /// <summary>The repository's root, where Portal.sln lies.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The folder of real data, whether it exists or not.</summary>
    public static string Folder =>
        Environment.GetEnvironmentVariable("PORTAL_REAL_DATA") is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "data"));

    /// <summary>The path of a real file; skips the test when it is missing.</summary>
    public static string Need(string relativePath)
    {
        var path = Path.Combine(Folder, relativePath);
        Assert.SkipUnless(
            File.Exists(path),
            $"{relativePath} of the real data is missing: set PORTAL_REAL_DATA, or put the files in ../shared/data beside the repository.");
        return path;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Portal.sln is not above the tests' folder.");
    }
}
