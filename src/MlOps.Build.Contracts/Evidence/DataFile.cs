namespace MlOps.Build.Contracts;

/// <summary>A data file as it was read.</summary>
/// <param name="Path">Path relative to the project, forward slashes.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of its bytes.</param>
/// <param name="Bytes">Its size.</param>
public sealed record DataFile(string Path, string Sha256, long Bytes)
{
    /// <summary>Where its content is kept, when it is not in git: the address that <c>mlops.lock</c> pins, or the <c>.dvc</c> file and its MD5;
    /// null else.</summary>
    public string? Source { get; init; }
}
