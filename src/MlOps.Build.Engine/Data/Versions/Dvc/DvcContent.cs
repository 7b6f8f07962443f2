namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>What a path holds now.</summary>
/// <param name="Hash">Its hash, as DVC 3 computes it.</param>
/// <param name="Bytes">The size of all its files.</param>
/// <param name="Entries">A directory's files; null of a file.</param>
/// <param name="List">The directory's object; empty of a file.</param>
/// <param name="IsExecutable">True for a file that somebody may run.</param>
internal sealed record DvcContent(DvcHash Hash, long Bytes, IReadOnlyList<DvcEntry>? Entries, byte[] List, bool IsExecutable);
