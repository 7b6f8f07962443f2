using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Packaging.Archives;

/// <summary>The parts of a package that a built project would be packed with.</summary>
internal sealed class StateParts(StateFolder state) : IPackageParts
{
    private readonly IReadOnlyDictionary<string, string> _files = PackageContents.Files(state);

    public string Name => state.Root;

    public byte[]? Read(string path) => _files.TryGetValue(path, out var file) && File.Exists(file) ? File.ReadAllBytes(file) : null;
}
