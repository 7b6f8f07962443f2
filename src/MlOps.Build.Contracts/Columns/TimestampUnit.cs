namespace MlOps.Build.Contracts;

/// <summary>The unit in which points in time are counted.</summary>
public enum TimestampUnit
{
    /// <summary>10^-3 s.</summary>
    Milliseconds,

    /// <summary>10^-6 s.</summary>
    Microseconds,

    /// <summary>10^-9 s.</summary>
    Nanoseconds,
}
