namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>How a file of the cache comes into the project, as <c>cache.type</c> names it.</summary>
internal enum DvcLinks
{
    /// <summary>A copy, which shares its blocks with the cache where the file system can: editing it never touches the cache.</summary>
    Copy,

    /// <summary>The same file under two names, read-only.</summary>
    HardLink,

    /// <summary>A link to the cache's read-only file.</summary>
    SymbolicLink,
}
