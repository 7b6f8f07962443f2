namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>A file of a versioned directory.</summary>
/// <param name="Path">Its path below the directory, forward slashes.</param>
/// <param name="Md5">The MD5 of its content.</param>
internal readonly record struct DvcEntry(string Path, string Md5);
