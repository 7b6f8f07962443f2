using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tracking;

/// <summary>
/// Where runs go. Each call has the whole run as it stands after it, and what is new. Calls may come from several threads; whatever a call
/// throws ends the recording of that build with one warning.
/// </summary>
internal interface IRunLog
{
    /// <summary>A run begins.</summary>
    void Start(TrackedRun run);

    /// <summary>More is known of a run, which may have ended before.</summary>
    void Add(TrackedRun run, RunChange change);

    /// <summary>A run has ended; its status and end are set.</summary>
    void End(TrackedRun run, RunChange change);

    /// <summary>The newest run with a tag; null when there is none.</summary>
    TrackedRun? Find(string experiment, string tag, string value);
}
