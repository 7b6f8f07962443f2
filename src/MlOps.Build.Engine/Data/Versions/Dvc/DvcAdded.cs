namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>What adding a path did.</summary>
/// <param name="Output">What is versioned now.</param>
/// <param name="Changed">True when the <c>.dvc</c> file was written.</param>
internal sealed record DvcAdded(DvcOutput Output, bool Changed);
