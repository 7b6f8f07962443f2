using MlOps.Build.Contracts;
using MlOps.Build.Engine.Tracking;

namespace MlOps.Build.Tracking.Tests;

/// <summary>A runs' file in a folder of its own.</summary>
internal sealed class RunFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("mlops-runs-").FullName;

    public string File => Path.Combine(Root, ".mlops", "runs.db");

    public DiagnosticBag Diagnostics { get; } = [];

    public RunStore Store() => new(File);

    public static TrackedRun Run(int number, string experiment = "Model") => new()
    {
        Id = $"{number:x32}",
        Experiment = experiment,
        Name = $"trial {number}",
        Status = RunStatus.Running,
        Start = DateTimeOffset.UnixEpoch.AddSeconds(1_790_000_000 + number),
        Parameters = new Dictionary<string, string> { ["trainer"] = number % 2 == 0 ? "trees" : "linear", ["depth"] = $"{number % 7}", ["rate"] = "0.1" },
        Tags = new Dictionary<string, string> { [RunTags.Commit] = "c0ffee", ["lower"] = "Mixed Case" },
    };

    /// <summary>Keeps a run from its start to its end.</summary>
    public static TrackedRun Keep(RunStore store, TrackedRun run, RunStatus status, params IEnumerable<(string Key, double Value, long Step)> metrics)
    {
        store.Start(run);
        var change = new RunChange();
        foreach (var (key, value, step) in metrics)
            change.Metrics.Add(new RunMetric { Key = key, Value = value, Step = step, Time = run.Start.AddSeconds(1 + step) });
        var ended = change.Apply(run) with { Status = status, End = run.Start.AddMinutes(1) };
        store.End(ended, change);
        return ended;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
