using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Pipelines;

/// <summary>What a training was made with and on. None of it is part of the stage's key but what changes the result.</summary>
internal sealed record ReceiptOrigin
{
    public required long Seed { get; init; }

    public required int Threads { get; init; }

    /// <summary>The kit's version.</summary>
    public required string Kit { get; init; }

    /// <summary>The engine's module version id, which every build of the engine has anew.</summary>
    public required string Engine { get; init; }

    /// <summary>The runtime to its patch, such as <c>.NET 10.0.1</c>.</summary>
    public required string Framework { get; init; }

    public required string OperatingSystem { get; init; }

    public required string Architecture { get; init; }

    /// <summary>The vector instructions that the runtime may use, such as <c>Avx2</c>.</summary>
    public required IReadOnlyList<string> Instructions { get; init; }

    /// <summary>The data files by content.</summary>
    public required IReadOnlyList<DataFile> Data { get; init; }

    /// <summary>The hash of the configuration, SHA-256.</summary>
    public required string Configuration { get; init; }

    /// <summary>The commit that the project's folder has checked out; null outside of git.</summary>
    public string? Commit { get; init; }

    /// <summary>Whether tracked files differ from the commit; null outside of git.</summary>
    public bool? HasChanges { get; init; }
}
