namespace Portal.Benchmarks;

/// <summary>A temporary folder for one run's databases, gone when the run is.</summary>
sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-benchmark-");

    public string PathTo(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
