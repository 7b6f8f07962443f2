using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Configuration;

/// <summary>One declared transformation with its arguments.</summary>
/// <param name="Name">One of <see cref="Features.TransformCatalog"/>, such as <c>impute</c>.</param>
/// <param name="Arguments">Scalars and lists as text, by name.</param>
/// <param name="Position">Where it stands in the file.</param>
internal sealed record TransformConfig(
    string Name,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments,
    SourcePosition Position);
