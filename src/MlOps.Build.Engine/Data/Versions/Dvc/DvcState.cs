namespace MlOps.Build.Engine.Data.Versions.Dvc;

/// <summary>How the project's data stand to the version that a file names.</summary>
internal enum DvcState
{
    /// <summary>They are that version.</summary>
    Current,

    /// <summary>They are another content.</summary>
    Changed,

    /// <summary>They are not there.</summary>
    Missing,
}
