using MlOps.Build.Contracts;

namespace MlOps.Build.Engine.Tracking;

/// <summary>What is new of a run.</summary>
internal sealed record RunChange
{
    public Dictionary<string, string> Parameters { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    public List<RunMetric> Metrics { get; } = [];

    public List<RunInput> Inputs { get; } = [];

    public List<RunArtifact> Artifacts { get; } = [];

    public bool IsEmpty => Parameters.Count + Tags.Count + Metrics.Count + Inputs.Count + Artifacts.Count == 0;

    /// <summary>The run with the change.</summary>
    public TrackedRun Apply(TrackedRun run) => run with
    {
        Parameters = Merge(run.Parameters, Parameters),
        Tags = Merge(run.Tags, Tags),
        Metrics = Metrics.Count == 0 ? run.Metrics : [.. run.Metrics, .. Metrics],
        Inputs = Inputs.Count == 0 ? run.Inputs : [.. run.Inputs, .. Inputs],
        Artifacts = Artifacts.Count == 0 ? run.Artifacts : [.. run.Artifacts, .. Artifacts],
    };

    private static IReadOnlyDictionary<string, string> Merge(IReadOnlyDictionary<string, string> before, Dictionary<string, string> added)
    {
        if (added.Count == 0)
            return before;
        var all = new Dictionary<string, string>(before, StringComparer.Ordinal);
        foreach (var (name, value) in added)
            all[name] = value;
        return all;
    }
}
