using MlOps.Build.Contracts;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Packaging.Archives;

/// <summary>An opened model package whose parts match its manifest and whose evidence digest holds.</summary>
internal sealed class ModelPackage(string name, ModelManifest manifest, IReadOnlyDictionary<string, byte[]> parts) : IPackageParts
{
    /// <summary>The file's path as the user knows it.</summary>
    public string Name { get; } = name;

    public ModelManifest Manifest { get; } = manifest;

    /// <inheritdoc/>
    public byte[]? Read(string path) => parts.GetValueOrDefault(path);
}
