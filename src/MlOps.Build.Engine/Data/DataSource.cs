namespace MlOps.Build.Engine.Data;

/// <summary>A data file to read.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Name">Its name as the user knows it: relative to the project, forward slashes.</param>
internal sealed record DataSource(string Path, string Name);
