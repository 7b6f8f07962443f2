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
        File.WriteAllBytes(Path.Combine(_folder, name), bytes);
        return Read(name, schema);
    }

    /// <summary>A file that begins so and is as long as given, without room on the disk for it.</summary>
    public Reading Sparse(string name, byte[] start, long length)
    {
        using (var file = File.Create(Path.Combine(_folder, name)))
        {
            file.Write(start);
            file.SetLength(length);
        }

        return Read(name, null);
    }

    private Reading Read(string name, DataSchema? schema)
    {
        var (path, diagnostics) = (Path.Combine(_folder, name), new DiagnosticBag());
        return new Reading(TableReader.Read([new DataSource(path, name)], schema, diagnostics, CancellationToken.None), diagnostics);
    }
}
