using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MlOps.Build.Contracts;
using MlOps.Build.Inference;

namespace MlOps.Build.Engine.Packaging.Archives;

/// <summary>An opened model package whose parts match its manifest and whose evidence digest holds.</summary>
internal sealed class ModelPackage(string name, ModelManifest manifest, IReadOnlyDictionary<string, byte[]> parts) : IPackageParts
{
    /// <summary>The file's path as the user knows it.</summary>
    public string Name { get; } = name;

    public ModelManifest Manifest { get; } = manifest;

    /// <summary>The bytes of <c>envelope.json</c>, which the manifest does not name; null when there is none.</summary>
    public byte[]? Envelope { get; init; }

    /// <summary>The bytes of <c>provenance.json</c>, which the manifest does not name; null when there is none.</summary>
    public byte[]? Provenance { get; init; }

    /// <summary>The bytes of the package's nuspec; null when there is none, or more than one.</summary>
    public byte[]? Nuspec { get; init; }

    /// <inheritdoc/>
    public byte[]? Read(string path) => parts.GetValueOrDefault(path);

    /// <summary>A part as the record that it holds; null when it is absent or does not hold one.</summary>
    public T? Read<T>(string path, JsonTypeInfo<T> type)
        where T : class => Parse(Read(path), type);

    /// <summary>The envelope; null when there is none that can be read.</summary>
    public PackageEnvelope? ReadEnvelope() => Parse(Envelope, ContractsJson.Default.PackageEnvelope);

    private static T? Parse<T>(byte[]? bytes, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return bytes is null ? null : JsonSerializer.Deserialize(bytes, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
