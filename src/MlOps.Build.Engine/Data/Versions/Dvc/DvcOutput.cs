using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>A file or directory that DVC versions.</summary>
internal sealed record DvcOutput
{
    /// <summary>Where it belongs, absolute.</summary>
    public required string Path { get; init; }

    /// <summary>What it is.</summary>
    public required DvcHash Hash { get; init; }

    /// <summary>The size of all its files; null when nobody wrote it down.</summary>
    public long? Bytes { get; init; }

    /// <summary>The number of a directory's files; null when nobody wrote it down.</summary>
    public long? Files { get; init; }

    public bool IsExecutable { get; init; }

    /// <summary>False when git keeps it, and DVC only knows what it was: <c>cache: false</c>.</summary>
    public bool IsCached { get; init; } = true;

    /// <summary>The remote that holds it; null is the default one.</summary>
    public string? Remote { get; init; }

    /// <summary>False when it stays on this machine.</summary>
    public bool CanPush { get; init; } = true;

    /// <summary>The file that says so, absolute.</summary>
    public required string DeclaredIn { get; init; }

    /// <summary>Where in it.</summary>
    public required SourcePosition Position { get; init; }
}
