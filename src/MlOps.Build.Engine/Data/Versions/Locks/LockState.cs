namespace MlOps.Build.Engine.Data.Versions.Locks;

/// <summary>How a data file stands to its line in <c>mlops.lock</c>.</summary>
internal enum LockState
{
    /// <summary>It is what was pinned.</summary>
    Current,

    /// <summary>It is something else.</summary>
    Changed,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>Nobody pinned it.</summary>
    NotPinned,
}
