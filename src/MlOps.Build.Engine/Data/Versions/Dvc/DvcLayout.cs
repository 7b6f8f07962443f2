namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>Names that DVC gives to files and folders.</summary>
internal static class DvcLayout
{
    public const string Folder = ".dvc";

    public const string FileSuffix = ".dvc";

    public const string LockFile = "dvc.lock";

    public const string PipelineFile = "dvc.yaml";

    public const string IgnoreFile = ".dvcignore";

    /// <summary>Where DVC 3 keeps objects below a cache or a remote.</summary>
    public const string Files = "files/md5/";

    /// <summary>True for a name that no versioned file has: DVC never adds what is in its own or in a source control's folder.</summary>
    public static bool IsReserved(string name) =>
        name.Equals(Folder, StringComparison.OrdinalIgnoreCase)
        || name.Equals(".git", StringComparison.OrdinalIgnoreCase)
        || name.Equals(".hg", StringComparison.OrdinalIgnoreCase);
}
