namespace MlOps.Build.Contracts;

/// <summary>How a run stands.</summary>
public enum RunStatus
{
    /// <summary>It goes on, or its process ended without a word.</summary>
    Running,

    /// <summary>It came to its end.</summary>
    Finished,

    /// <summary>It ended with an error.</summary>
    Failed,

    /// <summary>It was stopped from outside.</summary>
    Killed,
}
