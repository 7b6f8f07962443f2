namespace MlOps.Build.Engine.Pipelines;

/// <summary>A write that failed, with its folder: who catches it may know another one only.</summary>
internal sealed class FailedWriteException : IOException
{
    /// <param name="folder">The folder that was written to.</param>
    /// <param name="cause">What <see cref="IoFailure.Knows"/> accepts.</param>
    public FailedWriteException(string folder, Exception cause)
        : base(cause.Message, cause) => (Folder, HResult) = (folder, cause.HResult);

    public string Folder { get; }

    /// <summary>What was written; null where the catcher knows it.</summary>
    public string? What { get; init; }
}
