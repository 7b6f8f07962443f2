namespace MlOps.Build.Engine.Registry.Tags;

/// <summary>How writing tags ended.</summary>
internal enum TagWriting
{
    /// <summary>All of them are there.</summary>
    Written,

    /// <summary>None of them is, since another writer was first.</summary>
    Overtaken,

    /// <summary>Git refused, or could not reach the remote.</summary>
    Failed,

    /// <summary>Nobody can say: the remote did not answer afterwards either.</summary>
    Unknown,
}
