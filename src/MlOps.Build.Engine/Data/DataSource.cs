namespace MlOps.Build.Engine.Data;

/// <summary>A data file to read.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Name">Its name as the user knows it: relative to the project, forward slashes.</param>
internal sealed record DataSource(string Path, string Name)
{
    /// <summary>
    /// Whether the folders above it, <c>year=2024/month=01</c>, are columns: the metadata <c>Partitioned</c> of <c>MlOpsData</c>; null when nobody said.
    /// </summary>
    public bool? Partitioned { get; init; }
}
