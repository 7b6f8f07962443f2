namespace MlOps.Build.Contracts;

/// <summary>Diagnostic codes of what runs are sent to, <c>MLOPS3085</c> to <c>MLOPS3099</c>. A code is never reused.</summary>
public static class RunSinkCodes
{
    /// <summary>A tracker cannot be reached or is out of order; the run waits in the spool.</summary>
    public const string Unavailable = "MLOPS3085";

    /// <summary>A tracker wants other credentials; the run waits in the spool.</summary>
    public const string Forbidden = "MLOPS3086";

    /// <summary>A tracker takes the run never; it was set aside.</summary>
    public const string Rejected = "MLOPS3087";

    /// <summary>The settings of a tracker cannot be used.</summary>
    public const string Settings = "MLOPS3088";

    /// <summary>A file of the run cannot be sent.</summary>
    public const string Artifact = "MLOPS3089";

    /// <summary>The spool cannot be read or written.</summary>
    public const string Spool = "MLOPS3090";

    /// <summary>The time that a build gives to trackers is used up; the rest waits in the spool.</summary>
    public const string TimeUsedUp = "MLOPS3091";

    /// <summary>A version could not be written to a model registry.</summary>
    public const string Registry = "MLOPS3092";
}
