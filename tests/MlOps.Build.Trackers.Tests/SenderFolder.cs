using MlOps.Build.Contracts;
using MlOps.Build.Sources.Resilience;
using MlOps.Build.Trackers.Http;

namespace MlOps.Build.Trackers.Tests;

/// <summary>A folder with a spool, the environment of a build, and builds that hardly wait. It ends with the test.</summary>
internal sealed class SenderFolder : IDisposable
{
    private static readonly RetrySettings Hasty = new() { Attempts = 1, Delay = TimeSpan.FromMilliseconds(1), LongestDelay = TimeSpan.FromMilliseconds(2) };

    public string Path { get; } = Directory.CreateTempSubdirectory("mlops-trackers-").FullName;

    public Dictionary<string, string> Variables { get; } = [];

    public DiagnosticBag Diagnostics { get; } = [];

    public TrackerPatience Patience { get; set; } = new(Hasty, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));

    public string Spool => System.IO.Path.Combine(Path, "spool");

    /// <summary>Names of the runs' files that wait.</summary>
    public IReadOnlyList<string> Waiting => Directory.Exists(Spool) ? [.. Directory.GetFiles(Spool, "*.json")] : [];

    public IEnumerable<string> Codes => Diagnostics.Select(diagnostic => diagnostic.Code);

    /// <summary>A build that makes runs, one after another.</summary>
    public async Task BuildAsync(params TrackedRun[] runs)
    {
        using var senders = RunSenders.FromEnvironment(Variables.GetValueOrDefault, Spool, Patience, Diagnostics);
        foreach (var run in runs)
            await senders.SendAsync(run, Diagnostics, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends what waits.</summary>
    public async Task<int> SendSpooledAsync()
    {
        using var senders = RunSenders.FromEnvironment(Variables.GetValueOrDefault, Spool, Patience, Diagnostics);
        return await senders.SendSpooledAsync(Diagnostics, TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
