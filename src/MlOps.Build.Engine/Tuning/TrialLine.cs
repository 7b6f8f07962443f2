using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tuning;

/// <summary>A line of the trials' file.</summary>
internal sealed record TrialLine
{
    /// <summary>The stage's key, in the first line alone.</summary>
    public string? Key { get; init; }

    public TuningTrial? Trial { get; init; }

    /// <summary>Seconds of the time budget that were used when it ended; null without such a budget.</summary>
    public double? Seconds { get; init; }
}
