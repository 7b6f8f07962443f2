using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tracking;

/// <summary>A run as it goes. Readings are handed on about once a second and at its end. Safe for concurrent use.</summary>
internal sealed class RunRecord(RunTracker tracker, TrackedRun run, CancellationToken cancellationToken) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private TrackedRun _run = run;
    private RunChange _change = new();
    private long _handedOn = tracker.Time.GetTimestamp();

    public string Id => _run.Id;

    /// <summary>The run's tags, which its parts share.</summary>
    public IReadOnlyDictionary<string, string> Tags => _run.Tags;

    /// <summary>Adds what the action adds.</summary>
    public void Add(Action<RunChange> add)
    {
        if (!tracker.IsOn)
            return;
        lock (_gate)
        {
            tracker.Try(_ => add(_change));
            if (tracker.Time.GetElapsedTime(_handedOn) >= Longest)
                HandOn();
        }
    }

    /// <summary>Adds a reading; an endpoint that is not known is null.</summary>
    public void Metric(string key, double value, long step = 0, double? lower = null, double? upper = null) => Add(change => change.Metrics.Add(new RunMetric
    {
        Key = key,
        Value = value,
        Step = step,
        Lower = lower,
        Upper = upper,
        Time = tracker.Time.GetUtcNow(),
    }));

    /// <summary>Ends it; what is added later still belongs to it.</summary>
    public void End(RunStatus status)
    {
        if (!tracker.IsOn || _run.End is not null)
            return;
        lock (_gate)
        {
            var (change, ended) = (_change, _change.Apply(_run) with { Status = status, End = tracker.Time.GetUtcNow() });
            (_run, _change) = (ended, new RunChange());
            tracker.Try(log => log.End(ended, change));
        }
    }

    /// <summary>Hands on what was added.</summary>
    public void Flush()
    {
        lock (_gate)
            HandOn();
    }

    /// <summary>Ends a run that nobody has ended: it was stopped, or something failed.</summary>
    public void Dispose() => End(cancellationToken.IsCancellationRequested ? RunStatus.Killed : RunStatus.Failed);

    private void HandOn()
    {
        if (_change.IsEmpty)
            return;
        var (change, whole) = (_change, _change.Apply(_run));
        (_run, _change, _handedOn) = (whole, new RunChange(), tracker.Time.GetTimestamp());
        tracker.Try(log => log.Add(whole, change));
    }
}
