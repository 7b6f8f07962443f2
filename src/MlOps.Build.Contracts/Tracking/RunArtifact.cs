namespace MlOps.Build.Contracts;

/// <summary>A file that a run left.</summary>
public sealed record RunArtifact
{
    /// <summary>Its path among the run's artifacts, forward slashes, such as <c>model.onnx</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of its bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Where its bytes lie on this machine; null where only the hash is known.</summary>
    public string? File { get; init; }
}
