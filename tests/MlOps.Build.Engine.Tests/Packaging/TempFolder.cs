namespace MlOps.Build.Engine.Tests.Packaging;

/// <summary>A folder of the test's own, deleted afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("mlops-packaging-").FullName;

    public string this[string name] => Path.Combine(_root, name);

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
