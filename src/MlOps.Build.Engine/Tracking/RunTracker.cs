using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tracking;

/// <summary>
/// Begins the runs of one stage. Nothing that goes wrong here reaches the stage: the first failure is a warning of the build (not of the
/// stage's outputs), and no further call is made.
/// </summary>
/// <param name="log">Where runs go; null keeps none.</param>
/// <param name="experiment">The model's name.</param>
/// <param name="diagnostics">Takes the warning.</param>
internal sealed class RunTracker(IRunLog? log, string experiment, DiagnosticBag diagnostics)
{
    private readonly Lock _gate = new();
    private IRunLog? _log = log;

    /// <summary>Keeps no run.</summary>
    public static RunTracker Off { get; } = new(null, "", []);

    public bool IsOn => _log is not null;

    /// <summary>The clock of runs; it reaches no output.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Begins a run; one that keeps nothing when runs are not kept.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="parent">The run that it is a part of.</param>
    /// <param name="known">What is known at once; called only when runs are kept.</param>
    /// <param name="cancellationToken">Tells a run that was stopped from one that failed.</param>
    public RunRecord Start(string name, RunRecord? parent, Action<RunChange> known, CancellationToken cancellationToken)
    {
        var (change, run) = (new RunChange(), Empty(name, parent));
        if (!IsOn)
            return new RunRecord(this, run, cancellationToken);
        Try(_ =>
        {
            known(change);
            run = change.Apply(run);
        });
        Try(runs => runs.Start(run));
        return new RunRecord(this, run, cancellationToken);
    }

    /// <summary>The newest run with a tag, to be added to; null when there is none.</summary>
    public RunRecord? Find(string tag, string value, CancellationToken cancellationToken)
    {
        TrackedRun? found = null;
        Try(runs => found = runs.Find(experiment, tag, value));
        return found is null ? null : new RunRecord(this, found, cancellationToken);
    }

    /// <summary>Does something with the log, one at a time.</summary>
    public void Try(Action<IRunLog> action)
    {
        lock (_gate)
        {
            if (_log is not { } runs)
                return;
            try
            {
                action(runs);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                _log = null;
                var reason = (exception.InnerException as DllNotFoundException ?? exception).Message.ReplaceLineEndings(" ").TrimEnd('.');
                diagnostics.Warning(
                    TrackingCodes.NotRecorded,
                    $"runs are not recorded: {reason}. Mend the file that MlOpsRunsFile names, or switch it off with MlOpsTracking=false; the model is not affected.");
            }
        }
    }

    private TrackedRun Empty(string name, RunRecord? parent) => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        Experiment = experiment,
        Name = name,
        Parent = parent is { Id: var id } && IsOn ? id : null,
        Status = RunStatus.Running,
        Start = Time.GetUtcNow(),
    };
}
