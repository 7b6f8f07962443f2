namespace MlOps.Build.Engine.Pipelines;

/// <summary>A file that a new project needs.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Written">False when it was there and stayed as it was.</param>
internal sealed record FirstFile(string Path, bool Written);
