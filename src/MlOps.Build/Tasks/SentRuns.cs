using MlOps.Build.Contracts;
using MlOps.Build.Engine.Pipelines;
using MlOps.Build.Engine.Tracking;
using MlOps.Build.Trackers;
using MlOps.Build.Trackers.Http;

namespace MlOps.Build.Tasks;

/// <summary>
/// Keeps runs in their file, and sends those that a stage has ended to the servers that the environment names. A finished training is sent with
/// its evaluation, which comes with a later stage.
/// </summary>
/// <param name="file">The file of runs.</param>
/// <param name="kept">Writes it.</param>
internal sealed class SentRuns(string file, IRunLog kept) : IRunLog
{
    private readonly Dictionary<string, TrackedRun> _ended = new(StringComparer.Ordinal);

    public void Start(TrackedRun run) => kept.Start(run);

    public void Add(TrackedRun run, RunChange change)
    {
        kept.Add(run, change);
        if (run.Status != RunStatus.Running)
            _ended[run.Id] = run;
    }

    public void End(TrackedRun run, RunChange change)
    {
        kept.End(run, change);
        _ended[run.Id] = run;
    }

    public TrackedRun? Find(string experiment, string tag, string value) => kept.Find(experiment, tag, value);

    /// <summary>Sends what has ended, then what waits from before. Servers never fail a build.</summary>
    public void Send(string stage, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var runs = _ended.Values.Where(run => stage != StageNames.Train || run.Status != RunStatus.Finished).ToList();
        if (runs.Count == 0)
            return;
        using var senders = RunSenders.FromEnvironment(
            Environment.GetEnvironmentVariable, Path.Combine(Path.GetDirectoryName(file)!, RunsFile.SpoolName), TrackerPatience.Build, diagnostics);
        if (senders.IsEmpty)
            return;
        foreach (var run in runs)
            senders.SendAsync(run, diagnostics, cancellationToken).GetAwaiter().GetResult();
        senders.SendSpooledAsync(diagnostics, cancellationToken).GetAwaiter().GetResult();
    }
}
