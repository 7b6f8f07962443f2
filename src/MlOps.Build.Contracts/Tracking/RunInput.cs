namespace MlOps.Build.Contracts;

/// <summary>Data or configuration that a run read.</summary>
public sealed record RunInput
{
    /// <summary>Its path relative to the project, forward slashes.</summary>
    public required string Name { get; init; }

    /// <summary>What it is to the run: <c>data</c> or <c>configuration</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of its bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Size { get; init; }
}
