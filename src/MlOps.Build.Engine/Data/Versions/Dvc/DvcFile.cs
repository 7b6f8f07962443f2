namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>A file that a version has.</summary>
/// <param name="Path">Where it belongs, absolute.</param>
/// <param name="Hash">Its content.</param>
internal readonly record struct DvcFile(string Path, DvcHash Hash);
