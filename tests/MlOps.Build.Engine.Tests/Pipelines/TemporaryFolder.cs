namespace MlOps.Build.Engine.Tests.Pipelines;

/// <summary>A folder of the test's own, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mlops-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllText(File(name), text);
        System.IO.File.SetLastWriteTimeUtc(File(name), new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        return File(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
