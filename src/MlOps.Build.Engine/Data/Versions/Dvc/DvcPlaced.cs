namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>What a checkout did to one output.</summary>
/// <param name="Output">The output.</param>
/// <param name="Written">Files that were put in place.</param>
/// <param name="Unchanged">Files that were right already.</param>
/// <param name="Removed">Files that do not belong to this version.</param>
internal sealed record DvcPlaced(DvcOutput Output, int Written, int Unchanged, int Removed);
