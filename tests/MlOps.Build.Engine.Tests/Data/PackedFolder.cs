using MlOps.Build.Contracts;
using MlOps.Build.Engine.Data;
using MlOps.Build.Engine.Data.Schemas;

namespace MlOps.Build.Engine.Tests.Data;

/// <summary>A folder for files that are read from the disk.</summary>
internal sealed class PackedFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlops-fuzz-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public Reading Read(string name, byte[] bytes, DataSchema? schema)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        var diagnostics = new DiagnosticBag();
        return new Reading(TableReader.Read([new DataSource(path, name)], schema, diagnostics, CancellationToken.None), diagnostics);
    }
}
